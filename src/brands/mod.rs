//! Brands: a clinic's folder read, checked, written anew where markup or drawings are concerned, and made ready for
//! pages. The rules are `domain::brand`'s; here is what they need of libraries and of the disk.
//!
//! `folder` reads a brand's files, `check` goes through its layers with `clean` (HTML) and `drawing` (SVG), `look` is what
//! pages are given, `stylesheet` what its one stylesheet says, and `looks` who wears which. All of it happens when a brand
//! is taken or first seen: on a request there are look-ups only.

mod check;
mod clean;
mod drawing;
pub mod examples;
mod files;
mod folder;
mod look;
mod looks;
mod shapes;
pub mod starter;
mod stylesheet;

pub use self::{
    check::{Checked, check},
    clean::clean,
    drawing::write_anew,
    files::Files,
    folder::{changed, read_folder},
    look::{Dressed, Icon, Logo, Look, Served},
    looks::Looks,
};

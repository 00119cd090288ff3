//! A clinic's look.
//!
//! What lives here: the rules for the four layers of a brand (`tokens`, `words`, `slots`, `shell`), the colours of a
//! `palette` and the `contrast` of every pair of them that meets on our pages, the `findings` of a check, and the older
//! form of a look, a `logo` and one accent `colour` in the app's file. What must not: reading files, parsing HTML or SVG,
//! style; the pages' own sheet decides what is accented. Where to look next: `crate::brands`, which reads a brand's
//! folder and makes it ready for pages, `application` and `app_file` for the older form.

mod colour;
pub mod contrast;
pub mod findings;
pub mod height;
mod logo;
pub mod media;
mod palette;
pub mod paths;
pub mod shell;
pub mod slots;
pub mod tags;
pub mod tokens;
mod toml_reader;
pub mod unseen;
pub mod width;
pub mod words;

pub use self::{
    colour::{
        Accent, Accents, Colour, DARK_BACKGROUNDS, LIGHT_BACKGROUNDS, NotAColour, SHAPE_CONTRAST,
        TEXT_CONTRAST, accent_pair,
    },
    findings::{Code, Finding, Level},
    logo::{Logo, LogoKind, LogoProblem},
    palette::{Palette, Scheme, Token},
};

/// The version of the contract between a brand and the portal: what `brand.toml` may say, the slots' names, what the
/// shell and the words may hold. It grows when a brand that was made for it would no longer look or read as it did; every
/// earlier one is still read.
pub const CONTRACT: u32 = 1;

/// The most bytes of all files of a brand together.
pub const MAX_WEIGHT: usize = 400 * 1024;

//! The words that patients read. They live in `templates/words/<language>.ftl` (Fluent) and nowhere else, so that a
//! plain-language reviewer reads one file, and a new language is a new file: `docs/languages.md`.
//!
//! What lives here: finding a language ([`Catalogue`]), saying something in it ([`Words`]), and the forms that dates,
//! numbers and lists have in it. What must not: pages.

mod arg;
mod catalogue;
mod forms;
mod preferred;
mod pseudo;
mod words;

pub use self::{
    arg::Arg,
    catalogue::Catalogue,
    pseudo::{PSEUDO, pseudo},
    words::Words,
};

/// Every language's file, by its tag, the fallback language first. The build makes the list from the folder.
pub const FILES: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/words.rs"));

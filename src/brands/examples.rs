//! The brands of `examples/brands/`, in the binary: the sandbox's gallery shows every page in them (`?brand=NAME`).

use super::files::Files;

/// The files of a brand with their names.
type Embedded = &'static [(&'static str, &'static [u8])];

macro_rules! brand {
    ($name:literal: $($file:literal),* $(,)?) => {
        ($name, &[$(($file, include_bytes!(concat!("../../examples/brands/", $name, "/", $file)) as &[u8])),*])
    };
}

/// Every example by its name. A test makes sure that no file of them is forgotten.
const EXAMPLES: &[(&str, Embedded)] = &[
    brand!("harbour": "brand.toml", "logo.svg", "logo-dark.svg", "favicon.svg", "quay.png", "words.en.ftl", "words.es.ftl",
        "slots/header.html", "slots/footer.html", "slots/code-after.html", "slots/question-after.html",
        "slots/success-after.html", "slots/refusal-after.html", "slots/mail-footer.html", "slots/es/footer.html",
        "slots/es/code-after.html"),
    brand!("noor": "brand.toml", "logo.svg", "favicon.svg", "words.ar.ftl", "shell.html", "slots/ar/footer.html"),
];

/// Their names.
pub fn names() -> impl Iterator<Item = &'static str> {
    EXAMPLES.iter().map(|(name, _)| *name)
}

/// The files of one.
pub fn find(name: &str) -> Option<Files> {
    let (_, files) = EXAMPLES.iter().find(|(own, _)| *own == name)?;
    Some(files.iter().map(|(name, bytes)| (*name, *bytes)).collect())
}

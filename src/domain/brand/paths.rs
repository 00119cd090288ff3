//! Which names the files of a brand may have, and what each is for. A brand is a flat folder with one more inside for
//! its slots; nothing outside of it can be named.

use super::slots::Slot;
use crate::domain::local_text::is_language_tag;

/// The file without which a folder is no brand.
pub const TOKENS: &str = "brand.toml";
/// The file of the shell.
pub const SHELL: &str = "shell.html";

/// What a file is for, as its name says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    /// `brand.toml`.
    Tokens,
    /// `shell.html`.
    Shell,
    /// `words.<lang>.ftl`.
    Words(String),
    /// `slots/<slot>.html` and `slots/<lang>/<slot>.html`.
    Slot(Slot, Option<String>),
    /// HTML below `slots/` that is no slot of ours.
    NoSlot,
    /// A drawing.
    Svg,
    /// A picture.
    Png,
    /// A font.
    Woff2,
    /// Anything else: not read.
    Other,
}

impl Kind {
    /// What the file of this name is for.
    pub fn of(name: &str) -> Kind {
        if name == TOKENS {
            return Kind::Tokens;
        }
        if name == SHELL {
            return Kind::Shell;
        }
        if let Some(lang) = name.strip_prefix("words.").and_then(|rest| rest.strip_suffix(".ftl")) {
            return Kind::Words(lang.to_owned());
        }
        if let Some(slot) = name.strip_prefix("slots/") {
            let (lang, file) = match slot.split_once('/') {
                Some((lang, file)) => (Some(lang.to_owned()), file),
                None => (None, slot),
            };
            let known = lang.as_deref().is_none_or(is_language_tag);
            return match file.strip_suffix(".html").and_then(Slot::parse) {
                Some(slot) if known => Kind::Slot(slot, lang),
                _ => Kind::NoSlot,
            };
        }
        match name.rsplit_once('.').map(|(_, ending)| ending) {
            Some("svg") => Kind::Svg,
            Some("png") => Kind::Png,
            Some("woff2") => Kind::Woff2,
            _ => Kind::Other,
        }
    }
}

/// Whether a brand may name a file so: letters, digits, `-`, `_` and dots that begin no name, with `/` between the
/// parts. That leaves no way out of the folder.
pub fn is_plain(name: &str) -> bool {
    let part = |part: &str| {
        !part.is_empty()
            && !part.starts_with('.')
            && part.chars().all(|c| c.is_ascii_alphanumeric() || "-_.".contains(c))
    };
    name.len() <= 200 && name.split('/').count() <= 3 && name.split('/').all(part)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_says_what_a_file_is_for() {
        assert_eq!(Kind::of("words.pt-BR.ftl"), Kind::Words("pt-BR".into()));
        assert_eq!(Kind::of("slots/footer.html"), Kind::Slot(Slot::Footer, None));
        assert_eq!(
            Kind::of("slots/ar/success-after.html"),
            Kind::Slot(Slot::SuccessAfter, Some("ar".into()))
        );
        assert_eq!(Kind::of("slots/sidebar.html"), Kind::NoSlot);
        assert_eq!(Kind::of("notes.txt"), Kind::Other);
    }

    #[test]
    fn no_name_leads_out_of_the_folder() {
        for name in ["logo.svg", "fonts/body.woff2", "slots/ar/header.html"] {
            assert!(is_plain(name), "{name}");
        }
        for name in [
            "../logo.svg",
            "/etc/passwd",
            "a/../b",
            "a//b",
            "",
            ".",
            "..",
            ".hidden",
            "a\\b",
            "a\0b",
            "c:d",
            "a/b/c/d",
            "https://x.example/a.svg",
            "%2e%2e/a",
        ] {
            assert!(!is_plain(name), "{name}");
        }
    }
}

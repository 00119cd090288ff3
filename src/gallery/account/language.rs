//! The page for the language: every state that it can be in.

use super::samples;
use crate::portal::{account::language::LanguagePage, chrome::Chrome, problems::Problems, seal::Seal};

/// Every state the page can be in, by name.
pub(super) fn states(chrome: &Chrome) -> Vec<(&'static str, LanguagePage)> {
    let ask = LanguagePage {
        chrome: chrome.clone(),
        problems: Problems::none(),
        seal: Seal::sample(),
        chosen: chrome.words.tag().to_owned(),
    };
    let none = LanguagePage {
        problems: samples::problem(chrome, "language", "problem-language-none", &[]),
        chosen: String::new(),
        ..ask.clone()
    };
    vec![("ask", ask), ("none", none)]
}

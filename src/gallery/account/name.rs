//! The page for another name: every state that it can be in.

use super::samples;
use crate::portal::{account::name::NamePage, chrome::Chrome, problems::Problems, seal::Seal};

/// Every state the page can be in, by name.
pub(super) fn states(chrome: &Chrome) -> Vec<(&'static str, NamePage)> {
    let ask = NamePage {
        chrome: chrome.clone(),
        problems: Problems::none(),
        seal: Seal::sample(),
        name: "Anna Lindqvist".to_owned(),
    };
    let empty =
        NamePage { problems: samples::all_empty(chrome, &["name"]), name: String::new(), ..ask.clone() };
    let long = NamePage {
        problems: samples::problem(chrome, "name", "problem-name-long", &[("max", 100u32.into())]),
        ..ask.clone()
    };
    vec![("ask", ask), ("empty", empty), ("long", long)]
}

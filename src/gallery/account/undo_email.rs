//! The page that takes a change of address back: every state that it can be in.

use super::{TOKEN, samples};
use crate::portal::{account::undo_email::UndoEmailPage, chrome::Chrome, problems::Problems};

/// Every state the page can be in, by name.
pub(super) fn states(chrome: &Chrome) -> Vec<(&'static str, UndoEmailPage)> {
    let ask = UndoEmailPage {
        chrome: chrome.clone(),
        problems: Problems::none(),
        asks: Some((TOKEN.to_owned(), samples::EMAIL.to_owned())),
        can_recover: true,
    };
    let taken = UndoEmailPage {
        problems: samples::problem(chrome, "form", "problem-undo-taken", &[]),
        ..ask.clone()
    };
    let old = UndoEmailPage { asks: None, ..ask.clone() };
    vec![("ask", ask), ("taken", taken), ("old", old)]
}

//! The Withdrawn page: every state that it can be in.

use super::samples;
use crate::portal::{bad_news::withdrawn::WithdrawnPage, chrome::Chrome};

/// Every state the page can be in, by name.
pub(super) fn states(chrome: &Chrome) -> Vec<(&'static str, WithdrawnPage)> {
    vec![
        ("clinic-known", WithdrawnPage { chrome: samples::branded(chrome) }),
        ("clinic-unknown", WithdrawnPage { chrome: chrome.clone() }),
    ]
}

//! The Fault page: every state that it can be in.

use crate::portal::{bad_news::fault::FaultPage, chrome::Chrome};

/// Every state the page can be in, by name.
pub(super) fn states(chrome: &Chrome) -> Vec<(&'static str, FaultPage)> {
    vec![("fault", FaultPage { chrome: chrome.clone(), reference: "7F3K-92QD".to_owned() })]
}

//! The page that says that the account is deleted.

use crate::portal::{account::deleted::DeletedPage, chrome::Chrome};

/// Every state the page can be in, by name.
pub(super) fn states(chrome: &Chrome) -> Vec<(&'static str, DeletedPage)> {
    vec![("done", DeletedPage { chrome: chrome.clone() })]
}

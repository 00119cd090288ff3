//! The page behind “it was not me”: every state that it can be in.

use super::TOKEN;
use crate::portal::{account::not_me::NotMePage, chrome::Chrome};

/// Every state the page can be in, by name.
pub(super) fn states(chrome: &Chrome) -> Vec<(&'static str, NotMePage)> {
    let page = |token: Option<&str>, can_recover| NotMePage {
        chrome: chrome.clone(),
        token: token.map(str::to_owned),
        can_recover,
    };
    vec![("ask", page(Some(TOKEN), true)), ("old", page(None, true)), ("old-without-mail", page(None, false))]
}

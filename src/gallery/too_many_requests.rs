//! The TooManyRequests page: every state that it can be in.

use std::time::Duration;

use crate::portal::{bad_news::too_many_requests::TooManyRequestsPage, chrome::Chrome};

/// Every state the page can be in, by name.
pub(super) fn states(chrome: &Chrome) -> Vec<(&'static str, TooManyRequestsPage)> {
    let page = |seconds, of_account| TooManyRequestsPage {
        chrome: chrome.clone(),
        retry_after: Duration::from_secs(seconds),
        of_account,
    };
    vec![
        ("seconds", page(30, false)),
        ("minutes", page(120, false)),
        ("hour", page(3600, false)),
        ("account", page(1500, true)),
    ]
}

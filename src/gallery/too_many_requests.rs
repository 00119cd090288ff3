//! The TooManyRequests page: every state that it can be in.

use std::time::Duration;

use crate::portal::{bad_news::too_many_requests::TooManyRequestsPage, chrome::Chrome};

/// Every state the page can be in, by name.
pub(super) fn states(chrome: &Chrome) -> Vec<(&'static str, TooManyRequestsPage)> {
    let page =
        |seconds| TooManyRequestsPage { chrome: chrome.clone(), retry_after: Duration::from_secs(seconds) };
    vec![("seconds", page(30)), ("minutes", page(120)), ("hour", page(3600))]
}

//! The Expired page: every state that it can be in.

use super::samples;
use crate::portal::{bad_news::expired::ExpiredPage, chrome::Chrome};

/// Every state the page can be in, by name.
pub(super) fn states(chrome: &Chrome) -> Vec<(&'static str, ExpiredPage)> {
    let weeks = ExpiredPage { chrome: samples::branded(chrome), lifetime_days: 28 };
    vec![("weeks", weeks.clone()), ("one-day", ExpiredPage { lifetime_days: 1, ..weeks })]
}

//! The Help page: every state that it can be in.

use crate::portal::{chrome::Chrome, help::HelpPage};

/// Every state the page can be in, by name.
pub(super) fn states(chrome: &Chrome) -> Vec<(&'static str, HelpPage)> {
    let chrome = chrome.clone();
    vec![("help", HelpPage { chrome, code_days: 28, journey_hours: 24, idle_minutes: 30, kept_days: 30 })]
}

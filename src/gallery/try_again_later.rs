//! The TryAgainLater page: every state that it can be in.

use crate::portal::{bad_news::try_again_later::TryAgainLaterPage, chrome::Chrome};

/// Every state the page can be in, by name.
pub(super) fn states(chrome: &Chrome) -> Vec<(&'static str, TryAgainLaterPage)> {
    let later = |outcome_unknown| TryAgainLaterPage { chrome: chrome.clone(), outcome_unknown };
    vec![("later", later(false)), ("outcome-unknown", later(true))]
}

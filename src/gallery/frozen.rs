//! The Frozen page: every state that it can be in.

use super::samples;
use crate::portal::{bad_news::frozen::FrozenPage, chrome::Chrome};

/// Every state the page can be in, by name.
pub(super) fn states(chrome: &Chrome) -> Vec<(&'static str, FrozenPage)> {
    let pending = FrozenPage { chrome: samples::branded(chrome), already_authorized: false };
    vec![
        ("pending", pending.clone()),
        ("authorized-before", FrozenPage { already_authorized: true, ..pending }),
    ]
}

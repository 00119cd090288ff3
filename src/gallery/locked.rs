//! The Locked page: every state that it can be in.

use super::samples;
use crate::portal::{bad_news::locked::LockedPage, chrome::Chrome};

/// Every state the page can be in, by name.
pub(super) fn states(chrome: &Chrome) -> Vec<(&'static str, LockedPage)> {
    let pending = LockedPage { chrome: samples::branded(chrome), already_authorized: false };
    vec![
        ("pending", pending.clone()),
        (
            "to-call",
            LockedPage { chrome: Chrome { person: None, ..samples::own_look(chrome) }, ..pending.clone() },
        ),
        ("authorized-before", LockedPage { already_authorized: true, ..pending }),
    ]
}

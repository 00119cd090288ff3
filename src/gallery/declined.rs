//! The Declined page: every state that it can be in.

use super::samples;
use crate::portal::{chrome::Chrome, journey::declined::DeclinedPage};

/// Every state the page can be in, by name.
pub(super) fn states(chrome: &Chrome) -> Vec<(&'static str, DeclinedPage)> {
    let friendly_name = "Emma’s visits".to_owned();
    let plain = DeclinedPage { chrome: samples::signed_in_branded(chrome), friendly_name, return_link: None };
    vec![
        ("declined", plain.clone()),
        ("return-link", DeclinedPage { return_link: samples::return_link(chrome), ..plain.clone() }),
        ("shared-computer", DeclinedPage { chrome: samples::ended(chrome), ..plain }),
    ]
}

//! The NotFound page: every state that it can be in.

use actix_web::http::StatusCode;

use super::samples;
use crate::portal::{bad_news::not_found::NotFoundPage, chrome::Chrome};

/// Every state the page can be in, by name.
pub(super) fn states(chrome: &Chrome) -> Vec<(&'static str, NotFoundPage)> {
    vec![
        (
            "address",
            NotFoundPage { chrome: chrome.clone(), unknown_target: false, status: StatusCode::NOT_FOUND },
        ),
        (
            "link",
            NotFoundPage { chrome: chrome.clone(), unknown_target: true, status: StatusCode::NOT_FOUND },
        ),
        (
            "signed-in",
            NotFoundPage {
                chrome: samples::signed_in(chrome),
                unknown_target: false,
                status: StatusCode::NOT_FOUND,
            },
        ),
    ]
}

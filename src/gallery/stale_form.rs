//! The StaleForm page: every state that it can be in.

use actix_web::http::StatusCode;

use super::samples;
use crate::portal::{bad_news::stale_form::StaleFormPage, chrome::Chrome};

/// Every state the page can be in, by name.
pub(super) fn states(chrome: &Chrome) -> Vec<(&'static str, StaleFormPage)> {
    vec![
        ("stale", StaleFormPage { chrome: chrome.clone(), status: StatusCode::FORBIDDEN }),
        ("signed-in", StaleFormPage { chrome: samples::signed_in(chrome), status: StatusCode::FORBIDDEN }),
    ]
}

//! The code is locked: too many wrong answers.

use actix_web::http::StatusCode;
use askama::Template;

use crate::portal::{chrome::Chrome, page::Page};

/// Says that the code is locked, that nothing was shared, and whom to ask for a new one.
#[derive(Clone, Debug, Template)]
#[template(path = "refusals/locked.html")]
pub struct LockedPage {
    /// What stands around the page.
    pub chrome: Chrome,
    /// Whether the code had been used before: what was allowed then stays.
    pub already_authorized: bool,
}

impl Page for LockedPage {
    fn name(&self) -> &'static str {
        "locked"
    }

    fn chrome(&self) -> &Chrome {
        &self.chrome
    }

    fn heading(&self) -> String {
        self.t("locked-heading").to_owned()
    }

    fn status(&self) -> StatusCode {
        StatusCode::GONE
    }
}

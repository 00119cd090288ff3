//! There is no such page.

use actix_web::http::StatusCode;
use askama::Template;

use crate::portal::{chrome::Chrome, page::Page};

/// Says that there is no such page, and where to go instead.
#[derive(Clone, Debug, Template)]
#[template(path = "refusals/not_found.html")]
pub struct NotFoundPage {
    /// What stands around the page.
    pub chrome: Chrome,
    /// Whether a classic link asked for something that this service does not have.
    pub unknown_target: bool,
    /// 404, or 405 for a method that the address does not take.
    pub status: StatusCode,
}

impl Page for NotFoundPage {
    fn name(&self) -> &'static str {
        "not-found"
    }

    fn chrome(&self) -> &Chrome {
        &self.chrome
    }

    fn heading(&self) -> String {
        self.t("not-found-heading").to_owned()
    }

    fn status(&self) -> StatusCode {
        self.status
    }
}

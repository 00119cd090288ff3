//! The code is too old.

use actix_web::http::StatusCode;
use askama::Template;

use crate::portal::{chrome::Chrome, page::Page};

/// Says that the code ran out, that nothing was shared, and whom to ask for a new one.
#[derive(Clone, Debug, Template)]
#[template(path = "refusals/expired.html")]
pub struct ExpiredPage {
    /// What stands around the page.
    pub chrome: Chrome,
    /// How long codes live.
    pub lifetime_days: u32,
}

impl Page for ExpiredPage {
    fn name(&self) -> &'static str {
        "expired"
    }

    fn chrome(&self) -> &Chrome {
        &self.chrome
    }

    fn heading(&self) -> String {
        self.t("expired-heading").to_owned()
    }

    fn status(&self) -> StatusCode {
        StatusCode::GONE
    }
}

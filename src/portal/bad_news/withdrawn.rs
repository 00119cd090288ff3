//! The clinic deleted the code.

use actix_web::http::StatusCode;
use askama::Template;

use crate::portal::{chrome::Chrome, page::Page};

/// Says that the clinic took the code back.
#[derive(Clone, Debug, Template)]
#[template(path = "refusals/withdrawn.html")]
pub struct WithdrawnPage {
    /// What stands around the page.
    pub chrome: Chrome,
}

impl Page for WithdrawnPage {
    fn name(&self) -> &'static str {
        "withdrawn"
    }

    fn chrome(&self) -> &Chrome {
        &self.chrome
    }

    fn heading(&self) -> String {
        self.t("withdrawn-heading").to_owned()
    }

    fn status(&self) -> StatusCode {
        StatusCode::GONE
    }
}

//! Something broke on our side.

use actix_web::http::StatusCode;
use askama::Template;

use crate::portal::{chrome::Chrome, page::Page};

/// Says that it is our fault, with a reference that support can look up.
#[derive(Clone, Debug, Template)]
#[template(path = "faults/fault.html")]
pub struct FaultPage {
    /// What stands around the page.
    pub chrome: Chrome,
    /// What to say to support.
    pub reference: String,
}

impl Page for FaultPage {
    fn name(&self) -> &'static str {
        "fault"
    }

    fn chrome(&self) -> &Chrome {
        &self.chrome
    }

    fn heading(&self) -> String {
        self.t("fault-heading").to_owned()
    }

    fn status(&self) -> StatusCode {
        StatusCode::INTERNAL_SERVER_ERROR
    }
}

//! The service is overloaded, or its database is away.

use actix_web::http::StatusCode;
use askama::Template;

use crate::portal::{chrome::Chrome, page::Page};

/// Says that the service is not working just now, and that nothing is lost.
#[derive(Clone, Debug, Template)]
#[template(path = "faults/try_again_later.html")]
pub struct TryAgainLaterPage {
    /// What stands around the page.
    pub chrome: Chrome,
}

impl Page for TryAgainLaterPage {
    fn name(&self) -> &'static str {
        "try-again-later"
    }

    fn chrome(&self) -> &Chrome {
        &self.chrome
    }

    fn heading(&self) -> String {
        self.t("try-again-later-heading").to_owned()
    }

    fn status(&self) -> StatusCode {
        StatusCode::SERVICE_UNAVAILABLE
    }
}

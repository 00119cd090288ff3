//! The service is overloaded, or its database is away.

use actix_web::http::StatusCode;
use askama::Template;

use crate::portal::{chrome::Chrome, page::Page};

/// Says that the service is not working just now, and that nothing is lost; or that nobody knows yet whether the last
/// step was saved.
#[derive(Clone, Debug, Template)]
#[template(path = "faults/try_again_later.html")]
pub struct TryAgainLaterPage {
    /// What stands around the page.
    pub chrome: Chrome,
    /// Whether the step may have been done.
    pub outcome_unknown: bool,
}

impl Page for TryAgainLaterPage {
    fn name(&self) -> &'static str {
        "try-again-later"
    }

    fn chrome(&self) -> &Chrome {
        &self.chrome
    }

    fn heading(&self) -> String {
        let key = if self.outcome_unknown { "outcome-unknown-heading" } else { "try-again-later-heading" };
        self.t(key).to_owned()
    }

    fn status(&self) -> StatusCode {
        StatusCode::SERVICE_UNAVAILABLE
    }
}

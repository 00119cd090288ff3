//! Too much at once: from one place, or at one account.

use std::time::Duration;

use actix_web::http::StatusCode;
use askama::Template;

use crate::portal::{chrome::Chrome, page::Page};

/// Asks for patience and says for how long.
#[derive(Clone, Debug, Template)]
#[template(path = "refusals/too_many_requests.html")]
pub struct TooManyRequestsPage {
    /// What stands around the page.
    pub chrome: Chrome,
    /// How long to wait.
    pub retry_after: Duration,
    /// Whether it was at one account, from anywhere.
    pub of_account: bool,
}

impl Page for TooManyRequestsPage {
    fn name(&self) -> &'static str {
        "too-many-requests"
    }

    fn chrome(&self) -> &Chrome {
        &self.chrome
    }

    fn heading(&self) -> String {
        self.t("too-many-requests-heading").to_owned()
    }

    fn status(&self) -> StatusCode {
        StatusCode::TOO_MANY_REQUESTS
    }
}

//! A form that was open for too long and cannot be shown again.

use actix_web::http::StatusCode;
use askama::Template;

use crate::portal::{chrome::Chrome, page::Page};

/// Says that nothing was changed, and to go back and try again.
#[derive(Clone, Debug, Template)]
#[template(path = "refusals/stale_form.html")]
pub struct StaleFormPage {
    /// What stands around the page.
    pub chrome: Chrome,
    /// 403 without a token, 408, 413 or 415 for a body that is no form.
    pub status: StatusCode,
}

impl Page for StaleFormPage {
    fn name(&self) -> &'static str {
        "stale-form"
    }

    fn chrome(&self) -> &Chrome {
        &self.chrome
    }

    fn heading(&self) -> String {
        self.t("stale-form-heading").to_owned()
    }

    fn status(&self) -> StatusCode {
        self.status
    }
}

//! The code is frozen: somebody who holds it did not expect it.

use actix_web::http::StatusCode;
use askama::Template;

use crate::portal::{chrome::Chrome, page::Page};

/// Says that the code takes no answer any more, that nothing was shared, and whom to ask.
#[derive(Clone, Debug, Template)]
#[template(path = "refusals/frozen.html")]
pub struct FrozenPage {
    /// What stands around the page.
    pub chrome: Chrome,
    /// Whether the code had been used before: what was allowed then stays.
    pub already_authorized: bool,
}

impl Page for FrozenPage {
    fn name(&self) -> &'static str {
        "frozen"
    }

    fn chrome(&self) -> &Chrome {
        &self.chrome
    }

    fn heading(&self) -> String {
        self.t("frozen-heading").to_owned()
    }

    fn status(&self) -> StatusCode {
        StatusCode::GONE
    }
}

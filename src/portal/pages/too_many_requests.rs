//! Too much at once from one place.

use std::time::Duration;

use askama::Template;

use super::Page;
use crate::portal::chrome::Chrome;

/// Asks for patience and says for how long.
#[derive(Clone, Debug, Template)]
#[template(path = "refusals/too_many_requests.html")]
pub struct TooManyRequestsPage {
    /// What stands around the page.
    pub chrome: Chrome,
    /// How long to wait.
    pub retry_after: Duration,
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
}

impl TooManyRequestsPage {
    /// Every state the page can be in, by name.
    pub fn samples(chrome: &Chrome) -> Vec<(&'static str, Self)> {
        let page = |seconds| TooManyRequestsPage {
            chrome: chrome.clone(),
            retry_after: Duration::from_secs(seconds),
        };
        vec![("seconds", page(30)), ("minutes", page(120)), ("hour", page(3600))]
    }
}

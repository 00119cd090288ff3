//! The service is overloaded, or its database is away.

use askama::Template;

use super::Page;
use crate::portal::chrome::Chrome;

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
}

impl TryAgainLaterPage {
    /// Every state the page can be in, by name.
    pub fn samples(chrome: &Chrome) -> Vec<(&'static str, Self)> {
        vec![("later", TryAgainLaterPage { chrome: chrome.clone() })]
    }
}

//! There is no such page.

use askama::Template;

use super::{Page, samples};
use crate::portal::chrome::Chrome;

/// Says that there is no such page, and where to go instead.
#[derive(Clone, Debug, Template)]
#[template(path = "refusals/not_found.html")]
pub struct NotFoundPage {
    /// What stands around the page.
    pub chrome: Chrome,
    /// Whether a classic link asked for something that this service does not have.
    pub unknown_target: bool,
}

impl Page for NotFoundPage {
    fn name(&self) -> &'static str {
        "not-found"
    }

    fn chrome(&self) -> &Chrome {
        &self.chrome
    }

    fn heading(&self) -> String {
        self.t("not-found-heading").to_owned()
    }
}

impl NotFoundPage {
    /// Every state the page can be in, by name.
    pub fn samples(chrome: &Chrome) -> Vec<(&'static str, Self)> {
        vec![
            ("address", NotFoundPage { chrome: chrome.clone(), unknown_target: false }),
            ("link", NotFoundPage { chrome: chrome.clone(), unknown_target: true }),
            ("signed-in", NotFoundPage { chrome: samples::signed_in(chrome), unknown_target: false }),
        ]
    }
}

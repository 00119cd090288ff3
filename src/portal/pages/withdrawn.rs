//! The clinic deleted the code.

use askama::Template;

use super::{Page, samples};
use crate::portal::chrome::Chrome;

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
}

impl WithdrawnPage {
    /// Every state the page can be in, by name.
    pub fn samples(chrome: &Chrome) -> Vec<(&'static str, Self)> {
        vec![
            ("clinic-known", WithdrawnPage { chrome: samples::branded(chrome) }),
            ("clinic-unknown", WithdrawnPage { chrome: chrome.clone() }),
        ]
    }
}

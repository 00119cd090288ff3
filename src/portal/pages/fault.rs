//! Something broke on our side.

use askama::Template;

use super::Page;
use crate::portal::chrome::Chrome;

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
}

impl FaultPage {
    /// Every state the page can be in, by name.
    pub fn samples(chrome: &Chrome) -> Vec<(&'static str, Self)> {
        vec![("fault", FaultPage { chrome: chrome.clone(), reference: "7F3K-92QD".to_owned() })]
    }
}

//! A form that was open for too long and cannot be shown again.

use askama::Template;

use super::{Page, samples};
use crate::portal::chrome::Chrome;

/// Says that nothing was changed, and to go back and try again.
#[derive(Clone, Debug, Template)]
#[template(path = "refusals/stale_form.html")]
pub struct StaleFormPage {
    /// What stands around the page.
    pub chrome: Chrome,
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
}

impl StaleFormPage {
    /// Every state the page can be in, by name.
    pub fn samples(chrome: &Chrome) -> Vec<(&'static str, Self)> {
        vec![
            ("stale", StaleFormPage { chrome: chrome.clone() }),
            ("signed-in", StaleFormPage { chrome: samples::signed_in(chrome) }),
        ]
    }
}

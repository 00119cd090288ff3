//! The code is too old.

use askama::Template;

use super::{Page, samples};
use crate::portal::chrome::Chrome;

/// Says that the code ran out, that nothing was shared, and whom to ask for a new one.
#[derive(Clone, Debug, Template)]
#[template(path = "refusals/expired.html")]
pub struct ExpiredPage {
    /// What stands around the page.
    pub chrome: Chrome,
    /// How long codes live.
    pub lifetime_days: u32,
}

impl Page for ExpiredPage {
    fn name(&self) -> &'static str {
        "expired"
    }

    fn chrome(&self) -> &Chrome {
        &self.chrome
    }

    fn heading(&self) -> String {
        self.t("expired-heading").to_owned()
    }
}

impl ExpiredPage {
    /// Every state the page can be in, by name.
    pub fn samples(chrome: &Chrome) -> Vec<(&'static str, Self)> {
        let weeks = ExpiredPage { chrome: samples::branded(chrome), lifetime_days: 28 };
        vec![("weeks", weeks.clone()), ("one-day", ExpiredPage { lifetime_days: 1, ..weeks })]
    }
}

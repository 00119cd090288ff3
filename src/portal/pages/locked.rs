//! The code is locked: too many wrong answers.

use askama::Template;

use super::{Page, samples};
use crate::portal::chrome::Chrome;

/// Says that the code is locked, that nothing was shared, and whom to ask for a new one.
#[derive(Clone, Debug, Template)]
#[template(path = "refusals/locked.html")]
pub struct LockedPage {
    /// What stands around the page.
    pub chrome: Chrome,
    /// Whether the code had been used before: what was allowed then stays.
    pub already_authorized: bool,
}

impl Page for LockedPage {
    fn name(&self) -> &'static str {
        "locked"
    }

    fn chrome(&self) -> &Chrome {
        &self.chrome
    }

    fn heading(&self) -> String {
        self.t("locked-heading").to_owned()
    }
}

impl LockedPage {
    /// Every state the page can be in, by name.
    pub fn samples(chrome: &Chrome) -> Vec<(&'static str, Self)> {
        let pending = LockedPage { chrome: samples::branded(chrome), already_authorized: false };
        vec![
            ("pending", pending.clone()),
            ("authorized-before", LockedPage { already_authorized: true, ..pending }),
        ]
    }
}

//! The patient said no.

use askama::Template;

use super::{Page, samples};
use crate::portal::chrome::Chrome;

/// Confirms that nothing was shared, and how to change one's mind.
#[derive(Clone, Debug, Template)]
#[template(path = "journey/declined.html")]
pub struct DeclinedPage {
    /// What stands around the page.
    pub chrome: Chrome,
    /// What was not connected.
    pub friendly_name: String,
}

impl Page for DeclinedPage {
    fn name(&self) -> &'static str {
        "declined"
    }

    fn chrome(&self) -> &Chrome {
        &self.chrome
    }

    fn heading(&self) -> String {
        self.ours_plain("declined-heading")
    }
}

impl DeclinedPage {
    /// Every state the page can be in, by name.
    pub fn samples(chrome: &Chrome) -> Vec<(&'static str, Self)> {
        let friendly_name = "Emma’s visits".to_owned();
        vec![("declined", DeclinedPage { chrome: samples::signed_in_branded(chrome), friendly_name })]
    }
}

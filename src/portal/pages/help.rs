//! Help: how it works, cookies, time limits, accessibility, what is kept.

use askama::Template;

use super::Page;
use crate::portal::chrome::Chrome;

/// Answers what people ask, in one short page.
#[derive(Clone, Debug, Template)]
#[template(path = "help.html")]
pub struct HelpPage {
    /// What stands around the page.
    pub chrome: Chrome,
    /// How long a code lives.
    pub code_days: u32,
    /// How long a journey is kept.
    pub journey_hours: u32,
    /// How long a sign-in lasts when nothing happens.
    pub idle_minutes: u32,
}

impl Page for HelpPage {
    fn name(&self) -> &'static str {
        "help"
    }

    fn chrome(&self) -> &Chrome {
        &self.chrome
    }

    fn heading(&self) -> String {
        self.t("help-heading").to_owned()
    }
}

impl HelpPage {
    /// Every state the page can be in, by name.
    pub fn samples(chrome: &Chrome) -> Vec<(&'static str, Self)> {
        vec![(
            "help",
            HelpPage { chrome: chrome.clone(), code_days: 28, journey_hours: 24, idle_minutes: 30 },
        )]
    }
}

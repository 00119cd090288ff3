//! How it works, what is kept, time limits, accessibility.

use askama::Template;

use super::{chrome::Chrome, page::Page, reply::Answer, request::Request};
use crate::domain::retention::{JOURNEY_IDLE, KEPT_SIGN_IN, SIGN_IN_IDLE};

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
    /// How long one lasts where it is kept.
    pub kept_days: u32,
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

/// Shows it.
pub async fn get(cx: Request) -> Answer {
    cx.answer_spliced("help", "", |chrome, _| HelpPage {
        chrome,
        code_days: cx.context().rules.retention.pending_days,
        journey_hours: u32::try_from(JOURNEY_IDLE.num_hours()).unwrap_or_default(),
        idle_minutes: u32::try_from(SIGN_IN_IDLE.num_minutes()).unwrap_or_default(),
        kept_days: u32::try_from(KEPT_SIGN_IN.num_days()).unwrap_or_default(),
    })
}

//! The app is connected.

use askama::Template;
use chrono::{DateTime, Utc};

use super::{Page, RuleView, samples};
use crate::portal::chrome::Chrome;

/// Confirms the connection, with the clinic's own message. Worth printing.
#[derive(Clone, Debug, Template)]
#[template(path = "journey/success.html")]
pub struct SuccessPage {
    /// What stands around the page.
    pub chrome: Chrome,
    /// What was connected.
    pub friendly_name: String,
    /// The record.
    pub record_name: String,
    /// The clinic's message, as HTML that we made safe.
    pub message_html: String,
    /// The message's language, where it is not the page's.
    pub message_lang: Option<String>,
    /// When it was allowed.
    pub authorized_at: DateTime<Utc>,
    /// What was allowed.
    pub rules: Vec<RuleView>,
    /// How long the code can be used again.
    pub pickup_days: u32,
}

impl Page for SuccessPage {
    fn name(&self) -> &'static str {
        "success"
    }

    fn chrome(&self) -> &Chrome {
        &self.chrome
    }

    fn heading(&self) -> String {
        self.ours_plain("success-heading")
    }
}

impl SuccessPage {
    /// Every state the page can be in, by name.
    pub fn samples(chrome: &Chrome) -> Vec<(&'static str, Self)> {
        let plain = SuccessPage {
            chrome: samples::signed_in_branded(chrome),
            friendly_name: "Emma’s visits".to_owned(),
            record_name: "Emma".to_owned(),
            message_html: "<p>You are now connected!</p>".to_owned(),
            message_lang: (chrome.words.tag() != "en").then(|| "en".to_owned()),
            authorized_at: samples::november(23),
            rules: samples::required(),
            pickup_days: 90,
        };
        let long = "<p><strong>Welcome, and thank you!</strong> Your visit notes arrive the day after each visit.</p>\
                    <h2>Before your first visit</h2><ul><li>Bring your insurance card.</li><li>Come ten minutes \
                    early.</li></ul><p>See <a href=\"https://fabrikam.example/start\">our page for new \
                    patients</a>.</p>";
        vec![
            ("plain-message", plain.clone()),
            ("long-message", SuccessPage { message_html: long.to_owned(), ..plain.clone() }),
            ("no-rules", SuccessPage { rules: Vec::new(), ..plain }),
        ]
    }
}

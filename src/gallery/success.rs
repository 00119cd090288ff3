//! The Success page: every state that it can be in.

use super::samples;
use crate::portal::{chrome::Chrome, journey::success::SuccessPage};

/// Every state the page can be in, by name.
pub(super) fn states(chrome: &Chrome) -> Vec<(&'static str, SuccessPage)> {
    let plain = SuccessPage {
        chrome: samples::signed_in_branded(chrome),
        friendly_name: "Emma’s visits".to_owned(),
        record_name: "Emma".to_owned(),
        message_html: "<p>You are now connected!</p>".to_owned(),
        message_lang: (chrome.words.tag() != "en").then(|| "en".to_owned()),
        authorized_at: samples::november(23),
        rules: samples::required(chrome),
        return_link: None,
        offers_passkey: false,
        pickup_days: 90,
    };
    let long = "<p><strong>Welcome, and thank you!</strong> Your visit notes arrive the day after each visit.</p>\
                <h2>Before your first visit</h2><ul><li>Bring your insurance card.</li><li>Come ten minutes \
                early.</li></ul><p>See <a href=\"https://fabrikam.example/start\">our page for new \
                patients</a>.</p>";
    vec![
        ("plain-message", plain.clone()),
        ("long-message", SuccessPage { message_html: long.to_owned(), ..plain.clone() }),
        ("return-link", SuccessPage { return_link: samples::return_link(chrome), ..plain.clone() }),
        ("passkey-offered", SuccessPage { offers_passkey: true, ..plain.clone() }),
        ("no-rules", SuccessPage { rules: Vec::new(), ..plain.clone() }),
        ("shared-computer", SuccessPage { chrome: samples::ended(chrome), ..plain }),
    ]
}

//! The page of the account: every state that it can be in.

use super::{samples, saying};
use crate::portal::{account::overview::OverviewPage, chrome::Chrome};

/// Every state the page can be in, by name.
pub(super) fn states(chrome: &Chrome) -> Vec<(&'static str, OverviewPage)> {
    let plain = OverviewPage {
        chrome: chrome.clone(),
        name: "Anna Lindqvist".to_owned(),
        email: samples::EMAIL.to_owned(),
        language: None,
        has_password: true,
        passkeys: None,
        has_providers: false,
        records: 2,
        sessions: 3,
    };
    let changed = OverviewPage {
        chrome: saying(chrome, "notice-password-changed"),
        language: Some("Español".to_owned()),
        passkeys: Some(1),
        records: 0,
        sessions: 1,
        ..plain.clone()
    };
    let long = OverviewPage {
        name: "Anna Wilhelmina Charlotta Lindqvist-Oxenstierna".to_owned(),
        email: "anna.wilhelmina.charlotta.lindqvist-oxenstierna@universitetssjukhuset.example.org".to_owned(),
        ..plain.clone()
    };
    let without_password =
        OverviewPage { has_password: false, has_providers: true, email: String::new(), ..plain.clone() };
    let providers = OverviewPage { has_providers: true, ..plain.clone() };
    vec![
        ("plain", plain),
        ("changed", changed),
        ("long-names", long),
        ("providers", providers),
        ("without-password", without_password),
    ]
}

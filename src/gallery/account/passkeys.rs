//! The page of the passkeys: every state that it can be in.

use super::{samples, saying};
use crate::portal::{
    account::passkeys::{Adding, PasskeyView, PasskeysPage},
    chrome::Chrome,
    problems::Problems,
    seal::Seal,
};

/// Every state the page can be in, by name.
pub(super) fn states(chrome: &Chrome) -> Vec<(&'static str, PasskeysPage)> {
    let passkey = |name: &str, day, used: Option<u32>| PasskeyView {
        id: format!("passkey-{day}"),
        name: name.to_owned(),
        since: samples::november(day),
        used: used.map(samples::november),
    };
    let page = |chrome: &Chrome, passkeys: Vec<PasskeyView>| PasskeysPage {
        chrome: chrome.clone(),
        problems: Problems::none(),
        seal: Seal::sample(),
        passkeys,
        adding: Adding::Ask(samples::new_challenge()),
        passkey_name: String::new(),
    };
    let two = vec![passkey("My phone", 20, Some(23)), passkey("الحاسوب المحمول", 23, None)];
    let wrong = |field, key: &str| PasskeysPage {
        problems: samples::problem(chrome, field, key, &[]),
        ..page(chrome, two.clone())
    };
    let many = (1..=10).map(|day| passkey(&format!("Security key {day}"), day, Some(day + 2))).collect();
    vec![
        ("none", page(chrome, Vec::new())),
        ("two", page(chrome, two.clone())),
        ("added", page(&saying(chrome, "notice-passkey-added"), two.clone())),
        ("removed", page(&saying(chrome, "notice-passkey-removed"), Vec::new())),
        ("password-first", PasskeysPage { adding: Adding::PasswordFirst, ..page(chrome, two.clone()) }),
        (
            "password-wrong",
            PasskeysPage {
                adding: Adding::PasswordFirst,
                ..wrong("current_password", "problem-current-password")
            },
        ),
        ("name-empty", wrong("passkey_name", "problem-passkey-name-empty")),
        ("cancelled", wrong("form", "problem-passkey-cancelled")),
        ("known", wrong("form", "problem-passkey-known")),
        ("enough", PasskeysPage { adding: Adding::Enough, ..page(chrome, many) }),
    ]
}

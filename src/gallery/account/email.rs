//! The page for another address: every state that it can be in.

use super::samples;
use crate::portal::{account::email::EmailPage, chrome::Chrome, problems::Problems, seal::Seal};

/// Every state the page can be in, by name.
pub(super) fn states(chrome: &Chrome) -> Vec<(&'static str, EmailPage)> {
    let ask = EmailPage {
        chrome: chrome.clone(),
        problems: Problems::none(),
        seal: Seal::sample(),
        present: samples::EMAIL.to_owned(),
        email: String::new(),
        can_mail: true,
        undo_days: 7,
    };
    let wrong = |key: &str, email: &str| EmailPage {
        problems: samples::problem(chrome, "email", key, &[]),
        email: email.to_owned(),
        ..ask.clone()
    };
    let at_once = EmailPage { can_mail: false, ..ask.clone() };
    let wrong_password = EmailPage {
        problems: samples::problem(chrome, "current_password", "problem-current-password", &[]),
        email: "anna.new@example.org".to_owned(),
        ..at_once.clone()
    };
    let none = EmailPage { present: String::new(), ..ask.clone() };
    vec![
        ("ask", ask.clone()),
        ("none", none),
        ("empty", wrong("problem-email-empty", "")),
        ("invalid", wrong("problem-email-invalid", "anna")),
        ("same", wrong("problem-email-same", samples::EMAIL)),
        ("too-many", wrong("problem-email-too-many", "anna.new@example.org")),
        ("without-mail", at_once.clone()),
        ("without-mail-wrong-password", wrong_password),
        (
            "without-mail-taken",
            EmailPage { can_mail: false, ..wrong("problem-email-not-free", "anna.new@example.org") },
        ),
    ]
}

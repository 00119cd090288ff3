//! The Recover page: every state that it can be in.

use super::samples;
use crate::portal::{
    account::recover::RecoverPage,
    chrome::Chrome,
    problems::Problems,
    seal::Seal,
    urls::{Beside, Url},
};

/// Every state the page can be in, by name.
pub(super) fn states(chrome: &Chrome) -> Vec<(&'static str, RecoverPage)> {
    let journey = RecoverPage {
        chrome: samples::branded(chrome),
        problems: Problems::none(),
        journey: Some("1".to_owned()),
        action: Url::Recover(Beside::Journey(1)),
        sign_in: Url::SignInTo(1),
        seal: Seal::sample(),
        friendly_name: Some("Emma’s visits".to_owned()),
        email: String::new(),
    };
    let wrong = |field, key: &str, email: &str| RecoverPage {
        problems: samples::problem(chrome, field, key, &[]),
        email: email.to_owned(),
        ..journey.clone()
    };
    vec![
        ("journey", journey.clone()),
        (
            "alone",
            RecoverPage {
                chrome: chrome.clone(),
                journey: None,
                friendly_name: None,
                action: Url::Recover(Beside::Nothing),
                sign_in: Url::SignIn,
                ..journey.clone()
            },
        ),
        ("empty", wrong("email", "problem-email-empty", "")),
        ("email-invalid", wrong("email", "problem-email-invalid", "anna at mail")),
        ("stale", wrong("form", "problem-form-stale", samples::EMAIL)),
        ("changed", wrong("form", "problem-form-changed", samples::EMAIL)),
    ]
}

//! The RecoverPassword page: every state that it can be in.

use super::samples;
use crate::{
    copy::Arg,
    portal::{
        account::recover_password::RecoverPasswordPage,
        chrome::Chrome,
        problems::Problems,
        seal::Seal,
        urls::{Beside, Url},
    },
};

/// Every state the page can be in, by name.
pub(super) fn states(chrome: &Chrome) -> Vec<(&'static str, RecoverPasswordPage)> {
    let journey = RecoverPasswordPage {
        chrome: samples::branded(chrome),
        problems: Problems::none(),
        journey: Some("1".to_owned()),
        action: Url::RecoverPassword(Beside::Journey(1)),
        seal: Seal::sample(),
        friendly_name: Some("Emma’s visits".to_owned()),
        email: samples::EMAIL.to_owned(),
    };
    let wrong = |field, key: &str, args: &[(&str, Arg<'_>)]| RecoverPasswordPage {
        problems: samples::problem(chrome, field, key, args),
        ..journey.clone()
    };
    vec![
        ("journey", journey.clone()),
        (
            "alone",
            RecoverPasswordPage {
                chrome: chrome.clone(),
                journey: None,
                friendly_name: None,
                action: Url::RecoverPassword(Beside::Nothing),
                ..journey.clone()
            },
        ),
        ("empty", wrong("password", "problem-password-empty", &[])),
        ("short", wrong("password", "problem-password-short", &[("min", 12u32.into())])),
        ("weak", wrong("password", "problem-password-weak", &[])),
        ("long", wrong("password", "problem-password-long", &[("max", 256u32.into())])),
        ("changed", wrong("form", "problem-form-changed", &[])),
    ]
}

//! The VerifyEmail page: every state that it can be in.

use super::samples;
use crate::{
    copy::Arg,
    domain::email_code::{Closed, Errand},
    portal::{
        account::{asked_code::AskedCode, verify_email::VerifyEmailPage},
        chrome::Chrome,
        problems::Problems,
        seal::Seal,
        urls::{Beside, Url},
    },
};

/// Every state the page can be in, by name.
pub(super) fn states(chrome: &Chrome) -> Vec<(&'static str, VerifyEmailPage)> {
    let journey = VerifyEmailPage {
        chrome: samples::branded(chrome),
        problems: Problems::none(),
        journey: Some("1".to_owned()),
        action: Url::VerifyEmail(Beside::Journey(1)),
        again: Url::CreateAccountTo(1),
        seal: Seal::sample(),
        friendly_name: Some("Emma’s visits".to_owned()),
        asked: asked(Errand::SignUp, samples::EMAIL),
    };
    let problem = |field, key: &str, args: &[(&str, Arg<'_>)]| VerifyEmailPage {
        problems: samples::problem(chrome, field, key, args),
        ..journey.clone()
    };
    let wrong = |key: &str, args: &[(&str, Arg<'_>)]| problem("email_code", key, args);
    let closed = |closed: Closed, page: VerifyEmailPage| VerifyEmailPage {
        asked: AskedCode { closed: Some(closed), ..page.asked.clone() },
        ..page
    };
    let alone = VerifyEmailPage {
        chrome: chrome.clone(),
        journey: None,
        friendly_name: None,
        action: Url::VerifyEmail(Beside::Nothing),
        again: Url::CreateAccount,
        ..journey.clone()
    };
    let notice = chrome.words.text("notice-email-sent-again").to_owned();
    let long = "anna.elisabeth.lindqvist-von-hohenstein@donaudampfschifffahrtsgesellschaft.example";
    vec![
        ("journey", journey.clone()),
        ("alone", alone),
        ("long-address", VerifyEmailPage { asked: asked(Errand::SignUp, long), ..journey.clone() }),
        ("empty", wrong("problem-email-code-empty", &[])),
        ("not-digits", wrong("problem-email-code-digits", &[])),
        ("length", wrong("problem-email-code-length", &[("digits", 6u32.into())])),
        ("wrong", wrong("problem-email-code-wrong", &[("left", 9u32.into())])),
        ("last-try", wrong("problem-email-code-wrong", &[("left", 1u32.into())])),
        ("expired", closed(Closed::Expired, wrong("problem-email-code-expired", &[]))),
        ("expired-back-later", closed(Closed::Expired, journey.clone())),
        ("too-many-tries", closed(Closed::Spent, wrong("problem-email-code-spent", &[]))),
        ("too-many-tries-back-later", closed(Closed::Spent, journey.clone())),
        ("too-often", wrong("problem-email-code-too-often", &[("count", 5u32.into())])),
        (
            "sent-again",
            VerifyEmailPage {
                chrome: Chrome { notice: Some(notice), ..journey.chrome.clone() },
                ..journey.clone()
            },
        ),
        ("stale", problem("form", "problem-form-stale", &[])),
        ("changed", problem("form", "problem-form-changed", &[])),
    ]
}

/// A code that was sent to an address.
pub(super) fn asked(errand: Errand, email: &str) -> AskedCode {
    AskedCode {
        email: email.to_owned(),
        digits: errand.digits(),
        lifetime: errand.lifetime().to_std().unwrap_or_default(),
        closed: None,
    }
}

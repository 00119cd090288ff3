//! The RecoverCode page: every state that it can be in.

use super::{samples, verify_email::asked};
use crate::{
    copy::Arg,
    domain::email_code::{Closed, Errand},
    portal::{
        account::{asked_code::AskedCode, recover_code::RecoverCodePage},
        chrome::Chrome,
        problems::Problems,
        seal::Seal,
        urls::{Beside, Url},
    },
};

/// Every state the page can be in, by name.
pub(super) fn states(chrome: &Chrome) -> Vec<(&'static str, RecoverCodePage)> {
    let journey = RecoverCodePage {
        chrome: samples::branded(chrome),
        problems: Problems::none(),
        journey: Some("1".to_owned()),
        action: Url::RecoverCode(Beside::Journey(1)),
        again: Url::Recover(Beside::Journey(1)),
        seal: Seal::sample(),
        friendly_name: Some("Emma’s visits".to_owned()),
        asked: asked(Errand::Recover, samples::EMAIL),
    };
    let wrong = |key: &str, args: &[(&str, Arg<'_>)]| RecoverCodePage {
        problems: samples::problem(chrome, "recovery_code", key, args),
        ..journey.clone()
    };
    let closed = |closed: Closed, page: RecoverCodePage| RecoverCodePage {
        asked: AskedCode { closed: Some(closed), ..page.asked.clone() },
        ..page
    };
    let notice = chrome.words.text("notice-email-sent-again").to_owned();
    vec![
        ("journey", journey.clone()),
        (
            "alone",
            RecoverCodePage {
                chrome: chrome.clone(),
                journey: None,
                friendly_name: None,
                action: Url::RecoverCode(Beside::Nothing),
                again: Url::Recover(Beside::Nothing),
                ..journey.clone()
            },
        ),
        ("empty", wrong("problem-email-code-empty", &[])),
        ("not-digits", wrong("problem-email-code-digits", &[])),
        ("length", wrong("problem-email-code-length", &[("digits", 8u32.into())])),
        ("wrong", wrong("problem-email-code-wrong", &[("left", 9u32.into())])),
        ("last-try", wrong("problem-email-code-wrong", &[("left", 1u32.into())])),
        ("expired", closed(Closed::Expired, wrong("problem-email-code-expired", &[]))),
        ("expired-back-later", closed(Closed::Expired, journey.clone())),
        ("too-many-tries", closed(Closed::Spent, wrong("problem-email-code-spent", &[]))),
        ("too-many-tries-back-later", closed(Closed::Spent, journey.clone())),
        ("too-often", wrong("problem-email-code-too-often", &[("count", 5u32.into())])),
        (
            "sent-again",
            RecoverCodePage {
                chrome: Chrome { notice: Some(notice), ..journey.chrome.clone() },
                ..journey.clone()
            },
        ),
        (
            "changed",
            RecoverCodePage {
                problems: samples::problem(chrome, "form", "problem-form-changed", &[]),
                ..journey
            },
        ),
    ]
}

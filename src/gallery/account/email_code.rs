//! The page for the code that confirms a new address: every state that it can be in.

use super::{samples, saying};
use crate::portal::{account::email_code::EmailCodePage, chrome::Chrome, problems::Problems, seal::Seal};

/// Every state the page can be in, by name.
pub(super) fn states(chrome: &Chrome) -> Vec<(&'static str, EmailCodePage)> {
    let ask = EmailCodePage {
        chrome: chrome.clone(),
        problems: Problems::none(),
        seal: Seal::sample(),
        email: "anna.new@example.org".to_owned(),
        minutes: 30,
        email_code: String::new(),
    };
    let problem = |key: &str| samples::problem(chrome, "email_code", key, &[]);
    let left = &[("left", 3u32.into())];
    let wrong = samples::problem(chrome, "email_code", "problem-email-code-wrong", left);
    vec![
        ("ask", ask.clone()),
        ("sent-again", EmailCodePage { chrome: saying(chrome, "notice-code-sent"), ..ask.clone() }),
        ("empty", EmailCodePage { problems: problem("problem-email-code-empty"), ..ask.clone() }),
        (
            "not-digits",
            EmailCodePage {
                problems: problem("problem-email-code-digits"),
                email_code: "12345".to_owned(),
                ..ask.clone()
            },
        ),
        ("wrong", EmailCodePage { problems: wrong, ..ask.clone() }),
        ("over", EmailCodePage { problems: problem("problem-email-code-over"), ..ask }),
    ]
}

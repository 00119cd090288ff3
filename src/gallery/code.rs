//! The Code page: every state that it can be in.

use super::samples;
use crate::portal::{chrome::Chrome, journey::code::CodePage, problems::Problems, urls::Url};

/// Every state the page can be in, by name.
pub(super) fn states(chrome: &Chrome) -> Vec<(&'static str, CodePage)> {
    let blank = CodePage {
        chrome: chrome.clone(),
        problems: Problems::none(),
        identity_code: String::new(),
        action: Url::Code,
    };
    let wrong = |typed: &str, key: &str, args: &[(&str, crate::copy::Arg<'_>)]| CodePage {
        problems: samples::problem(chrome, "identity_code", key, args),
        identity_code: typed.to_owned(),
        ..blank.clone()
    };
    let signed_out =
        Chrome { notice: Some(chrome.words.text("notice-signed-out").to_owned()), ..chrome.clone() };
    vec![
        ("blank", blank.clone()),
        ("own-entry", CodePage { chrome: samples::own_look(chrome), ..blank.clone() }),
        ("signed-in", CodePage { chrome: samples::signed_in(chrome), ..blank.clone() }),
        ("signed-out", CodePage { chrome: signed_out, ..blank.clone() }),
        ("sandbox", CodePage { chrome: Chrome { sandbox: true, ..chrome.clone() }, ..blank.clone() }),
        ("empty", wrong("", "problem-identity-code-empty", &[])),
        ("length", wrong("JKYZ-QNMN-VHRX", "problem-identity-code-length", &[("letters", 12u32.into())])),
        (
            "letter",
            wrong(
                "JKYZ-QNMN-VHRX-ZGN8-GZNH",
                "problem-identity-code-letter",
                &[("letter", "8".into()), ("group", 4u32.into())],
            ),
        ),
        (
            "group",
            wrong(
                "JKYZ-QNM-VHRX-ZGNR-GZNH",
                "problem-identity-code-group",
                &[("group", 2u32.into()), ("letters", 3u32.into())],
            ),
        ),
        ("slip", wrong("JKYZ-QNMN-VHRX-ZGRN-GZNH", "problem-identity-code-slip", &[])),
        ("unknown", wrong("JKYZ-QNMN-VHRX-ZGNR-GZNH", "problem-identity-code-unknown", &[])),
        ("link", wrong("", "problem-identity-code-link", &[])),
        ("too-long", wrong("JKYZ-QNMN-VHRX-ZGNR-GZNH-JKYZ", "problem-identity-code-too-long", &[])),
        ("stale", wrong("JKYZ-QNMN-VHRX-ZGNR-GZNH", "problem-form-stale", &[])),
    ]
}

//! The Authorize page: every state that it can be in.

use super::samples;
use crate::portal::{
    chrome::Chrome, journey::authorize::AuthorizePage, problems::Problems, seal::Seal, urls::Url,
};

/// Every state the page can be in, by name.
pub(super) fn states(chrome: &Chrome) -> Vec<(&'static str, AuthorizePage)> {
    let usual = AuthorizePage {
        chrome: samples::signed_in_branded(chrome),
        problems: Problems::none(),
        journey: "1".to_owned(),
        action: Url::Authorize(1),
        record_page: Url::Record(1),
        seal: Seal::sample(),

        friendly_name: "Emma’s visits".to_owned(),
        record_name: "Emma".to_owned(),
        record_is_new: false,
        required: samples::required(chrome),
        optional: samples::optional(chrome),
        stays_connected: Vec::new(),
    };
    let wrong = |field, key: &str| AuthorizePage {
        problems: samples::problem(chrome, field, key, &[]),
        ..usual.clone()
    };
    let mut ticked = usual.clone();
    ticked.optional[0].checked = true;
    vec![
        ("usual", usual.clone()),
        ("ticked", ticked),
        ("new-record", AuthorizePage { record_is_new: true, ..usual.clone() }),
        (
            "second-record",
            AuthorizePage { stays_connected: vec!["Oskar".to_owned(), "Anna".to_owned()], ..usual.clone() },
        ),
        ("own-look", AuthorizePage { chrome: samples::own_look(chrome), ..usual.clone() }),
        ("required-only", AuthorizePage { optional: Vec::new(), ..usual.clone() }),
        ("optional-only", AuthorizePage { required: Vec::new(), ..usual.clone() }),
        ("no-rules", AuthorizePage { required: Vec::new(), optional: Vec::new(), ..usual.clone() }),
        ("no-decision", wrong("decision", "problem-decision-none")),
        ("unknown-rule", wrong("rule", "problem-rule-unknown")),
        ("changed", wrong("form", "problem-form-changed")),
    ]
}

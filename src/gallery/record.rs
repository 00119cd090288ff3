//! The Record page: every state that it can be in.

use super::samples;
use crate::portal::{
    chrome::Chrome,
    journey::record::{RecordOption, RecordPage},
    problems::Problems,
    seal::Seal,
    urls::Url,
};

/// Every state the page can be in, by name.
pub(super) fn states(chrome: &Chrome) -> Vec<(&'static str, RecordPage)> {
    let option = |id: &str, name: &str, used_before, connected| RecordOption {
        id: id.to_owned(),
        name: name.to_owned(),
        used_before,
        connected,
    };
    let family = RecordPage {
        chrome: samples::signed_in_branded(chrome),
        problems: Problems::none(),
        journey: "1".to_owned(),
        action: Url::Record(1),
        seal: Seal::sample(),
        friendly_name: "Emma’s visits".to_owned(),
        person_name: "Anna Lindqvist".to_owned(),
        records: vec![
            option("r1", "Anna", false, false),
            option("r2", "Emma", true, true),
            option("r3", "Oskar", true, false),
        ],
        chosen: String::new(),
        new_record_name: String::new(),
    };
    let first_time = RecordPage { records: Vec::new(), ..family.clone() };
    let wrong = |field, key: &str, args: &[(&str, crate::copy::Arg<'_>)]| RecordPage {
        problems: samples::problem(chrome, field, key, args),
        ..family.clone()
    };
    let new = |page: RecordPage, name: &str| RecordPage {
        chosen: "new".to_owned(),
        new_record_name: name.to_owned(),
        ..page
    };
    vec![
        ("family", family.clone()),
        ("first-time", first_time),
        ("chosen", RecordPage { chosen: "r2".to_owned(), ..family.clone() }),
        ("none-chosen", wrong("record", "problem-record-none", &[])),
        ("unknown", wrong("record", "problem-record-unknown", &[])),
        ("changed", wrong("form", "problem-form-changed", &[])),
        ("new-without-name", new(wrong("new_record_name", "problem-new-record-name-empty", &[]), "")),
        (
            "new-name-long",
            new(
                wrong("new_record_name", "problem-new-record-name-long", &[("max", 100u32.into())]),
                &"Emma Charlotte ".repeat(8),
            ),
        ),
    ]
}

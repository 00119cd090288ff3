//! Whose record the app is connected to.

use askama::Template;

use super::{Page, samples};
use crate::portal::chrome::{Chrome, Problem};

/// Offers the person's records and a new one. None is chosen beforehand: the wrong child must not be one tap away.
#[derive(Clone, Debug, Template)]
#[template(path = "journey/record.html")]
pub struct RecordPage {
    /// What stands around the page.
    pub chrome: Chrome,
    /// What is wrong with the form.
    pub problems: Vec<Problem>,
    /// Which journey the form belongs to.
    pub journey: String,
    /// Appended to the path of every form and link of the journey.
    pub step_query: String,
    /// What is being connected.
    pub friendly_name: String,
    /// Who is signed in.
    pub person_name: String,
    /// Her records.
    pub records: Vec<RecordOption>,
    /// What was chosen before: nothing, a record's id, or `new`.
    pub chosen: String,
    /// What was typed before.
    pub new_record_name: String,
}

/// One record to choose.
#[derive(Clone, Debug)]
pub struct RecordOption {
    /// The value of its radio button.
    pub id: String,
    /// Whose it is.
    pub name: String,
    /// Whether it was chosen with this connect request before.
    pub used_before: bool,
    /// Whether it is connected to this app now.
    pub connected: bool,
}

impl Page for RecordPage {
    fn name(&self) -> &'static str {
        "record"
    }

    fn chrome(&self) -> &Chrome {
        &self.chrome
    }

    fn heading(&self) -> String {
        self.t("record-heading").to_owned()
    }

    fn problems(&self) -> &[Problem] {
        &self.problems
    }
}

impl RecordPage {
    /// Every state the page can be in, by name.
    pub fn samples(chrome: &Chrome) -> Vec<(&'static str, Self)> {
        let option = |id: &str, name: &str, used_before, connected| RecordOption {
            id: id.to_owned(),
            name: name.to_owned(),
            used_before,
            connected,
        };
        let family = RecordPage {
            chrome: samples::signed_in_branded(chrome),
            problems: Vec::new(),
            journey: "1".to_owned(),
            step_query: String::new(),
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
        let wrong = |field, key: &str, args: &[(&str, crate::portal::copy::Arg<'_>)]| RecordPage {
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
}

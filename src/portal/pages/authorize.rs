//! The decision: what the app asks for, and yes or no.

use askama::Template;

use super::{Page, RuleView, samples};
use crate::portal::chrome::{Chrome, Problem};

/// Says who asks, for which record and what for, and asks to allow or decline with equal ease.
#[derive(Clone, Debug, Template)]
#[template(path = "journey/authorize.html")]
pub struct AuthorizePage {
    /// What stands around the page.
    pub chrome: Chrome,
    /// What is wrong with the form.
    pub problems: Vec<Problem>,
    /// Which journey the form belongs to.
    pub journey: String,
    /// Appended to the path of every form and link of the journey.
    pub step_query: String,
    /// Stands for the rules listed: sent back with the decision, so that nothing is granted that she has not read.
    pub rules_shown: String,
    /// What is being connected.
    pub friendly_name: String,
    /// The record that was chosen.
    pub record_name: String,
    /// Whether the record is made by allowing.
    pub record_is_new: bool,
    /// What comes with every yes.
    pub required: Vec<RuleView>,
    /// What can be left out.
    pub optional: Vec<RuleView>,
    /// Her other records that stay connected to this app.
    pub stays_connected: Vec<String>,
}

impl Page for AuthorizePage {
    fn name(&self) -> &'static str {
        "authorize"
    }

    fn chrome(&self) -> &Chrome {
        &self.chrome
    }

    fn heading(&self) -> String {
        self.ours_plain("authorize-heading")
    }

    fn problems(&self) -> &[Problem] {
        &self.problems
    }
}

impl AuthorizePage {
    /// Every state the page can be in, by name.
    pub fn samples(chrome: &Chrome) -> Vec<(&'static str, Self)> {
        let usual = AuthorizePage {
            chrome: samples::signed_in_branded(chrome),
            problems: Vec::new(),
            journey: "1".to_owned(),
            step_query: String::new(),
            rules_shown: "rules".to_owned(),
            friendly_name: "Emma’s visits".to_owned(),
            record_name: "Emma".to_owned(),
            record_is_new: false,
            required: samples::required(),
            optional: samples::optional(),
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
                AuthorizePage {
                    stays_connected: vec!["Oskar".to_owned(), "Anna".to_owned()],
                    ..usual.clone()
                },
            ),
            ("own-look", AuthorizePage { chrome: samples::own_look(chrome), ..usual.clone() }),
            ("required-only", AuthorizePage { optional: Vec::new(), ..usual.clone() }),
            ("optional-only", AuthorizePage { required: Vec::new(), ..usual.clone() }),
            ("no-rules", AuthorizePage { required: Vec::new(), optional: Vec::new(), ..usual.clone() }),
            ("no-decision", wrong("decision", "problem-decision-none")),
            ("unknown-rule", wrong("rule", "problem-rule-unknown")),
        ]
    }
}

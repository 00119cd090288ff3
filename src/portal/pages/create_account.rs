//! Creating an account, inside a journey or on its own.

use askama::Template;

use super::{Page, samples};
use crate::portal::chrome::{Chrome, Problem};

/// Asks for name, email and a new password.
#[derive(Clone, Debug, Template)]
#[template(path = "account/create_account.html")]
pub struct CreateAccountPage {
    /// What stands around the page.
    pub chrome: Chrome,
    /// What is wrong with the form.
    pub problems: Vec<Problem>,
    /// Which journey the form belongs to, if any.
    pub journey: Option<String>,
    /// Appended to the path of every form and link of the journey.
    pub step_query: String,
    /// What is being connected, in a journey.
    pub friendly_name: Option<String>,
    /// What was typed before.
    pub name: String,
    /// What was typed before.
    pub email: String,
}

impl Page for CreateAccountPage {
    fn name(&self) -> &'static str {
        "create-account"
    }

    fn chrome(&self) -> &Chrome {
        &self.chrome
    }

    fn heading(&self) -> String {
        self.t("create-account-heading").to_owned()
    }

    fn problems(&self) -> &[Problem] {
        &self.problems
    }
}

impl CreateAccountPage {
    /// Every state the page can be in, by name.
    pub fn samples(chrome: &Chrome) -> Vec<(&'static str, Self)> {
        let journey = CreateAccountPage {
            chrome: samples::branded(chrome),
            problems: Vec::new(),
            journey: Some("1".to_owned()),
            step_query: "?journey=2".to_owned(),
            friendly_name: Some("Emma’s visits".to_owned()),
            name: String::new(),
            email: String::new(),
        };
        let wrong = |field, key: &str, args: &[(&str, crate::portal::copy::Arg<'_>)]| CreateAccountPage {
            problems: samples::problem(chrome, field, key, args),
            name: "Anna Lindqvist".to_owned(),
            email: "anna@example.org".to_owned(),
            ..journey.clone()
        };
        let mut all_empty = CreateAccountPage {
            name: String::new(),
            email: String::new(),
            ..wrong("name", "problem-name-empty", &[])
        };
        all_empty.problems.extend(samples::problem(chrome, "email", "problem-email-empty", &[]));
        all_empty.problems.extend(samples::problem(chrome, "password", "problem-password-empty", &[]));
        vec![
            ("journey", journey.clone()),
            (
                "alone",
                CreateAccountPage {
                    chrome: chrome.clone(),
                    journey: None,
                    friendly_name: None,
                    step_query: String::new(),
                    ..journey.clone()
                },
            ),
            ("all-empty", all_empty),
            ("name-long", wrong("name", "problem-name-long", &[("max", 100u32.into())])),
            ("email-taken", wrong("email", "problem-email-taken", &[])),
            ("password-short", wrong("password", "problem-password-short", &[("min", 12u32.into())])),
            ("password-weak", wrong("password", "problem-password-weak", &[])),
            ("password-long", wrong("password", "problem-password-long", &[("max", 256u32.into())])),
        ]
    }
}

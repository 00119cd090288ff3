//! Signing in, inside a journey or on its own.

use askama::Template;

use super::{Page, samples};
use crate::portal::chrome::{Chrome, Problem};

/// Asks for email and password.
#[derive(Clone, Debug, Template)]
#[template(path = "account/sign_in.html")]
pub struct SignInPage {
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
    pub email: String,
}

impl Page for SignInPage {
    fn name(&self) -> &'static str {
        "sign-in"
    }

    fn chrome(&self) -> &Chrome {
        &self.chrome
    }

    fn heading(&self) -> String {
        self.t("sign-in-heading").to_owned()
    }

    fn problems(&self) -> &[Problem] {
        &self.problems
    }
}

impl SignInPage {
    /// Every state the page can be in, by name.
    pub fn samples(chrome: &Chrome) -> Vec<(&'static str, Self)> {
        let journey = SignInPage {
            chrome: samples::branded(chrome),
            problems: Vec::new(),
            journey: Some("1".to_owned()),
            step_query: String::new(),
            friendly_name: Some("Emma’s visits".to_owned()),
            email: String::new(),
        };
        let alone =
            SignInPage { chrome: chrome.clone(), journey: None, friendly_name: None, ..journey.clone() };
        let wrong = |field, key: &str, email: &str| SignInPage {
            problems: samples::problem(chrome, field, key, &[]),
            email: email.to_owned(),
            ..journey.clone()
        };
        let again = chrome.words.with("notice-signed-in-again", &[("minutes", 30u32.into())]);
        let mut both_empty = wrong("email", "problem-email-empty", "");
        both_empty.problems.extend(samples::problem(chrome, "password", "problem-password-empty", &[]));
        vec![
            ("journey", journey.clone()),
            ("alone", alone),
            (
                "timed-out",
                SignInPage {
                    chrome: Chrome { notice: Some(again), ..journey.chrome.clone() },
                    ..journey.clone()
                },
            ),
            ("both-empty", both_empty),
            ("email-invalid", wrong("email", "problem-email-invalid", "anna at mail")),
            ("no-match", wrong("email", "problem-sign-in", "anna@example.org")),
        ]
    }
}

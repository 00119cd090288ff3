//! The clinic's secret question.

use askama::Template;

use super::{Page, samples};
use crate::portal::chrome::{Chrome, Problem};

/// Asks the secret question. What was answered is never shown again.
#[derive(Clone, Debug, Template)]
#[template(path = "journey/question.html")]
pub struct QuestionPage {
    /// What stands around the page.
    pub chrome: Chrome,
    /// What is wrong with the answer.
    pub problems: Vec<Problem>,
    /// Which journey the form belongs to.
    pub journey: String,
    /// Appended to the path of every form and link of the journey.
    pub step_query: String,
    /// The clinic's question.
    pub question: String,
    /// Chances left.
    pub attempts_left: u32,
    /// Chances there were.
    pub attempts_allowed: u32,
}

impl Page for QuestionPage {
    fn name(&self) -> &'static str {
        "question"
    }

    fn chrome(&self) -> &Chrome {
        &self.chrome
    }

    fn heading(&self) -> String {
        self.question.clone()
    }

    fn problems(&self) -> &[Problem] {
        &self.problems
    }
}

impl QuestionPage {
    /// Whether chances were used up already.
    pub fn chances_used(&self) -> bool {
        self.attempts_left < self.attempts_allowed
    }

    /// Every state the page can be in, by name.
    pub fn samples(chrome: &Chrome) -> Vec<(&'static str, Self)> {
        let first = QuestionPage {
            chrome: samples::branded(chrome),
            problems: Vec::new(),
            journey: "1".to_owned(),
            step_query: String::new(),
            question: "What is the name of the street where you grew up?".to_owned(),
            attempts_left: 3,
            attempts_allowed: 3,
        };
        let wrong = |left: u32| QuestionPage {
            attempts_left: left,
            problems: samples::problem(chrome, "answer", "problem-answer-wrong", &[("left", left.into())]),
            ..first.clone()
        };
        let refused = |key: &str| QuestionPage {
            problems: samples::problem(chrome, "answer", key, &[]),
            ..first.clone()
        };
        let long = "What did the doctor with the red glasses, whom you met on the second floor of the old building, \
                    say to you about Kraftfahrzeughaftpflichtversicherungsgesellschaften on your first visit?";
        vec![
            ("first", first.clone()),
            ("two-left", wrong(2)),
            ("last-chance", wrong(1)),
            ("only-one-chance", QuestionPage { attempts_left: 1, attempts_allowed: 1, ..first.clone() }),
            ("back-later", QuestionPage { attempts_left: 2, ..first.clone() }),
            ("second-tab", QuestionPage { step_query: "?journey=2".to_owned(), ..first.clone() }),
            ("signed-in", QuestionPage { chrome: samples::signed_in_branded(chrome), ..first.clone() }),
            ("own-look", QuestionPage { chrome: samples::own_look(chrome), ..first.clone() }),
            ("empty", refused("problem-answer-empty")),
            ("too-long", refused("problem-answer-too-long")),
            ("stale", refused("problem-form-stale")),
            ("long-question", QuestionPage { question: long.to_owned(), ..first.clone() }),
            ("right-to-left-question", QuestionPage { question: "ما اسم طبيبك الأول؟".to_owned(), ..first }),
        ]
    }
}

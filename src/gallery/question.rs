//! The Question page: every state that it can be in.

use super::samples;
use crate::portal::{
    chrome::Chrome, journey::question::QuestionPage, problems::Problems, seal::Seal, urls::Url,
};

/// Every state the page can be in, by name.
pub(super) fn states(chrome: &Chrome) -> Vec<(&'static str, QuestionPage)> {
    let first = QuestionPage {
        chrome: samples::branded(chrome),
        problems: Problems::none(),
        journey: "1".to_owned(),
        action: Url::Question(1),
        seal: Seal::sample(),
        question: "What is the name of the street where you grew up?".to_owned(),
        attempts_left: 3,
        attempts_allowed: 3,
    };
    let wrong = |left: u32| QuestionPage {
        attempts_left: left,
        problems: samples::problem(chrome, "answer", "problem-answer-wrong", &[("left", left.into())]),
        ..first.clone()
    };
    let refused =
        |key: &str| QuestionPage { problems: samples::problem(chrome, "answer", key, &[]), ..first.clone() };
    let long = "What did the doctor with the red glasses, whom you met on the second floor of the old building, \
                say to you about Kraftfahrzeughaftpflichtversicherungsgesellschaften on your first visit?";
    vec![
        ("first", first.clone()),
        ("two-left", wrong(2)),
        ("last-chance", wrong(1)),
        ("only-one-chance", QuestionPage { attempts_left: 1, attempts_allowed: 1, ..first.clone() }),
        ("back-later", QuestionPage { attempts_left: 2, ..first.clone() }),
        ("second-tab", QuestionPage { action: Url::Question(2), ..first.clone() }),
        ("signed-in", QuestionPage { chrome: samples::signed_in_branded(chrome), ..first.clone() }),
        ("own-look", QuestionPage { chrome: samples::own_look(chrome), ..first.clone() }),
        ("empty", refused("problem-answer-empty")),
        ("too-long", refused("problem-answer-too-long")),
        (
            "stale",
            QuestionPage {
                problems: samples::problem(chrome, "form", "problem-form-stale", &[]),
                ..first.clone()
            },
        ),
        (
            "changed",
            QuestionPage {
                problems: samples::problem(chrome, "form", "problem-form-changed", &[]),
                ..first.clone()
            },
        ),
        ("long-question", QuestionPage { question: long.to_owned(), ..first.clone() }),
        ("right-to-left-question", QuestionPage { question: "ما اسم طبيبك الأول؟".to_owned(), ..first }),
    ]
}

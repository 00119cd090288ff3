//! The secret question.

use askama::Template;

use super::gate;
use crate::{
    actions::journey::{
        answer_question::{Answered, answer_question},
        open::{Open, Stopped},
    },
    domain::secret::{AnswerProblem, SecretAnswer},
    portal::{
        bad_news,
        chrome::Chrome,
        form::Form,
        page::Page,
        problems::{Problem, Problems},
        reply::{Answer, see_other},
        request::Request,
        seal::Seal,
        urls::Url,
    },
    web::limits::Limit,
};

/// Asks the secret question. What was answered is never shown again.
#[derive(Clone, Debug, Template)]
#[template(path = "journey/question.html")]
pub struct QuestionPage {
    /// What stands around the page.
    pub chrome: Chrome,
    /// What is wrong with the answer.
    pub problems: Problems,
    /// Which journey the form belongs to.
    pub journey: String,
    /// Where the form is sent.
    pub action: Url,
    /// Where one says that one did not expect this.
    pub report: Url,
    /// Stands for what the page shows.
    pub seal: Seal,
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

    fn all_problems(&self) -> &Problems {
        &self.problems
    }
}

impl QuestionPage {
    /// Whether chances were used up already.
    pub fn chances_used(&self) -> bool {
        self.attempts_left < self.attempts_allowed
    }
}

/// Asks the question.
pub async fn get(cx: Request) -> Answer {
    let open = gate::question(&cx, None).await?;
    cx.answer(&page(&cx, &open, Problems::none()))
}

/// An answer. What was typed is never shown again.
pub async fn post(cx: Request, form: Form) -> Answer {
    let open = gate::question(&cx, Some(&form)).await?;
    let sent = form
        .verify(&cx, &seal(&cx, &open))
        .map_err(|rejected| cx.instead(&page(&cx, &open, rejected.problems(&cx))))?;
    cx.charge(Limit::Answer)?;
    let answer = SecretAnswer::given(sent.get("answer"))
        .map_err(|problem| cx.instead(&page(&cx, &open, unusable(&cx, &problem).into())))?;
    let answered = answer_question(cx.context(), &open, &answer.fold()).await?;
    cx.installation.site.metrics.count_answer(match answered {
        Answered::Right => "right",
        Answered::Wrong { .. } => "wrong",
        Answered::Refused(_) => "refused",
    });
    after(&cx, open, answered)
}

fn after(cx: &Request, mut open: Open, answered: Answered) -> Answer {
    match answered {
        Answered::Right => {
            open.journey.answer(cx.now);
            Ok(see_other(&gate::next(&open)))
        }
        Answered::Wrong { left } => {
            open.request.attempts_left = left;
            let problem = cx.problem("answer", "problem-answer-wrong", &[("left", left.into())]);
            Err(cx.instead(&page(cx, &open, problem.into())))
        }
        Answered::Refused(refusal) => {
            Err(bad_news::stopped(cx, &Stopped::now(refusal, &open.app, &open.request)))
        }
    }
}

fn unusable(cx: &Request, problem: &AnswerProblem) -> Problem {
    match problem {
        AnswerProblem::TooLong { .. } => cx.problem("answer", "problem-answer-too-long", &[]),
        _ => cx.problem("answer", "problem-answer-empty", &[]),
    }
}

fn seal(cx: &Request, open: &Open) -> Seal {
    cx.seal("question", &[open.journey.id().as_bytes(), open.request.question.as_bytes()])
}

fn page(cx: &Request, open: &Open, problems: Problems) -> QuestionPage {
    QuestionPage {
        chrome: cx.chrome_of(&open.app),
        problems,
        journey: open.journey.id().to_string(),
        action: Url::Question(open.journey.origin.number),
        report: Url::Report(open.journey.origin.number),
        seal: seal(cx, open),
        question: open.request.question.clone(),
        attempts_left: open.request.attempts_left,
        attempts_allowed: open.request.attempts_allowed,
    }
}

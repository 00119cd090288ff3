//! The identity code: typed, or brought by the link.

use askama::Template;

use super::gate;
use crate::{
    actions::journey::enter_code::{Entered, enter_code},
    domain::{
        application::App,
        identity_code::{self, CodeProblem},
    },
    portal::{
        bad_news,
        chrome::Chrome,
        form::Form,
        link,
        page::Page,
        problems::{Problem, Problems},
        reply::{Answer, Reply, see_other},
        request::Request,
        spliced,
        urls::{LinkOutcome, Url},
    },
    web::limits::Limit,
};

/// Asks for the identity code.
#[derive(Clone, Debug, Template)]
#[template(path = "journey/code.html")]
pub struct CodePage {
    /// What stands around the page.
    pub chrome: Chrome,
    /// What is wrong with what was typed.
    pub problems: Problems,
    /// What was typed before.
    pub identity_code: String,
    /// Where the form is sent: here, or to the app's own entry.
    pub action: Url,
}

impl Page for CodePage {
    fn name(&self) -> &'static str {
        "code"
    }

    fn chrome(&self) -> &Chrome {
        &self.chrome
    }

    fn heading(&self) -> String {
        self.t("code-heading").to_owned()
    }

    fn all_problems(&self) -> &Problems {
        &self.problems
    }
}

/// The page where a code is typed; with one in the address, straight on.
pub async fn get(req: actix_web::HttpRequest, cx: Request) -> Answer {
    if ["packageid", "culture", "lcid"].iter().any(|name| cx.query.contains_key(*name)) {
        return link::follow(req.method(), &cx, &cx.query).await;
    }
    match cx.query.get("problem").and_then(|word| LinkOutcome::find(word)) {
        Some(LinkOutcome::Withdrawn) => cx.answer(&bad_news::withdrawn(&cx)),
        Some(LinkOutcome::Unknown) => show(&cx, None, State::Unknown, ""),
        Some(LinkOutcome::Broken) => {
            let problem = cx.problem("identity_code", "problem-identity-code-link", &[]);
            cx.answer(&page(&cx, None, "", problem.into()))
        }
        Some(LinkOutcome::TooManyRequests(seconds)) => Err(bad_news::wait_for_link(seconds).into()),
        Some(LinkOutcome::TryAgainLater) => Err(bad_news::link_later().into()),
        None => show(&cx, None, State::Empty, ""),
    }
}

/// A code was typed.
pub async fn post(cx: Request, form: Form) -> Answer {
    typed(&cx, None, form).await
}

/// A code was typed, here or at an app's own entry.
pub(super) async fn typed(cx: &Request, app: Option<&App>, form: Form) -> Answer {
    let sent = form.verify_token(cx).map_err(|rejected| {
        cx.instead(&page(cx, app, rejected.typed("identity_code"), rejected.problems(cx)))
    })?;
    let typed = sent.get("identity_code");
    cx.charge(Limit::Code)?;
    let refuse = |problem: Problem| cx.instead(&page(cx, app, kept(typed), problem.into()));
    match enter_code(cx.context(), cx.session.id(), typed).await? {
        Entered::Problem(problem) => Err(refuse(explain(cx, &problem))),
        Entered::Unknown => show(cx, app, State::Unknown, kept(typed)),
        Entered::Withdrawn => cx.answer(&bad_news::withdrawn(cx)),
        Entered::Journey(journey) => {
            cx.begin(journey.origin.session_id);
            match gate::now_in(cx, journey.origin.session_id, journey.id()).await? {
                Url::Code => Err(Reply::to(&Url::Code)),
                next => Ok(see_other(&next)),
            }
        }
    }
}

/// What was typed is shown again, unless it is so long that it cannot have been a code.
fn kept(typed: &str) -> &str {
    if typed.chars().count() > identity_code::MAX_TYPED { "" } else { typed }
}

/// The page before anything was typed, as it is kept when it was taken apart.
pub(in crate::portal) const EMPTY: spliced::State = ("code", true);

/// What most of its showings say.
#[derive(Clone, Copy)]
pub(super) enum State {
    /// Nothing was typed yet.
    Empty,
    /// A code that nobody has.
    Unknown,
}

/// Answers with the page in one of its most frequent states.
pub(super) fn show(cx: &Request, app: Option<&App>, state: State, typed: &str) -> Answer {
    let problems = || match state {
        State::Empty => Problems::none(),
        State::Unknown => cx.problem("identity_code", "problem-identity-code-unknown", &[]).into(),
    };
    let name = match state {
        State::Empty => EMPTY.0,
        State::Unknown => "code, unknown",
    };
    match app {
        Some(_) => cx.answer(&page(cx, app, typed, problems())),
        None => cx.answer_spliced(name, typed, |chrome, typed| page_in(chrome, None, typed, problems())),
    }
}

/// The page, in an app's look at its own entry.
fn page(cx: &Request, app: Option<&App>, typed: &str, problems: Problems) -> CodePage {
    page_in(app.map_or_else(|| cx.chrome(), |app| cx.chrome_of(app)), app, typed, problems)
}

fn page_in(chrome: Chrome, app: Option<&App>, typed: &str, problems: Problems) -> CodePage {
    CodePage {
        chrome,
        problems,
        identity_code: typed.to_owned(),
        action: app.and_then(|app| app.slug.clone()).map_or(Url::Code, Url::Entry),
    }
}

/// "Anything else: a clear error naming what is wrong."
fn explain(cx: &Request, problem: &CodeProblem) -> Problem {
    let field = "identity_code";
    match problem {
        CodeProblem::Empty => cx.problem(field, "problem-identity-code-empty", &[]),
        CodeProblem::TooLong => cx.problem(field, "problem-identity-code-too-long", &[]),
        CodeProblem::WrongLength { letters } => {
            cx.problem(field, "problem-identity-code-length", &[("letters", (*letters).into())])
        }
        CodeProblem::GroupLength { group, letters } => cx.problem(
            field,
            "problem-identity-code-group",
            &[("group", u32::from(*group).into()), ("letters", (*letters).into())],
        ),
        CodeProblem::Letter { letter, group } => cx.problem(
            field,
            "problem-identity-code-letter",
            &[("letter", letter.to_string().into()), ("group", u32::from(*group).into())],
        ),
        CodeProblem::Slip => cx.problem(field, "problem-identity-code-slip", &[]),
    }
}

//! The identity code: typed, or brought by the link.

use actix_web::{
    HttpRequest, HttpResponse,
    http::{Method, StatusCode},
};

use super::{step_query, to_next_step};
use crate::{
    actions::{
        enter_code::{Entered, enter_code},
        facts::Which,
    },
    domain::identity_code::{self, CodeProblem},
    portal::{
        chrome::Problem,
        classic_link::{Parameters, Target, parameters, target},
        fault::Fault,
        fields::Fields,
        limits::Kind,
        pages::{CodePage, WithdrawnPage},
        visitor::{Visitor, see_other},
    },
};

/// The page where a code is typed; with one in the address, straight on.
pub async fn get(req: HttpRequest, visitor: Visitor) -> Result<HttpResponse, Fault> {
    let query = parameters(req.query_string());
    if ["packageid", "culture", "lcid"].iter().any(|name| query.contains_key(*name)) {
        return follow_link(&req, &visitor, &query).await;
    }
    match query.get("problem").map(String::as_str) {
        Some("withdrawn") => withdrawn(&visitor),
        Some("unknown") => show(&visitor, StatusCode::UNPROCESSABLE_ENTITY, "", vec![unknown(&visitor)]),
        Some("link") => {
            let problem = visitor.problem("identity_code", "problem-identity-code-link", &[]);
            show(&visitor, StatusCode::UNPROCESSABLE_ENTITY, "", vec![problem])
        }
        _ => show(&visitor, StatusCode::OK, "", Vec::new()),
    }
}

/// The link of a letter or an email: "When it arrives in the URL it is taken out of it by a redirect at once, so that
/// it stays out of history, `Referer` and logs."
async fn follow_link(
    req: &HttpRequest,
    visitor: &Visitor,
    parameters: &Parameters,
) -> Result<HttpResponse, Fault> {
    let get = |name: &str| parameters.get(name).map(String::as_str);
    let code = get("packageid").map(str::trim).filter(|code| !code.is_empty());
    let path = match code {
        // A HEAD only asks whether something is there: nothing is looked up, nothing begun.
        None => "/connect".to_owned(),
        Some(_) if req.method() == Method::HEAD => "/connect".to_owned(),
        Some(code) => {
            visitor.charge(Kind::Code)?;
            match enter_code(&visitor.portal.parts, visitor.visit_id(), code).await? {
                Entered::Journey(journey) => {
                    visitor.begin(journey.visit_id);
                    format!("/connect/question{}", step_query(journey.number))
                }
                Entered::Withdrawn => "/connect?problem=withdrawn".to_owned(),
                Entered::Unknown => "/connect?problem=unknown".to_owned(),
                Entered::Problem(_) => "/connect?problem=link".to_owned(),
            }
        }
    };
    let mut answer = see_other(&path);
    if let Some(words) = visitor.asked_language(get("culture"), get("lcid")) {
        // Cannot fail: the cookie's value is the tag of a language of ours.
        let _ = answer.add_cookie(&visitor.language_cookie(&words));
    }
    Ok(answer)
}

/// A code was typed.
pub async fn post(visitor: Visitor, fields: Fields) -> Result<HttpResponse, Fault> {
    let typed = fields.get("identity_code");
    if !visitor.sent_by_our_page(&fields) {
        let problem = visitor.problem("form", "problem-form-stale", &[]);
        return show(&visitor, StatusCode::FORBIDDEN, typed, vec![problem]);
    }
    visitor.charge(Kind::Code)?;
    let refuse = |problem| show(&visitor, StatusCode::UNPROCESSABLE_ENTITY, kept(typed), vec![problem]);
    match enter_code(&visitor.portal.parts, visitor.visit_id(), typed).await? {
        Entered::Problem(problem) => refuse(explain(&visitor, &problem)),
        Entered::Unknown => refuse(unknown(&visitor)),
        Entered::Withdrawn => withdrawn(&visitor),
        Entered::Journey(journey) => {
            visitor.begin(journey.visit_id);
            let which = Which::Id(journey.id);
            let person_id = visitor.signed_in().map(|who| who.person_id);
            let visited =
                crate::actions::facts::visit(&visitor.portal.parts, journey.visit_id, which, person_id)
                    .await?;
            Ok(visited.map_or_else(|| see_other("/connect"), |v| to_next_step(&v)))
        }
    }
}

/// What was typed is shown again, unless it is so long that it cannot have been a code.
fn kept(typed: &str) -> &str {
    if typed.chars().count() > identity_code::MAX_TYPED { "" } else { typed }
}

fn show(
    visitor: &Visitor,
    status: StatusCode,
    typed: &str,
    problems: Vec<Problem>,
) -> Result<HttpResponse, Fault> {
    visitor.page(status, None, None, |chrome| CodePage { chrome, problems, identity_code: typed.to_owned() })
}

/// 410, like every code that is gone.
fn withdrawn(visitor: &Visitor) -> Result<HttpResponse, Fault> {
    visitor.page(StatusCode::GONE, None, None, |chrome| WithdrawnPage { chrome })
}

fn unknown(visitor: &Visitor) -> Problem {
    visitor.problem("identity_code", "problem-identity-code-unknown", &[])
}

/// "Anything else: a clear error naming what is wrong."
fn explain(visitor: &Visitor, problem: &CodeProblem) -> Problem {
    let field = "identity_code";
    match problem {
        CodeProblem::Empty => visitor.problem(field, "problem-identity-code-empty", &[]),
        CodeProblem::TooLong => visitor.problem(field, "problem-identity-code-too-long", &[]),
        CodeProblem::WrongLength { letters } => {
            visitor.problem(field, "problem-identity-code-length", &[("letters", (*letters).into())])
        }
        CodeProblem::GroupLength { group, letters } => visitor.problem(
            field,
            "problem-identity-code-group",
            &[("group", u32::from(*group).into()), ("letters", (*letters).into())],
        ),
        CodeProblem::Letter { letter, group } => visitor.problem(
            field,
            "problem-identity-code-letter",
            &[("letter", letter.to_string().into()), ("group", u32::from(*group).into())],
        ),
        CodeProblem::Slip => visitor.problem(field, "problem-identity-code-slip", &[]),
    }
}

/// The classic shell's link, `/redirect.aspx?target=CONNECT&targetqs=…` (healthvault-wire, section 10). It never
/// sends a browser anywhere but to our own pages.
pub async fn redirect(req: HttpRequest, visitor: Visitor) -> Result<HttpResponse, Fault> {
    match target(req.query_string()) {
        Target::Connect(parameters) => follow_link(&req, &visitor, &parameters).await,
        Target::Unknown => Err(Fault::NotFound { unknown_target: true }),
    }
}

/// The older direct page, `/patientwelcome.aspx?packageid=…`.
pub async fn welcome(req: HttpRequest, visitor: Visitor) -> Result<HttpResponse, Fault> {
    follow_link(&req, &visitor, &parameters(req.query_string())).await
}

//! The secret question.

use actix_web::{HttpResponse, http::StatusCode, web::Query};

use super::{At, JourneyQuery, at, brand_of, refusal_page, step_query, to_next_step, which};
use crate::{
    actions::{
        answer_question::{Answered, answer_question},
        facts::Visited,
    },
    domain::{
        journey::Step,
        secret::{AnswerProblem, SecretAnswer},
    },
    portal::{
        chrome::Problem,
        fault::Fault,
        fields::Fields,
        limits::Kind,
        pages::QuestionPage,
        visitor::{Visitor, see_other},
    },
};

/// Asks the question.
pub async fn get(visitor: Visitor, query: Query<JourneyQuery>) -> Result<HttpResponse, Fault> {
    match at(&visitor, query.which(), Step::Question).await? {
        At::Elsewhere(answer) => Ok(answer),
        At::Here(visited) => show(&visitor, StatusCode::OK, &visited, None, Vec::new()),
    }
}

/// An answer. What was typed is never shown again.
pub async fn post(
    visitor: Visitor,
    query: Query<JourneyQuery>,
    fields: Fields,
) -> Result<HttpResponse, Fault> {
    let visited = match at(&visitor, which(&fields, &query), Step::Question).await? {
        At::Elsewhere(answer) => return Ok(answer),
        At::Here(visited) => visited,
    };
    if !visitor.sent_by_our_page(&fields) {
        let problem = visitor.problem("form", "problem-form-stale", &[]);
        return show(&visitor, StatusCode::FORBIDDEN, &visited, None, vec![problem]);
    }
    visitor.charge(Kind::Answer)?;
    let refuse = |left: Option<u32>, problem| {
        show(&visitor, StatusCode::UNPROCESSABLE_ENTITY, &visited, left, vec![problem])
    };
    let answer = match SecretAnswer::given(fields.get("answer")) {
        Ok(answer) => answer,
        Err(AnswerProblem::TooLong { .. }) => {
            return refuse(None, visitor.problem("answer", "problem-answer-too-long", &[]));
        }
        Err(_) => return refuse(None, visitor.problem("answer", "problem-answer-empty", &[])),
    };
    match answer_question(&visitor.portal.parts, &visited, &answer.fold()).await? {
        Answered::Right => {
            let mut visited = *visited;
            visited.facts.answered = true;
            Ok(to_next_step(&visited))
        }
        Answered::Wrong { left } => {
            refuse(Some(left), visitor.problem("answer", "problem-answer-wrong", &[("left", left.into())]))
        }
        Answered::Refused(refusal) => refusal_page(&visitor, &visited, refusal),
    }
}

fn show(
    visitor: &Visitor,
    status: StatusCode,
    visited: &Visited,
    left: Option<u32>,
    problems: Vec<Problem>,
) -> Result<HttpResponse, Fault> {
    let Some(request) = &visited.request else { return Ok(see_other(Step::Code.path())) };
    visitor.page(status, brand_of(visitor, visited), None, |chrome| QuestionPage {
        chrome,
        problems,
        journey: visited.journey.id.to_string(),
        step_query: step_query(visited.journey.number),
        question: request.question.clone(),
        attempts_left: left.unwrap_or(request.attempts_left),
        attempts_allowed: request.attempts_allowed,
    })
}

//! The steps of the way, a file each: what its form sends, what its page shows.

pub mod authorize;
pub mod code;
pub mod create_account;
pub mod declined;
pub mod question;
pub mod record;
pub mod sign_in;
pub mod success;

use actix_web::{HttpResponse, http::StatusCode};
use serde::Deserialize;

use super::{
    brand,
    chrome::Brand,
    fault::Fault,
    fields::Fields,
    pages::{ExpiredPage, LockedPage, RuleView, WithdrawnPage},
    visitor::{Visitor, see_other},
};
use crate::{
    actions::facts::{self, Visited, Which},
    domain::{
        application::{Access, AuthorizationRule},
        connect_request::Refusal,
        journey::{Step, may_visit, next_step},
    },
};

/// The `journey` in a page's address: the first journey of a visit needs none.
#[derive(Debug, Default, Deserialize)]
pub struct JourneyQuery {
    /// Which of the visit's journeys.
    pub journey: Option<i64>,
}

impl JourneyQuery {
    fn which(&self) -> Which {
        Which::Number(self.journey.unwrap_or(1))
    }
}

/// Which journey a form acts on: the one whose page it stood on.
fn which(fields: &Fields, query: &JourneyQuery) -> Which {
    fields.journey().map_or_else(|| query.which(), Which::Id)
}

/// Appended to the path of a step.
pub fn step_query(number: i64) -> String {
    if number == 1 { String::new() } else { format!("?journey={number}") }
}

/// The address of a step of a journey.
fn address(step: Step, visited: &Visited) -> String {
    format!("{}{}", step.path(), step_query(visited.journey.number))
}

/// Sends the patient to the step where she is.
fn to_next_step(visited: &Visited) -> HttpResponse {
    see_other(&address(next_step(&visited.facts), visited))
}

/// Loads the visitor's journey, if she has one.
async fn load(visitor: &Visitor, which: Which) -> Result<Option<Visited>, Fault> {
    let Some(visit_id) = visitor.visit_id() else { return Ok(None) };
    let person_id = visitor.signed_in().map(|who| who.person_id);
    Ok(facts::visit(&visitor.portal.parts, visit_id, which, person_id).await?)
}

/// What a step's handler gets: its journey, or the answer to give instead.
enum At {
    Here(Box<Visited>),
    Elsewhere(HttpResponse),
}

/// Loads the journey and makes sure that this step may be shown: a refusal has its own page, and "a step out of order
/// redirects to the step where the patient is".
async fn at(visitor: &Visitor, which: Which, step: Step) -> Result<At, Fault> {
    let Some(visited) = load(visitor, which).await? else {
        return Ok(At::Elsewhere(see_other(Step::Code.path())));
    };
    if let Some(refusal) = visited.refusal {
        return Ok(At::Elsewhere(refusal_page(visitor, &visited, refusal)?));
    }
    if !may_visit(step, &visited.facts) {
        return Ok(At::Elsewhere(to_next_step(&visited)));
    }
    Ok(At::Here(Box::new(visited)))
}

/// The page that says why she cannot go on: "two different pages that say what happened, that nothing was shared, and
/// whom to contact".
fn refusal_page(visitor: &Visitor, visited: &Visited, refusal: Refusal) -> Result<HttpResponse, Fault> {
    let brand = brand_of(visitor, visited);
    let already_authorized = visited.request.as_ref().is_some_and(|r| r.last_authorized_at.is_some());
    let lifetime_days = visitor.portal.parts.rules.retention.pending_days;
    match refusal {
        Refusal::Locked => {
            visitor.page(StatusCode::GONE, brand, None, |chrome| LockedPage { chrome, already_authorized })
        }
        Refusal::Expired => {
            visitor.page(StatusCode::GONE, brand, None, |chrome| ExpiredPage { chrome, lifetime_days })
        }
        Refusal::Withdrawn => visitor.page(StatusCode::GONE, brand, None, |chrome| WithdrawnPage { chrome }),
    }
}

fn brand_of(visitor: &Visitor, visited: &Visited) -> Option<Brand> {
    visited.app.as_ref().map(|app| brand::of(&visitor.portal, app))
}

/// "Shown only after a right answer".
fn friendly_name(visited: &Visited) -> Option<String> {
    visited.request.as_ref().filter(|_| visited.facts.answered).map(|r| r.friendly_name.clone())
}

/// A rule as a page shows it.
pub fn rule_view(rule: &AuthorizationRule, checked: bool) -> RuleView {
    let access = rule
        .access
        .iter()
        .map(|a| match a {
            Access::Create => "create",
            Access::Read => "read",
            Access::Update => "update",
            Access::Delete => "delete",
        })
        .collect();
    RuleView {
        name: rule.name.clone(),
        why: rule.why.clone(),
        data_types: rule.data_types.clone(),
        access,
        checked,
    }
}

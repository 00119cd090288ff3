//! What is true of a journey: loaded before every page of it, so that the step follows from facts.

use uuid::Uuid;

use super::{ActionError, JOURNEY_IDLE, Parts, TOUCH_EVERY};
use crate::{
    domain::{
        application::App,
        connect_request::{ConnectRequest, Refusal},
        journey::{Decision, Facts},
        person::Person,
    },
    store::{apps, connect_requests, journeys, journeys::Journey, persons},
};

/// Which of a visit's journeys is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Which {
    /// The one whose number is in the page's address.
    Number(i64),
    /// The one whose id is in the form: a form acts on the request that its page showed, whatever other tabs did.
    Id(Uuid),
}

/// A journey with all that its pages need.
#[derive(Debug)]
pub struct Visited {
    /// The stored facts.
    pub journey: Journey,
    /// The request, while it is there.
    pub request: Option<ConnectRequest>,
    /// The app that asks.
    pub app: Option<App>,
    /// Who is signed in.
    pub person: Option<Person>,
    /// What follows for the step.
    pub facts: Facts,
    /// Set when the patient cannot go on, whatever the step.
    pub refusal: Option<Refusal>,
}

/// Loads a journey of this visit. `None` when the visit has no such journey (any more).
pub async fn visit(
    parts: &Parts,
    visit_id: Uuid,
    which: Which,
    person_id: Option<Uuid>,
) -> Result<Option<Visited>, ActionError> {
    let now = parts.now();
    let mut tx = parts.db.read().await?;
    let journey = match which {
        Which::Id(id) => journeys::find(&mut tx, visit_id, id, now - JOURNEY_IDLE).await?,
        Which::Number(number) => journeys::list(&mut tx, visit_id, now - JOURNEY_IDLE)
            .await?
            .into_iter()
            .find(|j| j.value.number == number),
    };
    let Some(journey) = journey.map(|j| j.value) else { return Ok(None) };
    let request = connect_requests::find(&mut tx, journey.request_id).await?.map(|r| r.value);
    let app = apps::find(&mut tx, journey.app_id).await?.map(|a| a.value);
    let person = match person_id {
        Some(id) => persons::find(&mut tx, id).await?,
        None => None,
    };
    drop(tx);

    if now - journey.touched_at >= TOUCH_EVERY {
        let mut tx = parts.db.write().await?;
        journeys::save_touched(&mut tx, journey.id, now).await?;
        tx.commit().await?;
    }

    let facts = facts_of(&journey, person.as_ref());
    let refusal = if journey.is_open() { refusal(parts, &request, app.as_ref(), &facts) } else { None };
    Ok(Some(Visited { journey, request, app, person, facts, refusal }))
}

fn facts_of(journey: &Journey, person: Option<&Person>) -> Facts {
    Facts {
        code_accepted: true,
        answered: journey.answered_at.is_some(),
        signed_in: person.is_some(),
        // A record that someone else picked in this visit, before she signed out, is nobody's choice now.
        record_chosen: person.is_some_and(|p| journey.person_id == Some(p.id))
            && (journey.record_id.is_some() || journey.new_record_name.is_some()),
        decision: if journey.authorized_at.is_some() {
            Some(Decision::Allowed)
        } else if journey.declined_at.is_some() {
            Some(Decision::Declined)
        } else {
            None
        },
    }
}

/// Why a journey cannot go on now, if it cannot.
pub(super) fn refusal(
    parts: &Parts,
    request: &Option<ConnectRequest>,
    app: Option<&App>,
    facts: &Facts,
) -> Option<Refusal> {
    let (Some(request), Some(app)) = (request, app) else { return Some(Refusal::Withdrawn) };
    if app.may_use_connect_methods().is_err() || !app.enabled {
        return Some(Refusal::Withdrawn);
    }
    let now = parts.now();
    let keep = &parts.rules.retention;
    let verdict = if facts.answered { request.may_go_on(now, keep) } else { request.may_ask(now, keep) };
    verdict.err()
}

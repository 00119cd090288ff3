//! A patient gives her identity code: typed, or with the link.

use uuid::Uuid;

use super::{ActionError, JOURNEY_IDLE, Parts};
use crate::{
    domain::identity_code::{CodeProblem, IdentityCode},
    ports,
    store::{Tx, connect_requests, journeys, journeys::Journey, retry_on_conflict},
};

/// What came of a code.
#[derive(Debug)]
pub enum Entered {
    /// It is a connect request's: here is the journey with it. Whether the request can still be used is told by the
    /// journey's facts.
    Journey(Journey),
    /// It cannot be a code. No look-up was made.
    Problem(CodeProblem),
    /// It could be a code, but is nobody's.
    Unknown,
    /// It was a request's that is gone.
    Withdrawn,
}

/// Looks the code up and finds or begins the visit's journey with it. Costs no chance, changes nothing for anyone
/// else, and may be repeated at will: "A link fetched by a mail scanner or a prefetching browser changes nothing and
/// costs nothing."
pub async fn enter_code(parts: &Parts, visit_id: Option<Uuid>, typed: &str) -> Result<Entered, ActionError> {
    let code = match IdentityCode::parse(typed) {
        Ok(code) => code,
        Err(problem) => return Ok(Entered::Problem(problem)),
    };
    let code_hash = parts.code_hash(&code);
    let now = parts.now();

    let mut tx = parts.db.read().await?;
    let Some(request) = connect_requests::find_by_code(&mut tx, &code_hash).await? else {
        let withdrawn = connect_requests::find_withdrawn(&mut tx, &code_hash).await?;
        return Ok(if withdrawn.is_some() { Entered::Withdrawn } else { Entered::Unknown });
    };
    let request = request.value;
    if request.is_gone(now, &parts.rules.retention) {
        return Ok(Entered::Withdrawn);
    }
    if let Some(journey) = open_journey(&mut tx, visit_id, request.id, now - JOURNEY_IDLE).await? {
        return Ok(Entered::Journey(journey));
    }
    drop(tx);

    let visit_id = visit_id.unwrap_or_else(|| ports::new_pseudonym(&*parts.random));
    let journey = retry_on_conflict!({
        let mut tx = parts.db.write().await?;
        if let Some(journey) = open_journey(&mut tx, Some(visit_id), request.id, now - JOURNEY_IDLE).await? {
            return Ok::<_, ActionError>(journey);
        }
        let journey = Journey {
            id: ports::new_pseudonym(&*parts.random),
            visit_id,
            number: journeys::last_number(&mut tx, visit_id).await? + 1,
            request_id: request.id,
            app_id: request.app_id,
            answered_at: None,
            person_id: None,
            record_id: None,
            new_record_name: None,
            declined_at: None,
            authorization_id: None,
            authorized_at: None,
            created_at: now,
            touched_at: now,
        };
        journeys::insert(&mut tx, &journey).await?;
        tx.commit().await?;
        Ok(journey)
    })?;
    Ok(Entered::Journey(journey))
}

/// The visit's journey with this request that is not decided yet: the same link opened twice goes on where it was.
async fn open_journey(
    tx: &mut Tx,
    visit_id: Option<Uuid>,
    request_id: Uuid,
    idle_since: chrono::DateTime<chrono::Utc>,
) -> Result<Option<Journey>, ActionError> {
    let Some(visit_id) = visit_id else { return Ok(None) };
    Ok(journeys::list(tx, visit_id, idle_since)
        .await?
        .into_iter()
        .map(|j| j.value)
        .find(|j| j.request_id == request_id && j.is_open()))
}

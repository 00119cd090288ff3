//! A patient gives her identity code: typed, or with the link.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::{
    actions::{ActionError, Context, renew::Named},
    domain::{
        identity_code::{CodeProblem, IdentityCode},
        journey::{Journey, Origin},
        retention::JOURNEY_IDLE,
    },
    ports,
    store::{
        Tx,
        connect_requests::{self, OfCode},
        journeys, retry_on_conflict,
    },
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

/// Looks the code up and finds or begins the session's journey with it. Costs no chance, changes nothing for anyone
/// else, and may be repeated at will: "A link fetched by a mail scanner or a prefetching browser changes nothing and
/// costs nothing."
pub async fn enter_code(
    context: &Context,
    session_id: Option<Uuid>,
    typed: &str,
) -> Result<Entered, ActionError> {
    let code = match IdentityCode::parse(typed) {
        Ok(code) => code,
        Err(problem) => return Ok(Entered::Problem(problem)),
    };
    let hashes = context.code_hashes(&code);
    let now = context.now();

    let found = connect_requests::find_of_code(&mut context.db.read_one().await?, &hashes).await?;
    if let OfCode::Request(hash, _) | OfCode::Withdrawn(hash) = &found {
        Named::Code.rename(context, hash, &hashes).await;
    }
    let request = match found {
        OfCode::Request(_, request) => request.value,
        OfCode::Withdrawn(_) => return Ok(Entered::Withdrawn),
        OfCode::Nothing => return Ok(Entered::Unknown),
    };
    if request.is_gone(now, &context.rules.retention) {
        return Ok(Entered::Withdrawn);
    }
    if session_id.is_some() {
        let mut tx = context.db.read_one().await?;
        if let Some(journey) = open_journey(&mut tx, session_id, request.id, now - JOURNEY_IDLE).await? {
            return Ok(Entered::Journey(journey));
        }
    }

    let journey = retry_on_conflict!({
        let mut tx = context.db.write().await?;
        if let Some(journey) = open_journey(&mut tx, session_id, request.id, now - JOURNEY_IDLE).await? {
            return Ok::<_, ActionError>(journey);
        }
        let (session_id, number) = match session_id {
            Some(id) => (id, journeys::last_number(&mut tx, id).await? + 1),
            None => (ports::new_pseudonym(&*context.random), 1),
        };
        let journey = Journey::begin(Origin {
            id: ports::new_pseudonym(&*context.random),
            session_id,
            number,
            request_id: request.id,
            app_id: request.app_id,
            created_at: now,
        });
        journeys::insert(&mut tx, &journey).await?;
        tx.commit().await?;
        Ok(journey)
    })?;
    Ok(Entered::Journey(journey))
}

/// The session's journey with this request that is not decided yet: the same link opened twice goes on where it was.
async fn open_journey(
    tx: &mut Tx,
    session_id: Option<Uuid>,
    request_id: Uuid,
    idle_since: DateTime<Utc>,
) -> Result<Option<Journey>, ActionError> {
    let Some(session_id) = session_id else { return Ok(None) };
    Ok(journeys::list(tx, session_id, idle_since)
        .await?
        .into_iter()
        .map(|j| j.value)
        .find(|j| j.origin.request_id == request_id && j.is_open()))
}

//! Journeys: what has happened between one browser session and one connect request. The column `visit_id` holds the
//! session's lasting id.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::{StoreError, Tx, Versioned, saved, sql};
use crate::domain::journey::{Decision, Journey, Origin, Picked, Progress, RecordChoice};

/// Its columns of `journeys j`, by names that no other table's are called by, so that one question may ask for both.
macro_rules! columns {
    () => {
        "j.id AS journey_id, j.visit_id, j.number, j.request_id, j.app_id AS journey_app_id, j.answered_at, j.person_id, \
         j.record_id, j.new_record_name, j.declined_at, j.authorization_id, j.authorized_at, j.created_at AS began_at, \
         j.touched_at, j.version AS journey_version"
    };
}
pub(super) use columns;

#[derive(sqlx::FromRow)]
pub(super) struct Row {
    journey_id: Uuid,
    visit_id: Uuid,
    number: i64,
    request_id: Uuid,
    journey_app_id: Uuid,
    answered_at: Option<DateTime<Utc>>,
    person_id: Option<Uuid>,
    record_id: Option<Uuid>,
    new_record_name: Option<String>,
    declined_at: Option<DateTime<Utc>>,
    authorization_id: Option<Uuid>,
    authorized_at: Option<DateTime<Utc>>,
    began_at: DateTime<Utc>,
    touched_at: DateTime<Utc>,
    journey_version: i64,
}

impl From<Row> for Versioned<Journey> {
    fn from(r: Row) -> Self {
        let origin = Origin {
            id: r.journey_id,
            session_id: r.visit_id,
            number: r.number,
            request_id: r.request_id,
            app_id: r.journey_app_id,
            created_at: r.began_at,
        };
        let record = match (r.record_id, r.new_record_name) {
            (Some(id), _) => Some(RecordChoice::Existing(id)),
            (None, name) => name.map(RecordChoice::New),
        };
        let decision = match (r.authorized_at.zip(r.authorization_id), r.declined_at) {
            (Some((at, authorization_id)), _) => Some(Decision::Allowed { at, authorization_id }),
            (None, at) => at.map(|at| Decision::Declined { at }),
        };
        let progress = Progress {
            answered_at: r.answered_at,
            picked: r.person_id.zip(record).map(|(person_id, record)| Picked { person_id, record }),
            decision,
        };
        Versioned { value: Journey::restore(origin, progress, r.touched_at), version: r.journey_version }
    }
}

const FIND: &str = concat!(
    "SELECT ",
    columns!(),
    " FROM journeys j WHERE j.visit_id = $1 AND j.id = $2 AND j.touched_at > $3"
);
/// By the id in a form, if this session owns it and it was used after `idle_since`.
pub async fn find(
    tx: &mut Tx,
    session_id: Uuid,
    id: Uuid,
    idle_since: DateTime<Utc>,
) -> Result<Option<Versioned<Journey>>, StoreError> {
    Ok(sql!(tx, fetch_optional as Row, FIND, session_id, id, idle_since)?.map(Versioned::from))
}

const LIST: &str = concat!(
    "SELECT ",
    columns!(),
    " FROM journeys j WHERE j.visit_id = $1 AND j.touched_at > $2 ORDER BY j.number"
);
/// A session's journeys used after `idle_since`, in order.
pub async fn list(
    tx: &mut Tx,
    session_id: Uuid,
    idle_since: DateTime<Utc>,
) -> Result<Vec<Versioned<Journey>>, StoreError> {
    Ok(sql!(tx, fetch_all as Row, LIST, session_id, idle_since)?.into_iter().map(Versioned::from).collect())
}

const LAST_NUMBER: &str = "SELECT COALESCE(MAX(number), 0) FROM journeys WHERE visit_id = $1";
/// The number of a session's latest journey; 0 when there is none.
pub async fn last_number(tx: &mut Tx, session_id: Uuid) -> Result<i64, StoreError> {
    Ok(sql!(tx, fetch_one as (i64,), LAST_NUMBER, session_id)?.0)
}

const INSERT: &str = "INSERT INTO journeys (id, visit_id, number, request_id, app_id, created_at, touched_at, version) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, 1) ON CONFLICT (visit_id, number) DO NOTHING";
/// A new journey. A race for its number is [`StoreError::Conflict`].
pub async fn insert(tx: &mut Tx, journey: &Journey) -> Result<(), StoreError> {
    let o = &journey.origin;
    saved(sql!(
        tx,
        execute,
        INSERT,
        o.id,
        o.session_id,
        o.number,
        o.request_id,
        o.app_id,
        o.created_at,
        journey.touched_at()
    )?)
}

const SAVE: &str = "UPDATE journeys SET answered_at = $3, person_id = $4, record_id = $5, new_record_name = $6, \
     declined_at = $7, authorization_id = $8, authorized_at = $9, touched_at = $10, version = version + 1 \
     WHERE id = $1 AND version = $2";
/// Saves what has happened.
pub async fn save(tx: &mut Tx, journey: &Versioned<Journey>) -> Result<(), StoreError> {
    let (j, progress) = (&journey.value, journey.value.progress());
    let picked = progress.picked.as_ref();
    let (record_id, new_name) = match picked.map(|p| &p.record) {
        Some(RecordChoice::Existing(id)) => (Some(*id), None),
        Some(RecordChoice::New(name)) => (None, Some(name.clone())),
        None => (None, None),
    };
    let (declined_at, authorization_id, authorized_at) = match progress.decision {
        Some(Decision::Declined { at }) => (Some(at), None, None),
        Some(Decision::Allowed { at, authorization_id }) => (None, Some(authorization_id), Some(at)),
        None => (None, None, None),
    };
    saved(sql!(
        tx,
        execute,
        SAVE,
        j.id(),
        journey.version,
        progress.answered_at,
        picked.map(|p| p.person_id),
        record_id,
        new_name,
        declined_at,
        authorization_id,
        authorized_at,
        j.touched_at()
    )?)
}

const TOUCH: &str = "UPDATE journeys SET touched_at = $2 WHERE id = $1 AND touched_at < $2";
/// Notes that a journey was used just now.
pub async fn save_touched(tx: &mut Tx, id: Uuid, now: DateTime<Utc>) -> Result<(), StoreError> {
    sql!(tx, execute, TOUCH, id, now)?;
    Ok(())
}

const DELETE_IDLE: &str = "DELETE FROM journeys WHERE touched_at <= $1";
/// Forgets journeys last used before `idle_since`. Returns how many.
pub async fn delete_idle(tx: &mut Tx, idle_since: DateTime<Utc>) -> Result<u64, StoreError> {
    sql!(tx, execute, DELETE_IDLE, idle_since)
}

const DELETE_OF_SESSION: &str = "DELETE FROM journeys WHERE visit_id = $1";
/// Forgets a session's journeys: it was signed out of.
pub async fn delete_of_session(tx: &mut Tx, session_id: Uuid) -> Result<u64, StoreError> {
    sql!(tx, execute, DELETE_OF_SESSION, session_id)
}

const LOCK: &str = "UPDATE journeys SET version = version WHERE id = $1 AND version = $2";
/// Locks a journey until the transaction ends, without changing it. Rows are locked before a position in an app's log is
/// taken, never after: so no two transactions wait for each other.
pub async fn lock(tx: &mut Tx, it: &Versioned<Journey>) -> Result<(), StoreError> {
    if tx.is_only_writer() {
        return Ok(());
    }
    saved(sql!(tx, execute, LOCK, it.value.id(), it.version)?)
}

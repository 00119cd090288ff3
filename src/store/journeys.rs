//! Journeys: the facts of one visit with one connect request.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::{StoreError, Tx, Versioned, saved, sql};

/// The facts as stored. The step that follows from them is `domain::journey`'s business.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Journey {
    /// What its forms carry.
    pub id: Uuid,
    /// The visit that owns it: nobody else may act on it.
    pub visit_id: Uuid,
    /// Which one it is of this visit, from 1: what its pages' addresses carry.
    pub number: i64,
    /// The connect request that it is about.
    pub request_id: Uuid,
    /// That request's app.
    pub app_id: Uuid,
    /// When the right answer was given.
    pub answered_at: Option<DateTime<Utc>>,
    /// Who picked the record.
    pub person_id: Option<Uuid>,
    /// The record picked.
    pub record_id: Option<Uuid>,
    /// Or the name of one to be made when the app is allowed, not before.
    pub new_record_name: Option<String>,
    /// When the patient declined.
    pub declined_at: Option<DateTime<Utc>>,
    /// What came of it.
    pub authorization_id: Option<Uuid>,
    /// When the patient allowed.
    pub authorized_at: Option<DateTime<Utc>>,
    /// When it began.
    pub created_at: DateTime<Utc>,
    /// When it was last used.
    pub touched_at: DateTime<Utc>,
}

impl Journey {
    /// True while nothing was decided.
    pub fn is_open(&self) -> bool {
        self.declined_at.is_none() && self.authorized_at.is_none()
    }
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    visit_id: Uuid,
    number: i64,
    request_id: Uuid,
    app_id: Uuid,
    answered_at: Option<DateTime<Utc>>,
    person_id: Option<Uuid>,
    record_id: Option<Uuid>,
    new_record_name: Option<String>,
    declined_at: Option<DateTime<Utc>>,
    authorization_id: Option<Uuid>,
    authorized_at: Option<DateTime<Utc>>,
    created_at: DateTime<Utc>,
    touched_at: DateTime<Utc>,
    version: i64,
}

impl From<Row> for Versioned<Journey> {
    fn from(r: Row) -> Self {
        let value = Journey {
            id: r.id,
            visit_id: r.visit_id,
            number: r.number,
            request_id: r.request_id,
            app_id: r.app_id,
            answered_at: r.answered_at,
            person_id: r.person_id,
            record_id: r.record_id,
            new_record_name: r.new_record_name,
            declined_at: r.declined_at,
            authorization_id: r.authorization_id,
            authorized_at: r.authorized_at,
            created_at: r.created_at,
            touched_at: r.touched_at,
        };
        Versioned { value, version: r.version }
    }
}

const FIND: &str = "SELECT id, visit_id, number, request_id, app_id, answered_at, person_id, record_id, \
     new_record_name, declined_at, authorization_id, authorized_at, created_at, touched_at, version FROM journeys \
     WHERE visit_id = $1 AND id = $2 AND touched_at > $3";
/// By the id in a form, if this visit owns it and it was used after `idle_since`.
pub async fn find(
    tx: &mut Tx,
    visit_id: Uuid,
    id: Uuid,
    idle_since: DateTime<Utc>,
) -> Result<Option<Versioned<Journey>>, StoreError> {
    Ok(sql!(tx, fetch_optional as Row, FIND, visit_id, id, idle_since)?.map(Versioned::from))
}

const LIST: &str = "SELECT id, visit_id, number, request_id, app_id, answered_at, person_id, record_id, \
     new_record_name, declined_at, authorization_id, authorized_at, created_at, touched_at, version FROM journeys \
     WHERE visit_id = $1 AND touched_at > $2 ORDER BY number";
/// A visit's journeys used after `idle_since`, in order.
pub async fn list(
    tx: &mut Tx,
    visit_id: Uuid,
    idle_since: DateTime<Utc>,
) -> Result<Vec<Versioned<Journey>>, StoreError> {
    Ok(sql!(tx, fetch_all as Row, LIST, visit_id, idle_since)?.into_iter().map(Versioned::from).collect())
}

const LAST_NUMBER: &str = "SELECT COALESCE(MAX(number), 0) FROM journeys WHERE visit_id = $1";
/// The number of a visit's latest journey; 0 when there is none.
pub async fn last_number(tx: &mut Tx, visit_id: Uuid) -> Result<i64, StoreError> {
    Ok(sql!(tx, fetch_one as (i64,), LAST_NUMBER, visit_id)?.0)
}

const INSERT: &str = "INSERT INTO journeys (id, visit_id, number, request_id, app_id, created_at, touched_at, version) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, 1) ON CONFLICT (visit_id, number) DO NOTHING";
/// A new journey. A race for its number is [`StoreError::Conflict`].
pub async fn insert(tx: &mut Tx, j: &Journey) -> Result<(), StoreError> {
    saved(sql!(
        tx,
        execute,
        INSERT,
        j.id,
        j.visit_id,
        j.number,
        j.request_id,
        j.app_id,
        j.created_at,
        j.touched_at
    )?)
}

const SAVE: &str = "UPDATE journeys SET answered_at = $3, person_id = $4, record_id = $5, new_record_name = $6, \
     declined_at = $7, authorization_id = $8, authorized_at = $9, touched_at = $10, version = version + 1 \
     WHERE id = $1 AND version = $2";
/// Saves its facts.
pub async fn save(tx: &mut Tx, journey: &Versioned<Journey>) -> Result<(), StoreError> {
    let j = &journey.value;
    saved(sql!(
        tx,
        execute,
        SAVE,
        j.id,
        journey.version,
        j.answered_at,
        j.person_id,
        j.record_id,
        j.new_record_name.clone(),
        j.declined_at,
        j.authorization_id,
        j.authorized_at,
        j.touched_at
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

const DELETE_OF_VISIT: &str = "DELETE FROM journeys WHERE visit_id = $1";
/// Forgets a visit's journeys: it was signed out of.
pub async fn delete_of_visit(tx: &mut Tx, visit_id: Uuid) -> Result<u64, StoreError> {
    sql!(tx, execute, DELETE_OF_VISIT, visit_id)
}

const HOLD: &str = "UPDATE journeys SET version = version WHERE id = $1 AND version = $2";
/// Holds a journey until the transaction ends, without changing it. Rows are held before a place in an app's log is
/// taken, never after: so no two transactions wait for each other.
pub async fn hold(tx: &mut Tx, it: &Versioned<Journey>) -> Result<(), StoreError> {
    saved(sql!(tx, execute, HOLD, it.value.id, it.version)?)
}

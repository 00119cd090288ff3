//! The outbox of callbacks, its history, and the secrets that sign them (sealed).

use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::domain::{
    event::EventKind,
    webhook::{DeliveryState, Failure, Outcome},
};

use super::{
    StoreError, Tx,
    paged::{Paged, page},
    sql,
};

/// Where an app wants to be called.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Callback {
    /// The request that brought the address.
    pub request_id: Uuid,
    /// The address.
    pub url: String,
}

const SAVE_CALLBACK: &str = "INSERT INTO authorization_callbacks (authorization_id, request_id, url) \
     VALUES ($1, $2, $3) ON CONFLICT (authorization_id) \
     DO UPDATE SET request_id = excluded.request_id, url = excluded.url";
const DELETE_CALLBACK: &str = "DELETE FROM authorization_callbacks WHERE authorization_id = $1";
/// Notes where an authorization's end is sent: as the request says that brought it last.
pub async fn save_callback(
    tx: &mut Tx,
    authorization_id: Uuid,
    callback: Option<&Callback>,
) -> Result<(), StoreError> {
    match callback {
        Some(c) => sql!(tx, execute, SAVE_CALLBACK, authorization_id, c.request_id, c.url.clone())?,
        None => sql!(tx, execute, DELETE_CALLBACK, authorization_id)?,
    };
    Ok(())
}

const FIND_CALLBACK: &str = "SELECT request_id, url FROM authorization_callbacks WHERE authorization_id = $1";
/// Where an authorization's end is sent.
pub async fn find_callback(tx: &mut Tx, authorization_id: Uuid) -> Result<Option<Callback>, StoreError> {
    sql!(tx, fetch_optional as Callback, FIND_CALLBACK, authorization_id)
}

const INSERT: &str = "INSERT INTO deliveries (id, app_id, seq, request_id, url, state, attempts, created_at, due_at) \
     VALUES ($1, $2, $3, $4, $5, $6, 0, $7, $7)";
/// Puts an event into the outbox.
pub async fn insert(
    tx: &mut Tx,
    id: Uuid,
    app_id: Uuid,
    seq: i64,
    callback: &Callback,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    let pending = DeliveryState::Pending.as_str().to_owned();
    sql!(tx, execute, INSERT, id, app_id, seq, callback.request_id, callback.url.clone(), pending, now)?;
    Ok(())
}

/// A delivery whose time has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::FromRow)]
pub struct Due {
    /// Its row.
    pub id: Uuid,
    /// Whose it is.
    pub app_id: Uuid,
}

static LIST_DUE: Paged = Paged::of(
    "SELECT id, app_id FROM ( \
       SELECT d.id, d.app_id, d.due_at, \
              ROW_NUMBER() OVER (PARTITION BY d.app_id ORDER BY d.due_at, d.seq) AS turn \
       FROM deliveries d JOIN apps a ON a.id = d.app_id \
       WHERE d.state = 'pending' AND d.due_at <= $1 AND a.enabled \
         AND NOT EXISTS (SELECT 1 FROM deliveries e WHERE e.request_id = d.request_id AND e.state = 'pending' \
                           AND e.attempts = 0 AND e.seq < d.seq)) AS due \
     WHERE turn <= $2 ORDER BY due_at, id LIMIT {most}",
);
/// Deliveries of enabled apps that are due, the oldest first, at most so many of each app: no app's backlog keeps the
/// others waiting. One whose request has an earlier one that was never tried waits for it, which keeps the order as
/// long as nothing fails.
pub async fn list_due(
    tx: &mut Tx,
    now: DateTime<Utc>,
    of_each_app: u32,
    limit: u32,
) -> Result<Vec<Due>, StoreError> {
    page!(tx, limit, Due, LIST_DUE, now, i64::from(of_each_app))
}

/// A delivery that was claimed for an attempt.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Claimed {
    /// Whose it is.
    pub app_id: Uuid,
    /// The event's number.
    pub seq: i64,
    /// Where to.
    pub url: String,
}

const CLAIM: &str = "UPDATE deliveries SET due_at = $3 WHERE id = $1 AND state = 'pending' AND due_at <= $2 \
     RETURNING app_id, seq, url";
/// Claims a delivery until `lease_ends`: whoever else looks at it until then does not find it due. `None` when
/// somebody else was first.
pub async fn claim(
    tx: &mut Tx,
    id: Uuid,
    now: DateTime<Utc>,
    lease_ends: DateTime<Utc>,
) -> Result<Option<Claimed>, StoreError> {
    sql!(tx, fetch_optional as Claimed, CLAIM, id, now, lease_ends)
}

/// What has to be known of a delivery to judge an attempt.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Tried {
    /// The request that brought the address.
    pub request_id: Uuid,
    /// The address.
    pub url: String,
    /// Attempts so far, with the one just counted.
    pub attempts: i64,
    /// When the first one was made.
    pub first_attempt_at: DateTime<Utc>,
}

const COUNT_ATTEMPT: &str = "UPDATE deliveries SET attempts = attempts + 1, \
       first_attempt_at = COALESCE(first_attempt_at, $2) WHERE id = $1 AND state = 'pending' \
     RETURNING request_id, url, attempts, first_attempt_at";
const INSERT_ATTEMPT: &str = "INSERT INTO delivery_attempts (delivery_id, number, at, status, failure, duration_ms) \
     VALUES ($1, $2, $3, $4, $5, $6)";
/// Counts an attempt and remembers what came of it. `None` when the delivery has ended meanwhile.
pub async fn insert_attempt(
    tx: &mut Tx,
    id: Uuid,
    at: DateTime<Utc>,
    outcome: Outcome,
    duration_ms: i64,
) -> Result<Option<Tried>, StoreError> {
    let Some(tried) = sql!(tx, fetch_optional as Tried, COUNT_ATTEMPT, id, at)? else { return Ok(None) };
    let (status, failure) = match outcome {
        Outcome::Answered { status, .. } => (Some(i64::from(status)), None),
        Outcome::Failed(failure) => (None, Some(failure.as_str().to_owned())),
    };
    sql!(tx, execute, INSERT_ATTEMPT, id, tried.attempts, at, status, failure, duration_ms)?;
    Ok(Some(tried))
}

const SAVE_DUE: &str = "UPDATE deliveries SET due_at = $2 WHERE id = $1 AND state = 'pending'";
/// Says when to try again.
pub async fn save_due(tx: &mut Tx, id: Uuid, due_at: DateTime<Utc>) -> Result<(), StoreError> {
    sql!(tx, execute, SAVE_DUE, id, due_at)?;
    Ok(())
}

const SAVE_END: &str = "UPDATE deliveries SET state = $2, ended_at = $3 WHERE id = $1 AND state = 'pending'";
/// Ends a delivery.
pub async fn save_end(
    tx: &mut Tx,
    id: Uuid,
    state: DeliveryState,
    at: DateTime<Utc>,
) -> Result<(), StoreError> {
    sql!(tx, execute, SAVE_END, id, state.as_str().to_owned(), at)?;
    Ok(())
}

const FORGET_OF_REQUEST: &str =
    "UPDATE connect_requests SET callback_url = NULL WHERE id = $1 AND callback_url = $2";
const FORGET_OF_AUTHORIZATIONS: &str =
    "DELETE FROM authorization_callbacks WHERE request_id = $1 AND url = $2";
const END_OTHERS: &str = "UPDATE deliveries SET state = $3, ended_at = $4 \
     WHERE request_id = $1 AND url = $2 AND state = 'pending'";
/// The app no longer wants to be called there for this request: what waits is ended, and nothing more is put into the
/// outbox.
pub async fn save_gone(
    tx: &mut Tx,
    request_id: Uuid,
    url: &str,
    at: DateTime<Utc>,
) -> Result<(), StoreError> {
    sql!(tx, execute, FORGET_OF_REQUEST, request_id, url.to_owned())?;
    sql!(tx, execute, FORGET_OF_AUTHORIZATIONS, request_id, url.to_owned())?;
    let gone = DeliveryState::Gone.as_str().to_owned();
    sql!(tx, execute, END_OTHERS, request_id, url.to_owned(), gone, at)?;
    Ok(())
}

/// A delivery, as its app may see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Delivery {
    /// Its row; `webhook-id` is made from it.
    pub id: Uuid,
    /// The event's number.
    pub seq: i64,
    /// What happened.
    pub kind: EventKind,
    /// To which request, by the external ID that it had.
    pub external_id: Option<String>,
    /// Where it is in its life.
    pub state: DeliveryState,
    /// When it was put into the outbox.
    pub created_at: DateTime<Utc>,
    /// While it is pending: the next attempt.
    pub next_attempt_at: Option<DateTime<Utc>>,
    /// What was tried, oldest first.
    pub attempts: Vec<Attempt>,
}

/// One attempt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attempt {
    /// When.
    pub at: DateTime<Utc>,
    /// What the app answered.
    pub status: Option<u16>,
    /// Or why it did not.
    pub failure: Option<Failure>,
    /// How long it took.
    pub duration_ms: i64,
}

#[derive(sqlx::FromRow)]
struct DeliveryRow {
    id: Uuid,
    seq: i64,
    kind: String,
    external_id: Option<String>,
    state: String,
    created_at: DateTime<Utc>,
    due_at: DateTime<Utc>,
}

#[derive(sqlx::FromRow)]
struct AttemptRow {
    at: DateTime<Utc>,
    status: Option<i64>,
    failure: Option<String>,
    duration_ms: i64,
}

static LIST: Paged = Paged::of(
    "SELECT d.id, d.seq, e.kind, e.external_id, d.state, d.created_at, d.due_at \
     FROM deliveries d JOIN events e ON e.app_id = d.app_id AND e.seq = d.seq \
     WHERE d.app_id = $1 AND d.seq < $2 AND ($3 = '' OR e.external_id = $3) ORDER BY d.seq DESC LIMIT {most}",
);
const LIST_ATTEMPTS: &str = "SELECT at, status, failure, duration_ms FROM delivery_attempts \
     WHERE delivery_id = $1 ORDER BY number";
/// An app's deliveries before a number, the newest first; of one external ID, or of all when it is empty.
pub async fn list(
    tx: &mut Tx,
    app_id: Uuid,
    before: i64,
    external_id: &str,
    limit: u32,
) -> Result<Vec<Delivery>, StoreError> {
    let unreadable = StoreError::Unreadable("delivery");
    let rows = page!(tx, limit, DeliveryRow, LIST, app_id, before, external_id.to_owned())?;
    let mut deliveries = Vec::with_capacity(rows.len());
    for row in rows {
        let (Some(kind), Some(state)) = (EventKind::parse(&row.kind), DeliveryState::parse(&row.state))
        else {
            return Err(unreadable);
        };
        let attempts = sql!(tx, fetch_all as AttemptRow, LIST_ATTEMPTS, row.id)?;
        deliveries.push(Delivery {
            id: row.id,
            seq: row.seq,
            kind,
            external_id: row.external_id,
            state,
            created_at: row.created_at,
            next_attempt_at: (state == DeliveryState::Pending).then_some(row.due_at),
            attempts: attempts
                .into_iter()
                .map(|a| Attempt {
                    at: a.at,
                    status: a.status.and_then(|status| u16::try_from(status).ok()),
                    failure: a.failure.as_deref().and_then(Failure::parse),
                    duration_ms: a.duration_ms,
                })
                .collect(),
        });
    }
    Ok(deliveries)
}

const DELETE_ENDED: &str = "DELETE FROM deliveries WHERE state <> 'pending' AND ended_at <= $1";
/// Forgets deliveries that ended before. Returns how many.
pub async fn delete_ended(tx: &mut Tx, before: DateTime<Utc>) -> Result<u64, StoreError> {
    sql!(tx, execute, DELETE_ENDED, before)
}

/// A signing secret, sealed.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct SecretRow {
    /// Its row, which it is sealed for.
    pub id: Uuid,
    /// Sealed with the key file.
    pub sealed: Vec<u8>,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// When it stops signing.
    pub expires_at: Option<DateTime<Utc>>,
}

const LIST_SECRETS: &str = "SELECT id, sealed, created_at, expires_at FROM webhook_secrets \
     WHERE app_id = $1 AND (expires_at IS NULL OR expires_at > $2) ORDER BY created_at DESC, id DESC";
/// An app's secrets that sign now, the newest first.
pub async fn list_secrets(
    tx: &mut Tx,
    app_id: Uuid,
    now: DateTime<Utc>,
) -> Result<Vec<SecretRow>, StoreError> {
    sql!(tx, fetch_all as SecretRow, LIST_SECRETS, app_id, now)
}

const INSERT_SECRET: &str =
    "INSERT INTO webhook_secrets (id, app_id, sealed, created_at, expires_at) VALUES ($1, $2, $3, $4, NULL)";
/// A new secret for an app.
pub async fn insert_secret(
    tx: &mut Tx,
    id: Uuid,
    app_id: Uuid,
    sealed: Vec<u8>,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    sql!(tx, execute, INSERT_SECRET, id, app_id, sealed, now)?;
    Ok(())
}

const EXPIRE_SECRETS: &str = "UPDATE webhook_secrets SET expires_at = $3 \
     WHERE app_id = $1 AND id <> $2 AND (expires_at IS NULL OR expires_at > $3)";
/// Lets every other secret of the app stop signing at `at`.
pub async fn save_other_secrets_expire(
    tx: &mut Tx,
    app_id: Uuid,
    keep: Uuid,
    at: DateTime<Utc>,
) -> Result<(), StoreError> {
    sql!(tx, execute, EXPIRE_SECRETS, app_id, keep, at)?;
    Ok(())
}

const DELETE_SECRETS: &str = "DELETE FROM webhook_secrets WHERE expires_at <= $1";
/// Forgets secrets that no longer sign.
pub async fn delete_expired_secrets(tx: &mut Tx, now: DateTime<Utc>) -> Result<u64, StoreError> {
    sql!(tx, execute, DELETE_SECRETS, now)
}

const LOCK_APP: &str = "UPDATE app_feeds SET seq = seq WHERE app_id = $1";
/// Locks an app's feed until the transaction ends, so that two nodes do not both make its first secret.
pub async fn lock_app(tx: &mut Tx, app_id: Uuid) -> Result<(), StoreError> {
    sql!(tx, execute, LOCK_APP, app_id)?;
    Ok(())
}

const COUNT_WAITING: &str = "SELECT COUNT(*) FROM deliveries WHERE state = 'pending'";
const OLDEST_WAITING: &str =
    "SELECT created_at FROM deliveries WHERE state = 'pending' ORDER BY created_at LIMIT 1";
/// Callbacks that wait: how many, and since when the oldest does.
pub async fn count_waiting(tx: &mut Tx) -> Result<(i64, Option<DateTime<Utc>>), StoreError> {
    let (count,) = sql!(tx, fetch_one as (i64,), COUNT_WAITING)?;
    let oldest = sql!(tx, fetch_optional as (DateTime<Utc>,), OLDEST_WAITING)?;
    Ok((count, oldest.map(|(at,)| at)))
}

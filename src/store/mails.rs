//! The outbox of mails. What a mail says is sealed before it comes here, and forgotten when it has ended.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::{
    StoreError, Tx,
    paged::{Paged, page},
    sql,
};
use crate::{
    domain::mail::{MailFailure, MailState},
    keys::Hashes,
};

/// A mail as it is put into the outbox.
#[derive(Debug)]
pub struct NewMail {
    /// Its row, which it is sealed for.
    pub id: Uuid,
    /// The word for what it tells.
    pub kind: &'static str,
    /// A keyed hash: of two mails of one topic only the newer is sent.
    pub topic: Option<Hashes>,
    /// In whose name.
    pub app_id: Option<Uuid>,
    /// About whose account.
    pub person_id: Option<Uuid>,
    /// Which request it brings.
    pub request_id: Option<Uuid>,
    /// To whom and what, sealed.
    pub sealed: Vec<u8>,
    /// When it was written, which is when it is due.
    pub created_at: DateTime<Utc>,
    /// It is not sent later than this.
    pub not_after: Option<DateTime<Utc>>,
}

const INSERT: &str = "INSERT INTO mails \
     (id, kind, topic, app_id, person_id, request_id, sealed, state, attempts, created_at, due_at, not_after) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, 'queued', 0, $8, $8, $9)";
/// Puts a mail into the outbox.
pub async fn insert(tx: &mut Tx, mail: NewMail) -> Result<(), StoreError> {
    sql!(
        tx,
        execute,
        INSERT,
        mail.id,
        mail.kind.to_owned(),
        mail.topic.map(|topic| topic.written().to_vec()),
        mail.app_id,
        mail.person_id,
        mail.request_id,
        mail.sealed,
        mail.created_at,
        mail.not_after
    )?;
    Ok(())
}

const REPLACE: &str = "UPDATE mails SET state = 'replaced', sealed = $3, ended_at = $2 \
     WHERE topic = $1 AND state = 'queued'";
/// Ends the mails of a topic that have not been sent.
pub async fn save_replaced(tx: &mut Tx, topic: &Hashes, at: DateTime<Utc>) -> Result<(), StoreError> {
    for topic in topic.all() {
        sql!(tx, execute, REPLACE, topic.to_vec(), at, Vec::<u8>::new())?;
    }
    Ok(())
}

static LIST_DUE: Paged = Paged::of(
    "SELECT id FROM mails WHERE state = 'queued' AND due_at <= $1 ORDER BY due_at, id LIMIT {most}",
);
/// Mails that are due, the oldest first.
pub async fn list_due(tx: &mut Tx, now: DateTime<Utc>, limit: u32) -> Result<Vec<Uuid>, StoreError> {
    let rows = page!(tx, limit, (Uuid,), LIST_DUE, now)?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

const COUNT_UNDER_WAY: &str = "SELECT COUNT(*) FROM mails WHERE state = 'queued' AND attempts = 0";
/// How many mails no attempt has been made of yet.
pub async fn count_under_way(tx: &mut Tx) -> Result<i64, StoreError> {
    Ok(sql!(tx, fetch_one as (i64,), COUNT_UNDER_WAY)?.0)
}

/// A mail that was claimed for an attempt.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Claimed {
    /// The word for what it tells.
    pub kind: String,
    /// In whose name.
    pub app_id: Option<Uuid>,
    /// Which request it brings.
    pub request_id: Option<Uuid>,
    /// To whom and what, sealed.
    pub sealed: Vec<u8>,
    /// It is not sent later than this.
    pub not_after: Option<DateTime<Utc>>,
}

const CLAIM: &str = "UPDATE mails SET due_at = $3 WHERE id = $1 AND state = 'queued' AND due_at <= $2 \
     RETURNING kind, app_id, request_id, sealed, not_after";
/// Claims a mail until `lease_ends`. `None` when somebody else was first.
pub async fn claim(
    tx: &mut Tx,
    id: Uuid,
    now: DateTime<Utc>,
    lease_ends: DateTime<Utc>,
) -> Result<Option<Claimed>, StoreError> {
    sql!(tx, fetch_optional as Claimed, CLAIM, id, now, lease_ends)
}

const COUNT_ATTEMPT: &str = "UPDATE mails SET attempts = attempts + 1, \
       first_attempt_at = COALESCE(first_attempt_at, $2) WHERE id = $1 AND state = 'queued' \
     RETURNING attempts, first_attempt_at";
/// Counts an attempt. Gives how many there were, with this one, and when the first was made; `None` when the mail has
/// ended meanwhile.
pub async fn count_attempt(
    tx: &mut Tx,
    id: Uuid,
    at: DateTime<Utc>,
) -> Result<Option<(i64, DateTime<Utc>)>, StoreError> {
    sql!(tx, fetch_optional as (i64, DateTime<Utc>), COUNT_ATTEMPT, id, at)
}

const SAVE_DUE: &str = "UPDATE mails SET due_at = $2, failure = $3 WHERE id = $1 AND state = 'queued'";
/// Says when to try again, and why it did not go.
pub async fn save_due(
    tx: &mut Tx,
    id: Uuid,
    due_at: DateTime<Utc>,
    failure: MailFailure,
) -> Result<(), StoreError> {
    sql!(tx, execute, SAVE_DUE, id, due_at, failure.word())?;
    Ok(())
}

const SAVE_END: &str = "UPDATE mails SET state = $2, failure = $3, ended_at = $4, sealed = $5 \
     WHERE id = $1 AND state = 'queued'";
/// Ends a mail and forgets what it said.
pub async fn save_end(
    tx: &mut Tx,
    id: Uuid,
    state: MailState,
    failure: Option<MailFailure>,
    at: DateTime<Utc>,
) -> Result<(), StoreError> {
    let failure = failure.map(MailFailure::word);
    sql!(tx, execute, SAVE_END, id, state.as_str().to_owned(), failure, at, Vec::<u8>::new())?;
    Ok(())
}

/// A mail about a request, as its app may see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MailOfRequest {
    /// The word for what it tells.
    pub kind: String,
    /// Where it is in its life.
    pub state: MailState,
    /// When it was put into the outbox.
    pub created_at: DateTime<Utc>,
    /// When it ended.
    pub ended_at: Option<DateTime<Utc>>,
    /// Why it did not go, the last time.
    pub failure: Option<String>,
}

#[derive(sqlx::FromRow)]
struct OfRequest {
    kind: String,
    state: String,
    created_at: DateTime<Utc>,
    ended_at: Option<DateTime<Utc>>,
    failure: Option<String>,
}

const LIST_OF_REQUEST: &str = "SELECT kind, state, created_at, ended_at, failure FROM mails \
     WHERE request_id = $1 ORDER BY created_at DESC, id DESC";
/// The mails that brought a request, the newest first.
pub async fn list_of_request(tx: &mut Tx, request_id: Uuid) -> Result<Vec<MailOfRequest>, StoreError> {
    sql!(tx, fetch_all as OfRequest, LIST_OF_REQUEST, request_id)?
        .into_iter()
        .map(|row| {
            Ok(MailOfRequest {
                kind: row.kind,
                state: MailState::parse(&row.state).ok_or(StoreError::Unreadable("mail"))?,
                created_at: row.created_at,
                ended_at: row.ended_at,
                failure: row.failure,
            })
        })
        .collect()
}

const LIST_OF_PERSON: &str =
    "SELECT kind, created_at, state FROM mails WHERE person_id = $1 ORDER BY created_at DESC, id DESC";
/// The mails about a person's account: kind, when written, state; the newest first.
pub async fn list_of_person(
    tx: &mut Tx,
    person_id: Uuid,
) -> Result<Vec<(String, DateTime<Utc>, String)>, StoreError> {
    sql!(tx, fetch_all as (String, DateTime<Utc>, String), LIST_OF_PERSON, person_id)
}

const DELETE_OF_PERSON: &str = "DELETE FROM mails WHERE person_id = $1";
/// Forgets every mail about a person's account, sent or not.
pub async fn delete_of_person(tx: &mut Tx, person_id: Uuid) -> Result<u64, StoreError> {
    sql!(tx, execute, DELETE_OF_PERSON, person_id)
}

const DELETE_QUEUED_OF_REQUEST: &str = "DELETE FROM mails WHERE request_id = $1 AND state = 'queued'";
/// Drops the mails about a request that have not been sent.
pub async fn delete_queued_of_request(tx: &mut Tx, request_id: Uuid) -> Result<u64, StoreError> {
    sql!(tx, execute, DELETE_QUEUED_OF_REQUEST, request_id)
}

const DELETE_ENDED: &str = "DELETE FROM mails WHERE state <> 'queued' AND ended_at <= $1";
/// Forgets mails that ended before. Returns how many.
pub async fn delete_ended(tx: &mut Tx, before: DateTime<Utc>) -> Result<u64, StoreError> {
    sql!(tx, execute, DELETE_ENDED, before)
}

const COUNT_WAITING: &str = "SELECT COUNT(*) FROM mails WHERE state = 'queued'";
const OLDEST_WAITING: &str =
    "SELECT created_at FROM mails WHERE state = 'queued' ORDER BY created_at LIMIT 1";
/// Mails that wait: how many, and since when the oldest does.
pub async fn count_waiting(tx: &mut Tx) -> Result<(i64, Option<DateTime<Utc>>), StoreError> {
    let (count,) = sql!(tx, fetch_one as (i64,), COUNT_WAITING)?;
    let oldest = sql!(tx, fetch_optional as (DateTime<Utc>,), OLDEST_WAITING)?;
    Ok((count, oldest.map(|(at,)| at)))
}

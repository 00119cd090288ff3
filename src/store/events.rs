//! The ordered log of each app: what it may learn, and the history that a patient sees.

use chrono::{DateTime, TimeDelta, Utc};
use uuid::Uuid;

use crate::domain::event::{Event, EventKind, KnownAs, LoggedEvent};

use super::{
    StoreError, Tx,
    paged::{Paged, found_by_time, of_its_database, page},
    small, sql,
};

/// A position in an app's log: locked until the transaction commits, so numbers and times become visible in their order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Position {
    /// The number, without gaps.
    pub seq: i64,
    /// The time: never before that of the event before.
    pub at: DateTime<Utc>,
}

const TAKE_NOW: &str =
    "UPDATE app_feeds SET seq = seq + 1, at = $2 WHERE app_id = $1 AND at < $2 RETURNING seq";
const TAKE: &str = "UPDATE app_feeds SET seq = seq + 1 WHERE app_id = $1 RETURNING seq, at";
const SAVE_TIME: &str = "UPDATE app_feeds SET at = $2 WHERE app_id = $1";
/// Takes the next position in an app's log. Every position has a later time than the one before, by a microsecond at
/// least, whatever the clocks of several nodes say: so a list read up to a time is complete up to that time.
pub async fn take_position(tx: &mut Tx, app_id: Uuid, now: DateTime<Utc>) -> Result<Position, StoreError> {
    // Nearly always the clock is after the log's end.
    if let Some((seq,)) = sql!(tx, fetch_optional as (i64,), TAKE_NOW, app_id, now)? {
        return Ok(Position { seq, at: now });
    }
    let (seq, last) = sql!(tx, fetch_one as (i64, DateTime<Utc>), TAKE, app_id)?;
    let at = now.max(last + TimeDelta::microseconds(1));
    sql!(tx, execute, SAVE_TIME, app_id, at)?;
    Ok(Position { seq, at })
}

const INSERT: &str = "INSERT INTO events (app_id, seq, at, kind, external_id, authorization_id, attempts_left) \
     VALUES ($1, $2, $3, $4, $5, $6, $7)";
/// Writes an event at the position taken for it.
pub async fn insert(tx: &mut Tx, app_id: Uuid, position: Position, event: &Event) -> Result<(), StoreError> {
    sql!(
        tx,
        execute,
        INSERT,
        app_id,
        position.seq,
        position.at,
        event.kind.as_str().to_owned(),
        event.external_id.clone(),
        event.authorization_id,
        event.attempts_left.map(i64::from)
    )?;
    Ok(())
}

/// Takes a position and writes the event there.
pub async fn append(
    tx: &mut Tx,
    app_id: Uuid,
    event: &Event,
    now: DateTime<Utc>,
) -> Result<Position, StoreError> {
    let position = take_position(tx, app_id, now).await?;
    insert(tx, app_id, position, event).await?;
    Ok(position)
}

#[derive(sqlx::FromRow)]
struct Row {
    seq: i64,
    at: DateTime<Utc>,
    kind: String,
    external_id: Option<String>,
    authorization_id: Option<Uuid>,
    attempts_left: Option<i64>,
}

impl TryFrom<Row> for (Position, Event) {
    type Error = StoreError;
    fn try_from(r: Row) -> Result<Self, StoreError> {
        let event = Event {
            kind: EventKind::parse(&r.kind).ok_or(StoreError::Unreadable("event"))?,
            external_id: r.external_id,
            authorization_id: r.authorization_id,
            attempts_left: r.attempts_left.map(|n| small(n, "event")).transpose()?,
        };
        Ok((Position { seq: r.seq, at: r.at }, event))
    }
}

static LIST: Paged = Paged::of(
    "SELECT seq, at, kind, external_id, authorization_id, attempts_left FROM events \
     WHERE app_id = $1 AND seq > $2 ORDER BY seq LIMIT {most}",
);
/// An app's events after a number, in order.
pub async fn list(
    tx: &mut Tx,
    app_id: Uuid,
    after: i64,
    limit: u32,
) -> Result<Vec<(Position, Event)>, StoreError> {
    page!(tx, limit, Row, LIST, app_id, after)?.into_iter().map(TryFrom::try_from).collect()
}

#[derive(sqlx::FromRow)]
struct LoggedRow {
    seq: i64,
    at: DateTime<Utc>,
    kind: String,
    external_id: Option<String>,
    attempts_left: Option<i64>,
    person_pseudonym: Option<Uuid>,
    record_pseudonym: Option<Uuid>,
    app_specific_record_id: Option<String>,
}

impl TryFrom<LoggedRow> for LoggedEvent {
    type Error = StoreError;
    fn try_from(r: LoggedRow) -> Result<Self, StoreError> {
        let known_as = r.person_pseudonym.zip(r.record_pseudonym).zip(r.app_specific_record_id);
        Ok(LoggedEvent {
            seq: r.seq,
            at: r.at,
            kind: EventKind::parse(&r.kind).ok_or(StoreError::Unreadable("event"))?,
            external_id: r.external_id,
            attempts_left: r.attempts_left.map(|n| small(n, "event")).transpose()?,
            authorization: known_as.map(|((person_id, record_id), app_specific_record_id)| KnownAs {
                person_id,
                record_id,
                app_specific_record_id,
            }),
        })
    }
}

static LIST_LOGGED: Paged = Paged::of(
    "SELECT e.seq, e.at, e.kind, e.external_id, e.attempts_left, a.person_pseudonym, \
     a.record_pseudonym, a.app_specific_record_id \
     FROM events e LEFT JOIN authorizations a ON a.id = e.authorization_id \
     WHERE e.app_id = $1 AND e.seq > $2 ORDER BY e.seq LIMIT {most}",
);
/// `$1` is the app, `$2` the number: what [`list_logged`] asks SQLite.
pub static LIST_LOGGED_BY_TIME: Paged = Paged::of(concat!(
    "SELECT e.seq, e.at, e.kind, e.external_id, e.attempts_left, \
     COALESCE(a.person_pseudonym, a_by_id.person_pseudonym) AS person_pseudonym, \
     COALESCE(a.record_pseudonym, a_by_id.record_pseudonym) AS record_pseudonym, \
     COALESCE(a.app_specific_record_id, a_by_id.app_specific_record_id) AS app_specific_record_id FROM events e ",
    found_by_time!("authorizations" as "a", "a.authorized_at" = "e.at", "e.authorization_id"),
    "WHERE e.app_id = $1 AND e.seq > $2 ORDER BY e.seq LIMIT {most}",
));
/// An app's events after a number, in order, in the app's own terms.
pub async fn list_logged(
    tx: &mut Tx,
    app_id: Uuid,
    after: i64,
    limit: u32,
) -> Result<Vec<LoggedEvent>, StoreError> {
    let paged = of_its_database(tx, &LIST_LOGGED_BY_TIME, &LIST_LOGGED);
    page!(tx, limit, LoggedRow, paged, app_id, after)?.into_iter().map(TryFrom::try_from).collect()
}

const SAVE_OPENED: &str = "UPDATE connect_requests SET opened_at = $2 WHERE id = $1 AND opened_at IS NULL";
/// Notes that a request's opening is recorded. False when it was before.
pub async fn save_opened(tx: &mut Tx, request_id: Uuid, at: DateTime<Utc>) -> Result<bool, StoreError> {
    Ok(sql!(tx, execute, SAVE_OPENED, request_id, at)? == 1)
}

const SAVE_LOCKED_RECORDED: &str = "UPDATE connect_requests SET locked_told_at = locked_at \
     WHERE id = $1 AND attempts_left = 0 AND locked_at IS NOT NULL \
       AND (locked_told_at IS NULL OR locked_told_at <> locked_at)";
/// Notes that a request's lock is recorded. False when this lock was before, or there is none.
pub async fn save_locked_recorded(tx: &mut Tx, request_id: Uuid) -> Result<bool, StoreError> {
    Ok(sql!(tx, execute, SAVE_LOCKED_RECORDED, request_id)? == 1)
}

const SAVE_EXPIRED_RECORDED: &str = "UPDATE connect_requests SET expired_told_at = $2 \
     WHERE id = $1 AND expired_told_at IS NULL AND last_authorized_at IS NULL AND attempts_left > 0 \
       AND frozen_at IS NULL AND expires_at <= $2";
/// Notes that a request's expiry is recorded. False when it was before, or the request has not expired.
pub async fn save_expired_recorded(
    tx: &mut Tx,
    request_id: Uuid,
    now: DateTime<Utc>,
) -> Result<bool, StoreError> {
    Ok(sql!(tx, execute, SAVE_EXPIRED_RECORDED, request_id, now)? == 1)
}

const SAVE_LETTER_DUE: &str =
    "UPDATE connect_requests SET letter_due_at = $2 WHERE id = $1 AND letter_due_at IS NULL";
/// Notes that a letter for a request is due. False when that was noted before.
pub async fn save_letter_due(tx: &mut Tx, request_id: Uuid, at: DateTime<Utc>) -> Result<bool, StoreError> {
    Ok(sql!(tx, execute, SAVE_LETTER_DUE, request_id, at)? == 1)
}

static LIST_UNOPENED: Paged = Paged::of(
    "SELECT id FROM connect_requests WHERE letter_due_at IS NULL AND opened_at IS NULL \
     AND last_authorized_at IS NULL AND created_at <= $1 AND expires_at > $2 AND frozen_at IS NULL \
     ORDER BY created_at LIMIT {most}",
);
/// Requests that were created before, may still be used and were opened by nobody, and for which no letter is due yet.
pub async fn list_unopened(
    tx: &mut Tx,
    created_before: DateTime<Utc>,
    now: DateTime<Utc>,
    limit: u32,
) -> Result<Vec<Uuid>, StoreError> {
    let rows = page!(tx, limit, (Uuid,), LIST_UNOPENED, created_before, now)?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

/// Each half from an index that holds nothing else (migrations 25 and 26), whose condition stands in it word for word. `$1` is
/// now, `$2` the last instant of locks.
pub static LIST_UNRECORDED: Paged = Paged::of(
    "SELECT id FROM connect_requests WHERE expired_told_at IS NULL \
       AND last_authorized_at IS NULL AND attempts_left > 0 AND frozen_at IS NULL AND expires_at <= $1 \
     UNION ALL SELECT id FROM connect_requests WHERE attempts_left = 0 AND locked_at <= $2 \
       AND (locked_told_at IS NULL OR locked_told_at <> locked_at) LIMIT {most}",
);
/// Requests whose expiry, or whose lock at or before `locked_before`, is not recorded yet.
pub async fn list_unrecorded(
    tx: &mut Tx,
    now: DateTime<Utc>,
    locked_before: DateTime<Utc>,
    limit: u32,
) -> Result<Vec<Uuid>, StoreError> {
    let rows = page!(tx, limit, (Uuid,), LIST_UNRECORDED, now, locked_before)?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

const LIST_OF_AUTHORIZATION: &str = "SELECT seq, at, kind, external_id, authorization_id, attempts_left FROM events \
     WHERE authorization_id = $1 ORDER BY at DESC, seq DESC LIMIT 100";
/// What happened to one authorization, newest first, the last hundred.
pub async fn list_of_authorization(tx: &mut Tx, id: Uuid) -> Result<Vec<(Position, Event)>, StoreError> {
    sql!(tx, fetch_all as Row, LIST_OF_AUTHORIZATION, id)?.into_iter().map(TryFrom::try_from).collect()
}

const LOCK: &str = "UPDATE app_feeds SET at = at WHERE app_id = $1";
/// Locks the end of an app's log until the transaction ends: who has a position in it has committed by then, and nobody
/// gets the next one.
pub async fn lock(tx: &mut Tx, app_id: Uuid) -> Result<(), StoreError> {
    if !tx.is_only_writer() {
        sql!(tx, execute, LOCK, app_id)?;
    }
    Ok(())
}

const RAISE_FLOOR: &str = "UPDATE app_feeds SET at = $2 WHERE app_id = $1 AND at < $2";
/// Lets every further position in an app's log have a time after `floor`.
pub async fn raise_floor(tx: &mut Tx, app_id: Uuid, floor: DateTime<Utc>) -> Result<(), StoreError> {
    sql!(tx, execute, RAISE_FLOOR, app_id, floor)?;
    Ok(())
}

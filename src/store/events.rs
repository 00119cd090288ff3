//! The ordered log of each app: what it may learn, and the history that a patient sees.

use chrono::{DateTime, TimeDelta, Utc};
use uuid::Uuid;

use crate::domain::event::{Event, EventKind};

use super::{StoreError, Tx, small, sql};

/// A place in an app's log: held until the transaction commits, so numbers and times become visible in their order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// The number, without gaps.
    pub seq: i64,
    /// The time: never before that of the event before.
    pub at: DateTime<Utc>,
}

const TAKE: &str = "UPDATE app_feeds SET seq = seq + 1 WHERE app_id = $1 RETURNING seq, at";
const SAVE_TIME: &str = "UPDATE app_feeds SET at = $2 WHERE app_id = $1";
/// Takes the next place in an app's log. Every place has a later time than the one before, by a microsecond at
/// least, whatever the clocks of several nodes say: so a list read up to a time is complete up to that time.
pub async fn take_place(tx: &mut Tx, app_id: Uuid, now: DateTime<Utc>) -> Result<Place, StoreError> {
    let (seq, last) = sql!(tx, fetch_one as (i64, DateTime<Utc>), TAKE, app_id)?;
    let at = now.max(last + TimeDelta::microseconds(1));
    sql!(tx, execute, SAVE_TIME, app_id, at)?;
    Ok(Place { seq, at })
}

const FIND_END: &str = "SELECT seq, at FROM app_feeds WHERE app_id = $1";
/// The end of an app's log as committed. Everything that comes later has a later time.
pub async fn find_end(tx: &mut Tx, app_id: Uuid) -> Result<Option<Place>, StoreError> {
    Ok(sql!(tx, fetch_optional as (i64, DateTime<Utc>), FIND_END, app_id)?.map(|(seq, at)| Place { seq, at }))
}

const INSERT: &str = "INSERT INTO events (app_id, seq, at, kind, external_id, authorization_id, attempts_left) \
     VALUES ($1, $2, $3, $4, $5, $6, $7)";
/// Writes an event into the place taken for it.
pub async fn insert(tx: &mut Tx, app_id: Uuid, place: Place, event: &Event) -> Result<(), StoreError> {
    sql!(
        tx,
        execute,
        INSERT,
        app_id,
        place.seq,
        place.at,
        event.kind.as_str().to_owned(),
        event.external_id.clone(),
        event.authorization_id,
        event.attempts_left.map(i64::from)
    )?;
    Ok(())
}

/// Takes a place and writes the event there.
pub async fn append(
    tx: &mut Tx,
    app_id: Uuid,
    event: &Event,
    now: DateTime<Utc>,
) -> Result<Place, StoreError> {
    let place = take_place(tx, app_id, now).await?;
    insert(tx, app_id, place, event).await?;
    Ok(place)
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

impl TryFrom<Row> for (Place, Event) {
    type Error = StoreError;
    fn try_from(r: Row) -> Result<Self, StoreError> {
        let event = Event {
            kind: EventKind::parse(&r.kind).ok_or(StoreError::Unreadable("event"))?,
            external_id: r.external_id,
            authorization_id: r.authorization_id,
            attempts_left: r.attempts_left.map(|n| small(n, "event")).transpose()?,
        };
        Ok((Place { seq: r.seq, at: r.at }, event))
    }
}

const LIST: &str = "SELECT seq, at, kind, external_id, authorization_id, attempts_left FROM events \
     WHERE app_id = $1 AND seq > $2 ORDER BY seq LIMIT $3";
/// An app's events after a number, in order.
pub async fn list(
    tx: &mut Tx,
    app_id: Uuid,
    after: i64,
    limit: u32,
) -> Result<Vec<(Place, Event)>, StoreError> {
    sql!(tx, fetch_all as Row, LIST, app_id, after, i64::from(limit))?
        .into_iter()
        .map(TryFrom::try_from)
        .collect()
}

const LIST_OF_AUTHORIZATION: &str = "SELECT seq, at, kind, external_id, authorization_id, attempts_left FROM events \
     WHERE authorization_id = $1 ORDER BY at DESC, seq DESC LIMIT 100";
/// What happened to one authorization, newest first, the last hundred.
pub async fn list_of_authorization(tx: &mut Tx, id: Uuid) -> Result<Vec<(Place, Event)>, StoreError> {
    sql!(tx, fetch_all as Row, LIST_OF_AUTHORIZATION, id)?.into_iter().map(TryFrom::try_from).collect()
}

const HOLD: &str = "UPDATE app_feeds SET at = at WHERE app_id = $1";
/// Holds the end of an app's log until the transaction ends: who has a place in it has committed by then, and nobody
/// gets the next one.
pub async fn hold(tx: &mut Tx, app_id: Uuid) -> Result<(), StoreError> {
    sql!(tx, execute, HOLD, app_id)?;
    Ok(())
}

const RAISE_FLOOR: &str = "UPDATE app_feeds SET at = $2 WHERE app_id = $1 AND at < $2";
/// Lets every further place in an app's log have a time after `floor`.
pub async fn raise_floor(tx: &mut Tx, app_id: Uuid, floor: DateTime<Utc>) -> Result<(), StoreError> {
    sql!(tx, execute, RAISE_FLOOR, app_id, floor)?;
    Ok(())
}

//! Authorizations and pickups.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::domain::authorization::Authorization;

use super::{
    StoreError, Tx, Versioned,
    events::Position,
    paged::{Paged, found_by_time, of_its_database, page},
    saved, sql,
};

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    app_id: Uuid,
    person_id: Uuid,
    record_id: Uuid,
    person_pseudonym: Uuid,
    record_pseudonym: Uuid,
    app_specific_record_id: String,
    rules: String,
    since: DateTime<Utc>,
    authorized_at: DateTime<Utc>,
    ended_at: Option<DateTime<Utc>>,
    version: i64,
}

impl TryFrom<Row> for Versioned<Authorization> {
    type Error = StoreError;
    fn try_from(r: Row) -> Result<Self, StoreError> {
        let value = Authorization {
            id: r.id,
            app_id: r.app_id,
            person_id: r.person_id,
            record_id: r.record_id,
            person_pseudonym: r.person_pseudonym,
            record_pseudonym: r.record_pseudonym,
            app_specific_record_id: r.app_specific_record_id,
            rules: serde_json::from_str(&r.rules).map_err(|_| StoreError::Unreadable("granted rules"))?,
            since: r.since,
            authorized_at: r.authorized_at,
            ended_at: r.ended_at,
        };
        Ok(Versioned { value, version: r.version })
    }
}

fn rules(a: &Authorization) -> Result<String, StoreError> {
    serde_json::to_string(&a.rules).map_err(|_| StoreError::Unreadable("granted rules"))
}

const FIND: &str = "SELECT id, app_id, person_id, record_id, person_pseudonym, record_pseudonym, \
     app_specific_record_id, rules, since, authorized_at, ended_at, version FROM authorizations WHERE id = $1";
/// By id.
pub async fn find(tx: &mut Tx, id: Uuid) -> Result<Option<Versioned<Authorization>>, StoreError> {
    sql!(tx, fetch_optional as Row, FIND, id)?.map(Versioned::try_from).transpose()
}

const FIND_OF: &str = "SELECT id, app_id, person_id, record_id, person_pseudonym, record_pseudonym, \
     app_specific_record_id, rules, since, authorized_at, ended_at, version FROM authorizations \
     WHERE app_id = $1 AND person_id = $2 AND record_id = $3";
/// Of one app, person and record, in our own ids.
pub async fn find_of(
    tx: &mut Tx,
    app_id: Uuid,
    person_id: Uuid,
    record_id: Uuid,
) -> Result<Option<Versioned<Authorization>>, StoreError> {
    sql!(tx, fetch_optional as Row, FIND_OF, app_id, person_id, record_id)?
        .map(Versioned::try_from)
        .transpose()
}

const FIND_BY_PSEUDONYMS: &str = "SELECT id, app_id, person_id, record_id, person_pseudonym, record_pseudonym, \
     app_specific_record_id, rules, since, authorized_at, ended_at, version FROM authorizations \
     WHERE app_id = $1 AND record_pseudonym = $3 AND person_pseudonym = $2";
/// As the app knows it. Another app's pseudonyms find nothing.
pub async fn find_by_pseudonyms(
    tx: &mut Tx,
    app_id: Uuid,
    person: Uuid,
    record: Uuid,
) -> Result<Option<Versioned<Authorization>>, StoreError> {
    sql!(tx, fetch_optional as Row, FIND_BY_PSEUDONYMS, app_id, person, record)?
        .map(Versioned::try_from)
        .transpose()
}

const LIST_OF_PERSON: &str = "SELECT id, app_id, person_id, record_id, person_pseudonym, record_pseudonym, \
     app_specific_record_id, rules, since, authorized_at, ended_at, version FROM authorizations \
     WHERE person_id = $1 ORDER BY authorized_at DESC, id";
/// All that a person ever gave, newest first.
pub async fn list_of_person(
    tx: &mut Tx,
    person_id: Uuid,
) -> Result<Vec<Versioned<Authorization>>, StoreError> {
    sql!(tx, fetch_all as Row, LIST_OF_PERSON, person_id)?.into_iter().map(Versioned::try_from).collect()
}

const INSERT: &str = "INSERT INTO authorizations (id, app_id, person_id, record_id, person_pseudonym, \
     record_pseudonym, app_specific_record_id, rules, since, authorized_at, ended_at, version) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 1) ON CONFLICT (app_id, person_id, record_id) DO NOTHING";
/// A new one. A race for the same app, person and record is [`StoreError::Conflict`].
pub async fn insert(tx: &mut Tx, a: &Authorization) -> Result<(), StoreError> {
    saved(sql!(
        tx,
        execute,
        INSERT,
        a.id,
        a.app_id,
        a.person_id,
        a.record_id,
        a.person_pseudonym,
        a.record_pseudonym,
        a.app_specific_record_id.clone(),
        rules(a)?,
        a.since,
        a.authorized_at,
        a.ended_at
    )?)
}

const SAVE: &str = "UPDATE authorizations SET rules = $3, since = $4, authorized_at = $5, ended_at = $6, \
     version = version + 1 WHERE id = $1 AND version = $2";
/// Saves what changes: the rules granted, since when, until when.
pub async fn save(tx: &mut Tx, authorization: &Versioned<Authorization>) -> Result<(), StoreError> {
    let a = &authorization.value;
    saved(sql!(
        tx,
        execute,
        SAVE,
        a.id,
        authorization.version,
        rules(a)?,
        a.since,
        a.authorized_at,
        a.ended_at
    )?)
}

const SAVE_PICKUP: &str = "INSERT INTO pickups (request_id, authorization_id, app_id, authorized_at, seq) \
     VALUES ($1, $2, $3, $4, $5) ON CONFLICT (request_id, authorization_id) \
     DO UPDATE SET authorized_at = excluded.authorized_at, seq = excluded.seq";
/// Notes that a request brought an authorization, at the position in the app's log that was taken for it.
pub async fn save_pickup(
    tx: &mut Tx,
    request_id: Uuid,
    authorization_id: Uuid,
    app_id: Uuid,
    position: Position,
) -> Result<(), StoreError> {
    sql!(tx, execute, SAVE_PICKUP, request_id, authorization_id, app_id, position.at, position.seq)?;
    Ok(())
}

const COUNT_PICKUPS: &str = "SELECT COUNT(*) FROM pickups WHERE request_id = $1";
/// How many authorizations a request has brought.
pub async fn count_pickups(tx: &mut Tx, request_id: Uuid) -> Result<i64, StoreError> {
    Ok(sql!(tx, fetch_one as (i64,), COUNT_PICKUPS, request_id)?.0)
}

/// One line of the list that an app polls.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Pickup {
    /// The request, in our own id, to ask whether its time is over.
    pub request_id: Uuid,
    /// Its external ID now.
    pub external_id: String,
    /// Its last pickup.
    pub last_authorized_at: DateTime<Utc>,
    /// The person, as the app knows her.
    pub person_pseudonym: Uuid,
    /// The record, as the app knows it.
    pub record_pseudonym: Uuid,
    /// The record, the same for every person.
    pub app_specific_record_id: String,
    /// When it was picked up last.
    pub authorized_at: DateTime<Utc>,
}

const LIST_PICKUPS: &str = "SELECT p.request_id, r.external_id, r.last_authorized_at, a.person_pseudonym, \
     a.record_pseudonym, a.app_specific_record_id, p.authorized_at \
     FROM pickups p JOIN authorizations a ON a.id = p.authorization_id JOIN connect_requests r ON r.id = p.request_id \
     WHERE p.app_id = (SELECT $1) AND p.authorized_at >= (SELECT $2) AND a.ended_at IS NULL AND r.last_authorized_at > (SELECT $3) \
     ORDER BY p.authorized_at LIMIT {most}";
/// [`LIST_PICKUPS`] for SQLite: a pickup is nearly always the last one of its authorization and of its request.
const LIST_PICKUPS_BY_TIME: &str = concat!(
    "SELECT p.request_id, p.authorized_at, \
     COALESCE(r.external_id, r_by_id.external_id) AS external_id, \
     COALESCE(r.last_authorized_at, r_by_id.last_authorized_at) AS last_authorized_at, \
     COALESCE(a.person_pseudonym, a_by_id.person_pseudonym) AS person_pseudonym, \
     COALESCE(a.record_pseudonym, a_by_id.record_pseudonym) AS record_pseudonym, \
     COALESCE(a.app_specific_record_id, a_by_id.app_specific_record_id) AS app_specific_record_id FROM pickups p ",
    found_by_time!("authorizations" as "a", "a.authorized_at" = "p.authorized_at", "p.authorization_id"),
    found_by_time!("connect_requests" as "r", "r.last_authorized_at" = "p.authorized_at", "p.request_id"),
    "WHERE p.app_id = (SELECT $1) AND p.authorized_at >= (SELECT $2) AND COALESCE(a.ended_at, a_by_id.ended_at) IS NULL \
       AND COALESCE(r.last_authorized_at, r_by_id.last_authorized_at) > (SELECT $3) \
     ORDER BY p.authorized_at LIMIT {most}",
);
static PICKUPS_BY_TIME: Paged = Paged::of(LIST_PICKUPS_BY_TIME);
static PICKUPS: Paged = Paged::of(LIST_PICKUPS);
/// An app's pickups since an instant (inclusive), in the order of time; no two of an app have the same time. "An
/// authorization revoked meanwhile is not listed as active"; a request last picked up at or before `gone_before` is
/// as if deleted.
pub async fn list_pickups(
    tx: &mut Tx,
    app_id: Uuid,
    since: DateTime<Utc>,
    gone_before: DateTime<Utc>,
    limit: u32,
) -> Result<Vec<Pickup>, StoreError> {
    let paged = of_its_database(tx, &PICKUPS_BY_TIME, &PICKUPS);
    page!(tx, limit, Pickup, paged, app_id, since, gone_before)
}

/// The end of the log with one pickup, or with none.
struct ToEndRow {
    end: Position,
    pickup: Option<Pickup>,
}

impl<'r, R: sqlx::Row> sqlx::FromRow<'r, R> for ToEndRow
where
    Pickup: sqlx::FromRow<'r, R>,
    &'static str: sqlx::ColumnIndex<R>,
    i64: sqlx::Decode<'r, R::Database> + sqlx::Type<R::Database>,
    DateTime<Utc>: sqlx::Decode<'r, R::Database> + sqlx::Type<R::Database>,
    Option<Uuid>: sqlx::Decode<'r, R::Database> + sqlx::Type<R::Database>,
{
    fn from_row(row: &'r R) -> Result<Self, sqlx::Error> {
        let id: Option<Uuid> = row.try_get("request_id")?;
        let end = Position { seq: row.try_get("seq")?, at: row.try_get("end_at")? };
        Ok(Self { end, pickup: id.map(|_| Pickup::from_row(row)).transpose()? })
    }
}

const END: &str = "SELECT f.seq, f.at AS end_at, i.* FROM app_feeds f LEFT JOIN (";
const IN_ORDER: &str = ") i ON 1 = 1 WHERE f.app_id = (SELECT $1) ORDER BY i.authorized_at";
/// `$1` is the app, `$2` since when, `$3` the last instant of what is as if deleted.
pub static PICKUPS_TO_END: Paged = Paged::within(END, LIST_PICKUPS, IN_ORDER);
/// [`PICKUPS_TO_END`] for SQLite.
pub static PICKUPS_TO_END_BY_TIME: Paged = Paged::within(END, LIST_PICKUPS_BY_TIME, IN_ORDER);
/// [`list_pickups`] with the end of the app's log, of one state: all before the end is listed. `None` for the end when there is no
/// such app.
pub async fn list_pickups_to_end(
    tx: &mut Tx,
    app_id: Uuid,
    since: DateTime<Utc>,
    gone_before: DateTime<Utc>,
    limit: u32,
) -> Result<(Option<Position>, Vec<Pickup>), StoreError> {
    let paged = of_its_database(tx, &PICKUPS_TO_END_BY_TIME, &PICKUPS_TO_END);
    let rows = page!(tx, limit, ToEndRow, paged, app_id, since, gone_before)?;
    let end = rows.first().map(|row| row.end);
    Ok((end, rows.into_iter().filter_map(|row| row.pickup).collect()))
}

const FIND_EXTERNAL_ID: &str = "SELECT r.external_id FROM pickups p JOIN connect_requests r ON r.id = p.request_id \
     WHERE p.authorization_id = $1 ORDER BY p.authorized_at DESC LIMIT 1";
/// The external ID of the request that brought an authorization last, while that request is there.
pub async fn find_external_id(tx: &mut Tx, authorization_id: Uuid) -> Result<Option<String>, StoreError> {
    Ok(sql!(tx, fetch_optional as (String,), FIND_EXTERNAL_ID, authorization_id)?.map(|(id,)| id))
}

/// A request that brought an authorization.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct OfRequest {
    /// Its external ID.
    pub external_id: String,
    /// What the clinic calls it.
    pub friendly_name: String,
    /// When it brought the authorization last.
    pub authorized_at: DateTime<Utc>,
}

const LIST_REQUESTS_OF: &str = "SELECT r.external_id, r.friendly_name, p.authorized_at \
     FROM pickups p JOIN connect_requests r ON r.id = p.request_id \
     WHERE p.authorization_id = $1 ORDER BY p.authorized_at DESC";
/// The requests that brought an authorization, while they are there, the last used first.
pub async fn list_requests_of(tx: &mut Tx, authorization_id: Uuid) -> Result<Vec<OfRequest>, StoreError> {
    sql!(tx, fetch_all as OfRequest, LIST_REQUESTS_OF, authorization_id)
}

static LIST_PEOPLE_AFTER: Paged = Paged::of(
    "SELECT DISTINCT person_id FROM authorizations \
     WHERE app_id = $1 AND ended_at IS NULL AND person_id > $2 ORDER BY person_id LIMIT {most}",
);
/// The persons whose records an app may use now, after one.
pub async fn list_people_after(
    tx: &mut Tx,
    app_id: Uuid,
    after: Uuid,
    limit: u32,
) -> Result<Vec<Uuid>, StoreError> {
    Ok(page!(tx, limit, (Uuid,), LIST_PEOPLE_AFTER, app_id, after)?.into_iter().map(|(id,)| id).collect())
}

const LOCK: &str = "UPDATE authorizations SET version = version WHERE id = $1 AND version = $2";
/// Locks an authorization until the transaction ends, without changing it. Rows are locked before a position in an app's
/// log is taken, never after: so no two transactions wait for each other.
pub async fn lock(tx: &mut Tx, it: &Versioned<Authorization>) -> Result<(), StoreError> {
    if tx.is_only_writer() {
        return Ok(());
    }
    saved(sql!(tx, execute, LOCK, it.value.id, it.version)?)
}

/// An authorization with the names of its person and record.
#[derive(Clone)]
pub struct Named {
    /// The authorization.
    pub authorization: Authorization,
    /// What the person is called.
    pub person_name: String,
    /// What the record is called.
    pub record_name: String,
}

impl std::fmt::Debug for Named {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Named({})", self.authorization.id)
    }
}

#[derive(sqlx::FromRow)]
struct NamedRow {
    #[sqlx(flatten)]
    row: Row,
    person_name: String,
    record_name: String,
}

const LIST_OF_PSEUDONYM: &str = "SELECT a.id, a.app_id, a.person_id, a.record_id, a.person_pseudonym, \
     a.record_pseudonym, a.app_specific_record_id, a.rules, a.since, a.authorized_at, a.ended_at, a.version, \
     w.name AS person_name, r.name AS record_name \
     FROM person_pseudonyms p JOIN authorizations a ON a.app_id = p.app_id AND a.person_id = p.person_id \
     JOIN persons w ON w.id = a.person_id JOIN records r ON r.id = a.record_id \
     WHERE p.app_id = $1 AND p.pseudonym = $2 ORDER BY a.since, a.id";
/// All that an app was ever given by a person, as the app knows her, oldest first, with names.
pub async fn list_of_pseudonym(tx: &mut Tx, app_id: Uuid, pseudonym: Uuid) -> Result<Vec<Named>, StoreError> {
    sql!(tx, fetch_all as NamedRow, LIST_OF_PSEUDONYM, app_id, pseudonym)?
        .into_iter()
        .map(|n| {
            let authorization = Versioned::try_from(n.row)?.value;
            Ok(Named { authorization, person_name: n.person_name, record_name: n.record_name })
        })
        .collect()
}

static LIST_PEOPLE: Paged = Paged::of(
    "SELECT p.pseudonym FROM person_pseudonyms p WHERE p.app_id = $1 AND p.pseudonym > $2 \
     AND EXISTS (SELECT 1 FROM authorizations a WHERE a.app_id = p.app_id AND a.person_id = p.person_id \
       AND a.ended_at IS NULL AND a.since >= $3) \
     ORDER BY p.pseudonym LIMIT {most}",
);
/// The people with an authorization that stands and was given since an instant, by their pseudonyms, after one.
pub async fn list_people(
    tx: &mut Tx,
    app_id: Uuid,
    after: Uuid,
    since: DateTime<Utc>,
    limit: u32,
) -> Result<Vec<Uuid>, StoreError> {
    Ok(page!(tx, limit, (Uuid,), LIST_PEOPLE, app_id, after, since)?.into_iter().map(|(id,)| id).collect())
}

//! Records, who holds them, and what apps know them by.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::domain::person::Record;

use super::{StoreError, Tx, saved, sql};

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    name: String,
}

impl From<Row> for Record {
    fn from(r: Row) -> Self {
        Record { id: r.id, name: r.name }
    }
}

const LIST_OF_PERSON: &str = "SELECT r.id, r.name FROM records r JOIN record_holders h ON h.record_id = r.id \
     WHERE h.person_id = $1 ORDER BY h.since, r.id";
/// The records that a person holds, oldest first.
pub async fn list_of_person(tx: &mut Tx, person_id: Uuid) -> Result<Vec<Record>, StoreError> {
    Ok(sql!(tx, fetch_all as Row, LIST_OF_PERSON, person_id)?.into_iter().map(Record::from).collect())
}

/// A record that a person may pick for an app.
#[derive(Debug, sqlx::FromRow)]
pub struct Pickable {
    /// Its id.
    pub id: Uuid,
    /// Its name.
    pub name: String,
    /// Picked with this connect request before.
    pub used_before: bool,
    /// The app may use it now.
    pub connected: bool,
}

const LIST_PICKABLE: &str = "SELECT r.id, r.name, \
     EXISTS (SELECT 1 FROM pickups p JOIN authorizations a ON a.id = p.authorization_id \
       WHERE p.request_id = $2 AND a.person_id = h.person_id AND a.record_id = r.id) AS used_before, \
     EXISTS (SELECT 1 FROM authorizations a WHERE a.app_id = $3 AND a.person_id = h.person_id \
       AND a.record_id = r.id AND a.ended_at IS NULL) AS connected \
     FROM records r JOIN record_holders h ON h.record_id = r.id WHERE h.person_id = $1 ORDER BY h.since, r.id";
/// The records that a person holds, oldest first, and what a request and its app have to do with each.
pub async fn list_pickable(
    tx: &mut Tx,
    person_id: Uuid,
    request_id: Uuid,
    app_id: Uuid,
) -> Result<Vec<Pickable>, StoreError> {
    sql!(tx, fetch_all as Pickable, LIST_PICKABLE, person_id, request_id, app_id)
}

const FIND_OF_PERSON: &str = "SELECT r.id, r.name FROM records r JOIN record_holders h ON h.record_id = r.id \
     WHERE h.person_id = $1 AND r.id = $2";
/// A record, if this person holds it.
pub async fn find_of_person(tx: &mut Tx, person_id: Uuid, id: Uuid) -> Result<Option<Record>, StoreError> {
    Ok(sql!(tx, fetch_optional as Row, FIND_OF_PERSON, person_id, id)?.map(Record::from))
}

const INSERT: &str = "INSERT INTO records (id, name, created_at) VALUES ($1, $2, $3)";
const INSERT_HOLDER: &str = "INSERT INTO record_holders (person_id, record_id, since) VALUES ($1, $2, $3)";
/// A new record, held by one person.
pub async fn insert(
    tx: &mut Tx,
    record: &Record,
    holder: Uuid,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    sql!(tx, execute, INSERT, record.id, record.name.clone(), now)?;
    sql!(tx, execute, INSERT_HOLDER, holder, record.id, now)?;
    Ok(())
}

const SAVE_NAME: &str = "UPDATE records SET name = $2 WHERE id = $1";
/// Gives a record another name.
pub async fn save_name(tx: &mut Tx, id: Uuid, name: &str) -> Result<(), StoreError> {
    saved(sql!(tx, execute, SAVE_NAME, id, name.to_owned())?)
}

const COUNT_HOLDERS: &str = "SELECT COUNT(*) FROM record_holders WHERE record_id = $1";
/// How many persons hold a record.
pub async fn count_holders(tx: &mut Tx, id: Uuid) -> Result<i64, StoreError> {
    Ok(sql!(tx, fetch_one as (i64,), COUNT_HOLDERS, id)?.0)
}

const DELETE_HOLDER: &str = "DELETE FROM record_holders WHERE person_id = $1 AND record_id = $2";
/// A person holds a record no more.
pub async fn delete_holder(tx: &mut Tx, person_id: Uuid, id: Uuid) -> Result<(), StoreError> {
    saved(sql!(tx, execute, DELETE_HOLDER, person_id, id)?)
}

const DELETE: &str = "DELETE FROM records WHERE id = $1";
/// Deletes a record.
pub async fn delete(tx: &mut Tx, id: Uuid) -> Result<(), StoreError> {
    saved(sql!(tx, execute, DELETE, id)?)
}

const INSERT_PERSON_PSEUDONYM: &str = "INSERT INTO person_pseudonyms (app_id, person_id, pseudonym) \
     VALUES ($1, $2, $3) ON CONFLICT (app_id, person_id) DO NOTHING";
const FIND_PERSON_PSEUDONYM: &str =
    "SELECT pseudonym FROM person_pseudonyms WHERE app_id = $1 AND person_id = $2";
/// What an app knows a person by: the pseudonym given before, or `fresh` from now on.
pub async fn person_pseudonym(
    tx: &mut Tx,
    app_id: Uuid,
    person_id: Uuid,
    fresh: Uuid,
) -> Result<Uuid, StoreError> {
    sql!(tx, execute, INSERT_PERSON_PSEUDONYM, app_id, person_id, fresh)?;
    Ok(sql!(tx, fetch_one as (Uuid,), FIND_PERSON_PSEUDONYM, app_id, person_id)?.0)
}

const INSERT_APP_SPECIFIC: &str = "INSERT INTO app_specific_records (app_id, record_id, pseudonym) \
     VALUES ($1, $2, $3) ON CONFLICT DO NOTHING";
const FIND_APP_SPECIFIC: &str =
    "SELECT pseudonym FROM app_specific_records WHERE app_id = $1 AND record_id = $2";
/// What an app knows a record by, "the same for every person who authorizes that record for that app": the one
/// given before, or `fresh` from now on; `None` when `fresh` is taken by another record, so draw again.
pub async fn app_specific_record(
    tx: &mut Tx,
    app_id: Uuid,
    record_id: Uuid,
    fresh: &str,
) -> Result<Option<String>, StoreError> {
    sql!(tx, execute, INSERT_APP_SPECIFIC, app_id, record_id, fresh.to_owned())?;
    Ok(sql!(tx, fetch_optional as (String,), FIND_APP_SPECIFIC, app_id, record_id)?.map(|(p,)| p))
}

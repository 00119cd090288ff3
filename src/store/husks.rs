//! What stays of a person or a record that was deleted: for each app that knew her or it, an empty row of its own, to
//! which this app's pseudonyms and authorizations are moved. So apps are answered as before about what has ended, no
//! pseudonym is ever given twice, and nothing links what two apps knew, nor either to a name.

use chrono::DateTime;
use uuid::Uuid;

use super::{StoreError, Tx, sql};

const LIST_APPS_OF_PERSON: &str = "SELECT app_id FROM person_pseudonyms WHERE person_id = $1 \
     UNION SELECT app_id FROM authorizations WHERE person_id = $1";
/// The apps that know a person.
pub async fn list_apps_of_person(tx: &mut Tx, person_id: Uuid) -> Result<Vec<Uuid>, StoreError> {
    ids(sql!(tx, fetch_all as (Uuid,), LIST_APPS_OF_PERSON, person_id)?)
}

const LIST_APPS_OF_RECORD: &str = "SELECT app_id FROM app_specific_records WHERE record_id = $1 \
     UNION SELECT app_id FROM authorizations WHERE record_id = $1";
/// The apps that know a record.
pub async fn list_apps_of_record(tx: &mut Tx, record_id: Uuid) -> Result<Vec<Uuid>, StoreError> {
    ids(sql!(tx, fetch_all as (Uuid,), LIST_APPS_OF_RECORD, record_id)?)
}

fn ids(rows: Vec<(Uuid,)>) -> Result<Vec<Uuid>, StoreError> {
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

const DELETE_ALTERNATE_IDS: &str = "DELETE FROM alternate_ids WHERE authorization_id IN \
     (SELECT id FROM authorizations WHERE person_id = $1)";
const DELETE_CALLBACKS: &str = "DELETE FROM authorization_callbacks WHERE authorization_id IN \
     (SELECT id FROM authorizations WHERE person_id = $1)";
/// Forgets what apps kept with us about a person: their own keys, and where they wanted to be called.
pub async fn delete_kept_by_apps(tx: &mut Tx, person_id: Uuid) -> Result<(), StoreError> {
    sql!(tx, execute, DELETE_ALTERNATE_IDS, person_id)?;
    sql!(tx, execute, DELETE_CALLBACKS, person_id)?;
    Ok(())
}

const INSERT_PERSON: &str = "INSERT INTO persons (id, name, created_at) VALUES ($1, '', $2)";
const MOVE_PERSON_PSEUDONYM: &str =
    "UPDATE person_pseudonyms SET person_id = $3 WHERE app_id = $1 AND person_id = $2";
const MOVE_AUTHORIZATIONS: &str = "UPDATE authorizations SET person_id = $3, rules = '[]', version = version + 1 \
     WHERE app_id = $1 AND person_id = $2";
/// Moves what an app knew a person by to an empty one. What it was granted is forgotten: it has ended.
pub async fn leave_person(tx: &mut Tx, app_id: Uuid, person_id: Uuid, husk: Uuid) -> Result<(), StoreError> {
    sql!(tx, execute, INSERT_PERSON, husk, DateTime::UNIX_EPOCH)?;
    sql!(tx, execute, MOVE_PERSON_PSEUDONYM, app_id, person_id, husk)?;
    sql!(tx, execute, MOVE_AUTHORIZATIONS, app_id, person_id, husk)?;
    Ok(())
}

const INSERT_RECORD: &str = "INSERT INTO records (id, name, created_at) VALUES ($1, '', $2)";
const MOVE_APP_SPECIFIC: &str =
    "UPDATE app_specific_records SET record_id = $3 WHERE app_id = $1 AND record_id = $2";
const MOVE_AUTHORIZATIONS_OF_RECORD: &str =
    "UPDATE authorizations SET record_id = $3, version = version + 1 WHERE app_id = $1 AND record_id = $2";
/// Moves what an app knew a record by to an empty one.
pub async fn leave_record(tx: &mut Tx, app_id: Uuid, record_id: Uuid, husk: Uuid) -> Result<(), StoreError> {
    sql!(tx, execute, INSERT_RECORD, husk, DateTime::UNIX_EPOCH)?;
    sql!(tx, execute, MOVE_APP_SPECIFIC, app_id, record_id, husk)?;
    sql!(tx, execute, MOVE_AUTHORIZATIONS_OF_RECORD, app_id, record_id, husk)?;
    Ok(())
}

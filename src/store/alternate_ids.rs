//! Alternate IDs: an app's own keys for a person and record.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::{StoreError, Tx, sql};

const FIND: &str = "SELECT authorization_id FROM alternate_ids WHERE app_id = $1 AND alternate_id = $2";
/// The authorization that an app's key belongs to, whether or not it stands.
pub async fn find(tx: &mut Tx, app_id: Uuid, id: &str) -> Result<Option<Uuid>, StoreError> {
    Ok(sql!(tx, fetch_optional as (Uuid,), FIND, app_id, id.to_owned())?.map(|(of,)| of))
}

const LIST: &str =
    "SELECT alternate_id FROM alternate_ids WHERE authorization_id = $1 ORDER BY created_at, alternate_id";
/// The keys of one authorization, oldest first.
pub async fn list(tx: &mut Tx, authorization_id: Uuid) -> Result<Vec<String>, StoreError> {
    Ok(sql!(tx, fetch_all as (String,), LIST, authorization_id)?.into_iter().map(|(id,)| id).collect())
}

const COUNT: &str = "SELECT COUNT(*) FROM alternate_ids WHERE authorization_id = $1";
/// How many keys an authorization has.
pub async fn count(tx: &mut Tx, authorization_id: Uuid) -> Result<i64, StoreError> {
    Ok(sql!(tx, fetch_one as (i64,), COUNT, authorization_id)?.0)
}

const INSERT: &str = "INSERT INTO alternate_ids (app_id, alternate_id, authorization_id, created_at) \
     VALUES ($1, $2, $3, $4) ON CONFLICT (app_id, alternate_id) DO NOTHING";
/// Keeps a key. False when the app has it already.
pub async fn insert(
    tx: &mut Tx,
    app_id: Uuid,
    id: &str,
    authorization_id: Uuid,
    now: DateTime<Utc>,
) -> Result<bool, StoreError> {
    Ok(sql!(tx, execute, INSERT, app_id, id.to_owned(), authorization_id, now)? == 1)
}

const DELETE: &str = "DELETE FROM alternate_ids WHERE app_id = $1 AND alternate_id = $2";
/// Drops a key. False when the app has no such key.
pub async fn delete(tx: &mut Tx, app_id: Uuid, id: &str) -> Result<bool, StoreError> {
    Ok(sql!(tx, execute, DELETE, app_id, id.to_owned())? == 1)
}

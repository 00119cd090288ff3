//! Values tried as answers since the last right one, as keyed hashes.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::{StoreError, Tx, sql};
use crate::keys::{Hash, Hashes};

/// What became of a value that was tried.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tried {
    /// Charged; its check is under way, or was cut off.
    Unsettled,
    /// Checked, and wrong.
    Wrong,
}

const FIND: &str = "SELECT wrong FROM answer_attempts WHERE request_id = $1 AND digest = $2";
/// Whether this value was tried before, and under which hash.
pub async fn find(
    tx: &mut Tx,
    request_id: Uuid,
    value: &Hashes,
) -> Result<Option<(Hash, Tried)>, StoreError> {
    for digest in value.tries() {
        let row = sql!(tx, fetch_optional as (Option<bool>,), FIND, request_id, digest.to_vec())?;
        if let Some((wrong,)) = row {
            let tried = if wrong == Some(true) { Tried::Wrong } else { Tried::Unsettled };
            return Ok(Some((*digest, tried)));
        }
    }
    Ok(None)
}

const INSERT: &str = "INSERT INTO answer_attempts (request_id, digest, charged_at) VALUES ($1, $2, $3) \
     ON CONFLICT (request_id, digest) DO NOTHING";
/// Remembers a value that was charged. A race with the same value is [`StoreError::Conflict`]: load again.
pub async fn insert(
    tx: &mut Tx,
    request_id: Uuid,
    value: &Hashes,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    super::saved(sql!(tx, execute, INSERT, request_id, value.written().to_vec(), now)?)
}

const SAVE_WRONG: &str =
    "UPDATE answer_attempts SET wrong = $3 WHERE request_id = $1 AND digest = $2 AND wrong IS NULL";
/// Settles a value as wrong. False when it was settled, or forgotten by a right answer, already.
pub async fn save_wrong(tx: &mut Tx, request_id: Uuid, digest: &Hash) -> Result<bool, StoreError> {
    Ok(sql!(tx, execute, SAVE_WRONG, request_id, digest.to_vec(), true)? == 1)
}

const DELETE: &str = "DELETE FROM answer_attempts WHERE request_id = $1";
/// Forgets all values tried: a right answer was given.
pub async fn delete(tx: &mut Tx, request_id: Uuid) -> Result<u64, StoreError> {
    sql!(tx, execute, DELETE, request_id)
}

const COUNT_UNSETTLED: &str =
    "SELECT COUNT(*) FROM answer_attempts WHERE request_id = $1 AND wrong IS NULL AND charged_at > $2";
/// How many values charged after `since` are still being checked.
pub async fn count_unsettled(tx: &mut Tx, request_id: Uuid, since: DateTime<Utc>) -> Result<i64, StoreError> {
    Ok(sql!(tx, fetch_one as (i64,), COUNT_UNSETTLED, request_id, since)?.0)
}

//! Requests sent with an `Idempotency-Key`, and their answers.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::{StoreError, Tx, sql};
use crate::keys::{Hash, Hashes};

/// What is known of a key.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct KeyRow {
    /// The keyed hash of what was sent with it.
    pub body_hash: Vec<u8>,
    /// Who works on it, or did.
    pub claim: Uuid,
    /// Until when others wait for the answer.
    pub lease: DateTime<Utc>,
    /// The answer's status, once there is one.
    pub status: Option<i64>,
    /// The answer's body, sealed.
    pub answer: Option<Vec<u8>>,
    /// When it was claimed.
    pub created_at: DateTime<Utc>,
}

const FIND: &str = "SELECT body_hash, claim, lease, status, answer, created_at FROM idempotency_keys \
     WHERE app_id = $1 AND key_hash = $2";
/// By the keyed hash of the key, which comes with it.
pub async fn find_key(tx: &mut Tx, app_id: Uuid, key: &Hashes) -> Result<Option<(Hash, KeyRow)>, StoreError> {
    // None of them is ever renamed: each look-up is made once.
    for hash in key.all() {
        if let Some(row) = find(tx, app_id, hash).await? {
            return Ok(Some((*hash, row)));
        }
    }
    Ok(None)
}

/// By the very hash under which it was claimed.
pub async fn find(tx: &mut Tx, app_id: Uuid, key_hash: &Hash) -> Result<Option<KeyRow>, StoreError> {
    sql!(tx, fetch_optional as KeyRow, FIND, app_id, key_hash.to_vec())
}

const LOCK_APP: &str = "UPDATE apps SET version = version WHERE id = $1";
/// Lets an app's claims wait for each other until the transaction ends: while nodes may write with different peppers, the
/// same key may get two hashes, which no constraint would tell. The app's own row is taken, not its feed: no transaction
/// that takes other rows later waits for it.
pub async fn lock_app(tx: &mut Tx, app_id: Uuid) -> Result<(), StoreError> {
    sql!(tx, execute, LOCK_APP, app_id)?;
    Ok(())
}

const INSERT: &str = "INSERT INTO idempotency_keys (app_id, key_hash, body_hash, claim, lease, status, answer, \
     created_at) VALUES ($1, $2, $3, $4, $5, NULL, NULL, $6) ON CONFLICT (app_id, key_hash) DO NOTHING";
/// Claims a key that is not there. False when someone else was first.
pub async fn insert(
    tx: &mut Tx,
    app_id: Uuid,
    key: &Hashes,
    body: &Hashes,
    claim: Uuid,
    lease: DateTime<Utc>,
    now: DateTime<Utc>,
) -> Result<bool, StoreError> {
    let (key, body) = (key.written().to_vec(), body.written().to_vec());
    Ok(sql!(tx, execute, INSERT, app_id, key, body, claim, lease, now)? == 1)
}

const SAVE_ANSWER: &str = "UPDATE idempotency_keys SET status = $4, answer = $5 \
     WHERE app_id = $1 AND key_hash = $2 AND claim = $3 AND status IS NULL";
/// Keeps the answer. False when the claim is no longer the caller's.
pub async fn save_answer(
    tx: &mut Tx,
    app_id: Uuid,
    key_hash: &Hash,
    claim: Uuid,
    status: u16,
    answer: &[u8],
) -> Result<bool, StoreError> {
    let (status, answer) = (i64::from(status), answer.to_vec());
    Ok(sql!(tx, execute, SAVE_ANSWER, app_id, key_hash.to_vec(), claim, status, answer)? == 1)
}

const LOCK: &str = "UPDATE idempotency_keys SET claim = claim WHERE app_id = $1 AND key_hash = $2";
/// Locks a key until the transaction ends: a transaction that was about to keep an answer for it has ended by then.
pub async fn lock(tx: &mut Tx, app_id: Uuid, key_hash: &Hash) -> Result<(), StoreError> {
    sql!(tx, execute, LOCK, app_id, key_hash.to_vec())?;
    Ok(())
}

const DELETE_UNANSWERED: &str = "DELETE FROM idempotency_keys \
     WHERE app_id = $1 AND key_hash = $2 AND claim = $3 AND status IS NULL";
/// Forgets a key that has no answer, if the claim is still this one. False when it is another's, or was answered.
pub async fn delete_unanswered(
    tx: &mut Tx,
    app_id: Uuid,
    key_hash: &Hash,
    claim: Uuid,
) -> Result<bool, StoreError> {
    Ok(sql!(tx, execute, DELETE_UNANSWERED, app_id, key_hash.to_vec(), claim)? == 1)
}

const DELETE: &str = "DELETE FROM idempotency_keys WHERE app_id = $1 AND key_hash = $2 AND claim = $3";
/// Forgets a key with its answer, if the claim is still this one. False when it is another's.
pub async fn delete(tx: &mut Tx, app_id: Uuid, key_hash: &Hash, claim: Uuid) -> Result<bool, StoreError> {
    Ok(sql!(tx, execute, DELETE, app_id, key_hash.to_vec(), claim)? == 1)
}

const DELETE_OLD: &str = "DELETE FROM idempotency_keys WHERE created_at <= $1";
/// Forgets keys claimed at or before an instant. Returns how many.
pub async fn delete_old(tx: &mut Tx, before: DateTime<Utc>) -> Result<u64, StoreError> {
    sql!(tx, execute, DELETE_OLD, before)
}

//! Passkeys, and the challenges that they have answered.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::{StoreError, Tx, saved, sql};
use crate::keys::Hashes;

/// A passkey.
#[derive(Clone, sqlx::FromRow)]
pub struct StoredPasskey {
    /// Its row.
    pub id: Uuid,
    /// Whose.
    pub person_id: Uuid,
    /// What her device knows it by.
    pub credential_id: Vec<u8>,
    /// Its public key, with what belongs to it.
    pub credential: String,
    /// What she calls it.
    pub name: String,
    /// Since when.
    pub created_at: DateTime<Utc>,
    /// When it signed her in last.
    pub used_at: Option<DateTime<Utc>>,
}

impl std::fmt::Debug for StoredPasskey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "StoredPasskey({})", self.id)
    }
}

const LIST: &str = "SELECT id, person_id, credential_id, credential, name, created_at, used_at FROM passkeys \
     WHERE person_id = $1 ORDER BY created_at, id";
/// A person's, the oldest first.
pub async fn list(tx: &mut Tx, person_id: Uuid) -> Result<Vec<StoredPasskey>, StoreError> {
    sql!(tx, fetch_all as StoredPasskey, LIST, person_id)
}

const FIND: &str = "SELECT id, person_id, credential_id, credential, name, created_at, used_at FROM passkeys \
     WHERE credential_id = $1";
/// The one that a device knows by this.
pub async fn find(tx: &mut Tx, credential_id: &[u8]) -> Result<Option<StoredPasskey>, StoreError> {
    sql!(tx, fetch_optional as StoredPasskey, FIND, credential_id.to_vec())
}

const INSERT: &str = "INSERT INTO passkeys (id, person_id, credential_id, credential, name, created_at, used_at) \
     VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (credential_id) DO NOTHING";
/// One more. False when a device has it already.
pub async fn insert(tx: &mut Tx, new: &StoredPasskey) -> Result<bool, StoreError> {
    let rows = sql!(
        tx,
        execute,
        INSERT,
        new.id,
        new.person_id,
        new.credential_id.clone(),
        new.credential.clone(),
        new.name.clone(),
        new.created_at,
        new.used_at
    )?;
    Ok(rows == 1)
}

const SAVE_USED: &str = "UPDATE passkeys SET credential = $2, used_at = $3 WHERE id = $1";
/// Notes that it signed her in.
pub async fn save_used(
    tx: &mut Tx,
    id: Uuid,
    credential: &str,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    saved(sql!(tx, execute, SAVE_USED, id, credential.to_owned(), now)?)
}

const DELETE: &str = "DELETE FROM passkeys WHERE id = $1 AND person_id = $2";
/// Removes one of a person's. False when it is none of hers any more.
pub async fn delete(tx: &mut Tx, person_id: Uuid, id: Uuid) -> Result<bool, StoreError> {
    Ok(sql!(tx, execute, DELETE, id, person_id)? == 1)
}

const SPEND: &str =
    "INSERT INTO spent_challenges (hash, spent_at) VALUES ($1, $2) ON CONFLICT (hash) DO NOTHING";
/// Spends a challenge. False when it was spent before, on whichever node: it is written down under every pepper, so that two
/// nodes which write with different ones still meet.
pub async fn spend(tx: &mut Tx, challenge: &Hashes, now: DateTime<Utc>) -> Result<bool, StoreError> {
    let mut is_first = true;
    for hash in challenge.all() {
        is_first &= sql!(tx, execute, SPEND, hash.to_vec(), now)? == 1;
    }
    Ok(is_first)
}

const DELETE_SPENT: &str = "DELETE FROM spent_challenges WHERE spent_at <= $1";
/// Forgets challenges spent before, which nothing takes any more.
pub async fn delete_spent(tx: &mut Tx, before: DateTime<Utc>) -> Result<u64, StoreError> {
    sql!(tx, execute, DELETE_SPENT, before)
}

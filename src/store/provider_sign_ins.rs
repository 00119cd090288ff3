//! Sign-ins at a provider that are under way.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::{StoreError, Tx, sql};
use crate::keys::{Hash, Hashes};

/// One that was begun.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Begun {
    /// The browser session that began it.
    pub session_id: Uuid,
    /// The provider's name.
    pub provider: String,
    /// The journey that waits for it.
    pub journey_id: Option<Uuid>,
    /// Who adds this way to sign in.
    pub person_id: Option<Uuid>,
    /// Whether an account of its own is wanted although the address has one.
    pub new_account: bool,
    /// When.
    pub created_at: DateTime<Utc>,
}

const INSERT: &str = "INSERT INTO provider_sign_ins \
     (state_hash, session_id, provider, journey_id, person_id, new_account, created_at) \
     VALUES ($1, $2, $3, $4, $5, $6, $7)";
/// One more.
pub async fn insert(tx: &mut Tx, state: &Hashes, begun: &Begun) -> Result<(), StoreError> {
    sql!(
        tx,
        execute,
        INSERT,
        state.written().to_vec(),
        begun.session_id,
        begun.provider.clone(),
        begun.journey_id,
        begun.person_id,
        begun.new_account,
        begun.created_at
    )?;
    Ok(())
}

const TAKE: &str = "DELETE FROM provider_sign_ins \
     WHERE state_hash = $1 AND session_id = $2 AND provider = $3 AND created_at > $4 \
     RETURNING session_id, provider, journey_id, person_id, new_account, created_at";
/// Takes one out, if this session began it with this provider after `since`: whoever comes second finds none. Gives the
/// hash of its state, too.
pub async fn take(
    tx: &mut Tx,
    state: &Hashes,
    session_id: Uuid,
    provider: &str,
    since: DateTime<Utc>,
) -> Result<Option<(Hash, Begun)>, StoreError> {
    for hash in state.all() {
        let (hash_bytes, provider) = (hash.to_vec(), provider.to_owned());
        if let Some(begun) = sql!(tx, fetch_optional as Begun, TAKE, hash_bytes, session_id, provider, since)?
        {
            return Ok(Some((*hash, begun)));
        }
    }
    Ok(None)
}

const DELETE_OLD: &str = "DELETE FROM provider_sign_ins WHERE created_at <= $1";
/// Forgets those that were begun before. Returns how many.
pub async fn delete_old(tx: &mut Tx, before: DateTime<Utc>) -> Result<u64, StoreError> {
    sql!(tx, execute, DELETE_OLD, before)
}

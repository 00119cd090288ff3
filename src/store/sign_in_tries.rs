//! How often passwords were tried, by pool: a keyed hash that says whose tries are counted together.

use chrono::{DateTime, Utc};

use super::{StoreError, Tx, Versioned, saved, small, sql};
use crate::domain::guesses::Tries;

const FIND: &str = "SELECT started_at, tries, version FROM sign_in_tries WHERE pool = $1";
/// The tries of a pool.
pub async fn find(tx: &mut Tx, pool: &[u8]) -> Result<Option<Versioned<Tries>>, StoreError> {
    let row = sql!(tx, fetch_optional as (DateTime<Utc>, i64, i64), FIND, pool.to_vec())?;
    row.map(|(started_at, tries, version)| {
        Ok(Versioned { value: Tries { started_at, count: small(tries, "tries")? }, version })
    })
    .transpose()
}

const INSERT: &str = "INSERT INTO sign_in_tries (pool, started_at, tries, version) VALUES ($1, $2, $3, 1) \
     ON CONFLICT (pool) DO NOTHING";
/// The first tries of a pool. [`StoreError::Conflict`]: someone else was first.
pub async fn insert(tx: &mut Tx, pool: &[u8], tries: &Tries) -> Result<(), StoreError> {
    saved(sql!(tx, execute, INSERT, pool.to_vec(), tries.started_at, i64::from(tries.count))?)
}

const SAVE: &str = "UPDATE sign_in_tries SET started_at = $3, tries = $4, version = version + 1 \
     WHERE pool = $1 AND version = $2";
/// Saves the tries of a pool. [`StoreError::Conflict`]: someone else saved first.
pub async fn save(tx: &mut Tx, pool: &[u8], tries: &Versioned<Tries>) -> Result<(), StoreError> {
    let Versioned { value, version } = tries;
    saved(sql!(tx, execute, SAVE, pool.to_vec(), *version, value.started_at, i64::from(value.count))?)
}

const DELETE: &str = "DELETE FROM sign_in_tries WHERE pool = $1";
/// Forgets the tries of a pool.
pub async fn delete(tx: &mut Tx, pool: &[u8]) -> Result<(), StoreError> {
    sql!(tx, execute, DELETE, pool.to_vec())?;
    Ok(())
}

const DELETE_OLD: &str = "DELETE FROM sign_in_tries WHERE started_at <= $1";
/// Forgets tries whose window began before `since`. Returns how many pools.
pub async fn delete_old(tx: &mut Tx, since: DateTime<Utc>) -> Result<u64, StoreError> {
    sql!(tx, execute, DELETE_OLD, since)
}

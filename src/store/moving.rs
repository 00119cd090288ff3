//! That an installation moves into a database or has left it, and what its tables held when they were copied.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};

use super::{Db, StoreError, Tx, copying::Digest, sql};

/// Why no portal serves a database.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// An installation moves into it, and is not all there.
    Arriving,
    /// The installation in it has moved elsewhere.
    Left,
}

/// The row that says so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moving {
    /// Which of the two.
    pub state: State,
    /// The installation, by the keyed hash with which it knows its key file.
    pub origin: Vec<u8>,
    /// Since when.
    pub at: DateTime<Utc>,
}

const FIND: &str = "SELECT state, origin, at FROM moving WHERE id = 1";
/// What is said of a database; `None` where it can be served, also where its version knows nothing of moving.
pub async fn find(db: &Db) -> Result<Option<Moving>, StoreError> {
    let mut tx = db.read_one().await?;
    let found = match sql!(&mut tx, fetch_optional as (String, Vec<u8>, DateTime<Utc>), FIND) {
        Err(StoreError::Fault(sqlx::Error::Database(_))) => None,
        other => other?,
    };
    let Some((state, origin, at)) = found else { return Ok(None) };
    let state = match state.as_str() {
        "arriving" => State::Arriving,
        "left" => State::Left,
        _ => return Err(StoreError::Unreadable("state of a move")),
    };
    Ok(Some(Moving { state, origin, at }))
}

const INSERT: &str = "INSERT INTO moving (id, state, origin, at) VALUES (1, $1, $2, $3)";
/// Says it.
pub async fn insert(tx: &mut Tx, it: &Moving) -> Result<(), StoreError> {
    let state = match it.state {
        State::Arriving => "arriving",
        State::Left => "left",
    };
    sql!(tx, execute, INSERT, state, it.origin.clone(), it.at)?;
    Ok(())
}

const DELETE: &str = "DELETE FROM moving";
/// Takes it back.
pub async fn delete(tx: &mut Tx) -> Result<(), StoreError> {
    sql!(tx, execute, DELETE)?;
    Ok(())
}

const LIST_DIGESTS: &str = "SELECT name, row_count, hash FROM table_digests";
/// What each table held when it was copied.
pub async fn list_digests(tx: &mut Tx) -> Result<BTreeMap<String, Digest>, StoreError> {
    sql!(tx, fetch_all as (String, i64, Vec<u8>), LIST_DIGESTS)?
        .into_iter()
        .map(|(name, rows, hash)| {
            let digest = Digest::of_kept(rows, &hash).ok_or(StoreError::Unreadable("hash of a table"))?;
            Ok((name, digest))
        })
        .collect()
}

const INSERT_DIGEST: &str =
    "INSERT INTO table_digests (name, row_count, hash, taken_at) VALUES ($1, $2, $3, $4)";
/// Notes what a table holds.
pub async fn insert_digest(
    tx: &mut Tx,
    name: &str,
    digest: &Digest,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    sql!(tx, execute, INSERT_DIGEST, name, digest.rows(), digest.hash().to_vec(), now)?;
    Ok(())
}

const TAKEN: &str = "SELECT taken_at FROM table_digests LIMIT 1";
/// When they were noted, if they were. A database whose version knows nothing of them has none.
pub async fn digests_taken(db: &Db) -> Result<Option<DateTime<Utc>>, StoreError> {
    let mut tx = db.read_one().await?;
    match sql!(&mut tx, fetch_optional as (DateTime<Utc>,), TAKEN) {
        Err(StoreError::Fault(sqlx::Error::Database(_))) => Ok(None),
        other => Ok(other?.map(|(at,)| at)),
    }
}

/// Whether a database's version knows of all this.
pub async fn is_known(db: &Db) -> Result<bool, StoreError> {
    let mut tx = db.read_one().await?;
    match sql!(&mut tx, fetch_optional as (DateTime<Utc>,), TAKEN) {
        Err(StoreError::Fault(sqlx::Error::Database(_))) => Ok(false),
        other => other.map(|_| true),
    }
}

const DELETE_DIGESTS: &str = "DELETE FROM table_digests";
/// Forgets them.
pub async fn delete_digests(tx: &mut Tx) -> Result<(), StoreError> {
    sql!(tx, execute, DELETE_DIGESTS)?;
    Ok(())
}

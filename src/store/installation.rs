//! What an installation knows of itself.

use chrono::{DateTime, Utc};

use super::{StoreError, Tx, sql};
use crate::keys::{Hash, Mark};

/// Its table. A row here and none anywhere else is an installation that nobody has used.
pub const TABLE: &str = "installation";

/// What a database knows of a pepper that something in it was written with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownPepper {
    /// Its number.
    pub mark: Mark,
    /// The keyed hash by which it is known.
    pub check: Vec<u8>,
    /// Since when it is written with.
    pub since: DateTime<Utc>,
}

const LIST: &str = "SELECT id, key_check, created_at FROM installation ORDER BY id";
/// The peppers that a database was written with, the oldest first; none when it has never been opened with a key file.
pub async fn list_peppers(tx: &mut Tx) -> Result<Vec<KnownPepper>, StoreError> {
    sql!(tx, fetch_all as (i64, Vec<u8>, DateTime<Utc>), LIST)?
        .into_iter()
        .map(|(id, check, since)| {
            let mark = Mark::of_number(id).ok_or(StoreError::Unreadable("number of a pepper"))?;
            Ok(KnownPepper { mark, check, since })
        })
        .collect()
}

const INSERT: &str =
    "INSERT INTO installation (id, key_check, created_at) VALUES ($1, $2, $3) ON CONFLICT (id) DO NOTHING";
/// Remembers a pepper. False when another node was first.
pub async fn insert_pepper(
    tx: &mut Tx,
    mark: Mark,
    check: &Hash,
    now: DateTime<Utc>,
) -> Result<bool, StoreError> {
    Ok(sql!(tx, execute, INSERT, i64::from(mark.number()), check.to_vec(), now)? == 1)
}

const DELETE_OLDER: &str = "DELETE FROM installation WHERE id < $1";
/// Forgets the peppers that are older than one. Returns how many.
pub async fn delete_older_peppers(tx: &mut Tx, than: Mark) -> Result<u64, StoreError> {
    sql!(tx, execute, DELETE_OLDER, i64::from(than.number()))
}

const DELETE: &str = "DELETE FROM installation";
/// Forgets the key file, before an installation moves in.
pub async fn delete(tx: &mut Tx) -> Result<(), StoreError> {
    sql!(tx, execute, DELETE)?;
    Ok(())
}

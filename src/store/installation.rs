//! What an installation knows of itself.

use chrono::{DateTime, Utc};

use super::{StoreError, Tx, sql};

/// Its table. A row here and none anywhere else is an installation that nobody has used.
pub const TABLE: &str = "installation";

const FIND: &str = "SELECT key_check FROM installation WHERE id = 1";
/// The keyed hash by which the database knows its key file, if it has ever been opened with one.
pub async fn find_key_check(tx: &mut Tx) -> Result<Option<Vec<u8>>, StoreError> {
    Ok(sql!(tx, fetch_optional as (Vec<u8>,), FIND)?.map(|(check,)| check))
}

const INSERT: &str =
    "INSERT INTO installation (id, key_check, created_at) VALUES (1, $1, $2) ON CONFLICT (id) DO NOTHING";
/// Remembers the key file. False when another node was first.
pub async fn insert_key_check(tx: &mut Tx, check: &[u8], now: DateTime<Utc>) -> Result<bool, StoreError> {
    Ok(sql!(tx, execute, INSERT, check.to_vec(), now)? == 1)
}

const DELETE: &str = "DELETE FROM installation";
/// Forgets the key file, before an installation moves in.
pub async fn delete(tx: &mut Tx) -> Result<(), StoreError> {
    sql!(tx, execute, DELETE)?;
    Ok(())
}

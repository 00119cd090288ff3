//! Which key file a database belongs to.

use chrono::{DateTime, Utc};

use crate::store::{Db, StoreError, installation};

/// The keyed hash by which the database knows its key file, if it has ever been opened with one.
pub async fn known(db: &Db) -> Result<Option<Vec<u8>>, StoreError> {
    let mut tx = db.read().await?;
    installation::find_key_check(&mut tx).await
}

/// Remembers the key file of a database that knows none, and gives what it knows then: another node may have been
/// first with another one.
pub async fn remember(db: &Db, check: &[u8], now: DateTime<Utc>) -> Result<Vec<u8>, StoreError> {
    let mut tx = db.write().await?;
    installation::insert_key_check(&mut tx, check, now).await?;
    let known = installation::find_key_check(&mut tx).await?;
    tx.commit().await?;
    Ok(known.unwrap_or_default())
}

//! Which key file a database belongs to.

use chrono::{DateTime, Utc};

use crate::{
    keys::{Keys, Mark},
    store::{
        Db, StoreError,
        installation::{self, KnownPepper},
    },
};

/// The peppers that something in a database was written with, the oldest first. Empty when it has never been opened with a
/// key file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Known(Vec<KnownPepper>);

impl Known {
    /// What stands for the installation, whatever its peppers are: the keyed hash of the oldest. `None` where none has begun.
    pub fn origin(&self) -> Option<&[u8]> {
        self.0.first().map(|pepper| &pepper.check[..])
    }

    /// Since when a pepper is written with.
    pub fn since(&self, mark: Mark) -> Option<DateTime<Utc>> {
        self.0.iter().find(|known| known.mark == mark).map(|known| known.since)
    }

    /// Whether this is the database's key file: it has every pepper that something was written with, and writes with none
    /// that was dropped. Of a database that knows none every file is.
    pub fn fits(&self, keys: &Keys) -> bool {
        let checks = keys.checks();
        let has = |known: &KnownPepper| {
            checks.iter().any(|(mark, check)| *mark == known.mark && check[..] == known.check[..])
        };
        self.0.iter().all(has) && self.0.first().is_none_or(|oldest| keys.written_with() >= oldest.mark)
    }

    /// Whether nothing was written with the pepper that these keys write with.
    fn has_not(&self, keys: &Keys) -> bool {
        self.since(keys.written_with()).is_none()
    }
}

/// What a database knows of its key file.
pub async fn known(db: &Db) -> Result<Known, StoreError> {
    let mut tx = db.read().await?;
    Ok(Known(installation::list_peppers(&mut tx).await?))
}

/// Remembers the pepper that these keys write with, where the database does not know it, and gives what it knows then:
/// another node may have been first with another one. Nothing is remembered of a key file that is another database's.
pub async fn remember(db: &Db, keys: &Keys, now: DateTime<Utc>) -> Result<Known, StoreError> {
    let known = known(db).await?;
    if !known.fits(keys) || !known.has_not(keys) {
        return Ok(known);
    }
    let mut tx = db.write().await?;
    for (mark, check) in keys.checks().into_iter().filter(|(mark, _)| *mark == keys.written_with()) {
        installation::insert_pepper(&mut tx, mark, &check, now).await?;
    }
    let known = Known(installation::list_peppers(&mut tx).await?);
    tx.commit().await?;
    Ok(known)
}

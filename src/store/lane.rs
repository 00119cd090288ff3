//! The lane of those who can wait for the database.

use std::{sync::Arc, time::Duration};

use tokio::{
    sync::{OwnedSemaphorePermit, Semaphore},
    time::timeout,
};

use super::StoreError;

/// How long whoever can wait does so for a place, before waiting for a connection.
const PATIENCE: Duration = Duration::from_secs(10);

/// A lane of its own for those who can wait, so that whoever cannot finds few of them before her.
#[derive(Debug, Clone)]
pub struct Lane(Arc<Semaphore>);

impl Lane {
    pub(super) fn of(abreast: usize) -> Self {
        Self(Arc::new(Semaphore::new(abreast)))
    }

    pub(super) async fn enter(&self) -> Result<OwnedSemaphorePermit, StoreError> {
        match timeout(PATIENCE, self.0.clone().acquire_owned()).await {
            Ok(Ok(place)) => Ok(place),
            Ok(Err(_closed)) => Err(StoreError::Away(sqlx::Error::PoolClosed)),
            Err(_too_long) => Err(StoreError::Away(sqlx::Error::PoolTimedOut)),
        }
    }
}

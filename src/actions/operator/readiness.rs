//! Whether the portal can work: an operator's machine asks before it sends patients here.

use std::time::{Duration, Instant};

use tokio::{sync::Mutex, time::timeout};

use crate::actions::{ActionError, Context};
use crate::ports::new_pseudonym;
use crate::store::{StoreError, installation, write_probes};

/// For how long what was found is taken to be true, so that whoever asks often does not have the disk written to as often.
const STANDS_FOR: Duration = Duration::from_secs(1);
/// How long to wait for the database: who asks is to be told so before it gives up by itself.
const PATIENCE: Duration = Duration::from_secs(4);

/// Why the portal is not ready, for the log.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct NotReady(String);

/// What was found last.
#[derive(Debug, Default)]
pub struct Readiness {
    last: Mutex<Option<(Instant, Result<(), NotReady>)>>,
}

impl Readiness {
    /// The database answers, its tables are there, and what is written is kept: not when it is away, full or too busy.
    /// Asked more than once in a second it answers as before.
    pub async fn check(&self, context: &Context) -> Result<(), NotReady> {
        let mut last = self.last.lock().await;
        if let Some((at, found)) = &*last
            && at.elapsed() < STANDS_FOR
        {
            return found.clone();
        }
        let found = match timeout(PATIENCE, try_out(context)).await {
            Ok(outcome) => outcome.map_err(|e| NotReady(e.to_string())),
            Err(_silence) => Err(NotReady("the database does not answer".to_owned())),
        };
        *last = Some((Instant::now(), found.clone()));
        found
    }
}

/// Reads, and writes what is gone again when it is committed.
async fn try_out(context: &Context) -> Result<(), ActionError> {
    let mut tx = context.db.read().await?;
    installation::list_peppers(&mut tx).await?;
    drop(tx);
    let mut tx = context.db.write().await?;
    write_probes::insert_and_delete(&mut tx, new_pseudonym(&*context.random)).await?;
    tx.commit().await.map_err(|e: StoreError| e.into())
}

//! What is due, a batch at a time: how the jobs go through requests that wait to be told of.

use uuid::Uuid;

use crate::actions::ActionError;

/// Requests looked up at once.
pub(super) const BATCH: u32 = 200;

/// Lists what is due and does one after the other, until nothing is. Each is a transaction of its own, so that patients never
/// wait long for the writer. Returns how many were done; `one` says whether it did something.
pub(super) async fn each_due(
    list: impl AsyncFn() -> Result<Vec<Uuid>, ActionError>,
    one: impl AsyncFn(Uuid) -> Result<bool, ActionError>,
) -> Result<u64, ActionError> {
    let mut done = 0;
    loop {
        let due = list().await?;
        let before = done;
        for id in &due {
            done += u64::from(one(*id).await?);
        }
        // Another node may be doing the same ones.
        if due.len() < BATCH as usize || done == before {
            return Ok(done);
        }
    }
}

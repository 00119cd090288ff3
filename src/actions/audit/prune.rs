//! Retention of the audit log: the oldest lines go, and what is left still verifies from a checkpoint.

use super::{
    chain::{forgotten, lock},
    check::{Anchor, walk},
};
use crate::{
    actions::{ActionError, Context},
    store::audit,
};

/// Lines deleted in one transaction.
const BATCH: i64 = 1_000;

/// Deletes lines older than they are kept for; gives how many. Lines are verified before they go: a log that was changed
/// keeps them, and says so.
pub(in crate::actions) async fn prune(context: &Context) -> Result<u64, ActionError> {
    let before = forgotten(context);
    let mut deleted = 0;
    loop {
        let mut tx = context.db.write().await?;
        let (mut end, key) = lock(context, &mut tx).await?;
        let first_kept = audit::find_first_after(&mut tx, before).await?.unwrap_or(end.last_number + 1);
        let through = (first_kept - 1).min(end.pruned + BATCH);
        if through <= end.pruned {
            audit::delete_old_waiting(&mut tx, before).await?;
            tx.commit().await?;
            return Ok(deleted);
        }
        let from = Anchor { number: end.pruned, hash: end.pruned_hash.clone() };
        let last = match walk(&mut tx, &key, from, through, None).await? {
            Ok((last, _)) => last,
            Err(wrong) => {
                tracing::error!(%wrong, "the audit log does not verify: nothing of it is deleted");
                return Ok(deleted);
            }
        };
        end.pruned_proof = key.pruned(last.number, &last.hash).to_vec();
        (end.pruned, end.pruned_hash) = (last.number, last.hash);
        // First, since the database deletes no line after it.
        audit::save_end(&mut tx, &end).await?;
        deleted += audit::delete_through(&mut tx, through).await?;
        tx.commit().await?;
    }
}

//! What was deleted is gone from the files, too.

use crate::actions::Context;

/// Takes it out of the files beside the database. What was deleted is deleted, whatever comes of this: what is left is
/// taken out at the next purge.
pub(super) async fn forget_deleted(context: &Context) {
    match context.db.forget_deleted().await {
        Ok(true) => {}
        Ok(false) => tracing::info!("somebody reads the write-ahead log; it will be emptied later"),
        Err(e) => tracing::warn!(cause = %e, "the write-ahead log could not be emptied"),
    }
}

//! Time passes: records which requests have expired. Also records the locks that nobody has recorded, because
//! the program ended between the charge of the last chance and the check of the answer. Safe to repeat and to run on
//! several nodes: each is recorded once.

use uuid::Uuid;

use crate::actions::{
    ActionError, Context,
    journey::answer_question::LONGEST_CHECK,
    record::{commit, record_expired, record_locked},
};
use crate::store::{connect_requests, events, retry_on_conflict};

/// Requests looked up at once.
const BATCH: u32 = 200;

/// Records all that is due. Returns how many events that were.
pub async fn record_closed(context: &Context) -> Result<u64, ActionError> {
    let mut recorded = 0;
    loop {
        let now = context.now();
        let due = {
            let mut tx = context.db.read().await?;
            events::list_unrecorded(&mut tx, now, now - LONGEST_CHECK, BATCH).await?
        };
        let before = recorded;
        for id in &due {
            // A transaction each, so that patients never wait long for the writer.
            recorded += u64::from(record_one(context, *id).await?);
        }
        // Another node may be recording the same ones.
        if due.len() < BATCH as usize || recorded == before {
            return Ok(recorded);
        }
    }
}

async fn record_one(context: &Context, id: Uuid) -> Result<bool, ActionError> {
    retry_on_conflict!({
        let now = context.now();
        let mut tx = context.db.write().await?;
        let Some(request) = connect_requests::find(&mut tx, id).await? else { return Ok(false) };
        let request = request.value;
        let recorded = record_expired(context, &mut tx, &request, now).await?
            || record_locked(context, &mut tx, &request, now).await?;
        if recorded {
            commit(context, tx, request.app_id).await?;
        }
        Ok::<_, ActionError>(recorded)
    })
}

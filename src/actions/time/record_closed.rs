//! Time passes: records which requests have expired. Also records the locks that nobody has recorded, because
//! the program ended between the charge of the last chance and the check of the answer. Safe to repeat and to run on
//! several nodes: each is recorded once.

use uuid::Uuid;

use super::due::{BATCH, each_due};
use crate::actions::{
    ActionError, Context,
    journey::answer_question::LONGEST_CHECK,
    record::{commit, record_expired, record_locked},
};
use crate::store::{connect_requests, events, retry_on_conflict};

/// Records all that is due. Returns how many events that were.
pub async fn record_closed(context: &Context) -> Result<u64, ActionError> {
    let list = async || {
        let now = context.now();
        let mut tx = context.db.read().await?;
        Ok(events::list_unrecorded(&mut tx, now, now - LONGEST_CHECK, BATCH).await?)
    };
    each_due(list, async |id| record_one(context, id).await).await
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

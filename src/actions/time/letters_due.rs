//! Time passes: tells apps for whom a letter on paper is due, because nobody has opened her code for days. Safe to repeat and to
//! run on several nodes: each is told once.

use chrono::TimeDelta;
use uuid::Uuid;

use super::due::{BATCH, each_due};
use crate::{
    actions::{
        ActionError, Context,
        record::{commit, record_letter_due},
    },
    store::{connect_requests, events, retry_on_conflict},
};

/// Tells of all that are due. Returns how many that were; none where the operator has not set after how many days.
pub async fn letters_due(context: &Context) -> Result<u64, ActionError> {
    let days = context.rules.letter_due_after_days;
    if days == 0 {
        return Ok(0);
    }
    let list = async || {
        let now = context.now();
        let mut tx = context.db.read().await?;
        Ok(events::list_unopened(&mut tx, now - TimeDelta::days(i64::from(days)), now, BATCH).await?)
    };
    each_due(list, async |id| tell(context, id).await).await
}

async fn tell(context: &Context, id: Uuid) -> Result<bool, ActionError> {
    retry_on_conflict!({
        let mut tx = context.db.write().await?;
        let Some(request) = connect_requests::find(&mut tx, id).await? else { return Ok(false) };
        let request = request.value;
        // Somebody may have opened it meanwhile.
        if connect_requests::find_opened(&mut tx, id).await?.is_some() {
            return Ok(false);
        }
        let told = record_letter_due(context, &mut tx, &request, context.now()).await?;
        if told {
            commit(context, tx, request.app_id).await?;
        }
        Ok::<_, ActionError>(told)
    })
}

//! Time passes: reminds patients who have not used their code, and forgets the codes whose time is over. Safe to repeat
//! and to run on several nodes: each reminder is written once.

use uuid::Uuid;

use crate::{
    actions::{
        ActionError, Context,
        invitations::{forget, write},
    },
    domain::invitation::{Brings, Look, Withheld},
    store::{connect_requests, invitations, retry_on_conflict},
};

/// Invitations looked up at once.
const BATCH: u32 = 200;

/// Looks at all invitations whose time to be looked at has come. Returns how many reminders were written.
pub async fn remind(context: &Context) -> Result<u64, ActionError> {
    let mut written = 0;
    loop {
        let due = {
            let mut tx = context.db.read().await?;
            invitations::list_due(&mut tx, context.now(), BATCH).await?
        };
        for id in &due {
            // A transaction each, so that patients never wait long for the writer.
            written += u64::from(look_at(context, *id).await?);
        }
        // Each that was looked at is due later than now, or never again.
        if due.len() < BATCH as usize {
            break;
        }
    }
    if written > 0 {
        context.notifier.mail();
    }
    Ok(written)
}

async fn look_at(context: &Context, request_id: Uuid) -> Result<bool, ActionError> {
    retry_on_conflict!({
        let now = context.now();
        let mut tx = context.db.write().await?;
        let Some(request) = connect_requests::find(&mut tx, request_id).await? else { return Ok(false) };
        let Some(mut found) = invitations::find(&mut tx, request_id).await? else { return Ok(false) };
        // Another node may have looked at it meanwhile.
        if found.value.look_at.is_none_or(|at| at > now) {
            return Ok(false);
        }
        let opened = connect_requests::find_opened(&mut tx, request_id).await?.is_some();
        let remind = match found.value.look(&request.value, opened, now, &context.rules.retention) {
            Look::Forgotten => {
                forget(&mut tx, request_id, Withheld::Over).await?;
                tx.commit().await?;
                return Ok(false);
            }
            // A portal whose mail server was taken away reminds nobody.
            Look::Remind => context.can_mail,
            Look::Nothing => false,
        };
        invitations::save(&mut tx, &found).await?;
        if remind {
            write(context, &mut tx, &request.value, &found.value, Brings::Reminder).await?;
        }
        tx.commit().await?;
        Ok::<_, ActionError>(remind)
    })
}

//! Sends the mails that are due, again and again until the mail server has taken them, has refused them for good, or
//! three days are over.
//!
//! At least once, with the same message id, so that who gets one twice can tell. No page waits for the mail server.

use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use futures_core::future::BoxFuture;
use uuid::Uuid;

use super::outbox::{Attempt, Channel, Due};
use crate::{
    actions::{
        ActionError, Context, invitations,
        mails::open,
        record::{commit, record_of},
    },
    domain::{
        event::{Event, EventKind},
        invitation::{Brings, Ended},
        mail::{MailFailure, MailOutcome, MailState, MailVerdict, judge},
    },
    ports::{self, Postman},
    store::{
        Tx, apps,
        mails::{self, Claimed},
        retry_on_conflict,
    },
};

/// How long a claim holds: well over the longest attempt.
const LEASE: TimeDelta = TimeDelta::seconds(120);
/// Mails looked up at once.
const BATCH: u32 = 64;

/// The way of mails.
#[derive(Clone)]
pub struct Mails {
    context: Context,
    postman: Arc<dyn Postman>,
}

impl Mails {
    /// Sends what is in this database with this postman.
    pub fn new(context: Context, postman: Arc<dyn Postman>) -> Self {
        Self { context, postman }
    }
}

impl std::fmt::Debug for Mails {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Mails")
    }
}

impl Channel for Mails {
    const AT_ONCE: usize = 8;
    /// One mail server takes them all.
    const OF_EACH_LANE: usize = 8;

    fn carries(&self) -> &'static str {
        "mails"
    }

    fn list_due(&self) -> BoxFuture<'_, Result<Vec<Due>, ActionError>> {
        Box::pin(async {
            let mut tx = self.context.db.read().await?;
            let due = mails::list_due(&mut tx, self.context.now(), BATCH).await?;
            Ok(due.into_iter().map(|id| Due { id, lane: Uuid::nil() }).collect())
        })
    }

    fn claim(&self, id: Uuid) -> BoxFuture<'_, Result<Option<Attempt>, ActionError>> {
        Box::pin(async move {
            let Some(claimed) = claim(&self.context, id).await? else { return Ok(None) };
            let way = self.clone();
            let attempt: Attempt =
                Box::pin(async move { attempt(&way.context, &*way.postman, id, &claimed).await });
            Ok(Some(attempt))
        })
    }
}

/// Waits until no mail is on its way any more, for at most two seconds: so that who asks what has arrived sees what was
/// just written.
pub async fn all_sent(context: &Context) -> Result<(), ActionError> {
    for _ in 0..100 {
        let mut tx = context.db.read().await?;
        if mails::count_under_way(&mut tx).await? == 0 {
            return Ok(());
        }
        drop(tx);
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    }
    Ok(())
}

async fn claim(context: &Context, id: Uuid) -> Result<Option<Claimed>, ActionError> {
    retry_on_conflict!({
        let now = context.now();
        let mut tx = context.db.write().await?;
        let claimed = mails::claim(&mut tx, id, now, now + LEASE).await?;
        tx.commit().await?;
        Ok::<_, ActionError>(claimed)
    })
}

/// One attempt: opened, sent with no transaction open, settled.
async fn attempt(
    context: &Context,
    postman: &dyn Postman,
    id: Uuid,
    claimed: &Claimed,
) -> Result<(), ActionError> {
    let outcome = match (useless(context, claimed).await?, open(context, id, claimed)) {
        (Some(why), _) => MailOutcome::Failed(why),
        (None, None) => MailOutcome::Failed(MailFailure::Broken),
        (None, Some(mail)) => {
            let app = match mail.app_id {
                Some(app_id) => {
                    let mut tx = context.db.read_one().await?;
                    apps::find(&mut tx, app_id).await?
                }
                None => None,
            };
            postman.send(id, &mail, app.as_ref().map(|app| &*app.value)).await
        }
    };
    settle(context, id, claimed, outcome).await
}

/// Why there is no use in sending it, if there is none.
async fn useless(context: &Context, claimed: &Claimed) -> Result<Option<MailFailure>, ActionError> {
    if let Some((request_id, brings)) = about_request(claimed)
        && let Some(why) = invitations::withheld(context, request_id, brings).await?
    {
        return Ok(Some(MailFailure::Withheld(why)));
    }
    let late = claimed.not_after.is_some_and(|last| context.now() > last);
    Ok(late.then_some(MailFailure::TooLate))
}

fn about_request(claimed: &Claimed) -> Option<(Uuid, Brings)> {
    claimed.request_id.zip(Brings::of_mail(&claimed.kind))
}

/// Notes what came of a mail with a code, and tells the app when it failed; commits.
async fn end(
    context: &Context,
    mut tx: Tx,
    claimed: &Claimed,
    failure: Option<MailFailure>,
    now: DateTime<Utc>,
) -> Result<(), ActionError> {
    let Some((request_id, brings)) = about_request(claimed) else { return Ok(tx.commit().await?) };
    let ended = match failure {
        None => Ended::Sent,
        Some(MailFailure::Withheld(why)) => Ended::Withheld(why),
        Some(failure) => Ended::Failed(failure.word()),
    };
    match invitations::settle(&mut tx, request_id, brings, &ended, now).await? {
        Some(request) => {
            let event = Event::of_request(EventKind::InvitationFailed, &request.external_id);
            record_of(context, &mut tx, &request, &event, now).await?;
            Ok(commit(context, tx, request.app_id).await?)
        }
        None => Ok(tx.commit().await?),
    }
}

async fn settle(
    context: &Context,
    id: Uuid,
    claimed: &Claimed,
    outcome: MailOutcome,
) -> Result<(), ActionError> {
    let random = u64::from_le_bytes(ports::bytes(&*context.random));
    let verdict = retry_on_conflict!({
        let now = context.now();
        let mut tx = context.db.write().await?;
        let Some((attempts, first)) = mails::count_attempt(&mut tx, id, now).await? else {
            return Ok::<_, ActionError>(None);
        };
        let failed_before = u32::try_from(attempts - 1).unwrap_or(u32::MAX);
        let verdict = judge(outcome, failed_before, first, now, claimed.not_after, random);
        match verdict {
            MailVerdict::Again(due_at, failure) => {
                mails::save_due(&mut tx, id, due_at, failure).await?;
                tx.commit().await?;
            }
            MailVerdict::End(state, failure) => {
                mails::save_end(&mut tx, id, state, failure, now).await?;
                end(context, tx, claimed, failure, now).await?;
            }
        }
        Ok(Some(verdict))
    })?;
    // Neither the address nor what the server said is logged: both tell who is a patient here.
    match verdict {
        Some(MailVerdict::End(_, Some(MailFailure::Withheld(_)))) => {}
        Some(MailVerdict::End(MailState::Failed, failure)) => {
            tracing::warn!(mail = %id, kind = claimed.kind, ?failure, "a mail could not be sent and was given up");
        }
        Some(MailVerdict::Again(_, failure)) => {
            tracing::info!(mail = %id, kind = claimed.kind, ?failure, "a mail was not sent; it will be tried again");
        }
        _ => {}
    }
    Ok(())
}

//! Sends the callbacks that are due, again and again until the app has answered or three days are over.
//!
//! At least once, with the same `webhook-id`. In order, for one request, as long as nothing fails; after a failure later
//! ones overtake it.

use std::{sync::Arc, time::Instant};

use chrono::{DateTime, TimeDelta, Utc};
use futures_core::future::BoxFuture;
use uuid::Uuid;

use super::outbox::{Attempt, Channel, Due};
use crate::actions::{ActionError, Context, operator::webhook_secrets};
use crate::{
    domain::webhook::{
        CallbackPolicy, CallbackUrl, DeliveryState, Failure, Outcome, Secret, Verdict, body, judge,
        message_id, signature,
    },
    ports::{self, Outgoing, Sender},
    store::{
        StoreError, events, retry_on_conflict,
        webhooks::{self, Claimed},
    },
};

/// How long a claim holds: well over the longest attempt.
const LEASE: TimeDelta = TimeDelta::seconds(60);
/// Deliveries looked up at once.
const BATCH: u32 = 256;

/// The way of callbacks.
#[derive(Clone)]
pub struct Callbacks {
    context: Context,
    sender: Arc<dyn Sender>,
    callback_policy: Arc<CallbackPolicy>,
}

impl Callbacks {
    /// Sends what is in this database with this sender.
    pub fn new(context: Context, sender: Arc<dyn Sender>, callback_policy: CallbackPolicy) -> Self {
        Self { context, sender, callback_policy: Arc::new(callback_policy) }
    }
}

impl std::fmt::Debug for Callbacks {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Callbacks")
    }
}

impl Channel for Callbacks {
    const AT_ONCE: usize = 32;
    /// An app that answers slowly does not keep the others waiting.
    const OF_EACH_LANE: usize = 4;

    fn carries(&self) -> &'static str {
        "callbacks"
    }

    fn list_due(&self) -> BoxFuture<'_, Result<Vec<Due>, ActionError>> {
        Box::pin(async {
            let mut tx = self.context.db.read().await?;
            let due =
                webhooks::list_due(&mut tx, self.context.now(), Self::OF_EACH_LANE as u32, BATCH).await?;
            Ok(due.into_iter().map(|due| Due { id: due.id, lane: due.app_id }).collect())
        })
    }

    fn claim(&self, id: Uuid) -> BoxFuture<'_, Result<Option<Attempt>, ActionError>> {
        Box::pin(async move {
            let Some(claimed) = claim(&self.context, id).await? else { return Ok(None) };
            let way = self.clone();
            let attempt: Attempt = Box::pin(async move {
                attempt(&way.context, &*way.sender, &way.callback_policy, id, &claimed).await
            });
            Ok(Some(attempt))
        })
    }
}

async fn claim(context: &Context, id: Uuid) -> Result<Option<Claimed>, ActionError> {
    retry_on_conflict!({
        let now = context.now();
        let mut tx = context.db.write().await?;
        let claimed = webhooks::claim(&mut tx, id, now, now + LEASE).await?;
        tx.commit().await?;
        Ok::<_, ActionError>(claimed)
    })
}

/// One attempt: built, sent with no transaction open, settled.
async fn attempt(
    context: &Context,
    sender: &dyn Sender,
    callback_policy: &CallbackPolicy,
    id: Uuid,
    claimed: &Claimed,
) -> Result<(), ActionError> {
    let at = context.now();
    let clock = Instant::now();
    // The rules may have been tightened since the address was taken.
    let outcome = match CallbackUrl::parse(&claimed.url, callback_policy) {
        Err(_) => Outcome::Failed(Failure::RefusedAddress),
        Ok(url) => sender.send(message(context, id, claimed, url, at).await?).await,
    };
    let duration_ms = i64::try_from(clock.elapsed().as_millis()).unwrap_or(i64::MAX);
    settle(context, id, claimed.app_id, at, outcome, duration_ms).await
}

async fn message(
    context: &Context,
    id: Uuid,
    claimed: &Claimed,
    url: CallbackUrl,
    at: DateTime<Utc>,
) -> Result<Outgoing, ActionError> {
    let mut tx = context.db.read().await?;
    let event = events::list_logged(&mut tx, claimed.app_id, claimed.seq - 1, 1).await?;
    let event = event.first().ok_or(StoreError::Unreadable("event"))?;
    let secrets: Vec<Secret> = webhook_secrets::signing(context, &mut tx, claimed.app_id)
        .await?
        .into_iter()
        .map(|signing| signing.secret)
        .collect();
    drop(tx);
    if secrets.is_empty() {
        // Nothing leaves unsigned.
        return Err(StoreError::Unreadable("signing secret").into());
    }
    let (id, body) = (message_id(id), body(claimed.app_id, event));
    let signature = signature(&secrets, &id, at, &body);
    Ok(Outgoing { url, id, timestamp: at.timestamp(), signature, body })
}

async fn settle(
    context: &Context,
    id: Uuid,
    app_id: Uuid,
    at: DateTime<Utc>,
    outcome: Outcome,
    duration_ms: i64,
) -> Result<(), ActionError> {
    let random = u64::from_le_bytes(ports::bytes(&*context.random));
    let verdict = retry_on_conflict!({
        let now = context.now();
        let mut tx = context.db.write().await?;
        let Some(tried) = webhooks::insert_attempt(&mut tx, id, at, outcome, duration_ms).await? else {
            return Ok::<_, ActionError>(None);
        };
        let failed_before = u32::try_from(tried.attempts - 1).unwrap_or(u32::MAX);
        let verdict = judge(outcome, failed_before, tried.first_attempt_at, now, random);
        match verdict {
            Verdict::Again(due_at) => webhooks::save_due(&mut tx, id, due_at).await?,
            Verdict::End(state) => {
                webhooks::save_end(&mut tx, id, state, now).await?;
                if state == DeliveryState::Gone {
                    webhooks::save_gone(&mut tx, tried.request_id, &tried.url, now).await?;
                }
            }
        }
        tx.commit().await?;
        Ok(Some(verdict))
    })?;
    // Neither the address nor the answer's body is logged: both may hold what is not ours to tell.
    match verdict {
        Some(Verdict::End(DeliveryState::Failed)) => {
            tracing::warn!(app = %app_id, delivery = %id, ?outcome, "a callback was given up after three days");
        }
        Some(Verdict::Again(_)) => {
            tracing::info!(app = %app_id, delivery = %id, ?outcome, "a callback failed; it will be tried again");
        }
        _ => {}
    }
    Ok(())
}

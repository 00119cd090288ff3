//! Empties the outbox: sends the callbacks that are due, again and again until the app has answered or three days are
//! over.
//!
//! At least once: a delivery is claimed for a minute before it is sent, and what came of it is written afterwards; if
//! the program ends between the two, whoever finds it due after that minute sends it again, with the same
//! `webhook-id`. In order, for one request, as long as nothing fails; after a failure later ones overtake it.

use std::{collections::HashMap, sync::Arc, time::Instant};

use chrono::{DateTime, TimeDelta, Utc};
use tokio::task::{JoinError, JoinSet};
use uuid::Uuid;

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
/// Attempts of one node at the same time.
const AT_ONCE: usize = 32;
/// Attempts of one node at the same time for one app, so that a slow one does not keep the others waiting.
const OF_EACH_APP: usize = 4;
/// Deliveries looked up at once.
const BATCH: u32 = 256;

/// One node's end of the outbox, with what is on its way.
pub struct Outbox {
    context: Context,
    sender: Arc<dyn Sender>,
    callback_policy: Arc<CallbackPolicy>,
    under_way: JoinSet<Uuid>,
    of_app: HashMap<Uuid, usize>,
    panics: u32,
}

impl std::fmt::Debug for Outbox {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Outbox({} under way)", self.under_way.len())
    }
}

impl Outbox {
    /// Nothing on its way yet.
    pub fn new(context: Context, sender: Arc<dyn Sender>, callback_policy: CallbackPolicy) -> Self {
        Self {
            context,
            sender,
            callback_policy: Arc::new(callback_policy),
            under_way: JoinSet::new(),
            of_app: HashMap::new(),
            panics: 0,
        }
    }

    /// Starts what is due, as far as there is room. Returns how many attempts were started.
    pub async fn turn(&mut self) -> Result<usize, ActionError> {
        while let Some(done) = self.under_way.try_join_next() {
            self.forget(done);
        }
        if self.under_way.len() >= AT_ONCE {
            return Ok(0);
        }
        let due = {
            let mut tx = self.context.db.read().await?;
            webhooks::list_due(&mut tx, self.context.now(), OF_EACH_APP as u32, BATCH).await?
        };
        let mut started = 0;
        for due in due {
            if self.under_way.len() >= AT_ONCE {
                break;
            }
            let of_app = self.of_app.entry(due.app_id).or_default();
            if *of_app >= OF_EACH_APP {
                continue;
            }
            let Some(claimed) = claim(&self.context, due.id).await? else { continue };
            *of_app += 1;
            started += 1;
            let (context, sender, callback_policy) =
                (self.context.clone(), self.sender.clone(), self.callback_policy.clone());
            self.under_way.spawn(async move {
                if let Err(e) = attempt(&context, &*sender, &callback_policy, due.id, &claimed).await {
                    // The claim runs out, and it is sent again.
                    tracing::warn!(cause = %e, delivery = %due.id, "a callback's outcome could not be noted");
                }
                due.app_id
            });
        }
        Ok(started)
    }

    /// Waits until one that is on its way is done; for ever, when none is.
    pub async fn one_done(&mut self) {
        match self.under_way.join_next().await {
            Some(done) => self.forget(done),
            None => std::future::pending().await,
        }
    }

    /// Waits until nothing is on its way.
    pub async fn all_done(&mut self) {
        while let Some(done) = self.under_way.join_next().await {
            self.forget(done);
        }
    }

    /// How many attempts panicked since this was asked. Their claims run out, and they are sent again.
    pub fn take_panics(&mut self) -> u32 {
        std::mem::take(&mut self.panics)
    }

    fn forget(&mut self, done: Result<Uuid, JoinError>) {
        if let Err(e) = &done {
            self.panics += 1;
            tracing::error!(cause = %e, "an attempt to call back panicked; it will be tried again");
        }
        match done.ok() {
            Some(app_id) => {
                if let Some(of_app) = self.of_app.get_mut(&app_id) {
                    *of_app = of_app.saturating_sub(1);
                }
            }
            // A task that panicked does not say whose it was: what is left is counted anew when it is empty.
            None if self.under_way.is_empty() => self.of_app.clear(),
            None => {}
        }
        self.of_app.retain(|_, of_app| *of_app > 0);
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

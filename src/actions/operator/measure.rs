//! How much waits: for the counts that operators watch.

use chrono::{DateTime, TimeDelta, Utc};

use crate::{
    actions::{ActionError, Context},
    store::{audit, mails, webhooks},
};

/// What waits in an outbox.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Waits {
    /// How many.
    pub count: i64,
    /// How long the oldest has waited.
    pub oldest: TimeDelta,
}

/// How much waits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Measured {
    /// Mails.
    pub mails: Waits,
    /// Callbacks.
    pub callbacks: Waits,
    /// Lines of the audit log that are not chained yet.
    pub audit: Waits,
    /// How long it took until a write could begin, or until none could.
    pub writer: TimeDelta,
}

/// Looks at all of them, begins a write that changes nothing, and lets go of what nobody has used for long.
pub async fn measure(context: &Context) -> Result<Measured, ActionError> {
    let mut tx = context.db.read().await?;
    let (mails, callbacks, audit) = (
        mails::count_waiting(&mut tx).await?,
        webhooks::count_waiting(&mut tx).await?,
        audit::count_waiting(&mut tx).await?,
    );
    drop(tx);
    context.db.let_idle_go();
    let now = context.now();
    // By the clock that nobody moves: a sandbox may jump in between.
    let began = context.clock.real();
    let begun = context.db.write().await;
    let writer = context.clock.real() - began;
    // What waits is told above all when nothing can be written, and for how long it was waited in vain.
    if let Err(e) = begun {
        tracing::warn!(cause = %e, "no write could begin");
    }
    Ok(Measured {
        mails: waits(mails, now),
        callbacks: waits(callbacks, now),
        audit: waits(audit, now),
        writer,
    })
}

fn waits((count, since): (i64, Option<DateTime<Utc>>), now: DateTime<Utc>) -> Waits {
    Waits { count, oldest: since.map_or(TimeDelta::zero(), |since| (now - since).max(TimeDelta::zero())) }
}

//! Empties an outbox: what is due is claimed, attempted and settled, so many at once. Callbacks and mails are two
//! channels of the same outbox; what an attempt is, is the channel's business.
//!
//! At least once: what is claimed is claimed for a while, and what came of it is written afterwards; if the program
//! ends between the two, whoever finds it due after that while attempts it again, under the same id.

use std::{collections::HashMap, sync::Arc};

use futures_core::future::BoxFuture;
use tokio::task::{JoinError, JoinSet};
use uuid::Uuid;

use crate::actions::ActionError;

/// Something whose time has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Due {
    /// Its row.
    pub id: Uuid,
    /// What shares its fate: one app's callbacks. A slow lane does not keep the others waiting.
    pub lane: Uuid,
}

/// One way out.
pub trait Channel: Send + Sync + 'static {
    /// Attempts at the same time.
    const AT_ONCE: usize;
    /// Attempts at the same time of one lane.
    const OF_EACH_LANE: usize;

    /// What it carries, for the log.
    fn carries(&self) -> &'static str;

    /// What is due, the oldest first.
    fn list_due(&self) -> BoxFuture<'_, Result<Vec<Due>, ActionError>>;

    /// Claims it; `None` when somebody else was first. What is handed back makes the attempt and writes down what came
    /// of it.
    fn claim(&self, id: Uuid) -> BoxFuture<'_, Result<Option<Attempt>, ActionError>>;
}

/// An attempt that was claimed and is about to be made.
pub type Attempt = BoxFuture<'static, Result<(), ActionError>>;

/// One node's end of the outbox, with what is on its way.
pub struct Outbox<C> {
    channel: Arc<C>,
    under_way: JoinSet<Uuid>,
    of_lane: HashMap<Uuid, usize>,
    panics: u32,
}

impl<C> std::fmt::Debug for Outbox<C> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Outbox({} under way)", self.under_way.len())
    }
}

impl<C: Channel> Outbox<C> {
    /// Nothing on its way yet.
    pub fn new(channel: C) -> Self {
        Self { channel: Arc::new(channel), under_way: JoinSet::new(), of_lane: HashMap::new(), panics: 0 }
    }

    /// Starts what is due, as far as there is room. Returns how many attempts were started.
    pub async fn turn(&mut self) -> Result<usize, ActionError> {
        while let Some(done) = self.under_way.try_join_next() {
            self.forget(done);
        }
        if self.under_way.len() >= C::AT_ONCE {
            return Ok(0);
        }
        let mut started = 0;
        for due in self.channel.list_due().await? {
            if self.under_way.len() >= C::AT_ONCE {
                break;
            }
            let of_lane = self.of_lane.entry(due.lane).or_default();
            if *of_lane >= C::OF_EACH_LANE {
                continue;
            }
            let Some(attempt) = self.channel.claim(due.id).await? else { continue };
            *of_lane += 1;
            started += 1;
            let carries = self.channel.carries();
            self.under_way.spawn(async move {
                if let Err(e) = attempt.await {
                    // The claim runs out, and it is sent again.
                    tracing::warn!(cause = %e, id = %due.id, carries, "an attempt's outcome could not be noted");
                }
                due.lane
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

    /// How many attempts panicked since this was asked. Their claims run out, and they are made again.
    pub fn take_panics(&mut self) -> u32 {
        std::mem::take(&mut self.panics)
    }

    fn forget(&mut self, done: Result<Uuid, JoinError>) {
        if let Err(e) = &done {
            self.panics += 1;
            let carries = self.channel.carries();
            tracing::error!(cause = %e, carries, "an attempt panicked; it will be made again");
        }
        match done.ok() {
            Some(lane) => {
                if let Some(of_lane) = self.of_lane.get_mut(&lane) {
                    *of_lane = of_lane.saturating_sub(1);
                }
            }
            // A task that panicked does not say whose it was: what is left is counted anew when it is empty.
            None if self.under_way.is_empty() => self.of_lane.clear(),
            None => {}
        }
        self.of_lane.retain(|_, of_lane| *of_lane > 0);
    }
}

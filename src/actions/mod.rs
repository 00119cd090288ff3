//! Use cases, one a file: load, ask the domain, save, say what came of it. Pages, API, commands and jobs call the
//! same ones. They know no HTTP and write no SQL.
//!
//! Five rooms, by who acts: a patient on her [`journey`] and in her [`account`], an [`app`], the [`operator`], and
//! [`time`].

pub mod account;
pub mod app;
pub mod audit;
pub mod invitations;
pub mod journey;
pub mod mails;
pub mod operator;
mod record;
mod renew;
pub mod time;

use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use uuid::Uuid;

use crate::{
    domain::{
        audit::Origin,
        chances::CHANCES,
        guesses::Budgets,
        identity_code::IdentityCode,
        retention::{AUDIT_DAYS, Retention},
    },
    hashing::{Hasher, Overloaded},
    keys::{Hashes, Keys, Purpose},
    notifier::Notifier,
    ports::{self, Clock, Random},
    store::{Db, IsConflict, StoreError},
};

/// The rules that an installation may set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rules {
    /// How long requests live.
    pub retention: Retention,
    /// Wrong answers that lock a code, for requests created from now on.
    pub attempts_allowed: u32,
    /// How often passwords may be tried.
    pub guesses: Budgets,
    /// After how many days without anybody opening a code its app is told that a letter on paper is due; 0: never.
    pub letter_due_after_days: u32,
    /// Days that the audit log's lines are kept.
    pub audit_days: u32,
}

impl Rules {
    /// How long the audit log's lines are kept.
    pub fn audit_for(&self) -> TimeDelta {
        TimeDelta::days(self.audit_days.into())
    }
}

impl Default for Rules {
    fn default() -> Self {
        Self {
            retention: Retention::default(),
            attempts_allowed: CHANCES,
            guesses: Budgets::default(),
            letter_due_after_days: 0,
            audit_days: AUDIT_DAYS,
        }
    }
}

/// What every use case is given. Clones share everything.
#[derive(Clone)]
pub struct Context {
    /// The database.
    pub db: Db,
    /// The time.
    pub clock: Arc<dyn Clock>,
    /// Randomness.
    pub random: Arc<dyn Random>,
    /// The pepper's keys.
    pub keys: Arc<Keys>,
    /// The threads for slow hashes.
    pub hasher: Hasher,
    /// The installation's rules.
    pub rules: Rules,
    /// Wakes those who wait for news.
    pub notifier: Notifier,
    /// Whether mails can be sent: without a mail server, what needs one is absent or says so.
    pub can_mail: bool,
    /// Who acts, and from where: for the audit log.
    pub origin: Origin,
}

impl std::fmt::Debug for Context {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Context({})", self.db.kind())
    }
}

impl Context {
    /// The same for somebody who acts.
    #[must_use]
    pub fn acting(&self, origin: Origin) -> Self {
        Self { origin, ..self.clone() }
    }

    /// The time now.
    pub fn now(&self) -> DateTime<Utc> {
        self.clock.now()
    }

    /// A new id of ours.
    pub fn new_id(&self, now: DateTime<Utc>) -> Uuid {
        ports::new_id(now, &*self.random)
    }

    /// The keyed hashes that a code may be stored as.
    pub fn code_hashes(&self, code: &IdentityCode) -> Hashes {
        self.keys.hashes(Purpose::IdentityCode, &[code.letters().as_bytes()])
    }
}

/// Why a use case could not be carried out. Foreseen refusals are outcomes, not errors.
#[derive(Debug, thiserror::Error)]
pub enum ActionError {
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// Too much to do; nothing was done.
    #[error(transparent)]
    Overloaded(#[from] Overloaded),
    /// What was read was never ready by the time it had to be; nothing was done.
    #[error("the answer was not ready in time")]
    Late,
}

impl ActionError {
    /// True when trying again later may help: too much to do, the database away, or too many at the same thing. False
    /// for a fault of ours.
    pub fn is_temporary(&self) -> bool {
        match self {
            ActionError::Overloaded(_) | ActionError::Late => true,
            ActionError::Store(e) => {
                matches!(e, StoreError::Away(_) | StoreError::Conflict | StoreError::Unknown(_))
            }
        }
    }

    /// True when it is not known whether it was done: who asked must look before asking again, and may not be told
    /// that nothing was done.
    pub fn is_unknown(&self) -> bool {
        matches!(self, ActionError::Store(StoreError::Unknown(_)))
    }
}

impl IsConflict for ActionError {
    fn is_conflict(&self) -> bool {
        matches!(self, ActionError::Store(e) if e.is_conflict())
    }
}

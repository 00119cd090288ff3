//! Use cases, one a file: load, ask the domain, save, say what came of it. Pages, API, commands and jobs call the
//! same ones. They know no HTTP and write no SQL.

pub mod alternate_ids;
pub mod answer_question;
pub mod apps;
pub mod authorize;
pub mod check_authorization;
pub mod choose_record;
pub mod connections;
pub mod create_account;
pub mod create_request;
pub mod decline;
pub mod delete_request;
pub mod deliver_webhooks;
pub mod enter_code;
pub mod facts;
pub mod idempotency;
pub mod list_authorized;
pub mod list_deliveries;
pub mod list_events;
pub mod list_requests;
pub mod people;
pub mod platform_session;
pub mod poll_authorized;
pub mod purge;
pub mod sign_in;
mod tell;
pub mod tell_closed;
pub mod update_external_id;
pub mod webhook_secrets;

use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use uuid::Uuid;

use crate::{
    bell::Bell,
    domain::{identity_code::IdentityCode, retention::Retention},
    hashing::{Hasher, Overloaded},
    keys::{Keys, Purpose},
    ports::{self, Clock, Random},
    store::{Db, IsConflict, StoreError},
};

/// How long a journey is kept without use ("a journey is kept for 24 hours of inactivity").
pub const JOURNEY_IDLE: TimeDelta = TimeDelta::hours(24);
/// How long a sign-in lasts without use ("while the sign-in itself ends sooner (30 minutes)").
pub const SIGN_IN_IDLE: TimeDelta = TimeDelta::minutes(30);
/// How long a sign-in lasts at most.
pub const SIGN_IN_LONGEST: TimeDelta = TimeDelta::hours(12);
/// How exact "last used" is kept: a page writes it at most this often.
pub const TOUCH_EVERY: TimeDelta = TimeDelta::minutes(1);

/// The rules that an installation may set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rules {
    /// How long requests live.
    pub retention: Retention,
    /// Wrong answers that lock a code, for requests created from now on.
    pub attempts_allowed: u32,
}

impl Default for Rules {
    fn default() -> Self {
        Self { retention: Retention::default(), attempts_allowed: 3 }
    }
}

/// What every use case is given. Clones share everything.
#[derive(Clone)]
pub struct Parts {
    /// The database.
    pub db: Db,
    /// The time.
    pub clock: Arc<dyn Clock>,
    /// Chance.
    pub random: Arc<dyn Random>,
    /// The pepper's keys.
    pub keys: Arc<Keys>,
    /// The threads for slow hashes.
    pub hasher: Hasher,
    /// The installation's rules.
    pub rules: Rules,
    /// Wakes those who wait for news.
    pub bell: Bell,
}

impl std::fmt::Debug for Parts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Parts({})", self.db.kind())
    }
}

impl Parts {
    /// The time now.
    pub fn now(&self) -> DateTime<Utc> {
        self.clock.now()
    }

    /// A new id of ours.
    pub fn new_id(&self, now: DateTime<Utc>) -> Uuid {
        ports::new_id(now, &*self.random)
    }

    /// The keyed hash that a code is stored as.
    pub fn code_hash(&self, code: &IdentityCode) -> [u8; 32] {
        self.keys.hash(Purpose::IdentityCode, &[code.letters().as_bytes()])
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
}

impl IsConflict for ActionError {
    fn is_conflict(&self) -> bool {
        matches!(self, ActionError::Store(e) if e.is_conflict())
    }
}

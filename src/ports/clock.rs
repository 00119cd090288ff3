//! The time. Domain code takes it as an argument; everything else asks a [`Clock`].

use std::sync::atomic::{AtomicI64, Ordering};

use chrono::{DateTime, SubsecRound, TimeDelta, Utc};

/// Tells the time.
pub trait Clock: Send + Sync {
    /// The time now, in UTC, cut to microseconds: PostgreSQL keeps no finer ones, SQLite would.
    fn now(&self) -> DateTime<Utc>;
}

/// Cuts an instant to whole microseconds, the finest that both databases keep.
pub fn to_micros(at: DateTime<Utc>) -> DateTime<Utc> {
    at.trunc_subsecs(6)
}

/// The machine's own clock.
#[derive(Debug, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "this is the one place where the machine's clock is read")]
    fn now(&self) -> DateTime<Utc> {
        to_micros(Utc::now())
    }
}

/// The machine's clock moved forward: the sandbox and the tests try expiry and retention with it.
/// It never goes back, as real time does not.
#[derive(Debug, Default)]
pub struct MovableClock {
    offset_micros: AtomicI64,
}

impl MovableClock {
    /// Moves the clock forward.
    pub fn advance(&self, by: std::time::Duration) {
        let micros = i64::try_from(by.as_micros()).unwrap_or(i64::MAX / 4);
        self.offset_micros.fetch_add(micros, Ordering::SeqCst);
    }

    /// How far it is ahead of the machine's clock.
    pub fn ahead(&self) -> TimeDelta {
        TimeDelta::microseconds(self.offset_micros.load(Ordering::SeqCst))
    }
}

impl Clock for MovableClock {
    fn now(&self) -> DateTime<Utc> {
        SystemClock.now() + self.ahead()
    }
}

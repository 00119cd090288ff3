//! The time. Domain code takes it as an argument; everything else asks a [`Clock`].

use std::sync::atomic::{AtomicI64, Ordering};

use chrono::{DateTime, SubsecRound, TimeDelta, Utc};

/// Tells the time.
pub trait Clock: Send + Sync {
    /// The time now, in UTC, cut to microseconds: PostgreSQL keeps no finer ones, SQLite would.
    fn now(&self) -> DateTime<Utc>;

    /// The time that everybody else's clock shows. Another than [`Clock::now`] only where somebody moves time to try
    /// something: "Message times of the XML platform are judged by the real clock there, so that classic libraries
    /// survive the jump."
    fn real(&self) -> DateTime<Utc> {
        self.now()
    }
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
    waited_micros: AtomicI64,
}

impl MovableClock {
    /// Moves the clock forward. Everybody else's stays: see [`Clock::real`].
    pub fn advance(&self, by: std::time::Duration) {
        self.offset_micros.fetch_add(micros(by), Ordering::SeqCst);
    }

    /// Lets time pass for everybody, as if the tests had waited: what [`Clock::real`] tells passes, too.
    pub fn wait(&self, by: std::time::Duration) {
        self.waited_micros.fetch_add(micros(by), Ordering::SeqCst);
    }

    /// How far it is ahead of the machine's clock.
    pub fn ahead(&self) -> TimeDelta {
        TimeDelta::microseconds(self.offset_micros.load(Ordering::SeqCst)) + self.waited()
    }

    fn waited(&self) -> TimeDelta {
        TimeDelta::microseconds(self.waited_micros.load(Ordering::SeqCst))
    }
}

fn micros(by: std::time::Duration) -> i64 {
    i64::try_from(by.as_micros()).unwrap_or(i64::MAX / 4)
}

impl Clock for MovableClock {
    fn now(&self) -> DateTime<Utc> {
        SystemClock.now() + self.ahead()
    }

    fn real(&self) -> DateTime<Utc> {
        SystemClock.now() + self.waited()
    }
}

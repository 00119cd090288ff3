//! How often a password may be tried: so many tries in each window of an hour, from all browsers that an account does not
//! know together, and from each one that it knows by itself.
//!
//! What lives here: counting. What must not: who is counted (`actions::journey::sign_in`), or the floods that one address
//! may send (`web::limits`). Where to look next: `docs/decisions`, 26.

use chrono::{DateTime, TimeDelta, Utc};

/// How long tries are counted together.
pub const WINDOW: TimeDelta = TimeDelta::hours(1);

/// How many tries there are in a window. Right ones are given back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Budgets {
    /// At one account, from all browsers that never signed in to it, together.
    pub unknown_browsers: u32,
    /// At one account, from one browser that has signed in to it before.
    pub known_browser: u32,
}

impl Default for Budgets {
    /// More than anybody mistypes, and useless for guessing what is neither common nor easily guessed.
    fn default() -> Self {
        Self { unknown_browsers: 20, known_browser: 10 }
    }
}

impl Budgets {
    /// So many times as many.
    pub fn times(self, factor: u32) -> Self {
        Self {
            unknown_browsers: self.unknown_browsers.saturating_mul(factor),
            known_browser: self.known_browser.saturating_mul(factor),
        }
    }
}

/// Tries that were charged since a window began.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tries {
    /// When the first of them was.
    pub started_at: DateTime<Utc>,
    /// How many.
    pub count: u32,
}

impl Tries {
    /// None yet: the window begins now.
    pub fn none(now: DateTime<Utc>) -> Self {
        Self { started_at: now, count: 0 }
    }

    /// Charges one more of `allowed`. `Err` says how long it is until there is one.
    pub fn charge(self, allowed: u32, now: DateTime<Utc>) -> Result<Self, TimeDelta> {
        let current = if now - self.started_at >= WINDOW { Self::none(now) } else { self };
        if current.count >= allowed {
            return Err(WINDOW - (now - current.started_at));
        }
        Ok(Self { count: current.count + 1, ..current })
    }

    /// The try was right: it costs nothing.
    pub fn give_back(self) -> Self {
        Self { count: self.count.saturating_sub(1), ..self }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    #[test]
    fn so_many_tries_and_then_one_must_wait_for_the_rest_of_the_hour() {
        let began = at("2026-03-01T09:00:00Z");
        let mut tries = Tries::none(began);
        for _ in 0..3 {
            tries = tries.charge(3, at("2026-03-01T09:20:00Z")).unwrap();
        }
        assert_eq!(tries.charge(3, at("2026-03-01T09:45:00Z")), Err(TimeDelta::minutes(15)));
        assert_eq!(tries.charge(3, at("2026-03-01T10:00:00Z")).map(|t| t.count), Ok(1));
    }

    #[test]
    fn a_right_try_costs_nothing_and_gives_no_more_than_it_took() {
        let now = at("2026-03-01T09:00:00Z");
        let tries = Tries::none(now).charge(2, now).unwrap().charge(2, now).unwrap();
        assert_eq!(tries.give_back().count, 1);
        assert_eq!(Tries::none(now).give_back().count, 0);
    }
}

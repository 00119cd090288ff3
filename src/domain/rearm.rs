//! A patient reports a code that she did not expect, and a clinic gives a locked or frozen code its chances back: "the
//! old letter works again".

use chrono::{DateTime, Utc};

use super::{
    connect_request::{ConnectRequest, Refusal},
    labels::LabelProblem,
    retention::Retention,
};

/// "At most three times".
pub const MOST_REARMS: u32 = 3;

/// The longest reason, in characters.
pub const LONGEST_REASON: usize = 200;

/// Why the clinic re-arms a code, in its own words. Kept; never shown to patients.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reason(String);

impl Reason {
    /// What the API calls it.
    pub const WHAT: &'static str = "reason";

    /// Takes a reason: not blank, not longer than [`LONGEST_REASON`], no control characters.
    pub fn parse(typed: &str) -> Result<Self, LabelProblem> {
        let text = typed.trim();
        if text.is_empty() {
            return Err(LabelProblem::Blank);
        }
        if text.chars().nth(LONGEST_REASON).is_some() {
            return Err(LabelProblem::TooLong { max: LONGEST_REASON });
        }
        if text.chars().any(char::is_control) {
            return Err(LabelProblem::ControlCharacter);
        }
        Ok(Self(text.to_owned()))
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Why a code is not re-armed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotRearmed {
    /// It is neither locked nor frozen, or its time is over: no chances would help.
    NotLocked,
    /// It was re-armed [`MOST_REARMS`] times before.
    TooOften,
}

impl ConnectRequest {
    /// "I did not expect this": freezes the code, on every path, until the app re-arms it. True the first time;
    /// repeating it changes nothing.
    pub fn report(&mut self, now: DateTime<Utc>, retention: &Retention) -> Result<bool, Refusal> {
        match self.may_go_on(now, retention) {
            Ok(()) => {
                self.frozen_at = Some(now);
                Ok(true)
            }
            Err(Refusal::Frozen) => Ok(false),
            Err(refusal) => Err(refusal),
        }
    }

    /// Whether its chances can be given back: a locked or frozen code, "at most three times".
    pub fn may_rearm(&self, now: DateTime<Utc>, retention: &Retention) -> Result<(), NotRearmed> {
        let closed = self.code_locked() || self.frozen_at.is_some();
        let over = now >= self.usable_until(retention);
        if !closed || over {
            return Err(NotRearmed::NotLocked);
        }
        if self.rearmed >= MOST_REARMS {
            return Err(NotRearmed::TooOften);
        }
        Ok(())
    }

    /// "Same code, same letter, fresh chances."
    pub fn rearm(&mut self, now: DateTime<Utc>, retention: &Retention) -> Result<(), NotRearmed> {
        self.may_rearm(now, retention)?;
        self.rearmed += 1;
        self.attempts_left = self.attempts_allowed;
        self.locked_at = None;
        self.frozen_at = None;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::connect_request::{
        Status,
        tests::{days, lock, request, start},
    };

    #[test]
    fn a_locked_code_gets_its_chances_back_three_times_and_no_more() {
        let keep = Retention::default();
        let mut r = request();
        assert_eq!(r.rearm(start(), &keep), Err(NotRearmed::NotLocked));
        for n in 1..=3 {
            lock(&mut r);
            assert_eq!(r.status(start()), Status::Locked);
            assert_eq!(r.rearm(start(), &keep), Ok(()));
            assert_eq!((r.rearmed, r.attempts_left, r.locked_at), (n, 3, None));
            assert!(r.may_ask(start(), &keep).is_ok());
        }
        lock(&mut r);
        assert_eq!(r.rearm(start(), &keep), Err(NotRearmed::TooOften));
    }

    #[test]
    fn a_reported_code_takes_no_answer_on_any_path_until_it_is_rearmed() {
        let keep = Retention::default();
        let mut r = request();
        assert_eq!(r.report(start(), &keep), Ok(true));
        assert_eq!(r.report(start(), &keep), Ok(false), "again changes nothing");
        assert_eq!(r.status(start()), Status::Frozen);
        assert_eq!(r.may_ask(start(), &keep), Err(Refusal::Frozen));
        assert_eq!(r.may_go_on(start(), &keep), Err(Refusal::Frozen), "not even for who has answered");
        assert_eq!(r.take_attempt(start(), &keep).unwrap_err(), Refusal::Frozen);
        assert_eq!(r.attempts_left, 3, "and pays nothing");
        assert!(r.may_delete(start()));
        assert_eq!(r.rearm(start(), &keep), Ok(()));
        assert!(r.may_ask(start(), &keep).is_ok());
    }

    #[test]
    fn a_code_whose_time_is_over_is_not_rearmed() {
        let keep = Retention::default();
        let mut r = request();
        lock(&mut r);
        assert_eq!(r.rearm(start() + days(28), &keep), Err(NotRearmed::NotLocked));
        assert_eq!(request().report(start() + days(28), &keep), Err(Refusal::Expired));
    }
}

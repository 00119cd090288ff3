//! The rule of three chances: "three wrong answers lock the code"; "a right answer gives the chances back"; "the attempt
//! is charged before the answer is checked". What came of a lock is in `connect_request`, how it is undone in `rearm`.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::{
    connect_request::{ConnectRequest, Refusal},
    retention::Retention,
};

/// How many wrong answers lock a code where the installation says nothing else.
pub const CHANCES: u32 = 3;

/// Fewest and most that an installation may allow ("configurable, 1 to 10").
pub const CHANCES_RANGE: std::ops::RangeInclusive<u32> = 1..=10;

/// A chance that was paid for. Only [`ConnectRequest::take_attempt`] and [`ConnectRequest::repeat_attempt`] make
/// one, and [`ConnectRequest::settle`] demands it: no answer is checked that was not charged first.
#[derive(Debug)]
#[must_use = "a charged attempt has to be settled"]
pub struct Attempt {
    request: Uuid,
}

impl ConnectRequest {
    /// Charges one chance. "The attempt is charged before the answer is checked."
    pub fn take_attempt(&mut self, now: DateTime<Utc>, retention: &Retention) -> Result<Attempt, Refusal> {
        self.may_ask(now, retention)?;
        self.attempts_left -= 1;
        if self.attempts_left == 0 {
            self.locked_at = Some(now);
        }
        Ok(Attempt { request: self.id })
    }

    /// The check of a value that was charged before and never settled (the same value twice at once, or the program
    /// ended between charge and check). "The same wrong value again … costs one attempt, not two."
    pub fn repeat_attempt(&self, now: DateTime<Utc>, retention: &Retention) -> Result<Attempt, Refusal> {
        self.may_go_on(now, retention)?;
        Ok(Attempt { request: self.id })
    }

    /// Says what came of an attempt. "A right answer gives the chances back." Returns true when this wrong answer
    /// leaves no chance.
    pub fn settle(&mut self, attempt: &Attempt, right: bool) -> bool {
        debug_assert_eq!(
            attempt.request, self.id,
            "an attempt is settled on the request that it was taken from"
        );
        if right {
            self.attempts_left = self.attempts_allowed;
            self.locked_at = None;
        }
        !right && self.attempts_left == 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::connect_request::{
        Status,
        tests::{days, lock, request, start},
    };
    use chrono::TimeDelta;
    use proptest::prelude::*;

    #[test]
    fn someone_who_answered_right_is_not_stopped_by_a_lock_that_came_later() {
        let keep = Retention::default();
        let mut r = request();
        lock(&mut r);
        assert!(r.may_go_on(start(), &keep).is_ok());
        assert_eq!(r.may_go_on(start() + days(200), &keep), Err(Refusal::Withdrawn));
    }

    #[derive(Debug, Clone)]
    enum Move {
        Answer { right: bool },
        Wait { hours: u16 },
        PickUp,
    }

    fn moves() -> impl Strategy<Value = Vec<Move>> {
        prop::collection::vec(
            prop_oneof![
                4 => any::<bool>().prop_map(|right| Move::Answer { right }),
                2 => (0u16..900).prop_map(|hours| Move::Wait { hours }),
                1 => Just(Move::PickUp),
            ],
            0..60,
        )
    }

    proptest! {
        #[test]
        fn whatever_happens_no_more_answers_in_a_row_are_checked_than_allowed(
            allowed in CHANCES_RANGE, moves in moves()
        ) {
            let keep = Retention::default();
            let mut r = ConnectRequest { attempts_left: allowed, attempts_allowed: allowed, ..request() };
            let mut now = start();
            let mut wrong_in_a_row = 0;
            for m in moves {
                let before = r.clone();
                match m {
                    Move::Wait { hours } => now += TimeDelta::hours(hours.into()),
                    Move::PickUp => if r.may_go_on(now, &keep).is_ok() { r.picked_up(now) },
                    Move::Answer { right } => match r.take_attempt(now, &keep) {
                        Err(refusal) => {
                            prop_assert_eq!(&r, &before, "a refusal changes nothing");
                            match refusal {
                                Refusal::Locked => prop_assert_eq!(wrong_in_a_row, allowed),
                                Refusal::Expired => prop_assert!(now >= r.expires_at),
                                Refusal::Frozen => prop_assert!(false, "nobody reported it"),
                                Refusal::Withdrawn => prop_assert!(r.is_gone(now, &keep)),
                            }
                        }
                        Ok(attempt) => {
                            prop_assert!(wrong_in_a_row < allowed);
                            let locked = r.settle(&attempt, right);
                            wrong_in_a_row = if right { 0 } else { wrong_in_a_row + 1 };
                            prop_assert_eq!(locked, wrong_in_a_row == allowed);
                            prop_assert_eq!(r.attempts_left, allowed - wrong_in_a_row);
                        }
                    },
                }
                // Authorized is for good; a request never comes back to life.
                if before.status(now) == Status::Authorized {
                    prop_assert_eq!(r.status(now), Status::Authorized);
                    prop_assert!(!r.may_delete(now));
                }
                prop_assert_eq!(r.may_delete(now), r.last_authorized_at.is_none());
            }
        }
    }
}

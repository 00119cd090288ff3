//! What follows from an attempt: whether the message is tried again, and when.

use chrono::{DateTime, TimeDelta, Utc};

use crate::domain::outbox::again;

/// Where a delivery is in its life.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DeliveryState {
    /// It is to be sent, for the first time or again.
    Pending,
    /// The app has said that it got it.
    Delivered,
    /// Three days of trying brought nothing.
    Failed,
    /// The app has said that this address is no longer to be called (410).
    Gone,
}

impl DeliveryState {
    /// All of them.
    pub const ALL: [DeliveryState; 4] =
        [DeliveryState::Pending, DeliveryState::Delivered, DeliveryState::Failed, DeliveryState::Gone];

    /// The word that is stored and shown.
    pub fn as_str(self) -> &'static str {
        match self {
            DeliveryState::Pending => "pending",
            DeliveryState::Delivered => "delivered",
            DeliveryState::Failed => "failed",
            DeliveryState::Gone => "gone",
        }
    }

    /// The state that a word stands for.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.as_str() == word)
    }
}

/// Why an attempt brought no answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Failure {
    /// The host's name leads nowhere.
    NoSuchHost,
    /// It leads to addresses that may not be called; none was.
    RefusedAddress,
    /// No connection came about.
    NoConnection,
    /// The certificate is not to be trusted, or TLS failed otherwise.
    Tls,
    /// No answer in time.
    Timeout,
    /// Anything else, such as an answer that is not HTTP.
    Broken,
}

impl Failure {
    /// All of them.
    pub const ALL: [Failure; 6] = [
        Failure::NoSuchHost,
        Failure::RefusedAddress,
        Failure::NoConnection,
        Failure::Tls,
        Failure::Timeout,
        Failure::Broken,
    ];

    /// The word that is stored and shown.
    pub fn as_str(self) -> &'static str {
        match self {
            Failure::NoSuchHost => "no_such_host",
            Failure::RefusedAddress => "refused_address",
            Failure::NoConnection => "no_connection",
            Failure::Tls => "tls",
            Failure::Timeout => "timeout",
            Failure::Broken => "broken",
        }
    }

    /// The failure that a word stands for.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|failure| failure.as_str() == word)
    }
}

/// What came of an attempt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// The app answered.
    Answered {
        /// With this status.
        status: u16,
        /// And asked to be called no sooner.
        retry_after: Option<TimeDelta>,
    },
    /// It did not.
    Failed(Failure),
}

/// What follows from it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// It is over.
    End(DeliveryState),
    /// It is tried again then.
    Again(DateTime<Utc>),
}

/// The longest `Retry-After` that is honoured.
pub const LONGEST_RETRY_AFTER: TimeDelta = TimeDelta::hours(6);

/// Judges an attempt: `failed_before` is the number of attempts before it, `first` the time of the first one.
pub fn judge(
    outcome: Outcome,
    failed_before: u32,
    first: DateTime<Utc>,
    now: DateTime<Utc>,
    random: u64,
) -> Verdict {
    let asked = match outcome {
        Outcome::Answered { status: 200..=299, .. } => return Verdict::End(DeliveryState::Delivered),
        Outcome::Answered { status: 410, .. } => return Verdict::End(DeliveryState::Gone),
        Outcome::Answered { status: 429 | 503, retry_after } => retry_after.unwrap_or_default(),
        _ => TimeDelta::zero(),
    };
    match again(failed_before, first, now, asked.min(LONGEST_RETRY_AFTER), random) {
        Some(at) => Verdict::Again(at),
        None => Verdict::End(DeliveryState::Failed),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::outbox::LONGEST;
    use proptest::prelude::*;

    fn at(seconds: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(1_800_000_000 + seconds, 0).unwrap()
    }

    fn answered(status: u16) -> Outcome {
        Outcome::Answered { status, retry_after: None }
    }

    proptest! {
        #[test]
        fn pauses_grow_and_end_within_three_days(random in prop::collection::vec(any::<u64>(), 20)) {
            let (mut now, mut before, mut attempts) = (at(0), TimeDelta::zero(), 0);
            for random in random {
                match judge(answered(500), attempts, at(0), now, random) {
                    Verdict::End(state) => {
                        prop_assert_eq!(state, DeliveryState::Failed);
                        break;
                    }
                    Verdict::Again(next) => {
                        let pause = next - now;
                        prop_assert!(pause > TimeDelta::zero());
                        prop_assert!(pause >= before || next == at(0) + LONGEST);
                        prop_assert!(next <= at(0) + LONGEST);
                        (now, before, attempts) = (next, pause, attempts + 1);
                    }
                }
            }
            prop_assert_eq!(attempts, 9, "ten attempts in all");
            prop_assert!(now > at(0) + TimeDelta::hours(48));
        }

        #[test]
        fn messages_that_failed_together_are_spread(one in any::<u64>(), other in any::<u64>()) {
            // The fourth pause is drawn from 5400 seconds, to the microsecond.
            prop_assume!(one % 5_400_000_001 != other % 5_400_000_001);
            let again = |random| judge(answered(500), 3, at(0), at(2_400), random);
            prop_assert_ne!(again(one), again(other));
        }
    }

    #[test]
    fn an_answer_of_the_200s_ends_it_and_410_ends_it_otherwise() {
        for status in [200, 202, 204, 299] {
            assert_eq!(
                judge(answered(status), 0, at(0), at(0), 0),
                Verdict::End(DeliveryState::Delivered),
                "{status}"
            );
        }
        assert_eq!(judge(answered(410), 0, at(0), at(0), 0), Verdict::End(DeliveryState::Gone));
        for status in [100, 199, 300, 301, 302, 304, 307, 308, 400, 401, 404, 429, 500, 503, 599] {
            assert!(matches!(judge(answered(status), 0, at(0), at(0), 0), Verdict::Again(_)), "{status}");
        }
        assert!(matches!(
            judge(Outcome::Failed(Failure::Timeout), 0, at(0), at(0), 0),
            Verdict::Again(next) if next == at(1)
        ));
    }

    #[test]
    fn an_app_may_ask_for_a_longer_pause_but_not_for_an_endless_one() {
        let asks = |status, seconds| {
            let outcome = Outcome::Answered { status, retry_after: Some(TimeDelta::seconds(seconds)) };
            judge(outcome, 0, at(0), at(0), 0)
        };
        assert_eq!(asks(503, 600), Verdict::Again(at(600)));
        assert_eq!(asks(429, 600), Verdict::Again(at(600)));
        assert_eq!(asks(503, 1_000_000), Verdict::Again(at(0) + LONGEST_RETRY_AFTER));
        assert_eq!(asks(503, 0), Verdict::Again(at(1)));
        assert_eq!(asks(500, 600), Verdict::Again(at(1)), "only 429 and 503 may ask");
    }

    #[test]
    fn a_message_that_waited_long_for_its_first_attempt_still_gets_its_three_days() {
        assert!(matches!(judge(answered(500), 0, at(0), at(0), 0), Verdict::Again(_)));
        let late = at(0) + LONGEST;
        assert_eq!(judge(answered(500), 4, at(0), late, 0), Verdict::End(DeliveryState::Failed));
    }

    #[test]
    fn every_state_and_failure_has_a_word_of_its_own() {
        for state in DeliveryState::ALL {
            assert_eq!(DeliveryState::parse(state.as_str()), Some(state));
        }
        for failure in Failure::ALL {
            assert_eq!(Failure::parse(failure.as_str()), Some(failure));
        }
        assert_eq!((DeliveryState::parse("x"), Failure::parse("x")), (None, None));
    }
}

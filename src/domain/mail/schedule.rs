//! What follows from an attempt to send a mail. RFC 5321, 4.2.1: an answer of the 400s is temporary, one of the 500s
//! is for good; 4.5.4.1: what is temporary is tried again, with growing pauses.

use chrono::{DateTime, TimeDelta, Utc};

use crate::domain::{invitation::Withheld, outbox::again};

/// Where a mail is in its life.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum MailState {
    /// It is to be sent, for the first time or again.
    Queued,
    /// The mail server has taken it.
    Sent,
    /// It was refused for good, or three days of trying brought nothing, or its time was over.
    Failed,
    /// A newer one took its place before it was sent.
    Replaced,
}

impl MailState {
    /// All of them.
    pub const ALL: [MailState; 4] =
        [MailState::Queued, MailState::Sent, MailState::Failed, MailState::Replaced];

    /// The word that is stored and shown.
    pub fn as_str(self) -> &'static str {
        match self {
            MailState::Queued => "queued",
            MailState::Sent => "sent",
            MailState::Failed => "failed",
            MailState::Replaced => "replaced",
        }
    }

    /// The state that a word stands for.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.as_str() == word)
    }
}

/// Why a mail was not sent. What the server said is not kept: it may hold the address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum MailFailure {
    /// No connection to the mail server came about, or it broke.
    NoConnection,
    /// TLS failed, or the server offers none.
    Tls,
    /// No answer in time.
    Timeout,
    /// The server answered with this code of the 400s: try later.
    Later(u16),
    /// The server answered with this code of the 500s: never.
    Refused(u16),
    /// The address is none that mail can be sent to.
    BadAddress,
    /// Its time was over before it could be sent.
    TooLate,
    /// What it brings would have been of no use, or is had already.
    Withheld(Withheld),
    /// Anything else, such as a full disk.
    Broken,
}

impl MailFailure {
    /// The word that is stored and shown.
    pub fn word(self) -> String {
        match self {
            MailFailure::NoConnection => "no_connection".to_owned(),
            MailFailure::Tls => "tls".to_owned(),
            MailFailure::Timeout => "timeout".to_owned(),
            MailFailure::Later(code) => format!("later_{code}"),
            MailFailure::Refused(code) => format!("refused_{code}"),
            MailFailure::BadAddress => "bad_address".to_owned(),
            MailFailure::TooLate => "too_late".to_owned(),
            MailFailure::Withheld(why) => why.as_str().to_owned(),
            MailFailure::Broken => "broken".to_owned(),
        }
    }
}

/// What came of an attempt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MailOutcome {
    /// The mail server has taken it.
    Sent,
    /// It has not.
    Failed(MailFailure),
}

/// What follows from it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MailVerdict {
    /// It is over.
    End(MailState, Option<MailFailure>),
    /// It is tried again then.
    Again(DateTime<Utc>, MailFailure),
}

/// Judges an attempt: `failed_before` is the number of attempts before it, `first` the time of the first one.
pub fn judge(
    outcome: MailOutcome,
    failed_before: u32,
    first: DateTime<Utc>,
    now: DateTime<Utc>,
    not_after: Option<DateTime<Utc>>,
    random: u64,
) -> MailVerdict {
    let failure = match outcome {
        MailOutcome::Sent => return MailVerdict::End(MailState::Sent, None),
        MailOutcome::Failed(failure) => failure,
    };
    if matches!(
        failure,
        MailFailure::Refused(_) | MailFailure::BadAddress | MailFailure::TooLate | MailFailure::Withheld(_)
    ) {
        return MailVerdict::End(MailState::Failed, Some(failure));
    }
    match again(failed_before, first, now, TimeDelta::zero(), random) {
        Some(at) if not_after.is_none_or(|last| at <= last) => MailVerdict::Again(at, failure),
        _ => MailVerdict::End(MailState::Failed, Some(failure)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(seconds: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(1_800_000_000 + seconds, 0).unwrap()
    }

    #[test]
    fn what_is_temporary_is_tried_again_and_what_is_for_good_ends_it() {
        let judged = |failure| judge(MailOutcome::Failed(failure), 0, at(0), at(0), None, 0);
        for failure in [
            MailFailure::NoConnection,
            MailFailure::Tls,
            MailFailure::Timeout,
            MailFailure::Later(451),
            MailFailure::Broken,
        ] {
            assert_eq!(judged(failure), MailVerdict::Again(at(1), failure));
        }
        let withheld = MailFailure::Withheld(Withheld::Frozen);
        for failure in [MailFailure::Refused(550), MailFailure::BadAddress, MailFailure::TooLate, withheld] {
            assert_eq!(judged(failure), MailVerdict::End(MailState::Failed, Some(failure)));
        }
        let sent = judge(MailOutcome::Sent, 3, at(0), at(0), None, 0);
        assert_eq!(sent, MailVerdict::End(MailState::Sent, None));
    }

    #[test]
    fn a_code_that_no_longer_works_is_not_sent_once_more() {
        let failed = MailOutcome::Failed(MailFailure::Later(451));
        let failed = |not_after| judge(failed, 2, at(0), at(60), Some(not_after), 0);
        let over = MailVerdict::End(MailState::Failed, Some(MailFailure::Later(451)));
        assert_eq!(failed(at(300)), over);
        assert!(matches!(failed(at(3_600)), MailVerdict::Again(..)));
    }

    #[test]
    fn three_days_of_trying_are_the_end() {
        let failed = MailOutcome::Failed(MailFailure::NoConnection);
        let end = judge(failed, 4, at(0), at(3 * 86_400), None, 0);
        assert!(matches!(end, MailVerdict::End(MailState::Failed, _)));
    }

    #[test]
    fn every_state_has_a_word_of_its_own() {
        for state in MailState::ALL {
            assert_eq!(MailState::parse(state.as_str()), Some(state));
        }
        assert_eq!(MailState::parse("x"), None);
    }
}

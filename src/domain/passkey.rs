//! Passkeys: how many a person may have, how long their challenges live, when she is asked once more who she is.
//!
//! "Passkeys beside the password, offered after success, never needed": a passkey is never somebody's only way to sign in,
//! so removing one takes nothing from her.

use chrono::{DateTime, TimeDelta, Utc};

/// How many a person may have: one for every phone and computer that she signs in with, and some to spare.
pub const MOST: usize = 10;

/// How long a page's challenge may be answered. Pages stay open; whoever comes later is asked once more.
pub const CHALLENGE_LIVES: TimeDelta = TimeDelta::minutes(30);

/// How long after a sign-in nobody is asked again who she is before she adds one.
const JUST_SIGNED_IN: TimeDelta = TimeDelta::minutes(10);

/// Whether a challenge is taken that was given out then.
pub fn is_taken(given: DateTime<Utc>, now: DateTime<Utc>) -> bool {
    now >= given - TimeDelta::minutes(1) && now < given + CHALLENGE_LIVES
}

/// Whether she has just signed in. Whoever finds a browser that somebody is signed in with must not make herself a way in
/// that outlasts it: she is asked for the password.
pub fn has_just_signed_in(since: DateTime<Utc>, now: DateTime<Utc>) -> bool {
    now - since < JUST_SIGNED_IN
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_challenge_is_taken_for_half_an_hour() {
        let given = DateTime::UNIX_EPOCH;
        assert!(is_taken(given, given));
        assert!(is_taken(given, given + TimeDelta::minutes(29)));
        assert!(!is_taken(given, given + CHALLENGE_LIVES));
        // Nodes differ by seconds, not by more.
        assert!(is_taken(given, given - TimeDelta::seconds(10)));
        assert!(!is_taken(given, given - TimeDelta::minutes(2)));
    }

    #[test]
    fn ten_minutes_after_a_sign_in_she_is_asked_who_she_is() {
        let since = DateTime::UNIX_EPOCH;
        assert!(has_just_signed_in(since, since + TimeDelta::minutes(9)));
        assert!(!has_just_signed_in(since, since + TimeDelta::minutes(10)));
    }
}

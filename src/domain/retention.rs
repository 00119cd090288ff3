//! How long things are kept: connect requests (four weeks, ninety days, and what restarts them), journeys, sign-ins.
//!
//! What lives here: dates computed from dates. What must not: a clock, or deleting anything. Where to look
//! next: `connect_request` for the states themselves.
//!
//! "Four weeks and 90 days are configuration too; what the pages and the letters say follows it": so pages ask
//! here and never say a number of their own.

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

/// How long a journey is kept without use ("a journey is kept for 24 hours of inactivity").
pub const JOURNEY_IDLE: TimeDelta = TimeDelta::hours(24);
/// How long a sign-in lasts without use ("while the sign-in itself ends sooner (30 minutes)").
pub const SIGN_IN_IDLE: TimeDelta = TimeDelta::minutes(30);
/// How long a sign-in lasts at most.
pub const SIGN_IN_LONGEST: TimeDelta = TimeDelta::hours(12);
/// How long it lasts, used or not, where she asked to stay signed in.
pub const KEPT_SIGN_IN: TimeDelta = TimeDelta::days(30);
/// How long a cookie that was replaced at a sign-in or sign-out still finds its journeys, signed in as nobody: the
/// answer that brought the new one may have been lost on the way.
pub const REPLACED_COOKIE: TimeDelta = TimeDelta::minutes(30);
/// How long a sign-in at a provider may take, from leaving for it to coming back: some ask for a new password there.
pub const PROVIDER_SIGN_IN: TimeDelta = TimeDelta::minutes(30);
/// How long the history of an account is kept: patients come once or twice a year, and shall see their last visits.
pub const ACCOUNT_HISTORY: TimeDelta = TimeDelta::days(730);
/// How many days the audit log's lines are kept where the operator says nothing: as long as a person reads of the same in
/// her history.
pub const AUDIT_DAYS: u32 = 730;
/// How exact "last used" is kept: a page writes it at most this often.
pub const TOUCH_EVERY: TimeDelta = TimeDelta::minutes(1);

/// What she said about the computer when she signed in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stay {
    /// Nothing: until the browser is closed, or nobody used it for a while.
    #[default]
    UntilClosed,
    /// "Keep me signed in."
    Kept,
    /// "This is a shared computer": until she is done, and no trace is left.
    Shared,
}

impl Stay {
    /// What the two boxes say. Where both are ticked the careful one counts: a mistake there costs a sign-in, the other
    /// way round it would leave a stranger signed in.
    pub fn of_boxes(keep: bool, shared: bool) -> Self {
        match (keep, shared) {
            (_, true) => Stay::Shared,
            (true, false) => Stay::Kept,
            (false, false) => Stay::UntilClosed,
        }
    }

    /// Until when a sign-in is kept although nobody uses it.
    pub fn kept_until(self, signed_in_at: DateTime<Utc>) -> Option<DateTime<Utc>> {
        (self == Stay::Kept).then(|| signed_in_at + KEPT_SIGN_IN)
    }
}

/// True when a sign-in is over. `seen_at` is when its session was used before this request; `None` for a session that
/// this very request made.
pub fn sign_in_is_over(
    stay: Stay,
    signed_in_at: DateTime<Utc>,
    seen_at: Option<DateTime<Utc>>,
    now: DateTime<Utc>,
) -> bool {
    if let Some(until) = stay.kept_until(signed_in_at) {
        return now >= until;
    }
    now - signed_in_at >= SIGN_IN_LONGEST || seen_at.is_some_and(|seen| now - seen >= SIGN_IN_IDLE)
}

/// The three spans, in days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Retention {
    /// "Pending requests expire four weeks after creation."
    pub pending_days: u32,
    /// "Authorized ones are deleted 90 days after the last time they were picked up."
    pub authorized_days: u32,
    /// "Locked or expired ones keep their external ID busy until the app deletes them, and are purged after 90
    /// days."
    pub closed_days: u32,
}

impl Default for Retention {
    fn default() -> Retention {
        Retention { pending_days: 28, authorized_days: 90, closed_days: 90 }
    }
}

impl Retention {
    /// "Pending requests expire four weeks after creation": from this instant on.
    pub fn expires_at(&self, created_at: DateTime<Utc>) -> DateTime<Utc> {
        days_after(created_at, self.pending_days)
    }

    /// "Authorized ones are deleted 90 days after the last time they were picked up; each pickup restarts that
    /// window."
    pub fn delete_after_pickup(&self, last_authorized_at: DateTime<Utc>) -> DateTime<Utc> {
        days_after(last_authorized_at, self.authorized_days)
    }

    /// "Locked or expired ones … are purged after 90 days": counted from when they were locked or expired.
    pub fn purge_closed_at(&self, closed_since: DateTime<Utc>) -> DateTime<Utc> {
        days_after(closed_since, self.closed_days)
    }

    /// How long an authorized request is kept after its last pickup, as a span.
    pub fn authorized_for(&self) -> TimeDelta {
        TimeDelta::days(i64::from(self.authorized_days))
    }

    /// How long a closed request is kept, as a span.
    pub fn closed_for(&self) -> TimeDelta {
        TimeDelta::days(i64::from(self.closed_days))
    }
}

/// Days have 24 hours: instants have no time zone. A span beyond the calendar means never.
fn days_after(instant: DateTime<Utc>, days: u32) -> DateTime<Utc> {
    instant.checked_add_signed(TimeDelta::days(i64::from(days))).unwrap_or(DateTime::<Utc>::MAX_UTC)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    #[test]
    fn a_pending_request_expires_four_weeks_after_creation() {
        let created = at("2026-03-01T09:30:00Z");
        assert_eq!(Retention::default().expires_at(created), at("2026-03-29T09:30:00Z"));
    }

    #[test]
    fn a_sign_in_ends_after_thirty_minutes_without_use_and_after_twelve_hours_in_any_case() {
        let since = at("2026-03-01T08:00:00Z");
        for stay in [Stay::UntilClosed, Stay::Shared] {
            let is_over = |seen, now| sign_in_is_over(stay, since, seen, now);
            assert!(!is_over(None, since));
            assert!(!is_over(Some(at("2026-03-01T09:00:00Z")), at("2026-03-01T09:29:59Z")));
            assert!(is_over(Some(at("2026-03-01T09:00:00Z")), at("2026-03-01T09:30:00Z")));
            assert!(is_over(Some(at("2026-03-01T19:59:00Z")), at("2026-03-01T20:00:00Z")));
        }
    }

    #[test]
    fn a_kept_sign_in_lasts_thirty_days_used_or_not() {
        let since = at("2026-03-01T08:00:00Z");
        let is_over = |now| sign_in_is_over(Stay::Kept, since, Some(since), now);
        assert!(!is_over(at("2026-03-31T07:59:59Z")));
        assert!(is_over(at("2026-03-31T08:00:00Z")));
    }

    #[test]
    fn of_two_boxes_that_contradict_each_other_the_careful_one_counts() {
        assert_eq!(Stay::of_boxes(false, false), Stay::UntilClosed);
        assert_eq!(Stay::of_boxes(true, false), Stay::Kept);
        assert_eq!(Stay::of_boxes(false, true), Stay::Shared);
        assert_eq!(Stay::of_boxes(true, true), Stay::Shared);
    }

    #[test]
    fn each_pickup_restarts_the_ninety_days() {
        let retention = Retention::default();
        assert_eq!(retention.delete_after_pickup(at("2026-01-01T00:00:00Z")), at("2026-04-01T00:00:00Z"));
        assert_eq!(retention.delete_after_pickup(at("2026-03-31T00:00:00Z")), at("2026-06-29T00:00:00Z"));
    }

    #[test]
    fn a_locked_or_expired_request_is_purged_after_ninety_days() {
        let locked = at("2026-01-01T00:00:00Z");
        assert_eq!(Retention::default().purge_closed_at(locked), at("2026-04-01T00:00:00Z"));
    }

    #[test]
    fn every_span_is_configurable() {
        let retention = Retention { pending_days: 1, authorized_days: 2, closed_days: 3 };
        let now = at("2026-01-01T00:00:00Z");
        assert_eq!(retention.expires_at(now), at("2026-01-02T00:00:00Z"));
        assert_eq!(retention.delete_after_pickup(now), at("2026-01-03T00:00:00Z"));
        assert_eq!(retention.purge_closed_at(now), at("2026-01-04T00:00:00Z"));
    }

    proptest! {
        #[test]
        fn no_span_makes_it_panic_or_go_back(days in any::<u32>(), seconds in 0..8_000_000_000_000_i64) {
            let now = DateTime::from_timestamp(seconds, 0).unwrap();
            let retention = Retention { pending_days: days, ..Retention::default() };
            prop_assert!(retention.expires_at(now) >= now);
        }
    }
}

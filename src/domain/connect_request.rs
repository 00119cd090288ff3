//! The connect request's life: pending, locked, expired, authorized, gone. Pure: the time is an argument, the
//! answer's hash is someone else's business.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::retention::Retention;

/// "What the app creates for one of its patients; the patient picks it up."
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConnectRequest {
    /// Ours alone; no app and no page sees it.
    pub id: Uuid,
    /// The app that created it.
    pub app_id: Uuid,
    /// "The app's own identifier for its patient; one connect request per external ID per app."
    pub external_id: String,
    /// "Shown only after a right answer; tells one request from another."
    pub friendly_name: String,
    /// "Set by the app, given out of band."
    pub question: String,
    /// Chances left before the code locks.
    pub attempts_left: u32,
    /// Chances that a right answer gives back.
    pub attempts_allowed: u32,
    /// When the app created it.
    pub created_at: DateTime<Utc>,
    /// "Pending requests expire four weeks after creation."
    pub expires_at: DateTime<Utc>,
    /// When the last chance was taken.
    pub locked_at: Option<DateTime<Utc>>,
    /// The last pickup.
    pub last_authorized_at: Option<DateTime<Utc>>,
    /// Where the app wants to be called.
    pub callback_url: Option<String>,
    /// When its holder said that she did not expect it, until the app re-arms it.
    pub frozen_at: Option<DateTime<Utc>>,
    /// How often the app gave it its chances back.
    pub rearmed: u32,
    /// The tag of the language that the app chose for its patient.
    pub language: Option<String>,
}

/// Where a request is in its life, as its app sees it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Status {
    /// Waiting for its patient.
    Pending,
    /// Too many wrong answers, never picked up.
    Locked,
    /// Its holder did not expect it; never picked up.
    Frozen,
    /// Not picked up in time.
    Expired,
    /// Picked up at least once. Stays so when its code is locked afterwards: "authorizations already given stay".
    Authorized,
}

impl Status {
    /// All of them, in the order of the life.
    pub const ALL: [Status; 5] =
        [Status::Pending, Status::Locked, Status::Frozen, Status::Expired, Status::Authorized];

    /// The word that the API uses.
    pub fn as_str(self) -> &'static str {
        match self {
            Status::Pending => "pending",
            Status::Locked => "locked",
            Status::Frozen => "frozen",
            Status::Expired => "expired",
            Status::Authorized => "authorized",
        }
    }
}

/// Why the holder of a code cannot go on. Each has its own page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// No chances left.
    Locked,
    /// Its holder said that she did not expect it.
    Frozen,
    /// Not picked up in time.
    Expired,
    /// Deleted by the app, or its time with us is over.
    Withdrawn,
}

impl ConnectRequest {
    /// Where it is in its life.
    pub fn status(&self, now: DateTime<Utc>) -> Status {
        if self.last_authorized_at.is_some() {
            Status::Authorized
        } else if self.frozen_at.is_some() {
            Status::Frozen
        } else if self.attempts_left == 0 {
            Status::Locked
        } else if now >= self.expires_at {
            Status::Expired
        } else {
            Status::Pending
        }
    }

    /// True when the code takes no more answers, whether or not the request was ever picked up.
    pub fn code_locked(&self) -> bool {
        self.attempts_left == 0
    }

    /// When it is to be deleted by itself: 90 days "after the last time they were picked up; each pickup restarts
    /// that window"; locked or expired ones "are purged after 90 days".
    pub fn gone_at(&self, retention: &Retention) -> DateTime<Utc> {
        match self.last_authorized_at {
            Some(picked_up) => retention.delete_after_pickup(picked_up),
            None => retention.purge_closed_at(self.closed_since()),
        }
    }

    /// True when its time is over: it is as if deleted, whether or not the purge has come by yet.
    pub fn is_gone(&self, now: DateTime<Utc>, retention: &Retention) -> bool {
        now >= self.gone_at(retention)
    }

    /// From when on the code no longer works, if nobody uses it: what pages and letters say.
    pub fn usable_until(&self, retention: &Retention) -> DateTime<Utc> {
        match self.last_authorized_at {
            Some(picked_up) => retention.delete_after_pickup(picked_up),
            None => self.expires_at,
        }
    }

    fn closed_since(&self) -> DateTime<Utc> {
        match self.locked_at {
            Some(locked) if self.attempts_left == 0 => locked.min(self.expires_at),
            _ => self.expires_at,
        }
    }

    /// May the holder of the code still be asked the question?
    pub fn may_ask(&self, now: DateTime<Utc>, retention: &Retention) -> Result<(), Refusal> {
        self.may_go_on(now, retention)?;
        if self.attempts_left == 0 { Err(Refusal::Locked) } else { Ok(()) }
    }

    /// May someone who has answered go on to authorize? A lock that came after her answer does not stop her:
    /// else anyone with the code could.
    pub fn may_go_on(&self, now: DateTime<Utc>, retention: &Retention) -> Result<(), Refusal> {
        if self.is_gone(now, retention) {
            Err(Refusal::Withdrawn)
        } else if self.frozen_at.is_some() {
            Err(Refusal::Frozen)
        } else if self.status(now) == Status::Expired {
            Err(Refusal::Expired)
        } else {
            Ok(())
        }
    }

    /// Picked up: an app was authorized through it. Restarts the 90 days.
    pub fn picked_up(&mut self, now: DateTime<Utc>) {
        self.last_authorized_at = Some(now);
    }

    /// "The app can delete a request that is pending, locked or expired; deleting an authorized one is refused."
    pub fn may_delete(&self, now: DateTime<Utc>) -> bool {
        self.status(now) != Status::Authorized
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use chrono::TimeDelta;

    /// When the sample was created.
    pub fn start() -> DateTime<Utc> {
        DateTime::from_timestamp(1_800_000_000, 0).unwrap()
    }

    /// A sample that nobody has answered yet.
    pub fn request() -> ConnectRequest {
        ConnectRequest {
            id: Uuid::from_u128(1),
            app_id: Uuid::from_u128(2),
            external_id: "patient-1".into(),
            friendly_name: "Emma’s visits".into(),
            question: "Which colour?".into(),
            attempts_left: 3,
            attempts_allowed: 3,
            created_at: start(),
            expires_at: Retention::default().expires_at(start()),
            locked_at: None,
            last_authorized_at: None,
            callback_url: None,
            frozen_at: None,
            rearmed: 0,
            language: None,
        }
    }

    /// Three wrong answers.
    pub fn lock(r: &mut ConnectRequest) {
        for _ in 0..3 {
            let attempt = r.take_attempt(start(), &Retention::default()).unwrap();
            let _ = r.settle(&attempt, false);
        }
    }

    /// So many days.
    pub fn days(n: i64) -> TimeDelta {
        TimeDelta::days(n)
    }

    #[test]
    fn a_request_expires_after_four_weeks_to_the_microsecond() {
        let r = request();
        let last = start() + days(28) - TimeDelta::microseconds(1);
        assert_eq!(r.status(last), Status::Pending);
        assert_eq!(r.status(start() + days(28)), Status::Expired);
        assert_eq!(r.may_ask(start() + days(28), &Retention::default()), Err(Refusal::Expired));
    }

    #[test]
    fn an_authorized_request_goes_90_days_after_its_last_pickup_and_each_pickup_restarts_that() {
        let keep = Retention::default();
        let mut r = request();
        r.picked_up(start() + days(20));
        assert_eq!(r.status(start() + days(60)), Status::Authorized);
        assert!(r.may_ask(start() + days(109), &keep).is_ok());
        r.picked_up(start() + days(109));
        assert!(!r.is_gone(start() + days(198), &keep));
        assert!(r.is_gone(start() + days(199), &keep));
        assert_eq!(r.may_ask(start() + days(199), &keep), Err(Refusal::Withdrawn));
    }

    #[test]
    fn an_expired_request_keeps_its_external_id_for_90_more_days() {
        let keep = Retention::default();
        assert!(!request().is_gone(start() + days(117), &keep));
        assert!(request().is_gone(start() + days(118), &keep));
    }

    #[test]
    fn an_authorized_request_whose_code_is_locked_stays_authorized() {
        let keep = Retention::default();
        let mut r = request();
        r.picked_up(start());
        lock(&mut r);
        assert!(r.code_locked());
        assert_eq!(r.status(start()), Status::Authorized);
        assert_eq!(r.may_ask(start(), &keep), Err(Refusal::Locked));
        assert!(!r.may_delete(start()));
    }
}

//! The invitation: the mail that the portal sends for an app, with the code, and its reminders. Pure: the time is an
//! argument, and what is kept to write it again comes sealed.

mod words;

use chrono::{DateTime, TimeDelta, Utc};
use uuid::Uuid;

pub use self::words::{Brings, Ended, InvitationState, Look, Withheld};
use super::{
    connect_request::{ConnectRequest, Refusal},
    rearm::MOST_REARMS,
    retention::Retention,
};

/// When a patient is reminded, counted from the invitation.
pub const REMINDERS: [TimeDelta; 2] = [TimeDelta::days(7), TimeDelta::days(21)];

/// The invitation to one request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invitation {
    /// The request that it brings.
    pub request_id: Uuid,
    /// The code and the address, sealed; `None` once they are forgotten.
    pub kept: Option<Vec<u8>>,
    /// Where it is in its life.
    pub state: InvitationState,
    /// Why it failed.
    pub failure: Option<String>,
    /// When the app asked for it, the last time.
    pub invited_at: DateTime<Utc>,
    /// When it was sent, the last time.
    pub sent_at: Option<DateTime<Utc>>,
    /// Whether the app wants its patient to be reminded.
    pub reminders: bool,
    /// How many of [`REMINDERS`] are past, sent or not.
    pub reminders_past: u32,
    /// How many reminders were sent.
    pub reminders_sent: u32,
    /// When to look at it again.
    pub look_at: Option<DateTime<Utc>>,
}

impl ConnectRequest {
    /// Why its code is not mailed now; `None` when it may be.
    pub fn withholds_mail(&self, now: DateTime<Utc>, retention: &Retention) -> Option<Withheld> {
        if self.last_authorized_at.is_some() {
            Some(Withheld::PickedUp)
        } else if now >= self.usable_until(retention) {
            Some(Withheld::Over)
        } else {
            match self.may_ask(now, retention) {
                Ok(()) => None,
                Err(Refusal::Frozen) => Some(Withheld::Frozen),
                Err(Refusal::Locked) => Some(Withheld::Locked),
                Err(Refusal::Expired | Refusal::Withdrawn) => Some(Withheld::Over),
            }
        }
    }

    /// True when it is locked and cannot be re-armed any more.
    pub fn locked_for_good(&self) -> bool {
        self.code_locked() && self.rearmed >= MOST_REARMS
    }
}

impl Invitation {
    /// One that is about to be sent for the first time.
    pub fn new(request: &ConnectRequest, kept: Vec<u8>, reminders: bool, now: DateTime<Utc>) -> Self {
        let mut new = Self {
            request_id: request.id,
            kept: Some(kept),
            state: InvitationState::Queued,
            failure: None,
            invited_at: now,
            sent_at: None,
            reminders,
            reminders_past: 0,
            reminders_sent: 0,
            look_at: None,
        };
        new.look_at = new.next_look(request);
        new
    }

    /// The app asks for it once more: the patient's reminders are counted from now.
    pub fn again(&mut self, request: &ConnectRequest, kept: Vec<u8>, now: DateTime<Utc>) {
        self.kept = Some(kept);
        self.state = InvitationState::Queued;
        self.failure = None;
        self.invited_at = now;
        self.reminders_past = 0;
        self.look_at = self.next_look(request);
    }

    /// Its time to be looked at has come. `opened`: somebody has answered the question.
    pub fn look(
        &mut self,
        request: &ConnectRequest,
        opened: bool,
        now: DateTime<Utc>,
        retention: &Retention,
    ) -> Look {
        match request.withholds_mail(now, retention) {
            Some(why @ (Withheld::Over | Withheld::PickedUp)) => {
                self.forget(why);
                Look::Forgotten
            }
            Some(_) => {
                self.look_at = Some(request.expires_at);
                Look::Nothing
            }
            None => {
                let past = REMINDERS.iter().filter(|after| self.invited_at + **after <= now).count();
                let past = u32::try_from(past).unwrap_or(u32::MAX);
                // Of two that are past only one is sent; none while the invitation itself is on its way or failed.
                let due = past > self.reminders_past;
                let remind = due && self.reminders && !opened && self.state == InvitationState::Sent;
                self.reminders_past = past.max(self.reminders_past);
                self.look_at = self.next_look(request);
                if remind { Look::Remind } else { Look::Nothing }
            }
        }
    }

    /// Says what came of a mail. True when the app is to be told that it failed.
    pub fn settle(&mut self, brings: Brings, ended: &Ended, now: DateTime<Utc>) -> bool {
        match (brings, ended) {
            (Brings::Invitation, Ended::Sent) => {
                self.state = InvitationState::Sent;
                self.failure = None;
                self.sent_at = Some(now);
                false
            }
            (Brings::Reminder, Ended::Sent) => {
                self.reminders_sent += 1;
                false
            }
            (Brings::Invitation, Ended::Withheld(why)) => {
                self.fail(why.as_str());
                false
            }
            (Brings::Reminder, Ended::Withheld(_)) => false,
            (_, Ended::Failed(why)) => {
                self.fail(why);
                true
            }
        }
    }

    /// Its code takes no answers for now, and what waited to be sent was dropped.
    pub fn withhold(&mut self, why: Withheld) {
        if self.state == InvitationState::Queued {
            self.fail(why.as_str());
        }
    }

    /// The code is of no more use: it is forgotten with the address.
    pub fn forget(&mut self, why: Withheld) {
        self.withhold(why);
        self.kept = None;
        self.look_at = None;
    }

    /// The code takes answers again. True when the invitation, which was withheld, is to be sent now.
    pub fn resume(&mut self, request: &ConnectRequest, now: DateTime<Utc>) -> bool {
        if self.kept.is_none() {
            return false;
        }
        let withheld = [Withheld::Frozen, Withheld::Locked].map(Withheld::as_str);
        let send = self.failure.as_deref().is_some_and(|failure| withheld.contains(&failure));
        if send {
            self.state = InvitationState::Queued;
            self.failure = None;
            self.invited_at = now;
        }
        self.look_at = self.next_look(request);
        send
    }

    fn fail(&mut self, why: &str) {
        self.state = InvitationState::Failed;
        self.failure = Some(why.to_owned());
    }

    /// The next reminder, or the end of the request's time.
    fn next_look(&self, request: &ConnectRequest) -> Option<DateTime<Utc>> {
        let next = REMINDERS.get(self.reminders_past as usize).filter(|_| self.reminders);
        let next = next.map(|after| self.invited_at + *after);
        Some(next.map_or(request.expires_at, |next| next.min(request.expires_at)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn start() -> DateTime<Utc> {
        DateTime::from_timestamp(1_800_000_000, 0).unwrap()
    }

    fn day(n: i64) -> DateTime<Utc> {
        start() + TimeDelta::days(n)
    }

    fn request() -> ConnectRequest {
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

    fn sent(request: &ConnectRequest) -> Invitation {
        let mut invitation = Invitation::new(request, vec![1], true, start());
        assert!(!invitation.settle(Brings::Invitation, &Ended::Sent, start()));
        assert_eq!((invitation.state, invitation.sent_at), (InvitationState::Sent, Some(start())));
        invitation
    }

    fn look(invitation: &mut Invitation, request: &ConnectRequest, opened: bool, n: i64) -> Look {
        invitation.look(request, opened, day(n), &Retention::default())
    }

    #[test]
    fn a_patient_is_reminded_after_7_and_after_21_days_and_the_code_is_forgotten_after_28() {
        let request = request();
        let mut invitation = sent(&request);
        assert_eq!(invitation.look_at, Some(day(7)));
        assert_eq!(look(&mut invitation, &request, false, 7), Look::Remind);
        assert_eq!(look(&mut invitation, &request, false, 7), Look::Nothing, "once");
        assert_eq!(invitation.look_at, Some(day(21)));
        assert_eq!(look(&mut invitation, &request, false, 21), Look::Remind);
        assert_eq!(invitation.look_at, Some(day(28)));
        assert_eq!(look(&mut invitation, &request, false, 28), Look::Forgotten);
        assert_eq!((invitation.kept, invitation.look_at), (None, None));
        assert_eq!(invitation.state, InvitationState::Sent, "it was");
    }

    #[test]
    fn of_two_reminders_that_are_past_only_one_is_sent() {
        let request = request();
        let mut invitation = sent(&request);
        assert_eq!(look(&mut invitation, &request, false, 22), Look::Remind);
        assert_eq!(look(&mut invitation, &request, false, 22), Look::Nothing);
    }

    #[test]
    fn nobody_is_reminded_who_has_answered_or_whose_invitation_was_not_sent_or_whose_app_does_not_want_it() {
        let request = request();
        assert_eq!(look(&mut sent(&request), &request, true, 7), Look::Nothing);
        let mut queued = Invitation::new(&request, vec![1], true, start());
        assert_eq!(look(&mut queued, &request, false, 7), Look::Nothing);
        let mut failed = sent(&request);
        assert!(failed.settle(Brings::Reminder, &Ended::Failed("refused_550".into()), day(7)));
        assert_eq!(failed.failure.as_deref(), Some("refused_550"));
        assert_eq!(look(&mut failed, &request, false, 21), Look::Nothing);
        let mut unwanted = Invitation::new(&request, vec![1], false, start());
        assert_eq!(unwanted.look_at, Some(day(28)), "only to forget it");
        unwanted.settle(Brings::Invitation, &Ended::Sent, start());
        assert_eq!(look(&mut unwanted, &request, false, 21), Look::Nothing);
    }

    #[test]
    fn a_frozen_request_is_silent_until_it_is_rearmed_and_then_goes_on() {
        let mut request = request();
        let mut invitation = sent(&request);
        request.frozen_at = Some(day(1));
        invitation.withhold(Withheld::Frozen);
        assert_eq!(invitation.state, InvitationState::Sent);
        assert_eq!(look(&mut invitation, &request, false, 7), Look::Nothing);
        request.rearm(day(8), &Retention::default()).unwrap();
        assert!(!invitation.resume(&request, day(8)), "the invitation itself has arrived");
        assert_eq!(look(&mut invitation, &request, false, 8), Look::Remind);
    }

    #[test]
    fn an_invitation_that_waited_when_its_request_was_frozen_is_sent_after_the_rearm() {
        let mut request = request();
        let mut invitation = Invitation::new(&request, vec![1], true, start());
        request.frozen_at = Some(start());
        invitation.withhold(Withheld::Frozen);
        assert_eq!(invitation.failure.as_deref(), Some("frozen"));
        request.rearm(day(3), &Retention::default()).unwrap();
        assert!(invitation.resume(&request, day(3)));
        assert_eq!((invitation.state, invitation.look_at), (InvitationState::Queued, Some(day(10))));
    }

    #[test]
    fn a_refused_address_is_not_written_to_again_by_a_rearm_nor_a_forgotten_code_found_again() {
        let request = request();
        let mut refused = Invitation::new(&request, vec![1], true, start());
        assert!(refused.settle(Brings::Invitation, &Ended::Failed("refused_550".into()), start()));
        assert!(!refused.resume(&request, day(1)));
        let mut forgotten = Invitation::new(&request, vec![1], true, start());
        forgotten.forget(Withheld::Locked);
        assert_eq!(forgotten.failure.as_deref(), Some("locked"));
        assert!(!forgotten.resume(&request, day(1)));
    }

    #[test]
    fn sent_again_it_is_reminded_of_from_then_on() {
        let request = request();
        let mut invitation = sent(&request);
        assert_eq!(look(&mut invitation, &request, false, 7), Look::Remind);
        invitation.again(&request, vec![2], day(10));
        assert_eq!((invitation.state, invitation.look_at), (InvitationState::Queued, Some(day(17))));
        invitation.settle(Brings::Invitation, &Ended::Sent, day(10));
        assert_eq!(look(&mut invitation, &request, false, 17), Look::Remind);
        assert_eq!(invitation.look_at, Some(day(28)), "the second would be too late");
    }

    #[test]
    fn why_a_code_is_not_mailed_is_said_by_what_is_so_for_longest() {
        let keep = Retention::default();
        let mut r = request();
        assert_eq!(r.withholds_mail(start(), &keep), None);
        r.attempts_left = 0;
        r.locked_at = Some(start());
        assert_eq!(r.withholds_mail(start(), &keep), Some(Withheld::Locked));
        r.frozen_at = Some(start());
        assert_eq!(r.withholds_mail(start(), &keep), Some(Withheld::Frozen));
        assert_eq!(r.withholds_mail(day(28), &keep), Some(Withheld::Over));
        r.last_authorized_at = Some(start());
        assert_eq!(r.withholds_mail(start(), &keep), Some(Withheld::PickedUp));
    }
}

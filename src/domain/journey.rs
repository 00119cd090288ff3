//! One patient's way with one connect request: what has happened on it, and what may happen next. The step that
//! follows from it is [`super::step`]'s business. Pure: the time and who is signed in are arguments.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::step::{Decided, Facts};

/// What never changes of a journey.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin {
    /// What its forms carry.
    pub id: Uuid,
    /// The browser session that owns it: nobody else may act on it.
    pub session_id: Uuid,
    /// Which one it is of this session, from 1: what its pages' addresses carry.
    pub number: i64,
    /// The connect request that it is about.
    pub request_id: Uuid,
    /// That request's app.
    pub app_id: Uuid,
    /// When it began.
    pub created_at: DateTime<Utc>,
}

/// The record that the app shall use.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RecordChoice {
    /// One that she holds.
    Existing(Uuid),
    /// One to be made when the app is allowed, not before ("declining … keeps nothing"): whose it is.
    New(String),
}

/// Who picked which record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picked {
    /// Who.
    pub person_id: Uuid,
    /// Which.
    pub record: RecordChoice,
}

/// How a journey ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decision {
    /// The app was allowed.
    Allowed {
        /// When.
        at: DateTime<Utc>,
        /// What came of it.
        authorization_id: Uuid,
    },
    /// Nothing was shared.
    Declined {
        /// When.
        at: DateTime<Utc>,
    },
}

/// What has happened so far.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Progress {
    /// When the right answer was given.
    pub answered_at: Option<DateTime<Utc>>,
    /// The record picked.
    pub picked: Option<Picked>,
    /// What was decided.
    pub decision: Option<Decision>,
}

/// What was asked for does not fit what has happened so far: nothing was changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("this does not come next on the journey")]
pub struct OutOfOrder;

/// A journey. Its progress changes by its own methods alone, each of which refuses what is out of order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Journey {
    /// What never changes of it.
    pub origin: Origin,
    progress: Progress,
    touched_at: DateTime<Utc>,
}

impl Journey {
    /// A code was accepted.
    pub fn begin(origin: Origin) -> Self {
        let touched_at = origin.created_at;
        Self { origin, progress: Progress::default(), touched_at }
    }

    /// A journey as it was stored.
    pub fn restore(origin: Origin, progress: Progress, touched_at: DateTime<Utc>) -> Self {
        Self { origin, progress, touched_at }
    }

    /// What its forms carry.
    pub fn id(&self) -> Uuid {
        self.origin.id
    }

    /// What has happened so far.
    pub fn progress(&self) -> &Progress {
        &self.progress
    }

    /// When it was last used.
    pub fn touched_at(&self) -> DateTime<Utc> {
        self.touched_at
    }

    /// True while nothing was decided.
    pub fn is_open(&self) -> bool {
        self.progress.decision.is_none()
    }

    /// What came of it, once the app was allowed.
    pub fn authorization_id(&self) -> Option<Uuid> {
        match self.progress.decision {
            Some(Decision::Allowed { authorization_id, .. }) => Some(authorization_id),
            _ => None,
        }
    }

    /// The record that this person picked. What someone else picked in this session, before she signed out, is
    /// nobody's choice now.
    pub fn choice_of(&self, person_id: Uuid) -> Option<&RecordChoice> {
        self.progress.picked.as_ref().filter(|p| p.person_id == person_id).map(|p| &p.record)
    }

    /// What is true of it for who is signed in.
    pub fn facts(&self, signed_in: Option<Uuid>) -> Facts {
        Facts {
            code_accepted: true,
            answered: self.progress.answered_at.is_some(),
            signed_in: signed_in.is_some(),
            record_chosen: signed_in.is_some_and(|person| self.choice_of(person).is_some()),
            decision: self.progress.decision.map(|d| match d {
                Decision::Allowed { .. } => Decided::Allowed,
                Decision::Declined { .. } => Decided::Declined,
            }),
        }
    }

    /// The answer was right. Repeating it changes nothing.
    pub fn answer(&mut self, now: DateTime<Utc>) {
        if self.progress.answered_at.is_none() {
            self.progress.answered_at = Some(now);
            self.touched_at = now;
        }
    }

    /// She picks a record, or another one, while nothing is decided.
    pub fn pick(
        &mut self,
        person_id: Uuid,
        record: RecordChoice,
        now: DateTime<Utc>,
    ) -> Result<(), OutOfOrder> {
        self.may_decide()?;
        self.progress.picked = Some(Picked { person_id, record });
        self.touched_at = now;
        Ok(())
    }

    /// She declines: "keeps nothing".
    pub fn decline(&mut self, now: DateTime<Utc>) -> Result<(), OutOfOrder> {
        self.may_decide()?;
        self.progress.picked = None;
        self.progress.decision = Some(Decision::Declined { at: now });
        self.touched_at = now;
        Ok(())
    }

    /// She allows the app to use the record that she picked, which has an id by now.
    pub fn authorize(
        &mut self,
        person_id: Uuid,
        record_id: Uuid,
        authorization_id: Uuid,
        at: DateTime<Utc>,
    ) -> Result<(), OutOfOrder> {
        self.may_decide()?;
        match self.choice_of(person_id) {
            Some(RecordChoice::Existing(id)) if *id == record_id => {}
            Some(RecordChoice::New(_)) => {}
            _ => return Err(OutOfOrder),
        }
        self.progress.picked = Some(Picked { person_id, record: RecordChoice::Existing(record_id) });
        self.progress.decision = Some(Decision::Allowed { at, authorization_id });
        self.touched_at = at;
        Ok(())
    }

    fn may_decide(&self) -> Result<(), OutOfOrder> {
        if self.is_open() && self.progress.answered_at.is_some() { Ok(()) } else { Err(OutOfOrder) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::step::{Step, next_step};
    use proptest::prelude::*;

    fn start() -> DateTime<Utc> {
        DateTime::from_timestamp(1_800_000_000, 0).unwrap()
    }

    fn journey() -> Journey {
        let id = Uuid::from_u128;
        Journey::begin(Origin {
            id: id(1),
            session_id: id(2),
            number: 1,
            request_id: id(3),
            app_id: id(4),
            created_at: start(),
        })
    }

    #[derive(Debug, Clone)]
    enum Move {
        Answer,
        Pick(u128, RecordChoice),
        Decline,
        Authorize(u128, u128),
    }

    fn moves() -> impl Strategy<Value = Vec<Move>> {
        let record = prop_oneof![
            (1u128..4).prop_map(|n| RecordChoice::Existing(Uuid::from_u128(n))),
            Just(RecordChoice::New("Emma".to_owned())),
        ];
        let one = prop_oneof![
            Just(Move::Answer),
            (1u128..3, record).prop_map(|(person, record)| Move::Pick(person, record)),
            Just(Move::Decline),
            (1u128..3, 1u128..4).prop_map(|(person, record)| Move::Authorize(person, record)),
        ];
        prop::collection::vec(one, 0..12)
    }

    proptest! {
        #[test]
        fn nothing_is_allowed_but_the_record_that_this_person_picked_after_a_right_answer(moves in moves()) {
            let mut j = journey();
            for m in moves {
                let before = j.clone();
                match m {
                    Move::Answer => j.answer(start()),
                    Move::Pick(person, record) => {
                        let done = j.pick(Uuid::from_u128(person), record, start()).is_ok();
                        prop_assert_eq!(done, before.is_open() && before.progress.answered_at.is_some());
                    }
                    Move::Decline => {
                        if j.decline(start()).is_ok() {
                            prop_assert!(j.progress.picked.is_none(), "declining keeps nothing");
                        }
                    }
                    Move::Authorize(person, record) => {
                        let (person, record) = (Uuid::from_u128(person), Uuid::from_u128(record));
                        if j.authorize(person, record, Uuid::from_u128(9), start()).is_ok() {
                            prop_assert_eq!(next_step(&before.facts(Some(person))), Step::Authorize);
                            match before.choice_of(person) {
                                Some(RecordChoice::Existing(id)) => prop_assert_eq!(*id, record),
                                Some(RecordChoice::New(_)) => {}
                                None => prop_assert!(false, "nobody picked this"),
                            }
                        } else {
                            prop_assert_eq!(&j, &before, "a refusal changes nothing");
                        }
                    }
                }
                if !before.is_open() {
                    prop_assert_eq!(j.progress.decision, before.progress.decision, "what is decided stays");
                }
            }
        }
    }

    #[test]
    fn a_record_that_someone_else_picked_is_nobodys_choice() {
        let (anna, bert) = (Uuid::from_u128(1), Uuid::from_u128(2));
        let mut j = journey();
        j.answer(start());
        j.pick(anna, RecordChoice::Existing(Uuid::from_u128(7)), start()).unwrap();
        assert_eq!(next_step(&j.facts(Some(bert))), Step::Record);
        assert_eq!(next_step(&j.facts(None)), Step::SignIn);
        assert_eq!(j.authorize(bert, Uuid::from_u128(7), Uuid::from_u128(9), start()), Err(OutOfOrder));
    }
}

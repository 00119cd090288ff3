//! A patient answers the secret question. The one place where an answer is checked.
//!
//! 1. A permit of the hashing queue is taken: who is turned away there pays nothing.
//! 2. One short transaction charges a chance and remembers the value (as a keyed hash), and is committed.
//! 3. The answer is checked, with no transaction open.
//! 4. A second short transaction settles what came of it.
//!
//! If the program ends between 2 and 4, the chance is spent but the same value may be checked again for nothing.

use chrono::{DateTime, TimeDelta, Utc};
use uuid::Uuid;

use super::open::Open;
use crate::{
    actions::{
        ActionError, Context,
        record::{commit, record_locked, record_of},
        renew::Slow,
    },
    domain::{
        chances::Attempt,
        connect_request::{ConnectRequest, Refusal},
        event::{Event, EventKind},
        retention::JOURNEY_IDLE,
        secret::FoldedAnswer,
    },
    hashing::StoredHash,
    keys::{Hash, Hashes, Purpose, Secrets},
    store::{
        StoreError, Tx, attempts, attempts::Tried, connect_requests, events, journeys, retry_on_conflict,
    },
};

/// A check that has not come back after this long never will: the program ended meanwhile.
pub(in crate::actions) const LONGEST_CHECK: TimeDelta = TimeDelta::minutes(1);

/// What came of an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answered {
    /// Right: the chances are given back and the journey goes on.
    Right,
    /// Wrong, with chances left.
    Wrong {
        /// How many.
        left: u32,
    },
    /// The code takes no answer (any more).
    Refused(Refusal),
}

enum Charged {
    Pay(Payment),
    /// This very value was found wrong before: no chance is taken and nothing is checked.
    KnownWrong {
        left: u32,
    },
    Refused(Refusal),
}

struct Payment {
    attempt: Attempt,
    /// Under which the value is remembered.
    digest: Hash,
    /// The right answer's.
    stored: StoredHash,
}

/// Charges, checks and settles one answer to the question of an open journey.
pub async fn answer_question(
    context: &Context,
    open: &Open,
    answer: &FoldedAnswer,
) -> Result<Answered, ActionError> {
    let request_id = open.request.id;
    let value = context.keys.hashes(Purpose::AnswerAttempt, &[request_id.as_bytes(), answer.as_bytes()]);
    let permit = context.hasher.permit()?;

    let Payment { attempt, digest, stored } = match charge(context, request_id, &value).await? {
        Charged::Pay(payment) => payment,
        Charged::KnownWrong { left: 0 } => return Ok(Answered::Refused(Refusal::Locked)),
        Charged::KnownWrong { left } => return Ok(Answered::Wrong { left }),
        Charged::Refused(refusal) => return Ok(Answered::Refused(refusal)),
    };

    let secrets = answer_secrets(context, request_id, answer);
    let right = permit.verify(&secrets, stored.clone()).await;

    let answered = settle(context, open, &attempt, &digest, right).await?;
    if right {
        Slow::Answer(request_id).renew(context, &secrets, &stored).await;
    }
    Ok(answered)
}

/// What of an answer goes into Argon2id: its hash keyed with the pepper and bound to its request.
pub(in crate::actions) fn answer_secrets(
    context: &Context,
    request_id: Uuid,
    answer: &FoldedAnswer,
) -> Secrets {
    context.keys.secrets(Purpose::SecretAnswer, &[request_id.as_bytes(), answer.as_bytes()])
}

async fn charge(context: &Context, request_id: Uuid, value: &Hashes) -> Result<Charged, ActionError> {
    retry_on_conflict!({
        let now = context.now();
        let keep = &context.rules.retention;
        let mut tx = context.db.write().await?;
        let Some((mut request, stored)) = connect_requests::find_to_answer(&mut tx, request_id).await? else {
            return Ok(Charged::Refused(Refusal::Withdrawn));
        };
        match attempts::find(&mut tx, request_id, value).await? {
            Some((_, Tried::Wrong)) => match request.value.may_go_on(now, keep) {
                Err(refusal) => Ok(Charged::Refused(refusal)),
                Ok(()) => Ok(Charged::KnownWrong { left: request.value.attempts_left }),
            },
            Some((digest, Tried::Unsettled)) => Ok(request
                .value
                .repeat_attempt(now, keep)
                .map_or_else(Charged::Refused, |attempt| Charged::Pay(Payment { attempt, digest, stored }))),
            None => match request.value.take_attempt(now, keep) {
                Err(refusal) => Ok(Charged::Refused(refusal)),
                Ok(attempt) => {
                    connect_requests::save(&mut tx, &request).await?;
                    attempts::insert(&mut tx, request_id, value, now).await?;
                    // The first act of a person: links are fetched by machines, too, and a code that was typed is
                    // followed by an answer. It is a write already, so telling costs no look at a page anything.
                    if events::save_opened(&mut tx, request_id, now).await? {
                        let event = Event::of_request(EventKind::Opened, &request.value.external_id);
                        record_of(context, &mut tx, &request.value, &event, now).await?;
                    }
                    commit(context, tx, request.value.app_id).await?;
                    Ok(Charged::Pay(Payment { attempt, digest: *value.written(), stored }))
                }
            },
        }
    })
}

async fn settle(
    context: &Context,
    open: &Open,
    attempt: &Attempt,
    digest: &Hash,
    right: bool,
) -> Result<Answered, ActionError> {
    let request_id = open.request.id;
    retry_on_conflict!({
        let now = context.now();
        let mut tx = context.db.write().await?;
        let Some(mut request) = connect_requests::find(&mut tx, request_id).await? else {
            return Ok(Answered::Refused(Refusal::Withdrawn));
        };
        let no_chance_left = request.value.settle(attempt, right);
        // Saved in both cases: of two that settle at once, the second sees what the first did.
        connect_requests::save(&mut tx, &request).await?;
        if right {
            attempts::delete(&mut tx, request_id).await?;
            note_right_answer(&mut tx, open, now).await?;
        } else if attempts::save_wrong(&mut tx, request_id, digest).await? {
            note_wrong_answer(context, &mut tx, &request.value, no_chance_left, now).await?;
        }
        commit(context, tx, request.value.app_id).await?;
        Ok(match (right, request.value.attempts_left) {
            (true, _) => Answered::Right,
            (false, 0) => Answered::Refused(Refusal::Locked),
            (false, left) => Answered::Wrong { left },
        })
    })
}

async fn note_wrong_answer(
    context: &Context,
    tx: &mut Tx,
    request: &ConnectRequest,
    no_chance_left: bool,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    let mut event = Event::of_request(EventKind::WrongAnswer, &request.external_id);
    event.attempts_left = Some(request.attempts_left);
    record_of(context, tx, request, &event, now).await?;
    // While another answer is still being checked it may yet turn out right and give the chances back.
    if no_chance_left && attempts::count_unsettled(tx, request.id, now - LONGEST_CHECK).await? == 0 {
        record_locked(context, tx, request, now).await?;
    }
    Ok(())
}

async fn note_right_answer(tx: &mut Tx, open: &Open, now: DateTime<Utc>) -> Result<(), StoreError> {
    let origin = &open.journey.origin;
    let found = journeys::find(tx, origin.session_id, origin.id, now - JOURNEY_IDLE).await?;
    if let Some(mut journey) = found
        && journey.value.progress().answered_at.is_none()
    {
        journey.value.answer(now);
        journeys::save(tx, &journey).await?;
    }
    Ok(())
}

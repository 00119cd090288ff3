//! The same request twice, done once: an app marks a request with a key of its own, and when it sends the same again
//! (its connection broke, it was restarted) it gets the first answer instead of a second thing.
//!
//! A key is claimed in a transaction of its own before anything is done, so of two requests at the same moment one
//! works and the other is told to wait. What the work makes and the answer to it are stored in *one* transaction: if
//! the program ends before it, nothing was made and the claim runs out after [`LEASE`]; if after, the answer is there.
//! When the database goes away within that commit, the row of the key tells which of the two it was: [`find_out`].
//! So an answer, once kept, is never dropped before its time.
//! Only hashes of key and body are stored, and the answer sealed, for [`KEPT_FOR`].

use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use tokio::time::timeout;
use uuid::Uuid;
use zeroize::Zeroizing;

use crate::actions::{ActionError, Context};
use crate::{
    keys::{Hash, Purpose},
    ports,
    store::{StoreError, Tx, idempotency, retry_on_conflict},
};

/// "Kept 24 hours."
pub const KEPT_FOR: TimeDelta = TimeDelta::hours(24);
/// How long a claim holds without an answer: longer than any request takes, short enough to try again after a crash.
pub const LEASE: TimeDelta = TimeDelta::seconds(30);

/// How long to wait for a commit that nobody has answered: the database mends a broken connection's end in less.
const PATIENCE: Duration = Duration::from_secs(5);

/// An answer as it was given.
#[derive(Clone)]
pub struct Answer {
    /// Its HTTP status.
    pub status: u16,
    /// Its body, which may hold an identity code.
    pub body: Zeroizing<String>,
}

impl std::fmt::Debug for Answer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Answer({}, …)", self.status)
    }
}

/// The right to do what was asked for, alone.
#[derive(Debug, Clone, Copy)]
pub struct Claim {
    app_id: Uuid,
    key_hash: Hash,
    token: Uuid,
}

/// What came of claiming a key.
#[derive(Debug)]
pub enum Claimed {
    /// Nobody has done it: the caller does.
    Mine(Claim),
    /// It was done: this was the answer.
    Answered(Answer),
    /// The key came with something else before.
    Reused,
    /// Someone is doing it.
    InUse,
}

/// The claim ran out and someone else has it: nothing may be done under it any more.
#[derive(Debug, PartialEq, Eq)]
pub struct Overtaken;

/// Claims a key of the app for what it sent: the call, and the body byte for byte.
pub async fn claim(
    context: &Context,
    app_id: Uuid,
    key: &str,
    call: &str,
    body: &[u8],
) -> Result<Claimed, ActionError> {
    let hashes = |what: &[&[u8]]| context.keys.hashes(Purpose::Idempotency, what);
    let key = hashes(&[b"key", app_id.as_bytes(), key.as_bytes()]);
    let body = hashes(&[b"body", app_id.as_bytes(), call.as_bytes(), body]);
    retry_on_conflict!({
        let now = context.now();
        let mut tx = context.db.write_for_app().await?;
        if context.keys.are_several() {
            idempotency::lock_app(&mut tx, app_id).await?;
        }
        if let Some((key_hash, row)) = idempotency::find_key(&mut tx, app_id, &key).await? {
            let forgotten = row.created_at + KEPT_FOR <= now;
            if !forgotten && !body.has(&row.body_hash) {
                return Ok::<_, ActionError>(Claimed::Reused);
            }
            if !forgotten && let (Some(status), Some(answer)) = (row.status, &row.answer) {
                return Ok(Claimed::Answered(open(context, app_id, &key_hash, status, answer)?));
            }
            if !forgotten && row.lease > now {
                return Ok(Claimed::InUse);
            }
            // Of a claim that ran out the answer may come at this very moment; then it counts.
            let deleted = match forgotten {
                true => idempotency::delete(&mut tx, app_id, &key_hash, row.claim).await?,
                false => idempotency::delete_unanswered(&mut tx, app_id, &key_hash, row.claim).await?,
            };
            if !deleted {
                return Err(StoreError::Conflict.into());
            }
        }
        let token = ports::new_pseudonym(&*context.random);
        if !idempotency::insert(&mut tx, app_id, &key, &body, token, now + LEASE, now).await? {
            return Err(StoreError::Conflict.into());
        }
        tx.commit().await?;
        Ok(Claimed::Mine(Claim { app_id, key_hash: *key.written(), token }))
    })
}

/// Keeps the answer in the transaction that makes what it tells of.
pub(in crate::actions) async fn keep_in(
    context: &Context,
    tx: &mut Tx,
    claim: &Claim,
    answer: &Answer,
) -> Result<Result<(), Overtaken>, StoreError> {
    let sealed = context.keys.seal(
        Purpose::Idempotency,
        &bound_to(claim.app_id, &claim.key_hash),
        &*context.random,
        answer.body.as_bytes(),
    );
    let kept =
        idempotency::save_answer(tx, claim.app_id, &claim.key_hash, claim.token, answer.status, &sealed)
            .await?;
    Ok(if kept { Ok(()) } else { Err(Overtaken) })
}

/// Keeps an answer that made nothing: a refusal that the rules foresee.
pub async fn keep(context: &Context, claim: &Claim, answer: &Answer) -> Result<(), ActionError> {
    let mut tx = context.db.write_for_app().await?;
    // Overtaken: whoever has the claim now keeps an answer of its own.
    if keep_in(context, &mut tx, claim, answer).await?.is_ok() {
        tx.commit().await?;
    }
    Ok(())
}

/// What became of work under a claim whose commit was not answered.
#[derive(Debug)]
pub enum Outcome {
    /// It was done: this is the answer.
    Done(Answer),
    /// Nothing was done, and nothing will be.
    Nothing,
    /// Another has the claim.
    Overtaken,
}

/// Reads what became of work under a claim. Waits for a transaction that is still being committed; `None` when that, or
/// the database, takes longer than [`PATIENCE`]: then it is still not known.
pub async fn find_out(context: &Context, claim: &Claim) -> Result<Option<Outcome>, ActionError> {
    let look = async {
        let mut tx = context.db.write_for_app().await?;
        idempotency::lock(&mut tx, claim.app_id, &claim.key_hash).await?;
        let row = idempotency::find(&mut tx, claim.app_id, &claim.key_hash).await?;
        let Some(row) = row.filter(|row| row.claim == claim.token) else { return Ok(Outcome::Overtaken) };
        let (Some(status), Some(answer)) = (row.status, &row.answer) else { return Ok(Outcome::Nothing) };
        Ok::<_, ActionError>(Outcome::Done(open(context, claim.app_id, &claim.key_hash, status, answer)?))
    };
    timeout(PATIENCE, look).await.ok().transpose()
}

/// Lets the key go, so that the same request may be tried again at once: nothing was done. An answer that was kept
/// stays: then something was.
pub async fn release(context: &Context, claim: &Claim) -> Result<(), ActionError> {
    let mut tx = context.db.write_for_app().await?;
    idempotency::delete_unanswered(&mut tx, claim.app_id, &claim.key_hash, claim.token).await?;
    tx.commit().await?;
    Ok(())
}

/// Forgets keys whose time is over. Returns how many.
pub(in crate::actions) async fn purge(tx: &mut Tx, now: DateTime<Utc>) -> Result<u64, StoreError> {
    idempotency::delete_old(tx, now - KEPT_FOR).await
}

fn open(
    context: &Context,
    app_id: Uuid,
    key_hash: &[u8; 32],
    status: i64,
    sealed: &[u8],
) -> Result<Answer, StoreError> {
    const UNREADABLE: StoreError = StoreError::Unreadable("answer kept for an idempotency key");
    let body =
        context.keys.open(Purpose::Idempotency, &bound_to(app_id, key_hash), sealed).ok_or(UNREADABLE)?;
    let body = std::str::from_utf8(&body).map_err(|_| UNREADABLE)?.to_owned();
    Ok(Answer { status: u16::try_from(status).map_err(|_| UNREADABLE)?, body: Zeroizing::new(body) })
}

fn bound_to(app_id: Uuid, key_hash: &[u8; 32]) -> Vec<u8> {
    [app_id.as_bytes(), &key_hash[..]].concat()
}

//! Another code for what waits already.

use uuid::Uuid;

use super::{
    codes::{self, Writing},
    waiting::Waiting,
};
use crate::{
    actions::{ActionError, Context},
    domain::{email::Email, email_code::Proof},
    store::{email_codes, retry_on_conflict},
};

/// What waits for a code, as its page shows it.
#[derive(Debug, Clone)]
pub struct Awaited {
    /// The address that the code went to.
    pub email: Email,
    /// Where it is in its life.
    pub proof: Proof,
}

/// Finds what waits. Looking at it changes nothing.
pub async fn find(context: &Context, id: Uuid) -> Result<Option<Awaited>, ActionError> {
    let mut tx = context.db.read().await?;
    let found = email_codes::find(&mut tx, id).await?.map(|found| found.value);
    let Some(found) = found.filter(|found| !found.proof.is_over(context.now())) else { return Ok(None) };
    let email = Waiting::open(context, &found)?.email;
    Ok(Some(Awaited { email, proof: found.proof }))
}

/// What came of asking for another code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Resent {
    /// It is on its way, and the one before is of no use any more.
    Sent,
    /// There were too many.
    TooOften,
    /// Nothing waits any more.
    Gone,
}

/// Sends another code because she asked for one.
pub async fn resend(context: &Context, id: Uuid, writing: Writing<'_>) -> Result<Resent, ActionError> {
    again(context, id, writing, true).await
}

/// Sends another code because she goes on in another browser; none, if one has just been sent.
pub async fn resume(context: &Context, id: Uuid, writing: Writing<'_>) -> Result<Resent, ActionError> {
    again(context, id, writing, false).await
}

async fn again(
    context: &Context,
    id: Uuid,
    writing: Writing<'_>,
    asked_for: bool,
) -> Result<Resent, ActionError> {
    let resent = retry_on_conflict!({
        let now = context.now();
        let mut tx = context.db.write().await?;
        let found = email_codes::find(&mut tx, id).await?;
        let waits = |proof: &Proof| proof.proven_at.is_none() && !proof.is_over(now);
        let Some(mut found) = found.filter(|found| waits(&found.value.proof)) else {
            return Ok::<_, ActionError>(Resent::Gone);
        };
        if !asked_for && found.value.proof.was_just_sent(now) {
            return Ok(Resent::Sent);
        }
        if !codes::renew(context, &mut tx, &mut found, writing).await? {
            return Ok(Resent::TooOften);
        }
        tx.commit().await?;
        Ok(Resent::Sent)
    })?;
    if resent == Resent::Sent {
        context.notifier.mail();
    }
    Ok(resent)
}

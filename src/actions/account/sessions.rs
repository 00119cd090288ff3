//! Where a person is signed in, and how she ends it.

use uuid::Uuid;

use super::{
    history::note,
    links::{self, LinkTo},
};
use crate::{
    actions::{ActionError, Context},
    domain::{
        account::AccountEvent,
        retention::{Stay, sign_in_is_over},
    },
    store::{accounts, person_sessions},
};

pub use crate::store::person_sessions::PersonSession;

/// Where she is signed in, the last used first.
pub async fn list(context: &Context, person_id: Uuid) -> Result<Vec<PersonSession>, ActionError> {
    let now = context.now();
    let mut tx = context.db.read().await?;
    let mut sessions = person_sessions::list_of_person(&mut tx, person_id).await?;
    let stay = |s: &PersonSession| s.kept_until.map_or(Stay::UntilClosed, |_| Stay::Kept);
    sessions
        .retain(|s| s.began_at.is_some_and(|began| !sign_in_is_over(stay(s), began, Some(s.seen_at), now)));
    Ok(sessions)
}

/// Ends one of her sessions. False when it is none of hers any more.
pub async fn end_one(context: &Context, person_id: Uuid, session_id: Uuid) -> Result<bool, ActionError> {
    let mut tx = context.db.write().await?;
    let ended = person_sessions::end_one(&mut tx, person_id, session_id).await?;
    if ended {
        note(context, &mut tx, person_id, AccountEvent::SessionEnded).await?;
        tx.commit().await?;
    }
    Ok(ended)
}

/// Ends all of her sessions but this one.
pub async fn end_others(context: &Context, person_id: Uuid, kept: Uuid) -> Result<(), ActionError> {
    let mut tx = context.db.write().await?;
    person_sessions::end_of_person(&mut tx, person_id, Some(kept)).await?;
    note(context, &mut tx, person_id, AccountEvent::OthersEnded).await?;
    tx.commit().await?;
    Ok(())
}

/// Whether a link “it was not me” still works.
pub async fn may_end_all(context: &Context, token: &str) -> Result<bool, ActionError> {
    let Some(person_id) = links::open(context, LinkTo::NotMe, token) else { return Ok(false) };
    let mut tx = context.db.read().await?;
    Ok(accounts::find(&mut tx, person_id).await?.is_some())
}

/// “It was not me”: ends all sign-ins of the account that a mail was about. False when the link works no more.
pub async fn end_all(context: &Context, token: &str) -> Result<bool, ActionError> {
    let Some(person_id) = links::open(context, LinkTo::NotMe, token) else { return Ok(false) };
    let mut tx = context.db.write().await?;
    if accounts::find(&mut tx, person_id).await?.is_none() {
        return Ok(false);
    }
    person_sessions::end_of_person(&mut tx, person_id, None).await?;
    note(context, &mut tx, person_id, AccountEvent::AllEnded).await?;
    tx.commit().await?;
    Ok(true)
}

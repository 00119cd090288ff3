//! Browser sessions: what a cookie opens. What is in their state is the portal's business.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::{
    actions::{ActionError, Context, renew::Named},
    domain::{
        person::SignInEra,
        retention::{JOURNEY_IDLE, REPLACED_COOKIE},
    },
    keys::{Hashes, Purpose},
    store::{
        journeys,
        open_journeys::{self, Whole},
        persons,
        sessions::{self, Session},
    },
};

pub use crate::store::sessions::Holder;

/// What a cookie may be stored as.
pub type CookieHashes = Hashes;

/// The keyed hashes of a cookie's value.
pub fn hashes(context: &Context, cookie: &str) -> CookieHashes {
    context.keys.hashes(Purpose::Session, &[cookie.as_bytes()])
}

/// What a cookie opens, if it was used within the last day or is kept for longer; with the journey of this number, as
/// [`super::open::open`] would find it, by one question.
pub async fn find(
    context: &Context,
    cookie: &CookieHashes,
    number: Option<i64>,
) -> Result<Option<(Session, Option<Whole>)>, ActionError> {
    let now = context.now();
    let (idle_since, replaced_since) = (now - JOURNEY_IDLE, now - REPLACED_COOKIE);
    let found = {
        let mut tx = context.db.read_one().await?;
        open_journeys::find_with_session(&mut tx, cookie, number, now, idle_since, replaced_since).await?
    };
    let Some((hash, session, journey)) = found else { return Ok(None) };
    Named::Session.rename(context, &hash, cookie).await;
    Ok(Some((session, journey)))
}

/// What a new cookie opens.
#[derive(Debug)]
pub struct NewSession {
    /// The session's lasting id.
    pub id: Uuid,
    /// Its state.
    pub state: String,
    /// Until when it is kept although nobody uses it.
    pub kept_until: Option<DateTime<Utc>>,
    /// Who is signed in with it.
    pub holder: Holder,
    /// The era of the sign-in.
    pub era: Option<SignInEra>,
}

/// A cookie whose session gets a new one. It stays for a while, so that a browser that never got the new one can send the
/// same form again and be led on.
#[derive(Debug)]
pub struct Replaced {
    /// The old one.
    pub cookie: CookieHashes,
    /// What it finds from now on.
    pub left_behind: String,
}

/// A new session, or a new cookie for one that was there, whose old one is replaced. False, and nothing is done, when all
/// sign-ins of who holds it were ended after hers was checked.
pub async fn insert(
    context: &Context,
    cookie: &CookieHashes,
    new: NewSession,
    replaced: Option<&Replaced>,
) -> Result<bool, ActionError> {
    let NewSession { id, state, kept_until, holder, era } = new;
    let mut tx = context.db.write().await?;
    if let Some(person_id) = holder.person_id {
        let Some(era) = era else { return Ok(false) };
        if !persons::hold_era(&mut tx, person_id, era).await? {
            return Ok(false);
        }
    }
    if let Some(Replaced { cookie, left_behind }) = replaced {
        sessions::save_replaced(&mut tx, cookie, left_behind, context.now()).await?;
    }
    let session = Session { id, state, seen_at: context.now(), kept_until, signed_out_at: None };
    sessions::insert(&mut tx, cookie, &session, &holder).await?;
    tx.commit().await?;
    Ok(true)
}

/// Replaces the state. False when the session was ended, or its cookie replaced, meanwhile.
pub async fn save(
    context: &Context,
    cookie: &CookieHashes,
    state: &str,
    holder: &Holder,
) -> Result<bool, ActionError> {
    let mut tx = context.db.write().await?;
    let found = sessions::save(&mut tx, cookie, state, holder, context.now()).await?;
    tx.commit().await?;
    Ok(found)
}

/// Notes that a session was used just now.
pub async fn touch(context: &Context, id: Uuid) -> Result<(), ActionError> {
    let mut tx = context.db.write().await?;
    sessions::save_seen(&mut tx, id, context.now()).await?;
    tx.commit().await?;
    Ok(())
}

/// Ends what a cookie opens, unless another cookie has taken it over.
pub async fn delete(context: &Context, cookie: &CookieHashes) -> Result<(), ActionError> {
    let mut tx = context.db.write().await?;
    sessions::delete(&mut tx, cookie).await?;
    tx.commit().await?;
    Ok(())
}

/// Signs out: the session's journeys are forgotten, and none of its cookies opens anything any more.
pub async fn end(context: &Context, id: Uuid) -> Result<(), ActionError> {
    let mut tx = context.db.write().await?;
    journeys::delete_of_session(&mut tx, id).await?;
    sessions::delete_all(&mut tx, id).await?;
    tx.commit().await?;
    Ok(())
}

//! Browser sessions, known by a keyed hash of their cookie. The column `visit_id` holds the session's lasting id, which
//! stays the same when the cookie is replaced.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::{StoreError, Tx, persons, sql};
use crate::keys::{Hash, Hashes};

/// A session as stored.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Session {
    /// Owns the journeys.
    #[sqlx(rename = "session_id")]
    pub id: Uuid,
    /// JSON, see `portal::session`.
    pub state: String,
    /// When it was last used, to the minute or so.
    pub seen_at: DateTime<Utc>,
    /// Until when it is kept although nobody uses it.
    pub kept_until: Option<DateTime<Utc>>,
    /// When everybody was signed out of it from elsewhere: whoever its state names is not signed in.
    pub signed_out_at: Option<DateTime<Utc>>,
}

/// Who is signed in with a session, beside its state, so that it can be looked up.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Holder {
    /// Who. `None`: nobody.
    pub person_id: Option<Uuid>,
    /// In which browser, as `domain::browser` writes it.
    pub browser: Option<String>,
    /// Since when.
    pub began_at: Option<DateTime<Utc>>,
}

const RENAME: &str = "UPDATE sessions SET id_hash = $2 WHERE id_hash = $1";
/// Stores a cookie's hash under another pepper.
pub async fn save_cookie(tx: &mut Tx, old: &Hash, new: &Hash) -> Result<(), StoreError> {
    sql!(tx, execute, RENAME, old.to_vec(), new.to_vec())?;
    Ok(())
}

const INSERT: &str = "INSERT INTO sessions \
     (id_hash, visit_id, state, seen_at, kept_until, person_id, browser, began_at) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
/// A new session.
pub async fn insert(
    tx: &mut Tx,
    cookie: &Hashes,
    session: &Session,
    holder: &Holder,
) -> Result<(), StoreError> {
    let Session { id, state, seen_at, kept_until, signed_out_at: _ } = session;
    let Holder { person_id, browser, began_at } = holder;
    sql!(
        tx,
        execute,
        INSERT,
        cookie.written().to_vec(),
        *id,
        state.clone(),
        *seen_at,
        *kept_until,
        *person_id,
        browser.clone(),
        *began_at
    )?;
    Ok(())
}

const SAVE: &str = "UPDATE sessions SET state = $2, seen_at = $3, person_id = $4, browser = $5, began_at = $6 \
     WHERE id_hash = $1 AND replaced_at IS NULL";
/// Replaces the state. False when the session has ended, or its cookie was replaced, meanwhile.
pub async fn save(
    tx: &mut Tx,
    cookie: &Hashes,
    state: &str,
    holder: &Holder,
    now: DateTime<Utc>,
) -> Result<bool, StoreError> {
    for hash in cookie.tries() {
        let (cookie, state, browser) = (hash.to_vec(), state.to_owned(), holder.browser.clone());
        let rows = sql!(tx, execute, SAVE, cookie, state, now, holder.person_id, browser, holder.began_at)?;
        if rows == 1 {
            return Ok(true);
        }
    }
    Ok(false)
}

const REPLACE: &str = "UPDATE sessions SET state = $2, replaced_at = $3, kept_until = NULL, person_id = NULL, \
     browser = NULL, began_at = NULL WHERE id_hash = $1 AND replaced_at IS NULL";
/// Notes that another cookie takes a session over, and leaves this state behind at the old one.
pub async fn save_replaced(
    tx: &mut Tx,
    cookie: &Hashes,
    state: &str,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    for hash in cookie.tries() {
        if sql!(tx, execute, REPLACE, hash.to_vec(), state.to_owned(), now)? == 1 {
            break;
        }
    }
    Ok(())
}

const TOUCH: &str = "UPDATE sessions SET seen_at = $2 WHERE visit_id = $1 AND seen_at < $2";
/// Notes that a session was used just now.
pub async fn save_seen(tx: &mut Tx, id: Uuid, now: DateTime<Utc>) -> Result<(), StoreError> {
    sql!(tx, execute, TOUCH, id, now)?;
    Ok(())
}

const DELETE: &str = "DELETE FROM sessions WHERE id_hash = $1 AND replaced_at IS NULL";
/// Ends what a cookie opens, unless another one has taken it over.
pub async fn delete(tx: &mut Tx, cookie: &Hashes) -> Result<(), StoreError> {
    for hash in cookie.tries() {
        if sql!(tx, execute, DELETE, hash.to_vec())? == 1 {
            break;
        }
    }
    Ok(())
}

const SAVE_SIGNED_OUT: &str = "UPDATE sessions SET signed_out_at = $2, kept_until = NULL, person_id = NULL, \
     browser = NULL, began_at = NULL WHERE state LIKE $1";
/// Signs a person out of every session. What names her in those of an older version is the state alone, so all of them
/// are looked at; it is done seldom. What is saved into such a session afterwards does not bring her back: only a new cookie does.
pub async fn save_signed_out(tx: &mut Tx, person_id: Uuid, at: DateTime<Utc>) -> Result<u64, StoreError> {
    // First: who is about to make a session for her either has made it, or finds that her era is over.
    persons::begin_era(tx, person_id).await?;
    sql!(tx, execute, SAVE_SIGNED_OUT, format!("%{person_id}%"), at)
}

const DELETE_ALL: &str = "DELETE FROM sessions WHERE visit_id = $1";
/// Ends a session, with every cookie that ever opened it.
pub async fn delete_all(tx: &mut Tx, id: Uuid) -> Result<(), StoreError> {
    sql!(tx, execute, DELETE_ALL, id)?;
    Ok(())
}

const DELETE_IDLE: &str = "DELETE FROM sessions \
     WHERE (seen_at <= $2 AND (kept_until IS NULL OR kept_until <= $1)) OR replaced_at <= $3";
/// Ends sessions last used before `idle_since` and not kept beyond `now`, and cookies replaced before `replaced_since`.
/// Returns how many.
pub async fn delete_idle(
    tx: &mut Tx,
    now: DateTime<Utc>,
    idle_since: DateTime<Utc>,
    replaced_since: DateTime<Utc>,
) -> Result<u64, StoreError> {
    sql!(tx, execute, DELETE_IDLE, now, idle_since, replaced_since)
}

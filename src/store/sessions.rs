//! Browser sessions, known by a keyed hash of their cookie.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::{StoreError, Tx, sql};

/// A session as stored.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Session {
    /// Owns the journeys; stays the same when the cookie is renewed at sign-in.
    pub visit_id: Uuid,
    /// JSON, see `portal::session`.
    pub state: String,
    /// When it was last used, to the minute or so.
    pub seen_at: DateTime<Utc>,
}

const FIND: &str = "SELECT visit_id, state, seen_at FROM sessions WHERE id_hash = $1 AND seen_at > $2";
/// By the hash of its cookie, if it was used after `idle_since`.
pub async fn find(
    tx: &mut Tx,
    id_hash: &[u8],
    idle_since: DateTime<Utc>,
) -> Result<Option<Session>, StoreError> {
    sql!(tx, fetch_optional as Session, FIND, id_hash.to_vec(), idle_since)
}

const INSERT: &str = "INSERT INTO sessions (id_hash, visit_id, state, seen_at) VALUES ($1, $2, $3, $4)";
/// A new session.
pub async fn insert(tx: &mut Tx, id_hash: &[u8], session: &Session) -> Result<(), StoreError> {
    sql!(tx, execute, INSERT, id_hash.to_vec(), session.visit_id, session.state.clone(), session.seen_at)?;
    Ok(())
}

const SAVE: &str = "UPDATE sessions SET state = $2, seen_at = $3 WHERE id_hash = $1";
/// Replaces the state. False when the session has ended meanwhile.
pub async fn save(tx: &mut Tx, id_hash: &[u8], state: &str, now: DateTime<Utc>) -> Result<bool, StoreError> {
    Ok(sql!(tx, execute, SAVE, id_hash.to_vec(), state.to_owned(), now)? == 1)
}

const TOUCH: &str = "UPDATE sessions SET seen_at = $2 WHERE visit_id = $1 AND seen_at < $2";
/// Notes that a visit was used just now.
pub async fn save_seen(tx: &mut Tx, visit_id: Uuid, now: DateTime<Utc>) -> Result<(), StoreError> {
    sql!(tx, execute, TOUCH, visit_id, now)?;
    Ok(())
}

const DELETE: &str = "DELETE FROM sessions WHERE id_hash = $1";
/// Ends a session.
pub async fn delete(tx: &mut Tx, id_hash: &[u8]) -> Result<(), StoreError> {
    sql!(tx, execute, DELETE, id_hash.to_vec())?;
    Ok(())
}

const DELETE_IDLE: &str = "DELETE FROM sessions WHERE seen_at <= $1";
/// Ends sessions last used before `idle_since`. Returns how many.
pub async fn delete_idle(tx: &mut Tx, idle_since: DateTime<Utc>) -> Result<u64, StoreError> {
    sql!(tx, execute, DELETE_IDLE, idle_since)
}

//! Where a person is signed in.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::{StoreError, Tx, persons, sql};

/// One session in which a person is signed in.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct PersonSession {
    /// The session's lasting id.
    #[sqlx(rename = "visit_id")]
    pub id: Uuid,
    /// The browser, as `domain::browser` writes it.
    pub browser: Option<String>,
    /// When she signed in.
    pub began_at: Option<DateTime<Utc>>,
    /// When it was last used, to the minute or so.
    pub seen_at: DateTime<Utc>,
    /// Until when it is kept although nobody uses it, where she asked for that.
    pub kept_until: Option<DateTime<Utc>>,
}

const LIST: &str = "SELECT visit_id, browser, began_at, seen_at, kept_until FROM sessions \
     WHERE person_id = $1 AND replaced_at IS NULL AND signed_out_at IS NULL ORDER BY seen_at DESC, visit_id";
/// The sessions in which she is, or was until a while ago, signed in: the last used first.
pub async fn list_of_person(tx: &mut Tx, person_id: Uuid) -> Result<Vec<PersonSession>, StoreError> {
    sql!(tx, fetch_all as PersonSession, LIST, person_id)
}

const DELETE_JOURNEYS: &str = "DELETE FROM journeys WHERE visit_id <> $2 AND visit_id IN \
     (SELECT visit_id FROM sessions WHERE person_id = $1 OR (person_id IS NULL AND state LIKE $3))";
const DELETE: &str = "DELETE FROM sessions WHERE visit_id <> $2 AND visit_id IN \
     (SELECT visit_id FROM sessions WHERE person_id = $1 OR (person_id IS NULL AND state LIKE $3))";
/// Ends every session of a person but `kept`, with every cookie that ever opened it and what was under way in it.
/// Sessions that an older version made name her in their state alone. Returns how many cookies that were.
pub async fn end_of_person(tx: &mut Tx, person_id: Uuid, kept: Option<Uuid>) -> Result<u64, StoreError> {
    // First: who is about to make a session for her either has made it, or finds that her era is over.
    persons::begin_era(tx, person_id).await?;
    let kept = kept.unwrap_or_default();
    let named = format!("%{person_id}%");
    sql!(tx, execute, DELETE_JOURNEYS, person_id, kept, named.clone())?;
    sql!(tx, execute, DELETE, person_id, kept, named)
}

const DELETE_JOURNEYS_OF_ONE: &str = "DELETE FROM journeys WHERE visit_id = $2 AND EXISTS \
     (SELECT 1 FROM sessions s WHERE s.visit_id = $2 AND s.person_id = $1)";
const DELETE_ONE: &str = "DELETE FROM sessions WHERE visit_id = $2 AND EXISTS \
     (SELECT 1 FROM sessions s WHERE s.visit_id = $2 AND s.person_id = $1)";
/// Ends one session, if it is hers. False when there is none.
pub async fn end_one(tx: &mut Tx, person_id: Uuid, session_id: Uuid) -> Result<bool, StoreError> {
    sql!(tx, execute, DELETE_JOURNEYS_OF_ONE, person_id, session_id)?;
    Ok(sql!(tx, execute, DELETE_ONE, person_id, session_id)? > 0)
}

const DELETE_JOURNEYS_OF_PERSON: &str = "DELETE FROM journeys WHERE person_id = $1";
/// Forgets the journeys on which a person picked a record, in whichever session.
pub async fn delete_journeys(tx: &mut Tx, person_id: Uuid) -> Result<(), StoreError> {
    sql!(tx, execute, DELETE_JOURNEYS_OF_PERSON, person_id)?;
    Ok(())
}

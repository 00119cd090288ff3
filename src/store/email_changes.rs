//! New addresses for accounts: asked for, confirmed, taken back.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::{StoreError, Tx, saved, sql};
use crate::domain::account::EmailChangeState;

/// A change of address.
#[derive(Clone, sqlx::FromRow)]
pub struct EmailChange {
    /// Its row.
    pub id: Uuid,
    /// Whose.
    pub person_id: Uuid,
    /// The address before.
    pub old_email: String,
    /// The address to be.
    pub new_email: String,
    /// The keyed hash of the code; empty where there is none.
    pub code_hash: Vec<u8>,
    /// How often the code may still be tried.
    pub attempts_left: i64,
    /// When it was asked for.
    pub created_at: DateTime<Utc>,
    /// Until when the code works.
    pub expires_at: DateTime<Utc>,
    /// When the address was changed.
    pub changed_at: Option<DateTime<Utc>>,
}

impl std::fmt::Debug for EmailChange {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "EmailChange({})", self.id)
    }
}

const INSERT: &str = "INSERT INTO email_changes \
     (id, person_id, state, old_email, new_email, code_hash, attempts_left, created_at, expires_at, changed_at) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
/// A new one.
pub async fn insert(tx: &mut Tx, it: &EmailChange, state: EmailChangeState) -> Result<(), StoreError> {
    let (state, old, new) = (state.as_str().to_owned(), it.old_email.clone(), it.new_email.clone());
    let (hash, left) = (it.code_hash.clone(), it.attempts_left);
    sql!(
        tx,
        execute,
        INSERT,
        it.id,
        it.person_id,
        state,
        old,
        new,
        hash,
        left,
        it.created_at,
        it.expires_at,
        it.changed_at
    )?;
    Ok(())
}

const COUNT_SINCE: &str = "SELECT COUNT(*) FROM email_changes WHERE person_id = $1 AND created_at > $2";
/// How many she has asked for since.
pub async fn count_since(tx: &mut Tx, person_id: Uuid, since: DateTime<Utc>) -> Result<i64, StoreError> {
    Ok(sql!(tx, fetch_one as (i64,), COUNT_SINCE, person_id, since)?.0)
}

const FIND_ASKED: &str = "SELECT id, person_id, old_email, new_email, code_hash, attempts_left, created_at, \
     expires_at, changed_at FROM email_changes \
     WHERE person_id = $1 AND state = 'asked' AND attempts_left > 0 AND expires_at > $2 ORDER BY created_at DESC LIMIT 1";
/// The one that waits for its code.
pub async fn find_asked(
    tx: &mut Tx,
    person_id: Uuid,
    now: DateTime<Utc>,
) -> Result<Option<EmailChange>, StoreError> {
    sql!(tx, fetch_optional as EmailChange, FIND_ASKED, person_id, now)
}

const FIND_DONE: &str = "SELECT id, person_id, old_email, new_email, code_hash, attempts_left, created_at, \
     expires_at, changed_at FROM email_changes WHERE id = $1 AND state = 'done'";
/// One that was carried out, and not taken back.
pub async fn find_done(tx: &mut Tx, id: Uuid) -> Result<Option<EmailChange>, StoreError> {
    sql!(tx, fetch_optional as EmailChange, FIND_DONE, id)
}

const CHARGE: &str = "UPDATE email_changes SET attempts_left = attempts_left - 1 \
     WHERE id = $1 AND state = 'asked' AND attempts_left > 0 AND expires_at > $2 RETURNING attempts_left";
/// Charges one try of the code. Gives how many are left; `None` when there was none, or no time.
pub async fn charge(tx: &mut Tx, id: Uuid, now: DateTime<Utc>) -> Result<Option<i64>, StoreError> {
    Ok(sql!(tx, fetch_optional as (i64,), CHARGE, id, now)?.map(|(left,)| left))
}

const SAVE_REPLACED: &str = "UPDATE email_changes SET state = 'replaced', code_hash = $2 \
     WHERE person_id = $1 AND state = 'asked'";
/// Ends those that wait for their code.
pub async fn save_replaced(tx: &mut Tx, person_id: Uuid) -> Result<(), StoreError> {
    sql!(tx, execute, SAVE_REPLACED, person_id, Vec::<u8>::new())?;
    Ok(())
}

const SAVE_DONE: &str = "UPDATE email_changes SET state = 'done', changed_at = $2, code_hash = $3 WHERE id = $1 AND state = 'asked'";
/// Notes that the address was changed.
pub async fn save_done(tx: &mut Tx, id: Uuid, at: DateTime<Utc>) -> Result<(), StoreError> {
    saved(sql!(tx, execute, SAVE_DONE, id, at, Vec::<u8>::new())?)
}

const SAVE_UNDONE: &str = "UPDATE email_changes SET state = 'undone', code_hash = $2 \
     WHERE person_id = $1 AND state IN ('asked', 'done')";
/// Ends all changes of a person: one of them was taken back, and those after it may not be.
pub async fn save_undone(tx: &mut Tx, person_id: Uuid) -> Result<(), StoreError> {
    sql!(tx, execute, SAVE_UNDONE, person_id, Vec::<u8>::new())?;
    Ok(())
}

const DELETE_OLD: &str = "DELETE FROM email_changes WHERE created_at <= $1";
/// Forgets those asked for before. Returns how many.
pub async fn delete_old(tx: &mut Tx, before: DateTime<Utc>) -> Result<u64, StoreError> {
    sql!(tx, execute, DELETE_OLD, before)
}

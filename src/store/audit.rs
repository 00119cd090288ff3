//! The audit log: lines that wait to be chained, the chain, and its end. Whoever may write into the tables may put there what
//! is no line: SQLite keeps in a column what is not of its kind. That is told beside the lines, and keeps none from being read.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::{
    StoreError, Tx,
    paged::{Paged, page},
    saved, sql,
};

/// A line that waits to be chained.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Waiting {
    /// Its id.
    pub id: Uuid,
    /// When it happened.
    pub at: DateTime<Utc>,
    /// Its canonical form.
    pub line: String,
    /// The keyed hash by which the portal knows that it wrote it.
    pub proof: Vec<u8>,
}

const INSERT_WAITING: &str = "INSERT INTO audit_waiting (id, at, line, proof) VALUES ($1, $2, $3, $4)";
/// Writes a line down.
pub async fn insert_waiting(tx: &mut Tx, it: &Waiting) -> Result<(), StoreError> {
    sql!(tx, execute, INSERT_WAITING, it.id, it.at, it.line.clone(), it.proof.clone())?;
    Ok(())
}

/// Lines that wait, from one on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WaitingPage {
    /// The lines, the oldest first.
    pub lines: Vec<Waiting>,
    /// How many rows among them are no line.
    pub unreadable: u64,
    /// After which line there may be more. `None`, too, where a whole page holds no line: nothing says where it ends.
    pub next: Option<(DateTime<Utc>, Uuid)>,
}

static LIST_WAITING: Paged = Paged::of(
    "SELECT id, at, line, proof FROM audit_waiting \
     WHERE at > $1 OR (at = $1 AND id > $2) ORDER BY at, id LIMIT {most}",
);
/// The lines that wait, the oldest first, after one.
pub async fn list_waiting(
    tx: &mut Tx,
    (after, after_id): (DateTime<Utc>, Uuid),
    limit: u32,
) -> Result<WaitingPage, StoreError> {
    let mut rows = page!(tx, limit, IfReadable<Waiting>, LIST_WAITING, after, after_id)?;
    let last = rows.iter().rposition(|row| row.0.is_some());
    let next = last.filter(|_| rows.len() >= limit as usize).and_then(|last| {
        // What follows the last line comes again.
        rows.truncate(last + 1);
        rows[last].0.as_ref().map(|line| (line.at, line.id))
    });
    let read = rows.len();
    let lines: Vec<Waiting> = rows.into_iter().filter_map(|row| row.0).collect();
    Ok(WaitingPage { unreadable: (read - lines.len()) as u64, lines, next })
}

const DELETE_CHAINED: &str =
    "DELETE FROM audit_waiting WHERE id IN (SELECT id FROM audit_log WHERE number > $1)";
/// The lines that were chained after this number wait no more.
pub async fn delete_chained(tx: &mut Tx, after: i64) -> Result<u64, StoreError> {
    sql!(tx, execute, DELETE_CHAINED, after)
}

const DELETE_OLD_WAITING: &str = "DELETE FROM audit_waiting WHERE at <= $1";
/// Deletes what has waited since before.
pub async fn delete_old_waiting(tx: &mut Tx, before: DateTime<Utc>) -> Result<u64, StoreError> {
    sql!(tx, execute, DELETE_OLD_WAITING, before)
}

/// A line of the chain.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Chained {
    /// Its number: without gaps.
    pub number: i64,
    /// Its id.
    pub id: Uuid,
    /// When it happened.
    pub at: DateTime<Utc>,
    /// Its canonical form.
    pub line: String,
    /// The keyed hash over the previous hash and all of it.
    pub hash: Vec<u8>,
}

const INSERT: &str = "INSERT INTO audit_log (number, id, at, line, hash) VALUES ($1, $2, $3, $4, $5) \
     ON CONFLICT (id) DO NOTHING";
/// Appends a line. False when one with this id is in the log.
pub async fn insert(tx: &mut Tx, it: &Chained) -> Result<bool, StoreError> {
    Ok(sql!(tx, execute, INSERT, it.number, it.id, it.at, it.line.clone(), it.hash.clone())? == 1)
}

/// What stands in the chain's table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kept {
    /// A line.
    Line(Chained),
    /// What is no line, with its number if it has one.
    Unreadable(Option<i64>),
}

impl<'r, R: sqlx::Row> sqlx::FromRow<'r, R> for Kept
where
    Chained: sqlx::FromRow<'r, R>,
    &'static str: sqlx::ColumnIndex<R>,
    i64: sqlx::Decode<'r, R::Database> + sqlx::Type<R::Database>,
{
    fn from_row(row: &'r R) -> Result<Self, sqlx::Error> {
        let IfReadable(line) = IfReadable::from_row(row)?;
        Ok(line.map_or_else(|| Self::Unreadable(row.try_get("number").ok()), Self::Line))
    }
}

static LIST: Paged = Paged::of(
    "SELECT number, id, at, line, hash FROM audit_log WHERE number > $1 ORDER BY number LIMIT {most}",
);
/// Lines of the chain in their order, after a number.
pub async fn list(tx: &mut Tx, after: i64, limit: u32) -> Result<Vec<Kept>, StoreError> {
    page!(tx, limit, Kept, LIST, after)
}

const FIRST: &str = "SELECT number FROM audit_log ORDER BY number LIMIT 1";
/// The number of the first line of all.
pub async fn find_first(tx: &mut Tx) -> Result<Option<i64>, StoreError> {
    Ok(sql!(tx, fetch_optional as (i64,), FIRST)?.map(|(number,)| number))
}

const DELETE: &str = "DELETE FROM audit_log WHERE number <= $1";
/// Deletes lines up to a number; the database refuses those after [`End::pruned`].
pub async fn delete_through(tx: &mut Tx, number: i64) -> Result<u64, StoreError> {
    sql!(tx, execute, DELETE, number)
}

/// Where the chain ends, and where it begins since retention deleted its oldest lines.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct End {
    /// The chain's key, sealed.
    pub sealed_key: Vec<u8>,
    /// The number of the last line; 0 while there is none.
    pub last_number: i64,
    /// Its hash.
    pub last_hash: Vec<u8>,
    /// The last line that retention deleted; 0 while it deleted none.
    pub pruned: i64,
    /// The hash that it had.
    pub pruned_hash: Vec<u8>,
    /// The keyed hash by which the portal knows that it did it.
    pub pruned_proof: Vec<u8>,
}

const INSERT_END: &str = "INSERT INTO audit_chain \
     (id, sealed_key, last_number, last_hash, pruned, pruned_hash, pruned_proof, turns) \
     VALUES (1, $1, $2, $3, $4, $5, $6, 0) ON CONFLICT (id) DO NOTHING";
/// Begins the chain, unless it has begun.
pub async fn insert_end(tx: &mut Tx, end: &End) -> Result<(), StoreError> {
    let End { sealed_key, last_number, last_hash, pruned, pruned_hash, pruned_proof } = end.clone();
    sql!(tx, execute, INSERT_END, sealed_key, last_number, last_hash, pruned, pruned_hash, pruned_proof)?;
    Ok(())
}

const LOCK: &str = "UPDATE audit_chain SET turns = turns + 1 WHERE id = 1 \
     RETURNING sealed_key, last_number, last_hash, pruned, pruned_hash, pruned_proof";
/// Whoever chains or prunes is alone from here to the commit. `None` while the chain has not begun.
pub async fn lock_end(tx: &mut Tx) -> Result<Option<End>, StoreError> {
    sql!(tx, fetch_optional as End, LOCK)
}

const FIND_END: &str = "SELECT sealed_key, last_number, last_hash, pruned, pruned_hash, pruned_proof \
     FROM audit_chain WHERE id = 1";
/// The same to look at.
pub async fn find_end(tx: &mut Tx) -> Result<Option<End>, StoreError> {
    sql!(tx, fetch_optional as End, FIND_END)
}

const SAVE_END: &str = "UPDATE audit_chain SET last_number = $1, last_hash = $2, pruned = $3, pruned_hash = $4, \
     pruned_proof = $5 WHERE id = 1";
/// Saves where it ends and begins.
pub async fn save_end(tx: &mut Tx, end: &End) -> Result<(), StoreError> {
    let End { last_number, last_hash, pruned, pruned_hash, pruned_proof, .. } = end.clone();
    saved(sql!(tx, execute, SAVE_END, last_number, last_hash, pruned, pruned_hash, pruned_proof)?)
}

const SAVE_KEY: &str = "UPDATE audit_chain SET sealed_key = $2 WHERE id = 1 AND sealed_key = $1";
/// Keeps the chain's key as it was sealed anew. False when another node was first.
pub async fn save_sealed_key(tx: &mut Tx, old: &[u8], new: Vec<u8>) -> Result<bool, StoreError> {
    Ok(sql!(tx, execute, SAVE_KEY, old.to_vec(), new)? == 1)
}

const FIRST_AFTER: &str = "SELECT number FROM audit_log WHERE at > $1 ORDER BY number LIMIT 1";
/// The number of the first line that happened after an instant.
pub async fn find_first_after(tx: &mut Tx, at: DateTime<Utc>) -> Result<Option<i64>, StoreError> {
    Ok(sql!(tx, fetch_optional as (i64,), FIRST_AFTER, at)?.map(|(number,)| number))
}

const IS_CHAINED: &str = "SELECT number FROM audit_log WHERE id = $1";
/// Whether a line is in the chain.
pub async fn is_chained(tx: &mut Tx, id: Uuid) -> Result<bool, StoreError> {
    Ok(sql!(tx, fetch_optional as (i64,), IS_CHAINED, id)?.is_some())
}

const IS_WAITING: &str = "SELECT COUNT(*) FROM audit_waiting WHERE id = $1";
/// Whether a line waits to be taken into the log.
pub async fn is_waiting(tx: &mut Tx, id: Uuid) -> Result<bool, StoreError> {
    Ok(sql!(tx, fetch_one as (i64,), IS_WAITING, id)?.0 > 0)
}

const COUNT_WAITING: &str = "SELECT COUNT(*) FROM audit_waiting";
const OLDEST_WAITING: &str = "SELECT at FROM audit_waiting ORDER BY at LIMIT 1";
/// Lines that wait: how many, and since when the oldest does, if that can be read.
pub async fn count_waiting(tx: &mut Tx) -> Result<(i64, Option<DateTime<Utc>>), StoreError> {
    let (count,) = sql!(tx, fetch_one as (i64,), COUNT_WAITING)?;
    let oldest = sql!(tx, fetch_optional as IfReadable<(DateTime<Utc>,)>, OLDEST_WAITING)?;
    Ok((count, oldest.and_then(|row| row.0).map(|(at,)| at)))
}

/// A row, unless it holds what is not of its columns' kinds.
#[derive(Debug)]
struct IfReadable<T>(Option<T>);

impl<'r, R: sqlx::Row, T: sqlx::FromRow<'r, R>> sqlx::FromRow<'r, R> for IfReadable<T> {
    fn from_row(row: &'r R) -> Result<Self, sqlx::Error> {
        match T::from_row(row) {
            Ok(it) => Ok(Self(Some(it))),
            Err(sqlx::Error::ColumnDecode { .. } | sqlx::Error::Decode(_)) => Ok(Self(None)),
            Err(e) => Err(e),
        }
    }
}

//! What happened to accounts.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::{
    StoreError, Tx,
    paged::{Paged, page},
    sql,
};
use crate::domain::account::AccountEvent;

/// Something that happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Happened {
    /// When, the last time.
    pub at: DateTime<Utc>,
    /// What.
    pub event: AccountEvent,
    /// In which browser, as `domain::browser` writes it.
    pub browser: Option<String>,
    /// Which app it was about.
    pub app_id: Option<Uuid>,
    /// How often within the hour.
    pub times: i64,
}

const INSERT: &str = "INSERT INTO account_events (id, person_id, at, kind, browser, app_id, times) \
     VALUES ($1, $2, $3, $4, $5, $6, $7)";
/// Writes it down.
pub async fn insert(tx: &mut Tx, id: Uuid, person_id: Uuid, it: &Happened) -> Result<(), StoreError> {
    let (kind, browser) = (it.event.as_str().to_owned(), it.browser.clone());
    sql!(tx, execute, INSERT, id, person_id, it.at, kind, browser, it.app_id, it.times)?;
    Ok(())
}

const COUNT_AGAIN: &str = "UPDATE account_events SET times = times + 1, at = $4 WHERE id = \
     (SELECT id FROM account_events WHERE person_id = $1 AND kind = $2 AND at > $3 ORDER BY at DESC LIMIT 1)";
/// Counts what has happened after `since` once more. False when it has not.
pub async fn count_again(
    tx: &mut Tx,
    person_id: Uuid,
    event: AccountEvent,
    since: DateTime<Utc>,
    now: DateTime<Utc>,
) -> Result<bool, StoreError> {
    Ok(sql!(tx, execute, COUNT_AGAIN, person_id, event.as_str().to_owned(), since, now)? == 1)
}

#[derive(sqlx::FromRow)]
struct Row {
    at: DateTime<Utc>,
    kind: String,
    browser: Option<String>,
    app_id: Option<Uuid>,
    times: i64,
}

static LIST: Paged = Paged::of(
    "SELECT at, kind, browser, app_id, times FROM account_events WHERE person_id = $1 \
     ORDER BY at DESC, id DESC LIMIT {most} OFFSET $2",
);
/// What happened to an account, newest first. What a later version wrote is left out.
pub async fn list(
    tx: &mut Tx,
    person_id: Uuid,
    limit: u32,
    offset: u32,
) -> Result<Vec<Happened>, StoreError> {
    let rows = page!(tx, limit, Row, LIST, person_id, i64::from(offset))?;
    let known = |r: Row| {
        AccountEvent::parse(&r.kind).map(|event| Happened {
            at: r.at,
            event,
            browser: r.browser,
            app_id: r.app_id,
            times: r.times,
        })
    };
    Ok(rows.into_iter().filter_map(known).collect())
}

const COUNT: &str = "SELECT COUNT(*) FROM account_events WHERE person_id = $1";
/// How much happened to an account.
pub async fn count(tx: &mut Tx, person_id: Uuid) -> Result<i64, StoreError> {
    Ok(sql!(tx, fetch_one as (i64,), COUNT, person_id)?.0)
}

const DELETE_OLD: &str = "DELETE FROM account_events WHERE at <= $1";
/// Forgets what happened before. Returns how much.
pub async fn delete_old(tx: &mut Tx, before: DateTime<Utc>) -> Result<u64, StoreError> {
    sql!(tx, execute, DELETE_OLD, before)
}

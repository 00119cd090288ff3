//! An app's connect requests in the order of their creation, after one of them: all, or those of one status. Each
//! statement has an index of its own (migration 20), whose condition stands in it word for word; a page costs what a page
//! costs, however many requests there are. The conditions repeat `ConnectRequest::status` for the database's sake; a story
//! holds the lists against it, and another one the databases' plans.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::domain::connect_request::{ConnectRequest, Status};

use super::{
    StoreError, Tx, Versioned,
    connect_requests::{Row, columns},
    sql,
};

/// A page of an app's requests that one condition holds for.
macro_rules! page {
    ($condition:literal) => {
        concat!(
            "SELECT ",
            columns!(""),
            " FROM connect_requests WHERE app_id = $1 AND (created_at, id) > ($2, $3)",
            $condition,
            " ORDER BY created_at, id LIMIT $4"
        )
    };
}

/// A page of those whose status the time tells: from the list in which nearly all of them are, and the few that are still,
/// or already, on the other side of the record of what has expired. `MATERIALIZED`, so that no planner looks for the few
/// in the order of the many.
macro_rules! page_by_time {
    ($recorded:literal, $other:literal, $condition:literal) => {
        concat!(
            "WITH many AS MATERIALIZED (SELECT ",
            columns!(""),
            " FROM connect_requests WHERE app_id = $1 AND last_authorized_at IS NULL AND frozen_at IS NULL \
             AND attempts_left > 0 AND expired_told_at ",
            $recorded,
            " AND (created_at, id) > ($2, $3) AND ",
            $condition,
            " ORDER BY created_at, id LIMIT $5), few AS MATERIALIZED (SELECT ",
            columns!(""),
            " FROM connect_requests WHERE app_id = $1 AND last_authorized_at IS NULL AND frozen_at IS NULL \
             AND attempts_left > 0 AND expired_told_at ",
            $other,
            " AND ",
            $condition,
            ") SELECT ",
            columns!(""),
            " FROM many UNION ALL SELECT ",
            columns!(""),
            " FROM few WHERE (created_at, id) > ($2, $3) ORDER BY created_at, id LIMIT $5"
        )
    };
}

const LIST: &str = page!("");
const LIST_AUTHORIZED: &str = page!(" AND last_authorized_at IS NOT NULL");
const LIST_FROZEN: &str = page!(" AND last_authorized_at IS NULL AND frozen_at IS NOT NULL");
const LIST_LOCKED: &str =
    page!(" AND last_authorized_at IS NULL AND frozen_at IS NULL AND attempts_left = 0");
const LIST_PENDING: &str = page_by_time!("IS NULL", "IS NOT NULL", "expires_at > $4");
const LIST_EXPIRED: &str = page_by_time!("IS NOT NULL", "IS NULL", "expires_at <= $4");

/// At most `limit` of an app's requests after a place, of one status (as of `now`) or all.
pub async fn list(
    tx: &mut Tx,
    app_id: Uuid,
    after: (DateTime<Utc>, Uuid),
    status: Option<Status>,
    now: DateTime<Utc>,
    limit: u32,
) -> Result<Vec<ConnectRequest>, StoreError> {
    let (at, id) = after;
    let most = i64::from(limit);
    let rows = match status {
        None => sql!(tx, fetch_all as Row, LIST, app_id, at, id, most),
        Some(Status::Authorized) => sql!(tx, fetch_all as Row, LIST_AUTHORIZED, app_id, at, id, most),
        Some(Status::Frozen) => sql!(tx, fetch_all as Row, LIST_FROZEN, app_id, at, id, most),
        Some(Status::Locked) => sql!(tx, fetch_all as Row, LIST_LOCKED, app_id, at, id, most),
        Some(Status::Pending) => sql!(tx, fetch_all as Row, LIST_PENDING, app_id, at, id, now, most),
        Some(Status::Expired) => sql!(tx, fetch_all as Row, LIST_EXPIRED, app_id, at, id, now, most),
    }?;
    rows.into_iter().map(|row| Versioned::try_from(row).map(|v| v.value)).collect()
}

/// Every statement with its name, for who looks at how the databases carry it out. `$1` is the app, `$2` and `$3` the
/// place; of the last two, `$4` is the time and `$5` the limit; of the others `$4` is the limit.
pub const STATEMENTS: [(&str, &str); 6] = [
    ("all", LIST),
    ("authorized", LIST_AUTHORIZED),
    ("frozen", LIST_FROZEN),
    ("locked", LIST_LOCKED),
    ("pending", LIST_PENDING),
    ("expired", LIST_EXPIRED),
];

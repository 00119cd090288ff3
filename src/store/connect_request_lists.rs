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
    paged::{Paged, page},
};

/// A page of an app's requests that one condition holds for.
macro_rules! in_order {
    ($condition:literal) => {
        concat!(
            "SELECT ",
            columns!(""),
            " FROM connect_requests WHERE app_id = $1 AND (created_at, id) > ($2, $3)",
            $condition,
            " ORDER BY created_at, id LIMIT {most}"
        )
    };
}

/// A page of those whose status the time tells: from the list in which nearly all of them are, and the few that are still,
/// or already, on the other side of the record of what has expired. `MATERIALIZED`, so that no planner looks for the few
/// in the order of the many; `CASE … <> 0`, so that none takes the time, which leaves nearly all of the many, for a choice.
macro_rules! by_time {
    ($recorded:literal, $other:literal, $condition:literal) => {
        concat!(
            "WITH many AS MATERIALIZED (SELECT ",
            columns!(""),
            " FROM connect_requests WHERE app_id = $1 AND last_authorized_at IS NULL AND frozen_at IS NULL \
             AND attempts_left > 0 AND expired_told_at ",
            $recorded,
            " AND (created_at, id) > ($2, $3) AND CASE WHEN ",
            $condition,
            " THEN 1 ELSE 0 END <> 0 ORDER BY created_at, id LIMIT {most}), few AS MATERIALIZED (SELECT ",
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
            " FROM few WHERE (created_at, id) > ($2, $3) ORDER BY created_at, id LIMIT {most}"
        )
    };
}

static LIST: Paged = Paged::of(in_order!(""));
static LIST_AUTHORIZED: Paged = Paged::of(in_order!(" AND last_authorized_at IS NOT NULL"));
static LIST_FROZEN: Paged = Paged::of(in_order!(" AND last_authorized_at IS NULL AND frozen_at IS NOT NULL"));
static LIST_LOCKED: Paged =
    Paged::of(in_order!(" AND last_authorized_at IS NULL AND frozen_at IS NULL AND attempts_left = 0"));
static LIST_PENDING: Paged = Paged::of(by_time!("IS NULL", "IS NOT NULL", "expires_at > $4"));
static LIST_EXPIRED: Paged = Paged::of(by_time!("IS NOT NULL", "IS NULL", "expires_at <= $4"));

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
    let rows = match status {
        None => page!(tx, limit, Row, LIST, app_id, at, id),
        Some(Status::Authorized) => page!(tx, limit, Row, LIST_AUTHORIZED, app_id, at, id),
        Some(Status::Frozen) => page!(tx, limit, Row, LIST_FROZEN, app_id, at, id),
        Some(Status::Locked) => page!(tx, limit, Row, LIST_LOCKED, app_id, at, id),
        Some(Status::Pending) => page!(tx, limit, Row, LIST_PENDING, app_id, at, id, now),
        Some(Status::Expired) => page!(tx, limit, Row, LIST_EXPIRED, app_id, at, id, now),
    }?;
    rows.into_iter().map(|row| Versioned::try_from(row).map(|v| v.value)).collect()
}

/// Every statement with its name, for who looks at how the databases carry it out. `$1` is the app, `$2` and `$3` the
/// place; of the last two, `$4` is the time.
pub static STATEMENTS: [(&str, &Paged); 6] = [
    ("all", &LIST),
    ("authorized", &LIST_AUTHORIZED),
    ("frozen", &LIST_FROZEN),
    ("locked", &LIST_LOCKED),
    ("pending", &LIST_PENDING),
    ("expired", &LIST_EXPIRED),
];

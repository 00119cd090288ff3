//! Requests whose time may be over, each found where nothing else is.

use chrono::{DateTime, Utc};

use super::{
    StoreError, Tx, Versioned,
    connect_requests::{Row, columns},
    paged::{Paged, page},
};
use crate::domain::connect_request::ConnectRequest;

/// Those whose time may be over, where this holds.
macro_rules! old {
    ($condition:literal) => {
        concat!("SELECT ", columns!(""), " FROM connect_requests WHERE ", $condition)
    };
}

/// What is picked up, recorded as expired, about to be, frozen, locked: each from an index that holds nothing else (migrations
/// 3, 20, 25 and 27), and none of them twice. `$1` is the instant for what was picked up, `$2` that for the others.
pub static LIST_OLD: Paged = Paged::of(concat!(
    old!("last_authorized_at IS NOT NULL AND last_authorized_at <= $1"),
    " UNION ALL ",
    old!("last_authorized_at IS NULL AND expired_told_at IS NOT NULL AND expires_at <= $2"),
    " UNION ALL ",
    old!(
        "last_authorized_at IS NULL AND frozen_at IS NULL AND attempts_left > 0 AND expired_told_at IS NULL \
         AND expires_at <= $2"
    ),
    " UNION ALL ",
    old!(
        "last_authorized_at IS NULL AND frozen_at IS NOT NULL AND expired_told_at IS NULL \
         AND (expires_at <= $2 OR locked_at <= $2)"
    ),
    " UNION ALL ",
    old!(
        "attempts_left = 0 AND locked_at <= $2 AND last_authorized_at IS NULL AND frozen_at IS NULL \
         AND expired_told_at IS NULL"
    ),
    " ORDER BY created_at, id LIMIT {most}"
));
/// Requests whose time may be over: last picked up before the one instant, or expired or locked before the other.
/// The caller asks `ConnectRequest::is_gone` of each.
pub async fn list(
    tx: &mut Tx,
    picked_up_before: DateTime<Utc>,
    closed_before: DateTime<Utc>,
    limit: u32,
) -> Result<Vec<Versioned<ConnectRequest>>, StoreError> {
    page!(tx, limit, Row, LIST_OLD, picked_up_before, closed_before)?
        .into_iter()
        .map(Versioned::try_from)
        .collect()
}

//! An app's connect requests in the order of their creation, after one of them: all, or those of one status. Each
//! statement has an index of its own (migration 20), whose condition stands in it word for word; a page costs what a page
//! costs, however many requests there are. The conditions repeat `ConnectRequest::status` for the database's sake; a story
//! holds the lists against it, and another one the databases' plans.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::domain::{
    connect_request::{ConnectRequest, Status},
    invitation::Invitation,
};

use super::{
    StoreError, Tx, Versioned,
    connect_requests::{Row, columns},
    invitations,
    paged::Paged,
    sql,
};

/// A page with the invitations to its requests, where there are any. It is put into its order once more afterwards.
macro_rules! with_invitations {
    ($page:expr) => {
        concat!(
            "SELECT ",
            columns!("r."),
            ", i.request_id, i.kept, i.state, i.failure, i.invited_at, i.sent_at, i.reminders, i.reminders_past, \
             i.reminders_sent, i.look_at FROM (",
            $page,
            ") AS r LEFT JOIN invitations i ON i.request_id = r.id"
        )
    };
}

/// A page of an app's requests that one condition holds for. `(SELECT …)`, so that PostgreSQL takes a plan for whatever is
/// asked for as good as one for this question, and keeps it (decision 62).
macro_rules! in_order {
    ($condition:literal) => {
        with_invitations!(concat!(
            "SELECT ",
            columns!(""),
            " FROM connect_requests WHERE app_id = (SELECT $1) AND (created_at, id) > ((SELECT $2), (SELECT $3))",
            $condition,
            " ORDER BY created_at, id LIMIT {most}"
        ))
    };
}

/// A page of those whose status the time tells: from the list in which nearly all of them are, and the few that are still,
/// or already, on the other side of the record of what has expired. `MATERIALIZED`, so that no planner looks for the few
/// in the order of the many; `CASE … <> 0`, so that none takes the time, which leaves nearly all of the many, for a choice;
/// and the few between two times, of which one is nowhere, so that a plan for whatever is asked for expects few.
macro_rules! by_time {
    ($recorded:literal, $many:literal, $other:literal, $few:literal) => {
        with_invitations!(concat!(
            "WITH many AS MATERIALIZED (SELECT ",
            columns!(""),
            " FROM connect_requests WHERE app_id = (SELECT $1) AND last_authorized_at IS NULL AND frozen_at IS NULL \
             AND attempts_left > 0 AND expired_told_at ",
            $recorded,
            " AND (created_at, id) > ((SELECT $2), (SELECT $3)) AND CASE WHEN ",
            $many,
            " THEN 1 ELSE 0 END <> 0 ORDER BY created_at, id LIMIT {most}), few AS MATERIALIZED (SELECT ",
            columns!(""),
            " FROM connect_requests WHERE app_id = (SELECT $1) AND last_authorized_at IS NULL AND frozen_at IS NULL \
             AND attempts_left > 0 AND expired_told_at ",
            $other,
            " AND ",
            $few,
            ") SELECT ",
            columns!(""),
            " FROM many UNION ALL SELECT ",
            columns!(""),
            " FROM few WHERE (created_at, id) > ((SELECT $2), (SELECT $3)) ORDER BY created_at, id LIMIT {most}"
        ))
    };
}

static LIST: Paged = Paged::of(in_order!(""));
static LIST_AUTHORIZED: Paged = Paged::of(in_order!(" AND last_authorized_at IS NOT NULL"));
static LIST_FROZEN: Paged = Paged::of(in_order!(" AND last_authorized_at IS NULL AND frozen_at IS NOT NULL"));
static LIST_LOCKED: Paged =
    Paged::of(in_order!(" AND last_authorized_at IS NULL AND frozen_at IS NULL AND attempts_left = 0"));
static LIST_PENDING: Paged = Paged::of(by_time!(
    "IS NULL",
    "expires_at > $4",
    "IS NOT NULL",
    "expires_at > (SELECT $4) AND expires_at < (SELECT $5)"
));
static LIST_EXPIRED: Paged = Paged::of(by_time!(
    "IS NOT NULL",
    "expires_at <= $4",
    "IS NULL",
    "expires_at <= (SELECT $4) AND expires_at > (SELECT $5)"
));

/// Before any request expires, and after.
const NOWHERE: [DateTime<Utc>; 2] =
    [DateTime::UNIX_EPOCH, DateTime::from_timestamp(253_402_300_799, 0).expect("the end of the year 9999")];

/// A request in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// The request.
    pub request: ConnectRequest,
    /// The invitation to it, where the portal mails one.
    pub invitation: Option<Invitation>,
}

struct ListedRow {
    request: Row,
    invitation: Option<invitations::Row>,
}

impl<'r, R: sqlx::Row> sqlx::FromRow<'r, R> for ListedRow
where
    Row: sqlx::FromRow<'r, R>,
    invitations::Row: sqlx::FromRow<'r, R>,
    &'static str: sqlx::ColumnIndex<R>,
    Option<Uuid>: sqlx::Decode<'r, R::Database> + sqlx::Type<R::Database>,
{
    fn from_row(row: &'r R) -> Result<Self, sqlx::Error> {
        let invited: Option<Uuid> = row.try_get("request_id")?;
        Ok(Self {
            request: Row::from_row(row)?,
            invitation: invited.map(|_| invitations::Row::from_row(row)).transpose()?,
        })
    }
}

impl TryFrom<ListedRow> for Listed {
    type Error = StoreError;
    fn try_from(row: ListedRow) -> Result<Self, StoreError> {
        Ok(Self {
            request: Versioned::try_from(row.request)?.value,
            invitation: row.invitation.map(|i| Versioned::try_from(i).map(|v| v.value)).transpose()?,
        })
    }
}

/// At most `limit` of an app's requests after a place, of one status (as of `now`) or all.
pub async fn list(
    tx: &mut Tx,
    app_id: Uuid,
    after: (DateTime<Utc>, Uuid),
    status: Option<Status>,
    now: DateTime<Utc>,
    limit: u32,
) -> Result<Vec<Listed>, StoreError> {
    let (at, id) = after;
    let [never, late] = NOWHERE;
    let rows = match status {
        None => sql!(tx, fetch_all as ListedRow, LIST.giving(limit), app_id, at, id),
        Some(Status::Authorized) => {
            sql!(tx, fetch_all as ListedRow, LIST_AUTHORIZED.giving(limit), app_id, at, id)
        }
        Some(Status::Frozen) => sql!(tx, fetch_all as ListedRow, LIST_FROZEN.giving(limit), app_id, at, id),
        Some(Status::Locked) => sql!(tx, fetch_all as ListedRow, LIST_LOCKED.giving(limit), app_id, at, id),
        Some(Status::Pending) => {
            sql!(tx, fetch_all as ListedRow, LIST_PENDING.giving(limit), app_id, at, id, now, late)
        }
        Some(Status::Expired) => {
            sql!(tx, fetch_all as ListedRow, LIST_EXPIRED.giving(limit), app_id, at, id, now, never)
        }
    }?;
    let mut listed = rows.into_iter().map(Listed::try_from).collect::<Result<Vec<_>, _>>()?;
    listed.sort_by_key(|it| (it.request.created_at, it.request.id));
    listed.truncate(usize::try_from(limit).unwrap_or(usize::MAX));
    Ok(listed)
}

/// Every statement with its name, for who looks at how the databases carry it out. `$1` is the app, `$2` and `$3` the
/// place; of the last two, `$4` is the time and `$5` one of [`NOWHERE`].
pub static STATEMENTS: [(&str, &Paged); 6] = [
    ("all", &LIST),
    ("authorized", &LIST_AUTHORIZED),
    ("frozen", &LIST_FROZEN),
    ("locked", &LIST_LOCKED),
    ("pending", &LIST_PENDING),
    ("expired", &LIST_EXPIRED),
];

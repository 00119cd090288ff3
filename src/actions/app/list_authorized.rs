//! An app asks which of its requests were authorized since it last asked.
//!
//! "Listing 'since' misses nothing": every pickup has a time of its own in its app's log, given while the end of the
//! log is locked until commit, so pickups become visible in the order of their times. The list is complete up to the
//! last time that is visible, and whatever comes later has a later time, on whichever node. So `as_of` is the
//! microsecond after the log's end, not the clock: clocks of nodes differ, and a commit takes its time.

use chrono::{DateTime, TimeDelta, Utc};

use crate::actions::{ActionError, Context};
use crate::{
    domain::application::ConnectApp,
    store::{authorizations, authorizations::Pickup},
};

/// How far ahead of our clock an app may ask: so far its own may be wrong.
const AHEAD: TimeDelta = TimeDelta::minutes(1);

/// One page of the list.
#[derive(Debug)]
pub struct Page {
    /// Pickups in the order of time.
    pub items: Vec<Pickup>,
    /// Where the next page starts.
    pub next: Option<DateTime<Utc>>,
    /// Pass this as the next `since`: all before it was listed, all that comes later is not before it.
    pub as_of: DateTime<Utc>,
}

/// The pickups of an app since an instant (inclusive; `None`: from the start), at most `limit`. `as_of` of the first
/// page is passed on to the further ones.
pub async fn list_authorized(
    context: &Context,
    app: &ConnectApp,
    since: Option<DateTime<Utc>>,
    as_of: Option<DateTime<Utc>>,
    limit: u32,
) -> Result<Page, ActionError> {
    let since = since.unwrap_or(DateTime::UNIX_EPOCH);
    let gone_before = context.now() - context.rules.retention.authorized_for();
    let mut tx = context.db.read_one().await?;
    let (end, mut items) =
        authorizations::list_pickups_to_end(&mut tx, app.id, since, gone_before, limit).await?;
    let as_of = match as_of {
        Some(as_of) => as_of,
        None => {
            let as_of = end.map_or(since, |end| end.at + TimeDelta::microseconds(1));
            // No `as_of` of this log is later than its end. One that is later than now, too, comes from a log that was
            // lost: an older copy of the database was put back, and a clock with it. Whatever came before that time
            // would be passed by; so everything is listed again, "at least once". What is committed meanwhile is listed
            // twice rather than never.
            if since > as_of && since > context.now() + AHEAD {
                let from = DateTime::UNIX_EPOCH;
                items = authorizations::list_pickups(&mut tx, app.id, from, gone_before, limit).await?;
            }
            as_of
        }
    };
    let full = items.len() == limit as usize;
    let next = items.last().filter(|_| full).map(|p| p.authorized_at + TimeDelta::microseconds(1));
    Ok(Page { items, next, as_of })
}

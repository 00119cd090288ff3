//! An app asks which of its requests were authorized since it last asked.
//!
//! "Listing 'since' misses nothing": every pickup has a time of its own in its app's log, given while the end of the
//! log is held until commit, so pickups become visible in the order of their times. The list is complete up to the
//! last time that is visible, and whatever comes later has a later time, on whichever node. So `as_of` is the
//! microsecond after the log's end, not the clock: clocks of nodes differ, and a commit takes its time.

use chrono::{DateTime, TimeDelta, Utc};

use crate::actions::{ActionError, Context};
use crate::{
    domain::application::{App, Refused},
    store::{authorizations, authorizations::Pickup, events},
};

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
    app: &App,
    since: Option<DateTime<Utc>>,
    as_of: Option<DateTime<Utc>>,
    limit: u32,
) -> Result<Result<Page, Refused>, ActionError> {
    if let Err(refused) = app.may_use_connect_methods() {
        return Ok(Err(refused));
    }
    let since = since.unwrap_or(DateTime::UNIX_EPOCH);
    let gone_before = context.now() - context.rules.retention.authorized_for();
    let mut tx = context.db.read().await?;
    // The end is read before the list: what is committed between the two is listed twice rather than never.
    let as_of = match as_of {
        Some(as_of) => as_of,
        None => match events::find_end(&mut tx, app.id).await? {
            Some(end) => end.at + TimeDelta::microseconds(1),
            None => since,
        },
    };
    let items = authorizations::list_pickups(&mut tx, app.id, since, gone_before, limit).await?;
    let full = items.len() == limit as usize;
    let next = items.last().filter(|_| full).map(|p| p.authorized_at + TimeDelta::microseconds(1));
    Ok(Ok(Page { items, next, as_of }))
}

//! An app asks, by its own clock, which of its requests were authorized: the classic list, which hands back no
//! `as_of`.
//!
//! "Listing 'since' misses nothing": the next `since` will be a time at which the app had this answer. So before the
//! list is read, the end of the app's log is moved to a moment after the answer. Who appends holds the same row:
//! whoever came before us has committed and is listed, whoever comes later gets a later time.

use chrono::{DateTime, TimeDelta, Utc};

use crate::actions::{ActionError, Context};
use crate::{
    domain::application::{App, Refused},
    store::{authorizations, authorizations::Pickup, events},
};

/// How far ahead of now the end of the log is moved: time enough to read the list and to carry it to the app, whose
/// clock (or the `Date` of our answer) then names the next `since`.
const CARRIED_WITHIN: TimeDelta = TimeDelta::seconds(2);

/// Pickups read at a time.
const PAGE: u32 = 500;
/// The most that are listed at once; more is an answer that no client could take.
pub const MOST: usize = 20_000;

/// What came of it.
#[derive(Debug)]
pub enum Polled {
    /// All pickups, in the order of time.
    Done(Vec<Pickup>),
    /// More than [`MOST`]: ask with a later `since`.
    TooMany,
    /// The app may not use the connect methods.
    Refused(Refused),
}

/// The pickups of an app since an instant (inclusive; `None`: from the start) whose authorizations stand.
pub async fn poll_authorized(
    context: &Context,
    app: &App,
    since: Option<DateTime<Utc>>,
) -> Result<Polled, ActionError> {
    if let Err(refused) = app.may_use_connect_methods() {
        return Ok(Polled::Refused(refused));
    }
    raise_floor(context, app).await?;
    let gone_before = context.now() - context.rules.retention.authorized_for();
    let mut from = since.unwrap_or(DateTime::UNIX_EPOCH).max(DateTime::UNIX_EPOCH);
    let mut tx = context.db.read().await?;
    let mut all = Vec::new();
    loop {
        let page = authorizations::list_pickups(&mut tx, app.id, from, gone_before, PAGE).await?;
        let full = page.len() == PAGE as usize;
        all.extend(page);
        if all.len() > MOST {
            return Ok(Polled::TooMany);
        }
        match all.last() {
            Some(last) if full => from = last.authorized_at + TimeDelta::microseconds(1),
            _ => return Ok(Polled::Done(all)),
        }
    }
}

/// Makes sure that whatever this app is told from now on has a time after the answer that is being written.
pub(in crate::actions) async fn raise_floor(context: &Context, app: &App) -> Result<(), ActionError> {
    let mut tx = context.db.write().await?;
    // Held first: on PostgreSQL that may take a while, and the time counts from when it is held.
    events::lock(&mut tx, app.id).await?;
    events::raise_floor(&mut tx, app.id, context.now() + CARRIED_WITHIN).await?;
    tx.commit().await?;
    Ok(())
}

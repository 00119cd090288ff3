//! An app asks, by its own clock, which of its requests were authorized: the classic list, which hands back no
//! `as_of`.
//!
//! "Listing 'since' misses nothing": the next `since` will be a time at which the app had this answer. So before the
//! list is read, the end of the app's log is moved to a moment after the answer. Who appends locks the same row:
//! whoever came before us has committed and is listed, whoever comes later gets a later time. An answer that is not
//! written by then is no answer yet: the end is moved again, further, and what came meanwhile is listed, too.

use std::future::Future;

use chrono::{DateTime, TimeDelta, Utc};

use crate::actions::{ActionError, Context};
use crate::{
    domain::application::ConnectApp,
    store::{authorizations, events},
};

pub use crate::store::authorizations::Pickup;

/// How far ahead of now the end of the log is moved: time enough to read the list and to carry it to the app, whose
/// clock (or the `Date` of our answer) then names the next `since`. Twice as far each time that it was too short.
const CARRIED_WITHIN: TimeDelta = TimeDelta::seconds(2);
/// What must be left of it when the answer is written, for compressing and carrying it.
const LEFT_TO_CARRY: TimeDelta = TimeDelta::seconds(1);
/// How often the end is moved before the app is told to come back later: the last time by 32 seconds.
const ROUNDS: u32 = 5;

/// Pickups read at a time.
const PAGE: u32 = 500;
/// The most that are listed at once, which is some 80 MB as XML. The classic list has neither pages nor an end, so
/// whatever is left out of an answer would never be asked for again: up to here everything is listed.
pub const MOST: usize = 250_000;

/// More than may be listed at once.
#[derive(Debug, PartialEq, Eq)]
pub struct TooMany;

/// The pickups of an app since an instant (inclusive; `None`: from the start) whose authorizations stand, in the order
/// of time. They are given to `write` page by page, at most `most` of them; what it writes is in time when this
/// returns.
pub async fn poll_authorized(
    context: &Context,
    app: &ConnectApp,
    since: Option<DateTime<Utc>>,
    most: usize,
    mut write: impl FnMut(&[Pickup]),
) -> Result<Result<(), TooMany>, ActionError> {
    let gone_before = context.now() - context.rules.retention.authorized_for();
    let mut from = since.unwrap_or(DateTime::UNIX_EPOCH).max(DateTime::UNIX_EPOCH);
    let mut listed = 0usize;
    for round in 0..ROUNDS {
        let floor = raise_floor(context, app, round).await?;
        let mut tx = context.db.read().await?;
        loop {
            let page = authorizations::list_pickups(&mut tx, app.id, from, gone_before, PAGE).await?;
            listed += page.len();
            if listed > most {
                return Ok(Err(TooMany));
            }
            write(&page);
            // A later round goes on where this one ended: whatever it finds came meanwhile.
            if let Some(last) = page.last() {
                from = last.authorized_at + TimeDelta::microseconds(1);
            }
            if page.len() < PAGE as usize {
                break;
            }
        }
        if is_in_time(context, floor) {
            return Ok(Ok(()));
        }
    }
    Err(ActionError::Late)
}

/// Reads what an app will ask for again "since" now, until it was read in time.
pub(in crate::actions) async fn in_time<T, F>(
    context: &Context,
    app: &ConnectApp,
    read: impl Fn() -> F,
) -> Result<T, ActionError>
where
    F: Future<Output = Result<T, ActionError>>,
{
    for round in 0..ROUNDS {
        let floor = raise_floor(context, app, round).await?;
        let found = read().await?;
        if is_in_time(context, floor) {
            return Ok(found);
        }
    }
    Err(ActionError::Late)
}

fn is_in_time(context: &Context, floor: DateTime<Utc>) -> bool {
    context.now() + LEFT_TO_CARRY <= floor
}

/// Makes sure that whatever this app is told from now on has a time after the answer that is being written: a time
/// after the one that this returns.
async fn raise_floor(context: &Context, app: &ConnectApp, round: u32) -> Result<DateTime<Utc>, ActionError> {
    let mut tx = context.db.write_for_app().await?;
    // Locked first: on PostgreSQL that may take a while, and the time counts from when it is locked.
    events::lock(&mut tx, app.id).await?;
    let floor = context.now() + CARRIED_WITHIN * (1 << round);
    events::raise_floor(&mut tx, app.id, floor).await?;
    tx.commit().await?;
    Ok(floor)
}

//! An app reads its log: everything that it may learn, in one order, without gaps. It may wait for what comes next.
//!
//! Numbers are given while the end of the log is held until commit, so they become visible in their order, on however
//! many nodes: who has read up to a number has missed nothing before it. Events are kept as long as the app is: they
//! hold no health data, and the patient's own history of a connection is read from them, too.

use std::time::Duration;

use tokio::time::{Instant, timeout_at};
use uuid::Uuid;

use crate::actions::{ActionError, Context};
use crate::{
    domain::{
        application::{App, Refused},
        event::LoggedEvent,
    },
    notifier::Woken,
    store::events,
};

/// The longest that an app may wait.
pub const LONGEST_WAIT: Duration = Duration::from_secs(60);
/// How often to look for what other nodes wrote.
const LOOK_EVERY: Duration = Duration::from_secs(1);

/// What came of it.
#[derive(Debug)]
pub enum Listed {
    /// Events after the number asked for; none, when nothing came in time.
    Events(Vec<LoggedEvent>),
    /// The log ends before the number asked for: an older copy of the database was put back. Going on would pass by
    /// whatever gets these numbers a second time.
    BeyondTheEnd,
    /// The app may not use the connect methods.
    Refused(Refused),
}

/// An app's events after a number, at most `limit`. When there are none it waits up to `wait`, holding neither a
/// transaction nor a connection meanwhile.
pub async fn list_events(
    context: &Context,
    app: &App,
    after: i64,
    limit: u32,
    wait: Duration,
) -> Result<Listed, ActionError> {
    if let Err(refused) = app.may_use_connect_methods() {
        return Ok(Listed::Refused(refused));
    }
    let until = Instant::now() + wait.min(LONGEST_WAIT);
    let mut listener = context.notifier.subscribe();
    let mut seat = None;
    loop {
        let (found, end) = look(context, app.id, after, limit).await?;
        if after > end {
            return Ok(Listed::BeyondTheEnd);
        }
        if !found.is_empty() || Instant::now() >= until {
            return Ok(Listed::Events(found));
        }
        if seat.is_none() {
            seat = context.notifier.seat();
        }
        if seat.is_none() {
            return Ok(Listed::Events(found));
        }
        let next_look = until.min(Instant::now() + LOOK_EVERY);
        if let Ok(Woken::Closed) = timeout_at(next_look, listener.changed(Some(app.id))).await {
            return Ok(Listed::Events(found));
        }
    }
}

async fn look(
    context: &Context,
    app_id: Uuid,
    after: i64,
    limit: u32,
) -> Result<(Vec<LoggedEvent>, i64), ActionError> {
    let mut tx = context.db.read().await?;
    let end = events::find_end(&mut tx, app_id).await?.map_or(0, |end| end.seq);
    // The usual look of who waits: one row by its key.
    let found =
        if end > after { events::list_told(&mut tx, app_id, after, limit).await? } else { Vec::new() };
    Ok((found, end))
}

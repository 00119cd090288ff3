//! An app reads its log: everything that it may learn, in one order, without gaps. It may wait for what comes next.
//!
//! Numbers are given while the end of the log is locked until commit, so they become visible in their order, on however
//! many nodes: who has read up to a number has missed nothing before it. Events are kept as long as the app is: they
//! hold no health data, and the patient's own history of a connection is read from them, too.

use std::time::Duration;

use chrono::{DateTime, Utc};
use tokio::time::{Instant, timeout_at};
use uuid::Uuid;

use crate::actions::{ActionError, Context};
use crate::{
    domain::{application::ConnectApp, event::LoggedEvent},
    notifier::Woken,
    store::events,
};

/// The longest that an app may wait.
pub const LONGEST_WAIT: Duration = Duration::from_secs(60);
/// How often to look for what other nodes wrote.
const LOOK_EVERY: Duration = Duration::from_secs(1);

/// How far an app has read its log.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Read {
    /// Nothing yet.
    Nothing,
    /// Up to this event.
    UpTo {
        /// Its number.
        seq: i64,
        /// Its time. `None` when the app was never told it: then only the number is compared.
        at: Option<DateTime<Utc>>,
    },
}

/// What came of it.
#[derive(Debug)]
pub enum Listed {
    /// Events after the one read last; none, when nothing came in time.
    Events {
        /// In order.
        items: Vec<LoggedEvent>,
        /// How far the app has read with them.
        read: Read,
    },
    /// The log does not hold the event read last: an older copy of the database was put back. Its numbers are given
    /// a second time, so going on would pass by what gets them.
    Ahead,
}

/// An app's events after the one that it read last, at most `limit`. When there are none it waits up to `wait`, holding neither a
/// transaction nor a connection meanwhile.
pub async fn list_events(
    context: &Context,
    app: &ConnectApp,
    read: Read,
    limit: u32,
    wait: Duration,
) -> Result<Listed, ActionError> {
    let until = Instant::now() + wait.min(LONGEST_WAIT);
    let mut listener = context.notifier.subscribe();
    let mut seat = None;
    loop {
        let listed = look(context, app.id, read, limit).await?;
        let something = !matches!(&listed, Listed::Events { items, .. } if items.is_empty());
        if something || Instant::now() >= until {
            return Ok(listed);
        }
        if seat.is_none() {
            seat = context.notifier.seat();
        }
        if seat.is_none() {
            return Ok(listed);
        }
        let next_look = until.min(Instant::now() + LOOK_EVERY);
        if let Ok(Woken::Closed) = timeout_at(next_look, listener.changed(Some(app.id))).await {
            return Ok(listed);
        }
    }
}

/// One statement, so that the event read last and those after it are of one state of the log. The usual look of who
/// waits is one row by its key.
async fn look(context: &Context, app_id: Uuid, read: Read, limit: u32) -> Result<Listed, ActionError> {
    let mut tx = context.db.read_one().await?;
    let Read::UpTo { seq, at } = read else {
        let items = events::list_logged(&mut tx, app_id, 0, limit).await?;
        return Ok(Listed::Events { read: read_to(&items, read), items });
    };
    let mut items =
        events::list_logged(&mut tx, app_id, seq.saturating_sub(1), limit.saturating_add(1)).await?;
    // Events are never deleted and their times never change: the one read last is there, as it was, or it is another.
    if items.first().is_none_or(|last| last.seq != seq || at.is_some_and(|at| last.at != at)) {
        return Ok(Listed::Ahead);
    }
    let read = read_to(&items, read);
    items.remove(0);
    Ok(Listed::Events { read, items })
}

fn read_to(items: &[LoggedEvent], before: Read) -> Read {
    items.last().map_or(before, |last| Read::UpTo { seq: last.seq, at: Some(last.at) })
}

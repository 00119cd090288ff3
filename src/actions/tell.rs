//! Tells an app's log what happened, and puts it into the outbox where the app wants to be called: in the same
//! transaction as what it tells, after all other rows are held ("rows first, log last").

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::Parts;
use crate::{
    domain::{
        connect_request::ConnectRequest,
        event::{Event, EventKind},
    },
    ports,
    store::{
        StoreError, Tx,
        events::{self, Place},
        webhooks::{self, Callback},
    },
};

/// Writes an event into the app's log and, with a callback, into the outbox.
pub(super) async fn tell(
    parts: &Parts,
    tx: &mut Tx,
    app_id: Uuid,
    event: &Event,
    callback: Option<&Callback>,
    now: DateTime<Utc>,
) -> Result<Place, StoreError> {
    let place = events::append(tx, app_id, event, now).await?;
    if let Some(callback) = callback {
        // The app sees this id: so it tells nothing, not even when it was made.
        let id = ports::new_pseudonym(&*parts.random);
        webhooks::insert(tx, id, app_id, place.seq, callback, now).await?;
    }
    Ok(place)
}

/// The same for an event of a request.
pub(super) async fn tell_of(
    parts: &Parts,
    tx: &mut Tx,
    request: &ConnectRequest,
    event: &Event,
    now: DateTime<Utc>,
) -> Result<Place, StoreError> {
    tell(parts, tx, request.app_id, event, callback_of(request).as_ref(), now).await
}

/// Where a request's app wants to be told.
pub(super) fn callback_of(request: &ConnectRequest) -> Option<Callback> {
    request.callback_url.clone().map(|url| Callback { request_id: request.id, url })
}

/// Commits what was told, and wakes those who wait for it.
pub(super) async fn commit(parts: &Parts, tx: Tx, app_id: Uuid) -> Result<(), StoreError> {
    tx.commit().await?;
    parts.bell.ring(app_id);
    Ok(())
}

/// Tells that a request has expired, if it has and nobody has told it yet: once, on however many nodes.
pub(super) async fn tell_expired(
    parts: &Parts,
    tx: &mut Tx,
    request: &ConnectRequest,
    now: DateTime<Utc>,
) -> Result<bool, StoreError> {
    let first = events::save_expired_told(tx, request.id, now).await?;
    if first {
        tell_of(parts, tx, request, &Event::of_request(EventKind::Expired, &request.external_id), now)
            .await?;
    }
    Ok(first)
}

/// Tells that a request's code is locked, if it is and nobody has told of this lock yet.
pub(super) async fn tell_locked(
    parts: &Parts,
    tx: &mut Tx,
    request: &ConnectRequest,
    now: DateTime<Utc>,
) -> Result<bool, StoreError> {
    let first = events::save_locked_told(tx, request.id).await?;
    if first {
        tell_of(parts, tx, request, &Event::of_request(EventKind::Locked, &request.external_id), now).await?;
    }
    Ok(first)
}

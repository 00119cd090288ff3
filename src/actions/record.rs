//! Records in an app's log what happened, and puts it into the outbox where the app wants to be called: in the same
//! transaction as what it records, after all other rows are locked ("rows first, log last").

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::{
    Context,
    audit::{self, About},
    invitations::forget,
};
use crate::{
    domain::{
        audit::Deed,
        connect_request::ConnectRequest,
        event::{Event, EventKind},
        invitation::Withheld,
    },
    ports,
    store::{
        StoreError, Tx,
        events::{self, Position},
        webhooks::{self, Callback},
    },
};

/// Writes an event into the app's log and, with a callback, into the outbox.
pub(super) async fn record_event(
    context: &Context,
    tx: &mut Tx,
    app_id: Uuid,
    event: &Event,
    callback: Option<&Callback>,
    now: DateTime<Utc>,
) -> Result<Position, StoreError> {
    let position = events::append(tx, app_id, event, now).await?;
    if let Some(callback) = callback {
        // The app sees this id: so it says nothing, not even when it was made.
        let id = ports::new_pseudonym(&*context.random);
        webhooks::insert(tx, id, app_id, position.seq, callback, now).await?;
    }
    Ok(position)
}

/// The same for an event of a request.
pub(super) async fn record_of(
    context: &Context,
    tx: &mut Tx,
    request: &ConnectRequest,
    event: &Event,
    now: DateTime<Utc>,
) -> Result<Position, StoreError> {
    record_event(context, tx, request.app_id, event, callback_of(request).as_ref(), now).await
}

/// Where a request's app wants to be called.
pub(super) fn callback_of(request: &ConnectRequest) -> Option<Callback> {
    request.callback_url.clone().map(|url| Callback { request_id: request.id, url })
}

/// Commits what was recorded, and wakes those who wait for it.
pub(super) async fn commit(context: &Context, tx: Tx, app_id: Uuid) -> Result<(), StoreError> {
    tx.commit().await?;
    context.notifier.notify(app_id);
    // What is told to a patient by mail is written in the same transactions.
    context.notifier.mail();
    Ok(())
}

/// Records that a request has expired, if it has and nobody has recorded it yet: once, on however many nodes.
pub(super) async fn record_expired(
    context: &Context,
    tx: &mut Tx,
    request: &ConnectRequest,
    now: DateTime<Utc>,
) -> Result<bool, StoreError> {
    let first = events::save_expired_recorded(tx, request.id, now).await?;
    if first {
        forget(tx, request.id, Withheld::Over).await?;
        record_of(context, tx, request, &Event::of_request(EventKind::Expired, &request.external_id), now)
            .await?;
    }
    Ok(first)
}

/// Records that a request's code is locked, if it is and nobody has recorded this lock yet.
pub(super) async fn record_locked(
    context: &Context,
    tx: &mut Tx,
    request: &ConnectRequest,
    now: DateTime<Utc>,
) -> Result<bool, StoreError> {
    let first = events::save_locked_recorded(tx, request.id).await?;
    if first {
        if request.locked_for_good() {
            forget(tx, request.id, Withheld::Locked).await?;
        }
        record_of(context, tx, request, &Event::of_request(EventKind::Locked, &request.external_id), now)
            .await?;
        audit::write(context, tx, Deed::Request(EventKind::Locked), About::app(request.app_id)).await?;
        if context.rules.letter_due_after_days > 0 {
            record_letter_due(context, tx, request, now).await?;
        }
    }
    Ok(first)
}

/// Records that a letter on paper is due for a request, if nobody has recorded it yet.
pub(super) async fn record_letter_due(
    context: &Context,
    tx: &mut Tx,
    request: &ConnectRequest,
    now: DateTime<Utc>,
) -> Result<bool, StoreError> {
    let first = events::save_letter_due(tx, request.id, now).await?;
    if first {
        record_of(context, tx, request, &Event::of_request(EventKind::LetterDue, &request.external_id), now)
            .await?;
    }
    Ok(first)
}

//! What the portal mails for an app: the invitation with the code, and reminders. The code is kept sealed for the
//! requests that the portal mails, with the address, and forgotten as soon as it is of no more use.
//!
//! Rows are taken in one order: the request, its mails, its invitation; then the app's log.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;
use zeroize::Zeroizing;

use super::{ActionError, Context, mails::queue};
use crate::{
    domain::{
        connect_request::ConnectRequest,
        email::Email,
        identity_code::IdentityCode,
        invitation::{Brings, Ended, Invitation, Withheld},
        mail::{Code, Mail, Says},
    },
    keys::Purpose,
    store::{StoreError, Tx, connect_requests, invitations, mails},
};

/// What is kept, sealed.
#[derive(Serialize, Deserialize)]
struct Kept {
    to: String,
    code: String,
}

const UNREADABLE: StoreError = StoreError::Unreadable("kept code");

/// Seals what is needed to write an invitation again.
pub(super) fn seal(
    context: &Context,
    request_id: Uuid,
    to: &Email,
    code: &IdentityCode,
) -> Result<Vec<u8>, StoreError> {
    let kept = Kept { to: to.as_str().to_owned(), code: code.letters().to_owned() };
    let plain = Zeroizing::new(serde_json::to_vec(&kept).map_err(|_| UNREADABLE)?);
    Ok(context.keys.seal(Purpose::Invitation, request_id.as_bytes(), &*context.random, &plain))
}

/// The address and the code of an invitation; `None` once they are forgotten.
pub(super) fn open(
    context: &Context,
    invitation: &Invitation,
) -> Result<Option<(Email, IdentityCode)>, StoreError> {
    let Some(sealed) = &invitation.kept else { return Ok(None) };
    let plain = context.keys.open(Purpose::Invitation, invitation.request_id.as_bytes(), sealed);
    let kept: Kept = serde_json::from_slice(&plain.ok_or(UNREADABLE)?).map_err(|_| UNREADABLE)?;
    let to = Email::parse(&kept.to).map_err(|_| UNREADABLE)?;
    let code = IdentityCode::parse(&kept.code).map_err(|_| UNREADABLE)?;
    Ok(Some((to, code)))
}

/// Puts a mail with the code into the outbox. To be called in the transaction of what it tells; after the commit,
/// [`crate::notifier::Notifier::mail`] wakes the sender.
pub(super) async fn write(
    context: &Context,
    tx: &mut Tx,
    request: &ConnectRequest,
    invitation: &Invitation,
    brings: Brings,
) -> Result<(), ActionError> {
    let (to, code) = open(context, invitation)?.ok_or(UNREADABLE)?;
    let code = Code { code: code.grouped(), until: request.expires_at, chances: request.attempts_allowed };
    let mail = Mail {
        to,
        language: request.language.clone().unwrap_or_default(),
        app_id: Some(request.app_id),
        person_id: None,
        request_id: Some(request.id),
        not_after: Some(request.expires_at),
        replaces: false,
        says: match brings {
            Brings::Invitation => Says::Invitation(code),
            Brings::Reminder => Says::Reminder(code),
        },
    };
    queue(context, tx, &mail).await?;
    Ok(())
}

/// Drops what waits to be sent: the code takes no answers for now.
pub(super) async fn withhold(tx: &mut Tx, request_id: Uuid, why: Withheld) -> Result<(), StoreError> {
    change(tx, request_id, |invitation| invitation.withhold(why)).await
}

/// Forgets code and address, and drops what waits to be sent: the code is of no more use.
pub(super) async fn forget(tx: &mut Tx, request_id: Uuid, why: Withheld) -> Result<(), StoreError> {
    change(tx, request_id, |invitation| invitation.forget(why)).await
}

async fn change(
    tx: &mut Tx,
    request_id: Uuid,
    change: impl FnOnce(&mut Invitation),
) -> Result<(), StoreError> {
    mails::delete_queued_of_request(tx, request_id).await?;
    if let Some(mut found) = invitations::find(tx, request_id).await? {
        change(&mut found.value);
        invitations::save(tx, &found).await?;
    }
    Ok(())
}

/// The code takes answers again: what was withheld is sent, and reminders go on.
pub(super) async fn resume(
    context: &Context,
    tx: &mut Tx,
    request: &ConnectRequest,
    now: DateTime<Utc>,
) -> Result<(), ActionError> {
    let Some(mut found) = invitations::find(tx, request.id).await? else { return Ok(()) };
    let send = found.value.resume(request, now);
    invitations::save(tx, &found).await?;
    if send {
        write(context, tx, request, &found.value, Brings::Invitation).await?;
    }
    Ok(())
}

/// Why a mail about a request is not sent now, whatever was true when it was written.
pub(super) async fn withheld(
    context: &Context,
    request_id: Uuid,
    brings: Brings,
) -> Result<Option<Withheld>, ActionError> {
    let mut tx = context.db.read().await?;
    let Some(request) = connect_requests::find(&mut tx, request_id).await? else {
        return Ok(Some(Withheld::Over));
    };
    let why = request.value.withholds_mail(context.now(), &context.rules.retention);
    if why.is_none()
        && brings == Brings::Reminder
        && connect_requests::find_opened(&mut tx, request_id).await?.is_some()
    {
        return Ok(Some(Withheld::Opened));
    }
    Ok(why)
}

/// Notes what came of a mail about a request. Gives the request when its app is to be told that it failed.
pub(super) async fn settle(
    tx: &mut Tx,
    request_id: Uuid,
    brings: Brings,
    ended: &Ended,
    now: DateTime<Utc>,
) -> Result<Option<ConnectRequest>, StoreError> {
    let Some(mut found) = invitations::find(tx, request_id).await? else { return Ok(None) };
    let tell = found.value.settle(brings, ended, now);
    invitations::save(tx, &found).await?;
    if !tell {
        return Ok(None);
    }
    Ok(connect_requests::find(tx, request_id).await?.map(|request| request.value))
}

/// The invitation to a request, as its app may see it.
pub async fn of_request(context: &Context, request_id: Uuid) -> Result<Option<Invitation>, ActionError> {
    let mut tx = context.db.read_one().await?;
    Ok(invitations::find(&mut tx, request_id).await?.map(|found| found.value))
}

//! A person changes her address: a code goes to the new one, the old one is told, and who reads the old one can take the
//! change back for a week. Without a mail server nothing can be mailed: the change counts at once then, and her password
//! was asked for instead.

use chrono::{DateTime, TimeDelta, Utc};
use uuid::Uuid;

use super::{
    history::note,
    links::{self, LinkTo},
    notices,
};
use crate::{
    actions::{ActionError, Context, mails},
    domain::{
        account::{
            AccountEvent, CODE_TRIES, CODE_WORKS, CODES_AN_HOUR, EmailChangeState, code_of, typed_code,
            undo_until,
        },
        email::Email,
        mail::Says,
    },
    keys::{Hashes, Purpose},
    ports,
    store::{
        Tx,
        accounts::{self, Account},
        email_changes::{self, EmailChange},
        person_sessions, persons,
    },
};

/// What came of asking for a new address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    /// A mail is on its way to it. That is all that is said, whether or not the address is somebody's.
    Mailed,
    /// It counts already.
    Changed,
    /// It is her address now.
    Same,
    /// It has an account. Said only where no mail can say it.
    Taken,
    /// Too many codes were asked for within an hour.
    TooMany,
}

/// Asks for a new address.
pub async fn ask(context: &Context, person_id: Uuid, new: &Email) -> Result<Asked, ActionError> {
    let now = context.now();
    let mut tx = context.db.write().await?;
    let account = accounts::find(&mut tx, person_id).await?;
    let Some((account, old)) = account.and_then(|a| a.email.clone().map(|email| (a, email))) else {
        return Ok(Asked::Taken);
    };
    let is_same = Email::parse(&old).is_ok_and(|old| old.key() == new.key());
    if old == new.as_str() {
        return Ok(Asked::Same);
    }
    if is_same || !context.can_mail {
        if !change(context, &mut tx, person_id, new, None).await? {
            return Ok(Asked::Taken);
        }
        tx.commit().await?;
        return Ok(Asked::Changed);
    }
    if email_changes::count_since(&mut tx, person_id, now - TimeDelta::hours(1)).await? >= CODES_AN_HOUR {
        return Ok(Asked::TooMany);
    }
    email_changes::save_replaced(&mut tx, person_id).await?;
    let (id, code) = (context.new_id(now), code_of(ports::bytes(&*context.random)));
    let taken = persons::find_account(&mut tx, &new.key()).await?.is_some();
    let it = EmailChange {
        id,
        person_id,
        old_email: old,
        new_email: new.as_str().to_owned(),
        code_hash: if taken { Vec::new() } else { hashes(context, id, &code).written().to_vec() },
        attempts_left: i64::from(CODE_TRIES),
        created_at: now,
        expires_at: now + CODE_WORKS,
        changed_at: None,
    };
    email_changes::insert(&mut tx, &it, EmailChangeState::Asked).await?;
    let minutes = u32::try_from(CODE_WORKS.num_minutes()).unwrap_or_default();
    let says = if taken { Says::EmailTaken } else { Says::EmailCode { code, minutes } };
    if let Some(mut mail) = notices::mail(context, &account, None, says) {
        mail.to = new.clone();
        mail.not_after = Some(it.expires_at);
        mail.replaces = true;
        mails::queue(context, &mut tx, &mail).await?;
    }
    tx.commit().await?;
    context.notifier.mail();
    Ok(Asked::Mailed)
}

fn hashes(context: &Context, id: Uuid, code: &str) -> Hashes {
    context.keys.hashes(Purpose::Account, &[b"email code", id.as_bytes(), code.as_bytes()])
}

/// Changes the address without asking, and writes it down. False when it is another's.
async fn change(
    context: &Context,
    tx: &mut Tx,
    person_id: Uuid,
    new: &Email,
    proven_at: Option<DateTime<Utc>>,
) -> Result<bool, ActionError> {
    let changed = accounts::save_email(tx, person_id, &new.key(), new.as_str(), proven_at).await?;
    if changed {
        note(context, tx, person_id, AccountEvent::EmailChanged).await?;
    }
    Ok(changed)
}

/// The address that waits for its code, if one does.
pub async fn waiting(context: &Context, person_id: Uuid) -> Result<Option<String>, ActionError> {
    let mut tx = context.db.read().await?;
    let asked = email_changes::find_asked(&mut tx, person_id, context.now()).await?;
    Ok(asked.map(|change| change.new_email))
}

/// What came of a code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Confirmed {
    /// The address is hers.
    Done,
    /// It is not the code. So many tries are left.
    Wrong(u32),
    /// No code works any more: too many tries, or too late.
    Over,
    /// It was the code, but the address has got an account meanwhile.
    Taken,
}

/// Checks a code that came by mail. The try is charged in the transaction that checks it, before it is checked: however
/// many come at once, no more are checked than there are.
pub async fn confirm(context: &Context, person_id: Uuid, typed: &str) -> Result<Confirmed, ActionError> {
    let now = context.now();
    let mut tx = context.db.write().await?;
    let Some(asked) = email_changes::find_asked(&mut tx, person_id, now).await? else {
        return Ok(Confirmed::Over);
    };
    let Some(left) = email_changes::charge(&mut tx, asked.id, now).await? else {
        return Ok(Confirmed::Over);
    };
    let code = typed_code(typed).unwrap_or_default();
    let right = hashes(context, asked.id, &code).has(&asked.code_hash);
    if !right {
        tx.commit().await?;
        let left = u32::try_from(left).unwrap_or_default();
        return Ok(if left == 0 { Confirmed::Over } else { Confirmed::Wrong(left) });
    }
    let account = accounts::find(&mut tx, person_id).await?;
    let (Some(account), Ok(new)) = (account, Email::parse(&asked.new_email)) else {
        return Ok(Confirmed::Over);
    };
    if !change(context, &mut tx, person_id, &new, Some(now)).await? {
        email_changes::save_replaced(&mut tx, person_id).await?;
        tx.commit().await?;
        return Ok(Confirmed::Taken);
    }
    email_changes::save_done(&mut tx, asked.id, now).await?;
    tell_old(context, &mut tx, &account, asked.id, now).await?;
    tx.commit().await?;
    context.notifier.mail();
    Ok(Confirmed::Done)
}

/// Tells the old address (`account` is as it was before), with the link that takes the change back.
async fn tell_old(
    context: &Context,
    tx: &mut Tx,
    account: &Account,
    change: Uuid,
    now: DateTime<Utc>,
) -> Result<(), ActionError> {
    let until = undo_until(now);
    let undo = links::make(context, LinkTo::UndoEmail, change, until);
    if let Some(mail) = notices::mail(context, account, None, Says::EmailChanged { at: now, undo, until }) {
        mails::queue(context, tx, &mail).await?;
    }
    Ok(())
}

/// The address that a link would put back. `None` when the link works no more.
pub async fn to_undo(context: &Context, token: &str) -> Result<Option<String>, ActionError> {
    let Some(id) = links::open(context, LinkTo::UndoEmail, token) else { return Ok(None) };
    let mut tx = context.db.read().await?;
    Ok(email_changes::find_done(&mut tx, id).await?.map(|change| change.old_email))
}

/// What came of taking a change back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Undone {
    /// The old address counts again, and all sign-ins have ended.
    Done,
    /// The link works no more.
    Over,
    /// The old address has an account of its own by now.
    Taken,
}

/// Takes a change back, also where another one came after it. Whoever changed the address may have been somebody else: so
/// all sign-ins end.
pub async fn undo(context: &Context, token: &str) -> Result<Undone, ActionError> {
    let Some(id) = links::open(context, LinkTo::UndoEmail, token) else { return Ok(Undone::Over) };
    let mut tx = context.db.write().await?;
    let Some(it) = email_changes::find_done(&mut tx, id).await? else { return Ok(Undone::Over) };
    let Ok(old) = Email::parse(&it.old_email) else { return Ok(Undone::Over) };
    // Who has the link of the mail reads the old address.
    let now = Some(context.now());
    if !accounts::save_email(&mut tx, it.person_id, &old.key(), old.as_str(), now).await? {
        return Ok(Undone::Taken);
    }
    email_changes::save_undone(&mut tx, it.person_id).await?;
    person_sessions::end_of_person(&mut tx, it.person_id, None).await?;
    note(context, &mut tx, it.person_id, AccountEvent::EmailRestored).await?;
    tx.commit().await?;
    Ok(Undone::Done)
}

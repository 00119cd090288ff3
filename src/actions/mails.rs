//! The outbox of mails: written in the transaction of what a mail tells, read when it is sent. Every use case that
//! writes to somebody calls [`queue`].

use serde::{Deserialize, Serialize};
use uuid::Uuid;
use zeroize::Zeroizing;

use super::{ActionError, Context};
use crate::{
    domain::{
        email::Email,
        mail::{Mail, Says},
    },
    keys::{Hashes, Purpose},
    store::{
        StoreError, Tx,
        mails::{self, Claimed, NewMail},
    },
};

/// What is sealed of a mail.
#[derive(Serialize, Deserialize)]
struct Sealed {
    to: String,
    language: String,
    says: Says,
}

/// Puts a mail into the outbox and gives its id. To be called in the transaction of what it tells; after the commit,
/// [`crate::notifier::Notifier::mail`] wakes the sender.
pub async fn queue(context: &Context, tx: &mut Tx, mail: &Mail) -> Result<Uuid, ActionError> {
    let now = context.now();
    let id = context.new_id(now);
    let topic = mail.replaces.then(|| topic(context, mail));
    if let Some(topic) = &topic {
        mails::save_replaced(tx, topic, now).await?;
    }
    let sealed =
        Sealed { to: mail.to.as_str().to_owned(), language: mail.language.clone(), says: mail.says.clone() };
    let plain = serde_json::to_vec(&sealed).map_err(|_| StoreError::Unreadable("mail"))?;
    let plain = Zeroizing::new(plain);
    let new = NewMail {
        id,
        kind: mail.says.kind(),
        topic,
        app_id: mail.app_id,
        person_id: mail.person_id,
        request_id: mail.request_id,
        sealed: context.keys.seal(Purpose::Mail, id.as_bytes(), &*context.random, &plain),
        created_at: now,
        not_after: mail.not_after,
    };
    mails::insert(tx, new).await?;
    Ok(id)
}

/// What a mail's kind and address are known by, without telling them.
fn topic(context: &Context, mail: &Mail) -> Hashes {
    let (address, request) = (mail.to.key(), mail.request_id.unwrap_or_default());
    // Not the kind of mail: what one thread says depends on whether the address has an account by now.
    let thread = mail.says.thread();
    let about = if thread.is_nil() { mail.says.kind() } else { "code" };
    let parts: [&[u8]; 4] = [about.as_bytes(), address.as_bytes(), request.as_bytes(), thread.as_bytes()];
    context.keys.hashes(Purpose::Mail, &parts)
}

/// Reads a mail that was claimed. `None` when this version does not know what it says, or the key file is another.
pub(super) fn open(context: &Context, id: Uuid, claimed: &Claimed) -> Option<Mail> {
    let plain = context.keys.open(Purpose::Mail, id.as_bytes(), &claimed.sealed)?;
    let sealed: Sealed = serde_json::from_slice(&plain).ok()?;
    Some(Mail {
        to: Email::parse(&sealed.to).ok()?,
        language: sealed.language,
        app_id: claimed.app_id,
        person_id: None,
        request_id: None,
        not_after: claimed.not_after,
        replaces: false,
        says: sealed.says,
    })
}

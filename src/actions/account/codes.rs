//! Mails a code, and remembers what it is to prove. An address that has an account and one that has none cost the same:
//! one look, one row, one mail, whatever the mail says.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::waiting::{Waiting, address_hashes};
use crate::{
    actions::{
        ActionError, Context,
        audit::{self, About},
        mails,
    },
    domain::{
        audit::Deed,
        email::Email,
        email_code::{EmailCode, Errand, Proof},
        mail::{Mail, Says},
    },
    keys::{Hash, Hashes, Purpose},
    ports,
    store::{
        StoreError, Tx, Versioned,
        email_codes::{self, StoredProof},
        persons, retry_on_conflict,
    },
};

/// How mails are written: in whose language, and in the name of which app.
#[derive(Debug, Clone, Copy)]
pub struct Writing<'a> {
    /// The tag of the language.
    pub language: &'a str,
    /// The app on whose journey she is.
    pub app_id: Option<Uuid>,
}

/// The id of what a form began. The same form sent again, by a double click or because its answer was lost, is the same:
/// `form` is its token, which only its browser knows.
pub(super) struct Ids(Hashes);

impl Ids {
    pub(super) fn of(context: &Context, errand: Errand, form: &str, email: &Email) -> Self {
        let key = email.key();
        let parts: [&[u8]; 4] = [b"id", errand.as_str().as_bytes(), form.as_bytes(), key.as_bytes()];
        Self(context.keys.proofs(Purpose::EmailCode, &parts))
    }

    /// What there is already; where there is nothing, the id for it.
    async fn find(&self, tx: &mut Tx) -> Result<Result<Versioned<StoredProof>, Uuid>, StoreError> {
        for hash in self.0.all() {
            if let Some(found) = email_codes::find(tx, id_of(hash)).await? {
                return Ok(Ok(found));
            }
        }
        Ok(Err(id_of(self.0.written())))
    }
}

fn id_of(hash: &Hash) -> Uuid {
    Uuid::from_bytes(std::array::from_fn(|n| hash[n]))
}

/// What a code may be stored as: keyed, and bound to what it is to prove and to when it was sent.
pub(super) fn code_hashes(context: &Context, stored: &StoredProof, code: &EmailCode) -> Hashes {
    let sent_at = stored.proof.sent_at.timestamp_micros().to_le_bytes();
    let parts: [&[u8]; 4] = [b"code", stored.id.as_bytes(), &sent_at, code.as_str().as_bytes()];
    context.keys.hashes(Purpose::EmailCode, &parts)
}

/// Begins an errand, or takes up the one that the same form began: then only a double click brings no new code. Gives its
/// id.
pub(super) async fn begin(
    context: &Context,
    ids: &Ids,
    errand: Errand,
    waiting: &Waiting,
    writing: Writing<'_>,
) -> Result<Uuid, ActionError> {
    let id = retry_on_conflict!({
        let now = cut(context.now());
        let mut tx = context.db.write().await?;
        let id = match ids.find(&mut tx).await? {
            Ok(mut found) => {
                let sealed = waiting.seal(context, found.value.id)?;
                let proof = &mut found.value.proof;
                let is_repeated = proof.proven_at.is_none() && proof.was_just_sent(now);
                found.value.sealed = sealed;
                if !is_repeated {
                    if found.value.proof.is_over(now) || !found.value.proof.renew(now) {
                        found.value.proof = Proof::begin(errand, now);
                    }
                    send(context, &mut tx, &mut found.value, &waiting.email, writing).await?;
                }
                email_codes::save(&mut tx, &found).await?;
                found.value.id
            }
            Err(id) => {
                let sealed = waiting.seal(context, id)?;
                let mut new = StoredProof {
                    id,
                    address: *address_hashes(context, &waiting.email).written(),
                    person_id: None,
                    proof: Proof::begin(errand, now),
                    code_hash: [0; 32],
                    sealed,
                };
                send(context, &mut tx, &mut new, &waiting.email, writing).await?;
                email_codes::insert(&mut tx, &new).await?;
                id
            }
        };
        tx.commit().await?;
        Ok::<_, ActionError>(id)
    })?;
    context.notifier.mail();
    Ok(id)
}

/// Sends another code for what waits already; the one before is of no use any more. False when there were too many.
pub(super) async fn renew(
    context: &Context,
    tx: &mut Tx,
    found: &mut Versioned<StoredProof>,
    writing: Writing<'_>,
) -> Result<bool, ActionError> {
    let waiting = Waiting::open(context, &found.value)?;
    if !found.value.proof.renew(cut(context.now())) {
        return Ok(false);
    }
    send(context, tx, &mut found.value, &waiting.email, writing).await?;
    email_codes::save(tx, found).await?;
    Ok(true)
}

/// As the database keeps an instant: a code's hash is bound to it.
fn cut(now: DateTime<Utc>) -> DateTime<Utc> {
    DateTime::from_timestamp_micros(now.timestamp_micros()).unwrap_or(now)
}

/// Draws a code and queues the mail that brings it, or the one that says why there is none.
async fn send(
    context: &Context,
    tx: &mut Tx,
    stored: &mut StoredProof,
    to: &Email,
    writing: Writing<'_>,
) -> Result<(), ActionError> {
    let errand = stored.proof.errand;
    let account = persons::find_account(tx, &to.key()).await?;
    stored.person_id = account.map(|account| account.person_id);
    let code = EmailCode::draw(errand, ports::bytes(&*context.random));
    let (thread, grouped) = (stored.id, code.grouped());
    let (says, brings_code) = match (errand, stored.person_id) {
        (Errand::SignUp, None) | (Errand::Confirm, _) => {
            (Says::ConfirmAddress { code: grouped, thread }, true)
        }
        (Errand::SignUp, Some(_)) => (Says::AlreadyRegistered { thread }, false),
        (Errand::Recover, Some(_)) => (Says::Recovery { code: grouped, thread }, true),
        (Errand::Recover, None) => (Says::NoAccount { thread }, false),
    };
    let (right, nobodys) = (*code_hashes(context, stored, &code).written(), ports::bytes(&*context.random));
    stored.code_hash = if brings_code { right } else { nobodys };
    let mail = Mail {
        to: to.clone(),
        language: writing.language.to_owned(),
        app_id: writing.app_id,
        person_id: stored.person_id,
        request_id: None,
        not_after: Some(stored.proof.expires_at()),
        replaces: true,
        says,
    };
    mails::queue(context, tx, &mail).await?;
    if errand == Errand::Recover {
        // Also where no account has the address: it takes as long either way.
        let about = stored.person_id.map_or_else(About::default, About::person);
        audit::write(context, tx, Deed::RecoveryAsked, about).await?;
    }
    Ok(())
}

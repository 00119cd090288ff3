//! A person's passkeys: one more, and one less. "Passkeys beside the password, offered after success, never needed": they
//! are no way to sign in that counts when another one is taken away.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::{
    challenges::{self, Challenge, ChallengeFor},
    history::note,
    notices,
};
use crate::{
    actions::{ActionError, Context},
    domain::{account::AccountEvent, labels::PasskeyName, mail::Notice, passkey::MOST},
    passkeys::Passkeys,
    store::{
        accounts::Account,
        passkeys::{self, StoredPasskey},
        provider_credentials::lock_person,
    },
};

/// A passkey, as its owner sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PasskeySeen {
    /// Its row.
    pub id: Uuid,
    /// What she calls it.
    pub name: String,
    /// Since when.
    pub created_at: DateTime<Utc>,
    /// When it signed her in last.
    pub used_at: Option<DateTime<Utc>>,
}

/// A person's passkeys, the oldest first.
pub async fn list(context: &Context, person_id: Uuid) -> Result<Vec<PasskeySeen>, ActionError> {
    let mut tx = context.db.read().await?;
    let seen = |p: StoredPasskey| PasskeySeen {
        id: p.id,
        name: p.name,
        created_at: p.created_at,
        used_at: p.used_at,
    };
    Ok(passkeys::list(&mut tx, person_id).await?.into_iter().map(seen).collect())
}

/// Asks for a new one, in this session of hers. None where the library cannot: a fault of ours that is told to nobody but
/// the log.
pub async fn ask(
    context: &Context,
    portal: &Passkeys,
    account: &Account,
    session_id: Uuid,
) -> Result<Option<Challenge>, ActionError> {
    let mut tx = context.db.read().await?;
    let person = &account.person;
    let present =
        passkeys::list(&mut tx, person.id).await?.into_iter().map(|p| p.credential_id).collect::<Vec<_>>();
    let shown = account.email.as_deref().unwrap_or(&person.name);
    let asked = portal.ask_for_new(person.id, shown, &person.name, &present);
    let bound: [&[u8]; 2] = [person.id.as_bytes(), session_id.as_bytes()];
    Ok(challenges::give(context, ChallengeFor::NewPasskey, &bound, asked))
}

/// What came of adding one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Added {
    /// She can sign in with it. Also where the same answer came twice.
    Done,
    /// The device's answer is none, or not to what the page asked.
    Refused,
    /// She has as many as there may be.
    TooMany,
}

/// Adds the one that a device has made.
pub async fn add(
    context: &Context,
    portal: &Passkeys,
    (person_id, session_id): (Uuid, Uuid),
    name: &PasskeyName,
    (sealed, answer): (&str, &str),
) -> Result<Added, ActionError> {
    let bound: [&[u8]; 2] = [person_id.as_bytes(), session_id.as_bytes()];
    let Some(state) = challenges::open(context, ChallengeFor::NewPasskey, &bound, sealed) else {
        return Ok(Added::Refused);
    };
    let Some(made) = portal.made(&state, answer) else { return Ok(Added::Refused) };
    let now = context.now();
    let mut tx = context.db.write().await?;
    if !lock_person(&mut tx, person_id).await? {
        return Ok(Added::Refused);
    }
    if let Some(known) = passkeys::find(&mut tx, &made.credential_id).await? {
        return Ok(if known.person_id == person_id { Added::Done } else { Added::Refused });
    }
    if passkeys::list(&mut tx, person_id).await?.len() >= MOST {
        return Ok(Added::TooMany);
    }
    let new = StoredPasskey {
        id: context.new_id(now),
        person_id,
        credential_id: made.credential_id,
        credential: made.credential,
        name: name.as_str().to_owned(),
        created_at: now,
        used_at: None,
    };
    if !passkeys::insert(&mut tx, &new).await? {
        return Ok(Added::Refused);
    }
    note(context, &mut tx, person_id, AccountEvent::PasskeyAdded).await?;
    let notice = Notice::PasskeyAdded { name: new.name };
    notices::tell(context, &mut tx, person_id, notice, None).await?;
    tx.commit().await?;
    context.notifier.mail();
    Ok(Added::Done)
}

/// Removes one of hers. One that is gone already is gone.
pub async fn remove(context: &Context, person_id: Uuid, id: Uuid) -> Result<(), ActionError> {
    let mut tx = context.db.write().await?;
    if passkeys::delete(&mut tx, person_id, id).await? {
        note(context, &mut tx, person_id, AccountEvent::PasskeyRemoved).await?;
        tx.commit().await?;
    }
    Ok(())
}

//! The audit log: a line is written in the transaction of what it tells, and chained within a second
//! ([`chain`](self::chain())). Decision 39 says what it protects from, and what not.

mod chain;
mod check;
mod prune;

use chrono::{DateTime, Utc};
use data_encoding::HEXLOWER;
use uuid::Uuid;

pub(super) use self::{chain::SEALED_FOR, prune::prune};
pub use self::{
    chain::{Turn, chain},
    check::{Anchor, Holds, Wrong, export, verify},
};
use crate::{
    actions::Context,
    domain::audit::{By, Concerns, Deed, line},
    keys::{Hashes, Purpose},
    store::{
        StoreError, Tx,
        audit::{self, Waiting},
    },
};

/// What a line is about, by our own ids: of a person only a pseudonym is written.
#[derive(Debug, Clone, Default)]
pub(super) struct About {
    person: Option<Uuid>,
    app: Option<Uuid>,
    thing: Option<String>,
}

impl About {
    /// A person's account.
    pub(super) fn person(id: Uuid) -> Self {
        Self { person: Some(id), ..Self::default() }
    }

    /// An app.
    pub(super) fn app(id: Uuid) -> Self {
        Self { app: Some(id), ..Self::default() }
    }

    /// With the person, too.
    pub(super) fn of_person(self, id: Uuid) -> Self {
        Self { person: Some(id), ..self }
    }

    /// With which of its things.
    pub(super) fn thing(self, thing: impl Into<String>) -> Self {
        Self { thing: Some(thing.into()), ..self }
    }
}

/// Writes down what happened, in the transaction of what it tells. It takes no lock that others wait for.
pub(super) async fn write(
    context: &Context,
    tx: &mut Tx,
    deed: Deed,
    about: About,
) -> Result<(), StoreError> {
    let at = context.now();
    let person = about.person.map(|id| pseudonym(context, id, about.app));
    let concerns = Concerns { person, app: about.app, thing: about.thing };
    let line = line(&context.origin, deed, &concerns, at);
    let id = context.new_id(at);
    let proof = proof(context, id, at, &line).written().to_vec();
    audit::insert_waiting(tx, &Waiting { id, at, line, proof }).await
}

/// Writes down what an app's calls do all day, where a command does it.
pub(super) async fn write_command(
    context: &Context,
    tx: &mut Tx,
    deed: Deed,
    about: About,
) -> Result<(), StoreError> {
    match context.origin.by {
        By::Command(_) => write(context, tx, deed, about).await,
        _ => Ok(()),
    }
}

/// What a person is called in lines: about her account by one name, about an app by another, so that what two apps know
/// of her has no name in common. Nobody makes it without the pepper, nor without her id, which goes with her account.
fn pseudonym(context: &Context, person: Uuid, app: Option<Uuid>) -> String {
    let app = app.unwrap_or_default();
    let hash = context.keys.hash_for_now(Purpose::Audit, &[b"person", person.as_bytes(), app.as_bytes()]);
    HEXLOWER.encode(&hash[..16])
}

/// The keyed hashes by which a waiting line is known as the portal's own.
fn proof(context: &Context, id: Uuid, at: DateTime<Utc>, line: &str) -> Hashes {
    let at = at.timestamp_micros().to_le_bytes();
    context.keys.hashes(Purpose::Audit, &[b"waiting", id.as_bytes(), &at, line.as_bytes()])
}

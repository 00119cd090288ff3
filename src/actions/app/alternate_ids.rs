//! An app keeps its own keys for a person and record with us: associate, drop, list, find.
//!
//! Keys of another app are as if they did not exist. While the patient is disconnected hers stay stored, out of the
//! app's reach: they cannot be listed or found, and nobody else can be given them; once she authorizes the app again
//! they are back.

use uuid::Uuid;

use crate::actions::{ActionError, Context};
use crate::{
    domain::{application::ConnectApp, authorization::Authorization, labels::AlternateId},
    store::{StoreError, Tx, Versioned, alternate_ids, authorizations, retry_on_conflict},
};

/// The most keys of one person and record: the classic service's limit.
pub const MOST: i64 = 100;

/// What came of associating.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Associated {
    /// The key is kept.
    Done,
    /// It belonged to this person and record already.
    AlreadySo,
    /// It belongs to another person or record.
    Taken,
    /// This person and record have [`MOST`] already.
    TooMany,
    /// The app may not use this person's record, or never could.
    NoActiveAuthorization,
}

/// Keeps a key for a person and record, as the app knows them.
pub async fn associate(
    context: &Context,
    app: &ConnectApp,
    person: Uuid,
    record: Uuid,
    id: &AlternateId,
) -> Result<Associated, ActionError> {
    retry_on_conflict!({
        let mut tx = context.db.write_for_app().await?;
        let Some(authorization) = find_active(&mut tx, app, person, record).await? else {
            return Ok::<_, ActionError>(Associated::NoActiveAuthorization);
        };
        // Held until commit, so that racing calls count one after another, and none adds to what has just ended.
        authorizations::lock(&mut tx, &authorization).await?;
        let of = authorization.value.id;
        match alternate_ids::find(&mut tx, app.id, id.as_str()).await? {
            Some(other) if other == of => return Ok(Associated::AlreadySo),
            Some(_) => return Ok(Associated::Taken),
            None => {}
        }
        if alternate_ids::count(&mut tx, of).await? >= MOST {
            return Ok(Associated::TooMany);
        }
        if !alternate_ids::insert(&mut tx, app.id, id.as_str(), of, context.now()).await? {
            return Err(StoreError::Conflict.into());
        }
        tx.commit().await?;
        Ok(Associated::Done)
    })
}

/// What came of dropping.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dropped {
    /// The key is gone.
    Done,
    /// There is no such key, or it belongs to another person or record.
    NotFound,
    /// The app may not use this person's record, or never could.
    NoActiveAuthorization,
}

/// Drops a key: of this person and record, or (`None`) whomever it belongs to. The latter also drops a key of a
/// patient who has disconnected: it is the app's own, and nothing else could free it.
pub async fn disassociate(
    context: &Context,
    app: &ConnectApp,
    of: Option<(Uuid, Uuid)>,
    id: &AlternateId,
) -> Result<Dropped, ActionError> {
    retry_on_conflict!({
        let mut tx = context.db.write_for_app().await?;
        if let Some((person, record)) = of {
            let Some(authorization) = find_active(&mut tx, app, person, record).await? else {
                return Ok::<_, ActionError>(Dropped::NoActiveAuthorization);
            };
            authorizations::lock(&mut tx, &authorization).await?;
            let belongs = alternate_ids::find(&mut tx, app.id, id.as_str()).await?;
            if belongs != Some(authorization.value.id) {
                return Ok(Dropped::NotFound);
            }
        }
        if !alternate_ids::delete(&mut tx, app.id, id.as_str()).await? {
            return Ok(Dropped::NotFound);
        }
        tx.commit().await?;
        Ok(Dropped::Done)
    })
}

/// The keys of a person and record, oldest first. `None` when the app may not use her record.
pub async fn list(
    context: &Context,
    app: &ConnectApp,
    person: Uuid,
    record: Uuid,
) -> Result<Option<Vec<String>>, ActionError> {
    let mut tx = context.db.read().await?;
    Ok(match find_active(&mut tx, app, person, record).await? {
        Some(authorization) => Some(alternate_ids::list(&mut tx, authorization.value.id).await?),
        None => None,
    })
}

/// The person and record that a key belongs to, as the app knows them, while the app may use the record.
pub async fn find(
    context: &Context,
    app: &ConnectApp,
    id: &AlternateId,
) -> Result<Option<(Uuid, Uuid)>, ActionError> {
    let mut tx = context.db.read().await?;
    let Some(of) = alternate_ids::find(&mut tx, app.id, id.as_str()).await? else { return Ok(None) };
    let authorization = authorizations::find(&mut tx, of).await?.filter(|a| a.value.is_active());
    Ok(authorization.map(|a| (a.value.person_pseudonym, a.value.record_pseudonym)))
}

async fn find_active(
    tx: &mut Tx,
    app: &ConnectApp,
    person: Uuid,
    record: Uuid,
) -> Result<Option<Versioned<Authorization>>, StoreError> {
    let found = authorizations::find_by_pseudonyms(tx, app.id, person, record).await?;
    Ok(found.filter(|a| a.value.is_active()))
}

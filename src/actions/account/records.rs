//! A person's records: another name, and deleting one that nothing is connected to.

use uuid::Uuid;

use super::{forget::forget_deleted, history::note};
use crate::{
    actions::{ActionError, Context},
    domain::{account::AccountEvent, labels::RecordName, person::Record},
    ports,
    store::{StoreError, Tx, authorizations, husks, records},
};

/// A record of hers.
#[derive(Debug)]
pub struct Held {
    /// The record.
    pub record: Record,
    /// How many apps may use it now by her word.
    pub connected: usize,
}

/// Her records, oldest first.
pub async fn list(context: &Context, person_id: Uuid) -> Result<Vec<Held>, ActionError> {
    let mut tx = context.db.read().await?;
    let given = authorizations::list_of_person(&mut tx, person_id).await?;
    let connected =
        |id: Uuid| given.iter().filter(|a| a.value.record_id == id && a.value.is_active()).count();
    let held = records::list_of_person(&mut tx, person_id).await?.into_iter();
    Ok(held.map(|record| Held { connected: connected(record.id), record }).collect())
}

/// Gives a record another name. False when it is not hers.
pub async fn rename(
    context: &Context,
    person_id: Uuid,
    id: Uuid,
    name: &RecordName,
) -> Result<bool, ActionError> {
    let mut tx = context.db.write().await?;
    let Some(record) = records::find_of_person(&mut tx, person_id, id).await? else { return Ok(false) };
    if record.name != name.as_str() {
        records::save_name(&mut tx, id, name.as_str()).await?;
        note(context, &mut tx, person_id, AccountEvent::RecordRenamed).await?;
        tx.commit().await?;
    }
    Ok(true)
}

/// What came of deleting a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Deleted {
    /// It is gone.
    Done,
    /// An app may use it: that is ended first.
    Connected,
    /// It is not hers.
    NotHers,
}

/// Deletes a record that no app may use by her word. One that somebody else holds, too, only leaves her.
pub async fn delete(context: &Context, person_id: Uuid, id: Uuid) -> Result<Deleted, ActionError> {
    let mut tx = context.db.write().await?;
    if records::find_of_person(&mut tx, person_id, id).await?.is_none() {
        return Ok(Deleted::NotHers);
    }
    let given = authorizations::list_of_person(&mut tx, person_id).await?;
    if given.iter().any(|a| a.value.record_id == id && a.value.is_active()) {
        return Ok(Deleted::Connected);
    }
    drop_record(context, &mut tx, person_id, id).await?;
    note(context, &mut tx, person_id, AccountEvent::RecordDeleted).await?;
    tx.commit().await?;
    forget_deleted(context).await;
    Ok(Deleted::Done)
}

/// Takes a record from a person; where nobody else holds it, it goes, and of it stays only what its apps know it by.
pub(super) async fn drop_record(
    context: &Context,
    tx: &mut Tx,
    person_id: Uuid,
    id: Uuid,
) -> Result<(), StoreError> {
    records::delete_holder(tx, person_id, id).await?;
    if records::count_holders(tx, id).await? > 0 {
        return Ok(());
    }
    for app_id in husks::list_apps_of_record(tx, id).await? {
        husks::leave_record(tx, app_id, id, ports::new_pseudonym(&*context.random)).await?;
    }
    records::delete(tx, id).await
}

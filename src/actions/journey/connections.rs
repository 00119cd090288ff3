//! "Every app connected to each of one's records, since when, what it may do, its history; disconnect."

use std::sync::Arc;

use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::actions::{
    ActionError, Context,
    account::{history::note_with, notices},
    audit::{self, About},
    record::{commit, record_event},
};
use crate::{
    domain::{
        account::AccountEvent,
        application::App,
        audit::Deed,
        authorization::Authorization,
        event::{Event, EventKind},
        mail::Notice,
        person::Record,
    },
    store::{apps, authorizations, events, records, retry_on_conflict, webhooks},
};

/// An app that is, or was, connected to a record.
#[derive(Debug)]
pub struct Connection {
    /// The app.
    pub app: Arc<App>,
    /// What it may do, since when, until when.
    pub authorization: Authorization,
    /// What happened, newest first.
    pub history: Vec<(DateTime<Utc>, EventKind)>,
}

/// A record of the person, with its connections.
#[derive(Debug)]
pub struct RecordConnections {
    /// The record.
    pub record: Record,
    /// Its connections: those that stand first, newest first.
    pub connections: Vec<Connection>,
}

/// Everything that a person has connected.
pub async fn list(context: &Context, person_id: Uuid) -> Result<Vec<RecordConnections>, ActionError> {
    let mut tx = context.db.read().await?;
    let mut all = Vec::new();
    let given = authorizations::list_of_person(&mut tx, person_id).await?;
    for record in records::list_of_person(&mut tx, person_id).await? {
        let mut connections = Vec::new();
        for a in given.iter().filter(|a| a.value.record_id == record.id) {
            let Some(app) = apps::find(&mut tx, a.value.app_id).await? else { continue };
            let history = events::list_of_authorization(&mut tx, a.value.id)
                .await?
                .into_iter()
                .map(|(position, event)| (position.at, event.kind))
                .collect();
            connections.push(Connection { app: app.value, authorization: a.value.clone(), history });
        }
        connections.sort_by_key(|c| !c.authorization.is_active());
        all.push(RecordConnections { record, connections });
    }
    Ok(all)
}

/// One connection of this person's: the app, the record, the authorization.
pub async fn find(
    context: &Context,
    person_id: Uuid,
    authorization_id: Uuid,
) -> Result<Option<(Arc<App>, Record, Authorization)>, ActionError> {
    let Some((record, authorization)) = find_given(context, person_id, authorization_id).await? else {
        return Ok(None);
    };
    let mut tx = context.db.read_one().await?;
    Ok(apps::find(&mut tx, authorization.app_id).await?.map(|app| (app.value, record, authorization)))
}

/// The same for who knows the app.
pub async fn find_given(
    context: &Context,
    person_id: Uuid,
    authorization_id: Uuid,
) -> Result<Option<(Record, Authorization)>, ActionError> {
    let mut tx = context.db.read_one().await?;
    let found =
        authorizations::find(&mut tx, authorization_id).await?.filter(|a| a.value.person_id == person_id);
    let Some(authorization) = found.map(|a| a.value) else { return Ok(None) };
    let record = records::find_of_person(&mut tx, person_id, authorization.record_id).await?;
    Ok(record.map(|record| (record, authorization)))
}

/// Ends an authorization at the patient's word. Repeating it changes nothing. False when it is not hers.
pub async fn disconnect(
    context: &Context,
    person_id: Uuid,
    authorization_id: Uuid,
) -> Result<bool, ActionError> {
    retry_on_conflict!({
        let mut tx = context.db.write().await?;
        let found = authorizations::find(&mut tx, authorization_id).await?;
        let Some(mut authorization) = found.filter(|a| a.value.person_id == person_id) else {
            return Ok::<_, ActionError>(false);
        };
        if authorization.value.is_active() {
            end(context, &mut tx, &mut authorization, EventKind::Disconnected).await?;
            let of = (person_id, authorization.value.app_id);
            tell(context, &mut tx, of, EventKind::Disconnected).await?;
            commit(context, tx, authorization.value.app_id).await?;
        }
        Ok(true)
    })
}

/// Tells the person of a connection that was made or has ended: in the history of her account, and by mail.
pub(in crate::actions) async fn tell(
    context: &Context,
    tx: &mut crate::store::Tx,
    (person_id, app_id): (Uuid, Uuid),
    what: EventKind,
) -> Result<(), ActionError> {
    let (event, notice) = match what {
        EventKind::Disconnected => (AccountEvent::Disconnected, Notice::Disconnected),
        EventKind::GivenUp => (AccountEvent::GivenUp, Notice::GivenUp),
        _ => (AccountEvent::Connected, Notice::Connected),
    };
    note_with(context, tx, person_id, event, None, Some(app_id)).await?;
    notices::tell(context, tx, person_id, notice, Some(app_id)).await
}

/// Ends an authorization that stands, and records why in the app's log and in the audit log.
pub(in crate::actions) async fn end(
    context: &Context,
    tx: &mut crate::store::Tx,
    authorization: &mut crate::store::Versioned<Authorization>,
    why: EventKind,
) -> Result<(), ActionError> {
    authorizations::lock(tx, authorization).await?;
    let a = &mut authorization.value;
    let external_id = authorizations::find_external_id(tx, a.id).await?;
    let event = Event::of_authorization(why, external_id.as_deref(), a.id);
    let callback = webhooks::find_callback(tx, a.id).await?;
    let position = record_event(context, tx, a.app_id, &event, callback.as_ref(), context.now()).await?;
    a.end(position.at);
    let about = About::app(a.app_id).of_person(a.person_id);
    authorizations::save(tx, authorization).await?;
    audit::write(context, tx, Deed::Request(why), about).await?;
    Ok(())
}

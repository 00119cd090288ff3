//! A patient allows the app: the one transaction in which a request is picked up. "What a page shows is what is done":
//! what the page was made of is handed in, and where it differs from what is true within the transaction, nothing is
//! granted.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::{
    choose_record::candidates,
    connections,
    open::{OpenWithPerson, may_go_on},
};
use crate::{
    actions::{
        ActionError, Context,
        audit::{self, About},
        invitations::forget,
        record::{callback_of, commit, record_of},
    },
    domain::{
        application::{App, AuthorizationRule},
        audit::Deed,
        authorization::{Authorization, granted},
        connect_request::{ConnectRequest, Refusal},
        event::{Event, EventKind},
        invitation::Withheld,
        journey::{Journey, RecordChoice},
        person::Record,
        retention::JOURNEY_IDLE,
    },
    ports,
    store::{
        StoreError, Tx, Versioned, apps, authorizations, connect_requests, events::Position, journeys,
        records, records::Pickable, retry_on_conflict, webhooks,
    },
};

/// What is decided, and what the page that asks for the decision shows.
#[derive(Debug)]
pub struct Pending {
    /// The journey, its request, its app, and who decides.
    pub open: OpenWithPerson,
    /// The record that she picked.
    pub choice: RecordChoice,
    /// Its name.
    pub record_name: String,
    /// Her other records that stay connected to this app.
    pub stays_connected: Vec<String>,
}

/// Loads what is to be decided. Hands the journey back when the record picked is hers no more: she picks again.
pub async fn pending(
    context: &Context,
    open: OpenWithPerson,
) -> Result<Result<Pending, OpenWithPerson>, ActionError> {
    let Some(choice) = open.journey.choice_of(open.person.id).cloned() else { return Ok(Err(open)) };
    let candidates = candidates(context, &open).await?;
    let is_it = |c: &&Pickable| choice == RecordChoice::Existing(c.id);
    let name = match &choice {
        RecordChoice::New(name) => Some(name.clone()),
        RecordChoice::Existing(_) => candidates.iter().find(is_it).map(|c| c.name.clone()),
    };
    let Some(record_name) = name else { return Ok(Err(open)) };
    let stays_connected =
        candidates.iter().filter(|c| c.connected && !is_it(c)).map(|c| c.name.clone()).collect();
    Ok(Ok(Pending { open, choice, record_name, stays_connected }))
}

/// What came of it.
#[derive(Debug, PartialEq, Eq)]
pub enum Authorized {
    /// The app may use the record; so it may if this was done before (a double click, a second tab).
    Done,
    /// The request can no longer be picked up.
    Refused(Refusal),
    /// Something differs from what the page showed: show it again.
    Changed,
    /// The journey is not (any more) at this step. Send her where she is.
    NotNow,
}

/// Authorizes the app for the record that the page showed, with the optional rules in `ticked`.
pub async fn authorize(
    context: &Context,
    shown: &Pending,
    ticked: &[String],
) -> Result<Authorized, ActionError> {
    let origin = &shown.open.journey.origin;
    retry_on_conflict!({
        let now = context.now();
        let mut tx = context.db.write().await?;
        let found = journeys::find(&mut tx, origin.session_id, origin.id, now - JOURNEY_IDLE).await?;
        let Some(journey) = found else { return Ok(Authorized::NotNow) };
        if journey.value.authorization_id().is_some() {
            return Ok(Authorized::Done);
        }
        if !journey.value.is_open() {
            return Ok(Authorized::NotNow);
        }
        let request = connect_requests::find(&mut tx, origin.request_id).await?;
        let app = apps::find(&mut tx, origin.app_id).await?.map(|a| a.value);
        let (Some(request), Some(app)) = (request, app) else {
            return Ok(Authorized::Refused(Refusal::Withdrawn));
        };
        if let Err(refusal) = may_go_on(context, &journey.value, &request.value, &app) {
            return Ok(Authorized::Refused(refusal));
        }
        if differs(shown, &journey.value, &app) {
            return Ok(Authorized::Changed);
        }
        let Ok(rules) = granted(&app.rules, ticked) else { return Ok(Authorized::Changed) };
        let Some(record) = record(context, &mut tx, shown, now).await? else {
            return Ok(Authorized::Changed);
        };
        let pickup = Pickup { journey, request, record, rules, now };
        pickup.carry_out(context, &mut tx, shown.open.person.id).await?;
        commit(context, tx, app.id).await?;
        Ok(Authorized::Done)
    })
}

fn differs(shown: &Pending, journey: &Journey, app: &App) -> bool {
    let asked = |app: &App| (app.rules.clone(), app.name.clone(), app.organization.clone());
    journey.choice_of(shown.open.person.id) != Some(&shown.choice) || asked(app) != asked(&shown.open.app)
}

/// The record picked, making the new one now. `None` when it is hers no more, or has another name by now.
async fn record(
    context: &Context,
    tx: &mut Tx,
    shown: &Pending,
    now: DateTime<Utc>,
) -> Result<Option<Record>, StoreError> {
    let person_id = shown.open.person.id;
    match &shown.choice {
        RecordChoice::Existing(id) => {
            let found = records::find_of_person(tx, person_id, *id).await?;
            Ok(found.filter(|record| record.name == shown.record_name))
        }
        RecordChoice::New(name) => {
            let record = Record { id: context.new_id(now), name: name.clone() };
            records::insert(tx, &record, person_id, now).await?;
            Ok(Some(record))
        }
    }
}

/// A request that is being picked up.
struct Pickup {
    journey: Versioned<Journey>,
    request: Versioned<ConnectRequest>,
    record: Record,
    rules: Vec<AuthorizationRule>,
    now: DateTime<Utc>,
}

impl Pickup {
    async fn carry_out(mut self, context: &Context, tx: &mut Tx, person_id: Uuid) -> Result<(), ActionError> {
        let app_id = self.request.value.app_id;
        let before = authorizations::find_of(tx, app_id, person_id, self.record.id).await?;
        let id = before.as_ref().map_or_else(|| context.new_id(self.now), |a| a.value.id);
        let kind = match &before {
            Some(_) => EventKind::Reauthorized,
            None if authorizations::count_pickups(tx, self.request.value.id).await? > 0 => {
                EventKind::RecordAdded
            }
            None => EventKind::Authorized,
        };
        // Pseudonyms are found before the log's position is taken: rows first, log last.
        let given = match before {
            Some(before) => Given::Again(before),
            None => Given::First(pseudonyms(context, tx, app_id, person_id, self.record.id).await?),
        };
        connect_requests::lock(tx, &self.request).await?;
        journeys::lock(tx, &self.journey).await?;
        if let Given::Again(a) = &given {
            authorizations::lock(tx, a).await?;
        }
        forget(tx, self.request.value.id, Withheld::PickedUp).await?;
        let event = Event::of_authorization(kind, Some(&self.request.value.external_id), id);
        let position = record_of(context, tx, &self.request.value, &event, self.now).await?;
        self.save_authorization(context, tx, person_id, id, given, position).await?;
        authorizations::save_pickup(tx, self.request.value.id, id, app_id, position).await?;
        webhooks::save_callback(tx, id, callback_of(&self.request.value).as_ref()).await?;
        self.request.value.picked_up(position.at);
        connect_requests::save(tx, &self.request).await?;
        let done = self.journey.value.authorize(person_id, self.record.id, id, position.at);
        done.map_err(|_| StoreError::Conflict)?;
        journeys::save(tx, &self.journey).await?;
        let about = About::app(app_id).of_person(person_id);
        audit::write(context, tx, Deed::Request(kind), about).await?;
        connections::tell(context, tx, (person_id, app_id), kind).await
    }

    async fn save_authorization(
        &self,
        context: &Context,
        tx: &mut Tx,
        person_id: Uuid,
        id: Uuid,
        given: Given,
        position: Position,
    ) -> Result<(), StoreError> {
        match given {
            Given::Again(mut a) => {
                a.value.renew(self.rules.clone(), position.at);
                authorizations::save(tx, &a).await
            }
            Given::First((person_pseudonym, app_specific_record_id)) => {
                let a = Authorization {
                    id,
                    app_id: self.request.value.app_id,
                    person_id,
                    record_id: self.record.id,
                    person_pseudonym,
                    record_pseudonym: ports::new_pseudonym(&*context.random),
                    app_specific_record_id,
                    rules: self.rules.clone(),
                    since: position.at,
                    authorized_at: position.at,
                    ended_at: None,
                };
                authorizations::insert(tx, &a).await
            }
        }
    }
}

/// An authorization that was there before, or the pseudonyms of a new one.
enum Given {
    Again(Versioned<Authorization>),
    First((Uuid, String)),
}

/// What this app knows the person and the record by, across all their authorizations.
async fn pseudonyms(
    context: &Context,
    tx: &mut Tx,
    app_id: Uuid,
    person_id: Uuid,
    record_id: Uuid,
) -> Result<(Uuid, String), StoreError> {
    let fresh = ports::new_pseudonym(&*context.random);
    let person = records::person_pseudonym(tx, app_id, person_id, fresh).await?;
    for _ in 0..8 {
        let fresh = app_specific_record_id(&ports::bytes(&*context.random));
        if let Some(record) = records::app_specific_record(tx, app_id, record_id, &fresh).await? {
            return Ok((person, record));
        }
    }
    Err(StoreError::Conflict)
}

/// A decimal number of fifteen digits, as the classic service's were decimal numbers (healthvault-wire, section 11);
/// long enough that it tells nothing of how many records there are.
fn app_specific_record_id(random: &[u8; 8]) -> String {
    let number = u64::from_le_bytes(*random) % 900_000_000_000_000 + 100_000_000_000_000;
    number.to_string()
}

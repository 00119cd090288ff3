//! A patient allows the app: the one transaction in which a request is picked up.

use uuid::Uuid;

use super::{
    ActionError, JOURNEY_IDLE, Parts, facts,
    facts::Visited,
    tell::{callback_of, commit, tell_of},
};
use crate::{
    domain::{
        application::AuthorizationRule,
        authorization::{Authorization, granted},
        connect_request::Refusal,
        event::{Event, EventKind},
        person::Record,
    },
    ports,
    store::{
        StoreError, Tx, apps, authorizations, connect_requests, journeys, journeys::Journey, records,
        retry_on_conflict, webhooks,
    },
};

/// What came of it.
#[derive(Debug, PartialEq, Eq)]
pub enum Authorized {
    /// The app may use the record; so it may if this was done before (a double click, a second tab).
    Done,
    /// The request can no longer be picked up.
    Refused(Refusal),
    /// A rule was ticked that the app does not ask for: its rules changed since the page was shown. Show it again.
    RulesChanged,
    /// The journey is not (any more) at this step. Send her where she is.
    NotNow,
}

/// Authorizes the app for the record picked, with the optional rules in `ticked`. `shown` is what the page listed:
/// if the app asks for something else by now, nothing is granted, because she has not read it.
pub async fn authorize(
    parts: &Parts,
    visited: &Visited,
    ticked: &[String],
    shown: &str,
) -> Result<Authorized, ActionError> {
    let Some(person) = &visited.person else { return Ok(Authorized::NotNow) };
    retry_on_conflict!({
        let now = parts.now();
        let mut tx = parts.db.write().await?;
        let found =
            journeys::find(&mut tx, visited.journey.visit_id, visited.journey.id, now - JOURNEY_IDLE).await?;
        let Some(mut journey) = found else { return Ok(Authorized::NotNow) };
        if journey.value.authorized_at.is_some() {
            return Ok(Authorized::Done);
        }
        if !journey.value.is_open()
            || journey.value.answered_at.is_none()
            || journey.value.person_id != Some(person.id)
        {
            return Ok(Authorized::NotNow);
        }
        let request = connect_requests::find(&mut tx, journey.value.request_id).await?;
        let app = apps::find(&mut tx, journey.value.app_id).await?.map(|a| a.value);
        let as_value = request.as_ref().map(|r| r.value.clone());
        if let Some(refusal) = facts::refusal(parts, &as_value, app.as_ref(), &visited.facts) {
            return Ok(Authorized::Refused(refusal));
        }
        let (Some(mut request), Some(app)) = (request, app) else {
            return Ok(Authorized::Refused(Refusal::Withdrawn));
        };
        if shown != fingerprint(parts, &app.rules) {
            return Ok(Authorized::RulesChanged);
        }
        let Ok(rules) = granted(&app.rules, ticked) else { return Ok(Authorized::RulesChanged) };

        let Some(record) = record(parts, &mut tx, &journey.value, person.id, now).await? else {
            return Ok(Authorized::NotNow);
        };
        let before = authorizations::find_of(&mut tx, app.id, person.id, record.id).await?;
        let picked_up_before = authorizations::count_pickups(&mut tx, request.value.id).await? > 0;
        let id = before.as_ref().map_or_else(|| parts.new_id(now), |a| a.value.id);
        let kind = match (&before, picked_up_before) {
            (Some(_), _) => EventKind::Reauthorized,
            (None, true) => EventKind::RecordAdded,
            (None, false) => EventKind::Authorized,
        };
        let fresh = match before {
            Some(_) => None,
            None => Some(pseudonyms(parts, &mut tx, app.id, person.id, record.id).await?),
        };
        connect_requests::hold(&mut tx, &request).await?;
        journeys::hold(&mut tx, &journey).await?;
        if let Some(a) = &before {
            authorizations::hold(&mut tx, a).await?;
        }
        let event = Event::of_authorization(kind, Some(&request.value.external_id), id);
        let place = tell_of(parts, &mut tx, &request.value, &event, now).await?;
        match (before, fresh) {
            (Some(mut a), _) => {
                a.value.renew(rules, place.at);
                authorizations::save(&mut tx, &a).await?;
            }
            (None, fresh) => {
                let (person_pseudonym, app_specific_record_id) = fresh.ok_or(StoreError::Conflict)?;
                let a = Authorization {
                    id,
                    app_id: app.id,
                    person_id: person.id,
                    record_id: record.id,
                    person_pseudonym,
                    record_pseudonym: ports::new_pseudonym(&*parts.random),
                    app_specific_record_id,
                    rules,
                    since: place.at,
                    authorized_at: place.at,
                    ended_at: None,
                };
                authorizations::insert(&mut tx, &a).await?;
            }
        }
        authorizations::save_pickup(&mut tx, request.value.id, id, app.id, place).await?;
        webhooks::save_callback(&mut tx, id, callback_of(&request.value).as_ref()).await?;
        request.value.picked_up(place.at);
        connect_requests::save(&mut tx, &request).await?;
        let j = &mut journey.value;
        j.record_id = Some(record.id);
        j.authorization_id = Some(id);
        j.authorized_at = Some(place.at);
        j.touched_at = now;
        journeys::save(&mut tx, &journey).await?;
        commit(parts, tx, app.id).await?;
        Ok(Authorized::Done)
    })
}

/// A short text that stands for the rules as the page showed them.
pub fn fingerprint(parts: &Parts, rules: &[AuthorizationRule]) -> String {
    let text = serde_json::to_string(rules).unwrap_or_default();
    let hash = parts.keys.hash(crate::keys::Purpose::Form, &[b"rules", text.as_bytes()]);
    data_encoding::BASE64URL_NOPAD.encode(&hash[..12])
}

/// The record picked, making the new one now.
async fn record(
    parts: &Parts,
    tx: &mut Tx,
    journey: &Journey,
    person_id: Uuid,
    now: chrono::DateTime<chrono::Utc>,
) -> Result<Option<Record>, StoreError> {
    match (journey.record_id, &journey.new_record_name) {
        (Some(id), _) => records::find_of_person(tx, person_id, id).await,
        (None, Some(name)) => {
            let record = Record { id: parts.new_id(now), name: name.clone() };
            records::insert(tx, &record, person_id, now).await?;
            Ok(Some(record))
        }
        (None, None) => Ok(None),
    }
}

/// What this app knows the person and the record by, across all their authorizations.
async fn pseudonyms(
    parts: &Parts,
    tx: &mut Tx,
    app_id: Uuid,
    person_id: Uuid,
    record_id: Uuid,
) -> Result<(Uuid, String), StoreError> {
    let fresh = ports::new_pseudonym(&*parts.random);
    let person = records::person_pseudonym(tx, app_id, person_id, fresh).await?;
    for _ in 0..8 {
        let fresh = app_specific_record_id(&ports::bytes(&*parts.random));
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

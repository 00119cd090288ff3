//! A patient picks the record that the app shall use: one of hers, or a new one.

use uuid::Uuid;

use super::open::OpenWithPerson;
use crate::{
    actions::{ActionError, Context},
    domain::{journey::RecordChoice, retention::JOURNEY_IDLE},
    store::{authorizations, journeys, records, retry_on_conflict},
};

/// A record that she may choose.
#[derive(Debug, PartialEq, Eq)]
pub struct Candidate {
    /// Its id, which only its holder ever sees.
    pub id: Uuid,
    /// Its name.
    pub name: String,
    /// Picked with this connect request before ("the one used before marked").
    pub used_before: bool,
    /// The app may use it now.
    pub connected: bool,
}

/// The records of the signed-in person.
pub async fn candidates(context: &Context, open: &OpenWithPerson) -> Result<Vec<Candidate>, ActionError> {
    let person_id = open.person.id;
    let mut tx = context.db.read().await?;
    let used = authorizations::list_records_of_request(&mut tx, open.request.id, person_id).await?;
    let given = authorizations::list_of_person(&mut tx, person_id).await?;
    let connected = |record: Uuid| {
        given
            .iter()
            .any(|a| a.value.app_id == open.app.id && a.value.record_id == record && a.value.is_active())
    };
    Ok(records::list_of_person(&mut tx, person_id)
        .await?
        .into_iter()
        .map(|r| Candidate {
            used_before: used.contains(&r.id),
            connected: connected(r.id),
            id: r.id,
            name: r.name,
        })
        .collect())
}

/// What came of a pick.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Chosen {
    /// Noted.
    Done,
    /// The record is not hers.
    NotHers,
    /// The journey is decided already, or not that far.
    NotNow,
}

/// Notes the pick.
pub async fn choose_record(
    context: &Context,
    open: &OpenWithPerson,
    choice: &RecordChoice,
) -> Result<Chosen, ActionError> {
    let origin = &open.journey.origin;
    retry_on_conflict!({
        let now = context.now();
        let mut tx = context.db.write().await?;
        let found = journeys::find(&mut tx, origin.session_id, origin.id, now - JOURNEY_IDLE).await?;
        let Some(mut journey) = found else { return Ok::<_, ActionError>(Chosen::NotNow) };
        if let RecordChoice::Existing(id) = choice
            && records::find_of_person(&mut tx, open.person.id, *id).await?.is_none()
        {
            return Ok(Chosen::NotHers);
        }
        if journey.value.pick(open.person.id, choice.clone(), now).is_err() {
            return Ok(Chosen::NotNow);
        }
        journeys::save(&mut tx, &journey).await?;
        tx.commit().await?;
        Ok(Chosen::Done)
    })
}

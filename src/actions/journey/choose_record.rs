//! A patient picks the record that the app shall use: one of hers, or a new one.

use super::open::OpenWithPerson;
use crate::{
    actions::{ActionError, Context},
    domain::{journey::RecordChoice, retention::JOURNEY_IDLE},
    store::{journeys, records, records::Pickable, retry_on_conflict},
};

/// The records of the signed-in person: those that she may pick.
pub async fn candidates(context: &Context, open: &OpenWithPerson) -> Result<Vec<Pickable>, ActionError> {
    let mut tx = context.db.read_one().await?;
    Ok(records::list_pickable(&mut tx, open.person.id, open.request.id, open.app.id).await?)
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

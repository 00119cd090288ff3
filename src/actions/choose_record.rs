//! A patient picks the record that the app shall use: one of hers, or a new one.

use uuid::Uuid;

use super::{ActionError, JOURNEY_IDLE, Parts, facts::Visited};
use crate::store::{authorizations, journeys, records, retry_on_conflict};

/// A record as a choice.
#[derive(Debug, PartialEq, Eq)]
pub struct Choice {
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
pub async fn choices(parts: &Parts, visited: &Visited) -> Result<Vec<Choice>, ActionError> {
    let Some(person) = &visited.person else { return Ok(Vec::new()) };
    let mut tx = parts.db.read().await?;
    let used =
        authorizations::list_records_of_request(&mut tx, visited.journey.request_id, person.id).await?;
    let given = authorizations::list_of_person(&mut tx, person.id).await?;
    let connected = |record: Uuid| {
        given.iter().any(|a| {
            a.value.app_id == visited.journey.app_id && a.value.record_id == record && a.value.is_active()
        })
    };
    Ok(records::list_of_person(&mut tx, person.id)
        .await?
        .into_iter()
        .map(|r| Choice {
            used_before: used.contains(&r.id),
            connected: connected(r.id),
            id: r.id,
            name: r.name,
        })
        .collect())
}

/// What she picked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Pick {
    /// One of her records.
    Record(Uuid),
    /// A new one, made when the app is allowed: "declining … keeps nothing".
    New {
        /// Whose record it is.
        name: String,
    },
}

/// Notes the pick. False when the record is not hers, or the journey is decided already.
pub async fn choose_record(parts: &Parts, visited: &Visited, pick: &Pick) -> Result<bool, ActionError> {
    let Some(person) = &visited.person else { return Ok(false) };
    retry_on_conflict!({
        let now = parts.now();
        let mut tx = parts.db.write().await?;
        let found =
            journeys::find(&mut tx, visited.journey.visit_id, visited.journey.id, now - JOURNEY_IDLE).await?;
        let Some(mut journey) = found.filter(|j| j.value.is_open() && j.value.answered_at.is_some()) else {
            return Ok::<_, ActionError>(false);
        };
        let j = &mut journey.value;
        match pick {
            Pick::Record(id) => {
                if records::find_of_person(&mut tx, person.id, *id).await?.is_none() {
                    return Ok(false);
                }
                j.record_id = Some(*id);
                j.new_record_name = None;
            }
            Pick::New { name } => {
                j.record_id = None;
                j.new_record_name = Some(name.clone());
            }
        }
        j.person_id = Some(person.id);
        j.touched_at = now;
        journeys::save(&mut tx, &journey).await?;
        tx.commit().await?;
        Ok(true)
    })
}

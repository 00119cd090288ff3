//! A patient declines. Nothing is kept but that she did; using the code again undoes it.

use super::{
    ActionError, JOURNEY_IDLE, Parts,
    facts::Visited,
    tell::{commit, tell_of},
};
use crate::{
    domain::event::{Event, EventKind},
    store::{connect_requests, journeys, retry_on_conflict},
};

/// Declines. False when the journey is decided already, or not that far.
pub async fn decline(parts: &Parts, visited: &Visited) -> Result<bool, ActionError> {
    retry_on_conflict!({
        let now = parts.now();
        let mut tx = parts.db.write().await?;
        let found =
            journeys::find(&mut tx, visited.journey.visit_id, visited.journey.id, now - JOURNEY_IDLE).await?;
        let Some(mut journey) = found.filter(|j| j.value.is_open() && j.value.answered_at.is_some()) else {
            return Ok::<_, ActionError>(false);
        };
        let j = &mut journey.value;
        j.person_id = None;
        j.record_id = None;
        j.new_record_name = None;
        j.declined_at = Some(now);
        j.touched_at = now;
        journeys::save(&mut tx, &journey).await?;
        if let Some(request) = connect_requests::find(&mut tx, journey.value.request_id).await? {
            let event = Event::of_request(EventKind::Declined, &request.value.external_id);
            tell_of(parts, &mut tx, &request.value, &event, now).await?;
        }
        commit(parts, tx, journey.value.app_id).await?;
        Ok(true)
    })
}

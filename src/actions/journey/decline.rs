//! A patient declines. Nothing is kept but that she did; using the code again undoes it.

use super::open::OpenWithPerson;
use crate::{
    actions::{
        ActionError, Context,
        audit::{self, About},
        record::{commit, record_of},
    },
    domain::{
        audit::Deed,
        event::{Event, EventKind},
        retention::JOURNEY_IDLE,
    },
    store::{connect_requests, journeys, retry_on_conflict},
};

/// Declines. False when the journey is decided already, or not that far.
pub async fn decline(context: &Context, open: &OpenWithPerson) -> Result<bool, ActionError> {
    let origin = &open.journey.origin;
    retry_on_conflict!({
        let now = context.now();
        let mut tx = context.db.write().await?;
        let found = journeys::find(&mut tx, origin.session_id, origin.id, now - JOURNEY_IDLE).await?;
        let Some(mut journey) = found else { return Ok::<_, ActionError>(false) };
        if journey.value.decline(now).is_err() {
            return Ok(false);
        }
        journeys::save(&mut tx, &journey).await?;
        if let Some(request) = connect_requests::find(&mut tx, origin.request_id).await? {
            let event = Event::of_request(EventKind::Declined, &request.value.external_id);
            record_of(context, &mut tx, &request.value, &event, now).await?;
        }
        let about = About::app(origin.app_id).of_person(open.person.id);
        audit::write(context, &mut tx, Deed::Request(EventKind::Declined), about).await?;
        commit(context, tx, origin.app_id).await?;
        Ok(true)
    })
}

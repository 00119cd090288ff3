//! "The patient says “I did not expect this”; the code freezes and the app is told." Whoever holds the code may do it,
//! without an answer; the clinic's re-arm lifts it.

use super::open::Open;
use crate::{
    actions::{
        ActionError, Context,
        audit::{self, About},
        invitations::withhold,
        record::{commit, record_of},
    },
    domain::{
        audit::Deed,
        connect_request::Refusal,
        event::{Event, EventKind},
        invitation::Withheld,
    },
    store::{connect_requests, retry_on_conflict},
};

/// Freezes the request of an open journey, and tells the app. Repeating it changes nothing.
pub async fn report(context: &Context, open: &Open) -> Result<Result<(), Refusal>, ActionError> {
    retry_on_conflict!({
        let now = context.now();
        let mut tx = context.db.write().await?;
        let Some(mut request) = connect_requests::find(&mut tx, open.request.id).await? else {
            return Ok::<_, ActionError>(Err(Refusal::Withdrawn));
        };
        match request.value.report(now, &context.rules.retention) {
            Err(refusal) => return Ok(Err(refusal)),
            Ok(false) => return Ok(Ok(())),
            Ok(true) => {}
        }
        connect_requests::save(&mut tx, &request).await?;
        withhold(&mut tx, request.value.id, Withheld::Frozen).await?;
        let event = Event::of_request(EventKind::Reported, &request.value.external_id);
        record_of(context, &mut tx, &request.value, &event, now).await?;
        let about = About::app(request.value.app_id);
        audit::write(context, &mut tx, Deed::Request(EventKind::Reported), about).await?;
        commit(context, tx, request.value.app_id).await?;
        Ok(Ok(()))
    })
}

//! An app gives a locked or frozen code its chances back: "same code, same letter, fresh chances", with a reason, at
//! most three times.

use crate::{
    actions::{
        ActionError, Context,
        audit::{self, About},
        invitations::resume,
        record::{commit, record_of},
    },
    domain::{
        application::ConnectApp,
        audit::Deed,
        connect_request::ConnectRequest,
        event::{Event, EventKind},
        labels::LabelProblem,
        rearm::{NotRearmed, Reason},
    },
    store::{connect_requests, retry_on_conflict},
};

/// What came of it.
#[derive(Debug)]
pub enum Rearmed {
    /// The code takes answers again.
    Done(Box<ConnectRequest>),
    /// The rules say no.
    Refused(NotRearmed),
    /// The reason cannot be used.
    Reason(LabelProblem),
    /// This app has no such request.
    NotFound,
}

/// Re-arms a request's code, keeps the reason, and records it in the app's log.
pub async fn rearm(
    context: &Context,
    app: &ConnectApp,
    external_id: &str,
    reason: &str,
) -> Result<Rearmed, ActionError> {
    let reason = match Reason::parse(reason) {
        Ok(reason) => reason,
        Err(problem) => return Ok(Rearmed::Reason(problem)),
    };
    retry_on_conflict!({
        let now = context.now();
        let keep = &context.rules.retention;
        let mut tx = context.db.write_for_app().await?;
        let found = connect_requests::find_by_external_id(&mut tx, app.id, external_id).await?;
        let found = found.filter(|r| !r.value.is_gone(now, keep));
        let Some(mut request) = found else { return Ok::<_, ActionError>(Rearmed::NotFound) };
        if let Err(refused) = request.value.rearm(now, keep) {
            return Ok(Rearmed::Refused(refused));
        }
        connect_requests::save(&mut tx, &request).await?;
        let id = context.new_id(now);
        connect_requests::insert_rearm(&mut tx, id, request.value.id, reason.as_str(), now).await?;
        resume(context, &mut tx, &request.value, now).await?;
        let event = Event::of_request(EventKind::Rearmed, &request.value.external_id);
        record_of(context, &mut tx, &request.value, &event, now).await?;
        audit::write(context, &mut tx, Deed::Request(EventKind::Rearmed), About::app(app.id)).await?;
        commit(context, tx, app.id).await?;
        context.notifier.mail();
        Ok(Rearmed::Done(Box::new(request.value)))
    })
}

//! What happens to a session at every request of the portal.

use actix_web::{
    HttpMessage,
    body::MessageBody,
    dev::{ServiceRequest, ServiceResponse},
    middleware::Next,
    web::Data,
};
use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::{
    cookie_life::{self, CookieLife},
    session::Session,
};
use crate::{
    actions::{ActionError, Context, journey::sessions},
    domain::retention::TOUCH_EVERY,
    installation::Installation,
};

/// Keeps a session in use alive, writing at most once a minute, ends a sign-in that was not used in time, and finds the
/// journeys of a browser that was closed.
pub async fn keep_session(
    req: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<impl MessageBody>, actix_web::Error> {
    let installation =
        req.app_data::<Data<Installation>>().expect("the installation is part of every app").clone();
    if installation.looks.are_due() {
        Box::pin(installation.looks.refresh(&installation.context)).await;
    }
    let session = Session::of(req.request(), installation.context.now());
    let was_shared = session.is_of_shared_computer();
    match (session.id(), session.seen_at()) {
        (Some(id), Some(seen)) => {
            // A page that can be read shall be read, even when this cannot be written just now. Boxed, so that requests
            // without a session do not carry it.
            if let Err(e) = Box::pin(use_of(&installation.context, &session, id, seen)).await {
                tracing::warn!(cause = %e, "a session's use could not be noted");
            }
        }
        _ => take_up(&installation, &session, &req),
    }
    let response = next.call(req).await?;
    let life = CookieLife::of(&session, was_shared);
    response.request().extensions_mut().insert(life);
    Ok(response)
}

/// Finds the journeys of a browser that was closed.
fn take_up(installation: &Installation, session: &Session, req: &ServiceRequest) {
    let (context, secure) = (&installation.context, installation.site.secure());
    if let Some(id) = cookie_life::remembered(context, req.request(), secure) {
        session.begin(id, cookie_life::token_of_remembered(context, id));
    }
}

/// Notes the use of a session, last noted at `seen`, or ends a sign-in that was not used in time.
async fn use_of(
    context: &Context,
    session: &Session,
    id: Uuid,
    seen: DateTime<Utc>,
) -> Result<(), ActionError> {
    let was_shared = session.is_of_shared_computer();
    if session.end_stale_sign_in() {
        if was_shared {
            session.start_over();
            sessions::end(context, id).await?;
        }
        return Ok(());
    }
    if context.now() - seen >= TOUCH_EVERY {
        sessions::touch(context, id).await?;
    }
    Ok(())
}

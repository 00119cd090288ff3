//! What happens to a session at every request of the portal.

use actix_web::{
    body::MessageBody,
    dev::{ServiceRequest, ServiceResponse},
    middleware::Next,
    web::Data,
};

use super::session::Session;
use crate::{actions::journey::sessions, domain::retention::TOUCH_EVERY, installation::Installation};

/// Keeps a session in use alive, writing at most once a minute, and ends a sign-in that was not used in time.
pub async fn keep_session(
    req: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<impl MessageBody>, actix_web::Error> {
    if let Some(installation) = req.app_data::<Data<Installation>>().cloned() {
        let now = installation.context.now();
        let session = Session::of(req.request(), now);
        if let (Some(id), Some(seen)) = (session.id(), session.seen_at())
            && !session.end_stale_sign_in()
            && now - seen >= TOUCH_EVERY
        {
            // A page that can be read shall be read, even when this cannot be written just now.
            if let Err(e) = sessions::touch(&installation.context, id).await {
                tracing::warn!(cause = %e, "a session's use could not be noted");
            }
        }
    }
    next.call(req).await
}

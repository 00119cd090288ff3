//! An app deletes a connect request that was not picked up.

use crate::actions::{
    ActionError, Context,
    audit::{self, About},
    record::{commit, record_expired},
};
use crate::{
    domain::{application::ConnectApp, audit::Deed},
    store::{connect_requests, retry_on_conflict},
};

/// What came of it.
#[derive(Debug, PartialEq, Eq)]
pub enum Deleted {
    /// It is gone, and its external ID is free.
    Done,
    /// "Deleting an authorized one is refused and changes nothing."
    AlreadyAuthorized,
    /// This app has no such request.
    NotFound,
}

/// Deletes a request that is pending, locked or expired.
pub async fn delete_request(
    context: &Context,
    app: &ConnectApp,
    external_id: &str,
) -> Result<Deleted, ActionError> {
    retry_on_conflict!({
        let now = context.now();
        let mut tx = context.db.write_for_app().await?;
        let found = connect_requests::find_by_external_id(&mut tx, app.id, external_id).await?;
        let found = found.filter(|r| !r.value.is_gone(now, &context.rules.retention));
        let Some(request) = found else { return Ok::<_, ActionError>(Deleted::NotFound) };
        if !request.value.may_delete(now) {
            return Ok(Deleted::AlreadyAuthorized);
        }
        // What nobody has come to tell yet is told before it is gone.
        record_expired(context, &mut tx, &request.value, now).await?;
        connect_requests::delete(&mut tx, &request, now).await?;
        audit::write_command(context, &mut tx, Deed::RequestDeleted, About::app(app.id)).await?;
        commit(context, tx, app.id).await?;
        Ok(Deleted::Done)
    })
}

//! An app gives a connect request another external ID.

use crate::actions::{ActionError, Context, app::create_request::delete_if_gone, renew};
use crate::{
    domain::{
        application::ConnectApp,
        connect_request::ConnectRequest,
        identity_code::IdentityCode,
        labels::{ExternalId, LabelProblem},
    },
    store::{connect_requests, retry_on_conflict},
};

/// How the request is named ("named by the old external ID or by the identity code").
#[derive(Debug, Clone)]
pub enum Named<'a> {
    /// By the external ID that it has.
    ExternalId(&'a str),
    /// By its identity code.
    Code(&'a IdentityCode),
}

/// What came of it.
#[derive(Debug)]
pub enum Updated {
    /// It has the new external ID (or had it already).
    Done(Box<ConnectRequest>),
    /// "To one that is taken: refused as a duplicate."
    Duplicate,
    /// This app has no such request.
    NotFound,
    /// The new external ID cannot be used.
    ExternalId(LabelProblem),
}

/// Changes the external ID, at any time in the request's life.
pub async fn update_external_id(
    context: &Context,
    app: &ConnectApp,
    named: &Named<'_>,
    new: &str,
) -> Result<Updated, ActionError> {
    let new = match ExternalId::parse(new) {
        Ok(id) => id,
        Err(problem) => return Ok(Updated::ExternalId(problem)),
    };
    retry_on_conflict!({
        let now = context.now();
        let mut tx = context.db.write_for_app().await?;
        let found = match named {
            Named::ExternalId(id) => connect_requests::find_by_external_id(&mut tx, app.id, id).await?,
            Named::Code(code) => {
                let hashes = context.code_hashes(code);
                match connect_requests::find_by_code(&mut tx, &hashes).await? {
                    Some((hash, request)) => {
                        renew::Named::Code.rename_in(&mut tx, &hash, &hashes).await?;
                        Some(request)
                    }
                    None => None,
                }
            }
        };
        let found =
            found.filter(|r| r.value.app_id == app.id && !r.value.is_gone(now, &context.rules.retention));
        let Some(mut request) = found else { return Ok(Updated::NotFound) };
        if request.value.external_id == new.as_str() {
            return Ok(Updated::Done(Box::new(request.value)));
        }
        if let Some(taken) = connect_requests::find_by_external_id(&mut tx, app.id, new.as_str()).await?
            && !delete_if_gone(context, &mut tx, &taken, now).await?
        {
            return Ok(Updated::Duplicate);
        }
        connect_requests::save_external_id(&mut tx, &request, new.as_str()).await?;
        tx.commit().await?;
        request.value.external_id = new.as_str().to_owned();
        Ok::<_, ActionError>(Updated::Done(Box::new(request.value)))
    })
}

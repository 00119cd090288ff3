//! An app, or its operator, looks at what was sent to its callback addresses.

use crate::actions::{ActionError, Context};
use crate::{
    domain::{application::App, labels::ExternalId},
    store::webhooks,
};

pub use crate::store::webhooks::{Attempt, Delivery};

/// The start of the list, which is its newest end.
pub const NEWEST: i64 = i64::MAX;

/// An app's deliveries before a number in its log, the newest first, at most `limit`; with `external_id`, those of
/// that one.
pub async fn list_deliveries(
    context: &Context,
    app: &App,
    external_id: Option<&str>,
    before: i64,
    limit: u32,
) -> Result<Vec<Delivery>, ActionError> {
    // What cannot be an external ID is nobody's.
    if external_id.is_some_and(|id| ExternalId::parse(id).is_err()) {
        return Ok(Vec::new());
    }
    let mut tx = context.db.read_one().await?;
    Ok(webhooks::list(&mut tx, app.id, before, external_id.unwrap_or_default(), limit).await?)
}

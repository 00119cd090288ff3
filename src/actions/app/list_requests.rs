//! An app looks at its connect requests.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::actions::{ActionError, Context};
use crate::{
    domain::{
        application::ConnectApp,
        connect_request::{ConnectRequest, Status},
    },
    store::{
        connect_request_lists::{self, Listed},
        connect_requests,
    },
};

/// The start of the list.
pub const START: (DateTime<Utc>, Uuid) = (DateTime::UNIX_EPOCH, Uuid::nil());

/// One request by its external ID.
pub async fn find_request(
    context: &Context,
    app: &ConnectApp,
    external_id: &str,
) -> Result<Option<ConnectRequest>, ActionError> {
    let mut tx = context.db.read_one().await?;
    let found = connect_requests::find_by_external_id(&mut tx, app.id, external_id).await?;
    Ok(found.map(|r| r.value).filter(|r| !r.is_gone(context.now(), &context.rules.retention)))
}

/// One page of an app's requests.
#[derive(Debug)]
pub struct Page {
    /// The requests, in the order of their creation.
    pub items: Vec<Listed>,
    /// Where the next page starts.
    pub next: Option<(DateTime<Utc>, Uuid)>,
}

/// An app's requests after a place, at most `limit`, of one status or all.
pub async fn list_requests(
    context: &Context,
    app: &ConnectApp,
    status: Option<Status>,
    after: (DateTime<Utc>, Uuid),
    limit: u32,
) -> Result<Page, ActionError> {
    let now = context.now();
    let mut tx = context.db.read_one().await?;
    let mut items = connect_request_lists::list(&mut tx, app.id, after, status, now, limit).await?;
    let full = items.len() == limit as usize;
    let next = items.last().filter(|_| full).map(|it| (it.request.created_at, it.request.id));
    items.retain(|it| !it.request.is_gone(now, &context.rules.retention));
    Ok(Page { items, next })
}

//! An app looks at its connect requests.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::actions::{ActionError, Context};
use crate::{
    domain::{
        application::ConnectApp,
        connect_request::{ConnectRequest, Status},
        invitation::Invitation,
    },
    store::{StoreError, Tx, connect_request_lists, connect_requests, invitations},
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
    pub items: Vec<ConnectRequest>,
    /// The invitations to those that the portal mails, by the request's id.
    pub invitations: HashMap<Uuid, Invitation>,
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
    let mut tx = context.db.read().await?;
    let items = connect_request_lists::list(&mut tx, app.id, after, status, now, limit).await?;
    let full = items.len() == limit as usize;
    let next = items.last().filter(|_| full).map(|r| (r.created_at, r.id));
    let invitations = invitations_to(&mut tx, app, &items).await?;
    let items = items.into_iter().filter(|r| !r.is_gone(now, &context.rules.retention)).collect();
    Ok(Page { items, invitations, next })
}

async fn invitations_to(
    tx: &mut Tx,
    app: &ConnectApp,
    items: &[ConnectRequest],
) -> Result<HashMap<Uuid, Invitation>, StoreError> {
    let place = |r: &ConnectRequest| (r.created_at, r.id);
    let (Some(first), Some(last)) = (items.first().map(place), items.last().map(place)) else {
        return Ok(HashMap::new());
    };
    let found = invitations::list_between(tx, app.id, first, last).await?;
    Ok(found.into_iter().map(|invitation| (invitation.request_id, invitation)).collect())
}

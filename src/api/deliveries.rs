//! `GET /deliveries`: what became of the app's callbacks.

use actix_web::{HttpRequest, HttpResponse};
use serde::{Deserialize, Serialize};

use super::{
    events::{cursor, read_cursor},
    json::{self, time},
    key::Caller,
    problem::Problem,
};
use crate::{
    actions::list_deliveries::{NEWEST, list_deliveries},
    domain::webhook::{message_id, message_type},
    store::webhooks::{Attempt, Delivery},
};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ListQuery {
    external_id: Option<String>,
    cursor: Option<String>,
    limit: Option<u32>,
}

/// One attempt.
#[derive(Debug, Serialize)]
pub struct AttemptBody {
    /// When.
    pub at: String,
    /// The HTTP status that the app answered with; null when it did not answer.
    pub status: Option<u16>,
    /// Why it did not: `no_such_host`, `refused_address`, `no_connection`, `tls`, `timeout` or `broken`; else null.
    pub failure: Option<&'static str>,
    /// How long it took.
    pub duration_ms: i64,
}

/// One message. Its address is not told: it may hold a secret.
#[derive(Debug, Serialize)]
pub struct DeliveryBody {
    /// Its `webhook-id`.
    pub id: String,
    /// Its `type`, such as `connect_request.authorized`.
    pub r#type: String,
    /// The number of its event in the app's log.
    pub seq: i64,
    /// The external ID of its request, as it was then.
    pub external_id: Option<String>,
    /// `pending`, `delivered`, `failed` (given up after three days) or `gone` (the app answered 410).
    pub state: &'static str,
    /// When it came about.
    pub created_at: String,
    /// When it is tried next, while it is pending.
    pub next_attempt_at: Option<String>,
    /// What was tried, oldest first.
    pub attempts: Vec<AttemptBody>,
}

impl From<&Attempt> for AttemptBody {
    fn from(a: &Attempt) -> Self {
        Self {
            at: time(a.at),
            status: a.status,
            failure: a.failure.map(|f| f.as_str()),
            duration_ms: a.duration_ms,
        }
    }
}

impl From<&Delivery> for DeliveryBody {
    fn from(d: &Delivery) -> Self {
        Self {
            id: message_id(d.id),
            r#type: message_type(d.kind),
            seq: d.seq,
            external_id: d.external_id.clone(),
            state: d.state.as_str(),
            created_at: time(d.created_at),
            next_attempt_at: d.next_attempt_at.map(time),
            attempts: d.attempts.iter().map(AttemptBody::from).collect(),
        }
    }
}

/// A page of deliveries, the newest first.
#[derive(Debug, Serialize)]
pub struct ListBody {
    /// The deliveries.
    pub items: Vec<DeliveryBody>,
    /// Where older ones are; null at the end.
    pub next_cursor: Option<String>,
}

const DELIVERIES: &[u8] = b"deliveries";

/// `GET /deliveries?external_id=&cursor=&limit=`.
pub async fn list(caller: Caller, req: HttpRequest) -> Result<HttpResponse, Problem> {
    let query: ListQuery = json::query(&req)?;
    let limit = json::limit(query.limit)?;
    caller.app.may_use_connect_methods().map_err(Problem::refused)?;
    let parts = &caller.portal.parts;
    let app_id = caller.app.id;
    let before = match query.cursor.as_deref().filter(|c| !c.is_empty()) {
        None => NEWEST,
        Some(cursor) => read_cursor(&parts.keys, DELIVERIES, app_id, cursor)?,
    };
    let items = list_deliveries(parts, &caller.app, query.external_id.as_deref(), before, limit).await?;
    let full = items.len() == limit as usize;
    let next = items.last().filter(|_| full).map(|last| last.seq);
    Ok(HttpResponse::Ok().json(ListBody {
        items: items.iter().map(DeliveryBody::from).collect(),
        next_cursor: next.map(|seq| cursor(&parts.keys, DELIVERIES, app_id, seq)),
    }))
}

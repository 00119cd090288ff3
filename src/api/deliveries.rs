//! `GET /deliveries`: what became of the app's callbacks.

use actix_web::{HttpRequest, HttpResponse};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::{
    cursor::{List, cursor, read_cursor, read_old_cursor},
    json::{self, time},
    key::Caller,
    problem::{Problem, problems},
};
use crate::{
    actions::app::list_deliveries::{Attempt, Delivery, NEWEST, list_deliveries},
    domain::webhook::{message_id, message_type},
};

problems! {
    ListProblems: ;
}

#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct ListQuery {
    /// Only those of this connect request. Left out or empty: all.
    external_id: Option<String>,
    /// The `next_cursor` of the page before. Left out or empty: the first page.
    cursor: Option<String>,
    /// The most items of a page: 1 to 500, 100 when left out.
    #[param(value_type = Option<u32>, minimum = 1, maximum = 500, example = 100)]
    limit: Option<String>,
}

/// One attempt.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = DeliveryAttempt)]
pub struct AttemptBody {
    /// When.
    #[schema(format = DateTime, examples("2026-11-24T09:12:31.004Z"))]
    pub at: String,
    /// The HTTP status that the app answered with; null when it did not answer.
    #[schema(required, examples(204))]
    pub status: Option<u16>,
    /// Why it did not: `no_such_host`, `refused_address`, `no_connection`, `tls`, `timeout` or `broken`; else null.
    #[schema(required, examples("timeout"))]
    pub failure: Option<&'static str>,
    /// How long it took.
    pub duration_ms: i64,
}

/// One message. Its address is not told: it may hold a secret.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Delivery)]
pub struct DeliveryBody {
    /// Its `webhook-id`.
    pub id: String,
    /// Its `type`.
    #[schema(examples("connect_request.authorized"))]
    pub r#type: String,
    /// The number of its event in the app's log.
    pub seq: i64,
    /// The external ID of its request, as it was then.
    #[schema(required, examples("patient-1001"))]
    pub external_id: Option<String>,
    /// `pending`, `delivered`, `failed` (given up after three days) or `gone` (the app answered 410).
    #[schema(examples("delivered"))]
    pub state: &'static str,
    /// When it came about.
    #[schema(format = DateTime, examples("2026-11-24T09:12:30.654321Z"))]
    pub created_at: String,
    /// When it is tried next, while it is pending; else null.
    #[schema(required, format = DateTime, examples("2026-11-24T09:17:30Z"))]
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
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = DeliveryList)]
pub struct ListBody {
    /// The deliveries.
    pub items: Vec<DeliveryBody>,
    /// Where older ones are; null at the end.
    #[schema(required)]
    pub next_cursor: Option<String>,
}

/// List what became of the callbacks
///
/// Every message to the `callback_url` of your requests, the newest first, with each attempt. Kept for thirty days
/// after it was delivered or given up.
#[utoipa::path(
    get,
    path = "/deliveries",
    operation_id = "listDeliveries",
    tag = "Events",
    params(ListQuery),
    responses((status = 200, description = "A page of them.", body = ListBody), ListProblems)
)]
pub async fn list(caller: Caller, req: HttpRequest) -> Result<HttpResponse, Problem> {
    let query: ListQuery = json::query(&req)?;
    let limit = json::limit(query.limit.as_deref())?;
    let app = caller.app()?;
    let context = &caller.installation.context;
    let before = match query.cursor.as_deref().filter(|c| !c.is_empty()) {
        None => NEWEST,
        Some(cursor) => match read_old_cursor(&context.keys, List::Deliveries, app.id, cursor) {
            Some(seq) => seq,
            None => read_cursor(&context.keys, List::Deliveries, app.id, cursor)?,
        },
    };
    let external_id = query.external_id.as_deref().filter(|id| !id.is_empty());
    let items = list_deliveries(context, app, external_id, before, limit).await?;
    let full = items.len() == limit as usize;
    let next = items.last().filter(|_| full).map(|last| last.seq);
    Ok(HttpResponse::Ok().json(ListBody {
        items: items.iter().map(DeliveryBody::from).collect(),
        next_cursor: next.map(|seq| cursor(&context.keys, List::Deliveries, app.id, &seq)),
    }))
}

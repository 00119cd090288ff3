//! `GET /events`: the app's log.

use std::time::Duration;

use actix_web::{HttpRequest, HttpResponse};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use super::{
    cursor::{List, cursor, read_cursor, read_old_cursor},
    json::{self, time},
    key::Caller,
    problem::{Problem, problems},
};
use crate::{
    actions::app::list_events::{LONGEST_WAIT, Listed, Read, list_events},
    domain::event::LoggedEvent,
    keys::Keys,
};

problems! {
    ListProblems: CursorAhead;
}

#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct ListQuery {
    /// The `next_cursor` of the last answer. Left out or empty: from the start of the log.
    cursor: Option<String>,
    /// The most items of a page: 1 to 500, 100 when left out.
    #[param(value_type = Option<u32>, minimum = 1, maximum = 500, example = 100)]
    limit: Option<String>,
    /// Seconds to wait for an event when there is none yet: 0 to 60, 0 when left out.
    #[param(value_type = Option<u32>, minimum = 0, maximum = 60, example = 30)]
    wait: Option<String>,
}

/// One event.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Event)]
pub struct EventBody {
    /// Its number in the app's log: from 1, without gaps.
    #[schema(examples(42))]
    pub seq: i64,
    /// `opened`, `wrong_answer`, `locked`, `expired`, `declined`, `authorized`, `reauthorized`, `record_added`,
    /// `disconnected` (by the patient), `given_up` (by the app), `rearmed`, `reported` (she did not expect it) or
    /// `invitation_failed` (the portal could not mail it; the request says why).
    #[schema(examples("authorized"))]
    pub r#type: &'static str,
    /// When it happened.
    #[schema(format = DateTime, examples("2026-11-24T09:12:30.654321Z"))]
    pub at: String,
    /// The external ID of the request it happened to, as it was then; null when that request is long gone.
    #[schema(required, examples("patient-1001"))]
    pub external_id: Option<String>,
    /// The person, for what changed an authorization.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub person_id: Option<Uuid>,
    /// The record, specific to the person.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub record_id: Option<Uuid>,
    /// The record, the same for every person.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub app_specific_record_id: Option<String>,
    /// Chances left, for a wrong answer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub attempts_left: Option<u32>,
}

impl From<LoggedEvent> for EventBody {
    fn from(event: LoggedEvent) -> Self {
        let (person_id, record_id, app_specific_record_id) = match event.authorization {
            Some(known) => (Some(known.person_id), Some(known.record_id), Some(known.app_specific_record_id)),
            None => (None, None, None),
        };
        Self {
            seq: event.seq,
            r#type: event.kind.as_str(),
            at: time(event.at),
            external_id: event.external_id,
            person_id,
            record_id,
            app_specific_record_id,
            attempts_left: event.attempts_left,
        }
    }
}

/// A page of the log. There is always a cursor: to go on with, or to wait at.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = EventList)]
pub struct ListBody {
    /// The events, in order.
    pub items: Vec<EventBody>,
    /// Pass it as the next `cursor`.
    pub next_cursor: String,
}

/// How far a cursor says that the app has read. One of before holds no time.
fn read(keys: &Keys, app_id: Uuid, text: &str) -> Result<Read, Problem> {
    let (seq, at) = match read_old_cursor(keys, List::Events, app_id, text) {
        Some(seq) => (seq, None),
        None => {
            let (seq, at) = read_cursor(keys, List::Events, app_id, text)?;
            (seq, Some(at))
        }
    };
    Ok(if seq == 0 { Read::Nothing } else { Read::UpTo { seq, at } })
}

fn written(keys: &Keys, app_id: Uuid, read: Read) -> String {
    let place: (i64, DateTime<Utc>) = match read {
        Read::UpTo { seq, at: Some(at) } => (seq, at),
        // The log is always answered with the time of its last event.
        Read::UpTo { at: None, .. } | Read::Nothing => (0, DateTime::UNIX_EPOCH),
    };
    cursor(keys, List::Events, app_id, &place)
}

/// List what happened
///
/// Everything your app may learn, in one order and without gaps: begin without a cursor, then always pass the last
/// `next_cursor` on. With `wait` an empty page is only answered after so many seconds, and an event as soon as it
/// happens. After an older copy of the database was put back, a cursor of what was lost answers `cursor_ahead`, and
/// never events from the middle.
#[utoipa::path(
    get,
    path = "/events",
    operation_id = "listEvents",
    tag = "Events",
    params(ListQuery),
    responses((status = 200, description = "A page of the log.", body = ListBody), ListProblems)
)]
pub async fn list(caller: Caller, req: HttpRequest) -> Result<HttpResponse, Problem> {
    let query: ListQuery = json::query(&req)?;
    let limit = json::limit(query.limit.as_deref())?;
    let wait = query.wait.as_deref().map_or(Ok(0), str::parse).map(Duration::from_secs);
    let Some(wait) = wait.ok().filter(|wait| *wait <= LONGEST_WAIT) else {
        return Err(Problem::malformed("wait is a number of seconds from 0 to 60."));
    };
    let context = &caller.installation.context;
    let app = caller.app()?;
    let before = match query.cursor.as_deref().filter(|c| !c.is_empty()) {
        None => Read::Nothing,
        Some(cursor) => read(&context.keys, app.id, cursor)?,
    };
    match list_events(context, app, before, limit, wait).await? {
        Listed::Events { items, read } => Ok(HttpResponse::Ok().json(ListBody {
            items: items.into_iter().map(EventBody::from).collect(),
            next_cursor: written(&context.keys, app.id, read),
        })),
        Listed::Ahead => Err(Problem::cursor_ahead()),
    }
}

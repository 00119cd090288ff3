//! `GET /events`: the app's log.

use std::time::Duration;

use actix_web::{HttpRequest, HttpResponse};
use data_encoding::BASE64URL_NOPAD;
use serde::{Deserialize, Serialize};
use subtle::ConstantTimeEq;
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use super::{
    json::{self, time},
    key::Caller,
    problem::{Problem, problems},
};
use crate::{
    actions::list_events::{LONGEST_WAIT, Listed, list_events},
    domain::event::Told,
    keys::{Keys, Purpose},
};

problems! {
    ListProblems: ;
}

#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct ListQuery {
    /// The `next_cursor` of the last answer. Left out: from the start of the log.
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
    /// `disconnected` (by the patient) or `given_up` (by the app).
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

impl From<Told> for EventBody {
    fn from(event: Told) -> Self {
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

/// List what happened
///
/// Everything your app may learn, in one order and without gaps: begin without a cursor, then always pass the last
/// `next_cursor` on. With `wait` an empty page is only answered after so many seconds, and an event as soon as it
/// happens.
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
    let parts = &caller.portal.parts;
    let app_id = caller.app.id;
    let after = match query.cursor.as_deref().filter(|c| !c.is_empty()) {
        None => 0,
        Some(cursor) => read_cursor(&parts.keys, LOG, app_id, cursor)?,
    };
    let items = match list_events(parts, &caller.app, after, limit, wait).await? {
        Listed::Events(items) => items,
        Listed::Refused(refused) => return Err(Problem::refused(refused)),
        Listed::BeyondTheEnd => {
            return Err(Problem::malformed(
                "cursor is beyond the end of the log: an older copy of the database was put back. Begin without a \
                 cursor.",
            ));
        }
    };
    let next = items.last().map_or(after, |last| last.seq);
    Ok(HttpResponse::Ok().json(ListBody {
        items: items.into_iter().map(EventBody::from).collect(),
        next_cursor: cursor(&parts.keys, LOG, app_id, next),
    }))
}

/// The list that a cursor belongs to.
pub(super) const LOG: &[u8] = b"events";

/// A place in one of an app's lists, which only this app can hand back to only this list.
pub(super) fn cursor(keys: &Keys, list: &[u8], app_id: Uuid, seq: i64) -> String {
    let place = seq.to_be_bytes();
    BASE64URL_NOPAD.encode(&[&place[..], &mac(keys, list, app_id, place)].concat())
}

/// Reads it back. Another app's, another list's, or one that was changed: malformed.
pub(super) fn read_cursor(keys: &Keys, list: &[u8], app_id: Uuid, text: &str) -> Result<i64, Problem> {
    let read = || {
        let bytes = BASE64URL_NOPAD.decode(text.as_bytes()).ok()?;
        let (place, sent) = bytes.split_first_chunk::<8>()?;
        let right = mac(keys, list, app_id, *place);
        bool::from(right[..].ct_eq(sent)).then(|| i64::from_be_bytes(*place))
    };
    read().ok_or_else(|| Problem::malformed("cursor is not one of ours."))
}

fn mac(keys: &Keys, list: &[u8], app_id: Uuid, place: [u8; 8]) -> [u8; 16] {
    let whole = keys.hash(Purpose::Cursor, &[list, app_id.as_bytes(), &place]);
    *whole.first_chunk().expect("a hash has 32 bytes")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cursor_is_read_only_by_its_app_in_its_list() {
        let keys = Keys::derive(&[7; 32]);
        let (ours, other) = (Uuid::from_u128(1), Uuid::from_u128(2));
        let text = cursor(&keys, LOG, ours, 42);
        assert_eq!(read_cursor(&keys, LOG, ours, &text).unwrap(), 42);
        assert!(read_cursor(&keys, LOG, other, &text).is_err());
        assert!(read_cursor(&keys, b"deliveries", ours, &text).is_err());
        let mut bytes = BASE64URL_NOPAD.decode(text.as_bytes()).unwrap();
        for at in 0..bytes.len() {
            bytes[at] ^= 1;
            assert!(read_cursor(&keys, LOG, ours, &BASE64URL_NOPAD.encode(&bytes)).is_err());
            bytes[at] ^= 1;
        }
        for garbage in ["", "!", "AAAA", &text[1..]] {
            assert!(read_cursor(&keys, LOG, ours, garbage).is_err());
        }
    }
}

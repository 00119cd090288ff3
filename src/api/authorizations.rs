//! `/authorized-connect-requests` and `/persons/…/authorization`.

use actix_web::{HttpRequest, HttpResponse, http::StatusCode, web::Path};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{
    json::{self, time},
    key::Caller,
    problem::Problem,
};
use crate::{
    actions::{
        check_authorization::{check_authorization, give_up as give_up_authorization},
        list_authorized::list_authorized,
    },
    domain::application::AuthorizationRule,
};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ListQuery {
    since: Option<String>,
    cursor: Option<String>,
    limit: Option<u32>,
}

#[derive(Serialize)]
struct Item {
    person_id: Uuid,
    record_id: Uuid,
    app_specific_record_id: String,
    app_id: Uuid,
    external_id: String,
    authorized_at: String,
}

#[derive(Serialize)]
struct ListBody {
    items: Vec<Item>,
    next_cursor: Option<String>,
    as_of: String,
}

/// Any RFC 3339 instant. Text without a zone is refused: it would mean something else on another machine.
fn since(text: &str) -> Result<DateTime<Utc>, Problem> {
    // A `+` of a zone that was not percent-encoded has become a space.
    let repaired = text.trim().replace(' ', "+");
    DateTime::parse_from_rfc3339(&repaired).map(|at| at.to_utc()).map_err(|_| {
        Problem::invalid(
            "invalid_since",
            "Invalid since",
            "since is an RFC 3339 time with a zone, such as 2026-11-23T21:02:04Z.",
        )
    })
}

/// `GET /authorized-connect-requests?since=&cursor=&limit=`.
pub async fn list(caller: Caller, req: HttpRequest) -> Result<HttpResponse, Problem> {
    let query: ListQuery = json::query(&req)?;
    let limit = json::limit(query.limit)?;
    let asked = query.since.as_deref().filter(|s| !s.is_empty()).map(since).transpose()?;
    let (since, as_of) = match query.cursor.as_deref().filter(|c| !c.is_empty()) {
        None => (asked, None),
        Some(cursor) => {
            let [from, as_of] = json::read_cursor(cursor)?;
            (Some(json::from_micros(&from)?), Some(json::from_micros(&as_of)?))
        }
    };
    let page = list_authorized(&caller.portal.parts, &caller.app, since, as_of, limit)
        .await?
        .map_err(Problem::refused)?;
    Ok(HttpResponse::Ok().json(ListBody {
        items: page
            .items
            .iter()
            .map(|p| Item {
                person_id: p.person_pseudonym,
                record_id: p.record_pseudonym,
                app_specific_record_id: p.app_specific_record_id.clone(),
                app_id: caller.app.id,
                external_id: p.external_id.clone(),
                authorized_at: time(p.authorized_at),
            })
            .collect(),
        next_cursor: page.next.map(|from| json::cursor(&[json::micros(from), json::micros(page.as_of)])),
        as_of: time(page.as_of),
    }))
}

#[derive(Serialize)]
struct AuthorizationBody {
    active: bool,
    rules: Vec<AuthorizationRule>,
    authorized_at: String,
}

fn unknown() -> Problem {
    Problem::not_found("authorization for this person and record")
}

/// `GET /persons/{person_id}/records/{record_id}/authorization`.
pub async fn show(caller: Caller, ids: Path<(String, String)>) -> Result<HttpResponse, Problem> {
    let (person, record) = uuids(&ids)?;
    let found = check_authorization(&caller.portal.parts, &caller.app, person, record)
        .await?
        .map_err(Problem::refused)?
        .ok_or_else(unknown)?;
    Ok(HttpResponse::Ok().json(AuthorizationBody {
        active: found.is_active(),
        authorized_at: time(found.authorized_at),
        rules: found.rules,
    }))
}

/// `DELETE` of the same: the app gives it up.
pub async fn give_up(caller: Caller, ids: Path<(String, String)>) -> Result<HttpResponse, Problem> {
    let (person, record) = uuids(&ids)?;
    let found = give_up_authorization(&caller.portal.parts, &caller.app, person, record)
        .await?
        .map_err(Problem::refused)?;
    if found { Ok(HttpResponse::new(StatusCode::NO_CONTENT)) } else { Err(unknown()) }
}

/// What is no UUID is nobody's.
fn uuids((person, record): &(String, String)) -> Result<(Uuid, Uuid), Problem> {
    let parse = |text: &str| Uuid::parse_str(text).map_err(|_| unknown());
    Ok((parse(person)?, parse(record)?))
}

//! `/connect-requests`: create, show, list, change the external ID, delete.

use actix_web::{HttpRequest, HttpResponse, http::StatusCode, web::Path};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{
    json::{self, Body, time},
    key::Caller,
    problem::Problem,
};
use crate::{
    actions::{
        create_request::{Created, NewRequest, create_request},
        delete_request::{Deleted, delete_request},
        list_requests::{START, find_request, list_requests},
        update_external_id::{Named, Updated, update_external_id},
    },
    domain::{
        connect_request::{ConnectRequest, Status},
        labels::{ExternalId, FriendlyName, LabelProblem},
        secret::Policy,
        webhook::CallbackUrl,
    },
};

/// What an app sends to create one.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Create {
    external_id: String,
    friendly_name: String,
    question: String,
    answer: String,
    #[serde(default)]
    callback_url: Option<String>,
}

/// What is told once: the code.
#[derive(Serialize)]
struct CreatedBody {
    external_id: String,
    identity_code: String,
    link: String,
    status: &'static str,
    created_at: String,
    expires_at: String,
}

/// What is told of a request at any time.
#[derive(Serialize)]
struct RequestBody {
    external_id: String,
    status: &'static str,
    code_locked: bool,
    attempts_left: u32,
    created_at: String,
    expires_at: String,
    last_authorized_at: Option<String>,
}

fn body(caller: &Caller, r: &ConnectRequest) -> RequestBody {
    let parts = &caller.portal.parts;
    RequestBody {
        external_id: r.external_id.clone(),
        status: r.status(parts.now()).as_str(),
        code_locked: r.code_locked(),
        attempts_left: r.attempts_left,
        created_at: time(r.created_at),
        expires_at: time(r.usable_until(&parts.rules.retention)),
        last_authorized_at: r.last_authorized_at.map(time),
    }
}

fn invalid_external_id(problem: &LabelProblem) -> Problem {
    Problem::invalid("invalid_external_id", "Invalid external ID", problem.reason(ExternalId::WHAT))
}

/// `POST /connect-requests`.
pub async fn create(caller: Caller, new: Body<Create>) -> Result<HttpResponse, Problem> {
    let Body(new) = new;
    let callback_url = new
        .callback_url
        .as_deref()
        .map(|text| CallbackUrl::parse(text, &caller.portal.reach))
        .transpose()
        .map_err(|p| Problem::invalid("invalid_callback_url", "Invalid callback URL", p.reason()))?;
    let new = NewRequest {
        external_id: &new.external_id,
        friendly_name: &new.friendly_name,
        question: &new.question,
        answer: &new.answer,
        callback_url: callback_url.as_ref(),
    };
    match create_request(&caller.portal.parts, &caller.app, &new, Policy::Strict).await? {
        Created::Done { request, code } => {
            let code = code.grouped();
            Ok(HttpResponse::Created().json(CreatedBody {
                link: caller.portal.link(&code),
                identity_code: code,
                status: request.status(request.created_at).as_str(),
                created_at: time(request.created_at),
                expires_at: time(request.expires_at),
                external_id: request.external_id,
            }))
        }
        Created::Refused(refused) => Err(Problem::refused(refused)),
        Created::Duplicate => Err(Problem::duplicate_connect_request()),
        Created::Question(p) => Err(Problem::invalid("invalid_question", "Invalid question", p.reason())),
        Created::Answer(p) => Err(Problem::invalid("invalid_answer", "Invalid answer", p.reason())),
        Created::ExternalId(p) => Err(invalid_external_id(&p)),
        Created::FriendlyName(p) => Err(Problem::invalid(
            "invalid_friendly_name",
            "Invalid friendly name",
            p.reason(FriendlyName::WHAT),
        )),
    }
}

/// `GET /connect-requests/{external_id}`.
pub async fn show(caller: Caller, external_id: Path<String>) -> Result<HttpResponse, Problem> {
    let found =
        find_request(&caller.portal.parts, &caller.app, &external_id).await?.map_err(Problem::refused)?;
    let request = found.ok_or_else(|| Problem::not_found("connect request with this external ID"))?;
    Ok(HttpResponse::Ok().json(body(&caller, &request)))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ListQuery {
    status: Option<String>,
    cursor: Option<String>,
    limit: Option<u32>,
}

#[derive(Serialize)]
struct ListBody {
    items: Vec<RequestBody>,
    next_cursor: Option<String>,
}

/// `GET /connect-requests?status=&cursor=&limit=`.
pub async fn list(caller: Caller, req: HttpRequest) -> Result<HttpResponse, Problem> {
    let query: ListQuery = json::query(&req)?;
    let status = match query.status.as_deref().filter(|s| !s.is_empty()) {
        None => None,
        Some(word) => Some(
            Status::ALL
                .into_iter()
                .find(|s| s.as_str() == word)
                .ok_or_else(|| Problem::malformed("status is pending, locked, expired or authorized."))?,
        ),
    };
    let after = match query.cursor.as_deref().filter(|c| !c.is_empty()) {
        None => START,
        Some(cursor) => {
            let [at, id] = json::read_cursor(cursor)?;
            let id = Uuid::parse_str(&id).map_err(|_| Problem::malformed("cursor is not one of ours."))?;
            (json::from_micros(&at)?, id)
        }
    };
    let limit = json::limit(query.limit)?;
    let page = list_requests(&caller.portal.parts, &caller.app, status, after, limit)
        .await?
        .map_err(Problem::refused)?;
    Ok(HttpResponse::Ok().json(ListBody {
        items: page.items.iter().map(|r| body(&caller, r)).collect(),
        next_cursor: page.next.map(|(at, id)| json::cursor(&[json::micros(at), id.to_string()])),
    }))
}

/// What an app sends to change the external ID.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Update {
    external_id: String,
}

/// `PATCH /connect-requests/{external_id}`.
pub async fn update(
    caller: Caller,
    external_id: Path<String>,
    new: Body<Update>,
) -> Result<HttpResponse, Problem> {
    let named = Named::ExternalId(&external_id);
    match update_external_id(&caller.portal.parts, &caller.app, &named, &new.0.external_id).await? {
        Updated::Done(request) => Ok(HttpResponse::Ok().json(body(&caller, &request))),
        Updated::Refused(refused) => Err(Problem::refused(refused)),
        Updated::Duplicate => Err(Problem::duplicate_connect_request()),
        Updated::NotFound => Err(Problem::not_found("connect request with this external ID")),
        Updated::ExternalId(p) => Err(invalid_external_id(&p)),
    }
}

/// `DELETE /connect-requests/{external_id}`.
pub async fn delete(caller: Caller, external_id: Path<String>) -> Result<HttpResponse, Problem> {
    match delete_request(&caller.portal.parts, &caller.app, &external_id).await? {
        Deleted::Done => Ok(HttpResponse::new(StatusCode::NO_CONTENT)),
        Deleted::Refused(refused) => Err(Problem::refused(refused)),
        Deleted::AlreadyAuthorized => Err(Problem::already_authorized()),
        Deleted::NotFound => Err(Problem::not_found("connect request with this external ID")),
    }
}

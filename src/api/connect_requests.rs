//! `/connect-requests`: create, show, list, change the external ID, delete.

use actix_web::{HttpRequest, HttpResponse, http::StatusCode};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::{
    cursor::{List, cursor, read_cursor},
    idempotency,
    json::{self, Body, time},
    key::Caller,
    problem::{Code, Problem, problems},
};
use crate::{
    actions::{
        app::create_request::{Created, NewRequest, Once, create_request_once},
        app::delete_request::{Deleted, delete_request},
        app::idempotency::Claim,
        app::list_requests::{START, find_request, list_requests},
        app::update_external_id::{Named, Updated, update_external_id},
    },
    domain::{
        connect_request::{ConnectRequest, Status},
        identity_code::IdentityCode,
        labels::{ExternalId, FriendlyName, LabelProblem},
        secret::Policy,
        webhook::CallbackUrl,
    },
};

problems! {
    CreateProblems: DuplicateConnectRequest, IdempotencyKeyInUse, RequestTimeout, TooLarge, InvalidExternalId, InvalidFriendlyName,
        InvalidQuestion, InvalidAnswer, InvalidCallbackUrl, IdempotencyKeyReused;
    ListProblems: ;
    ShowProblems: NotFound;
    UpdateProblems: NotFound, RequestTimeout, DuplicateConnectRequest, TooLarge, InvalidExternalId;
    DeleteProblems: NotFound, ConnectRequestAlreadyAuthorized;
}

/// What is sent to create a connect request.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewConnectRequest)]
pub struct Create {
    /// Your own identifier of the patient. One connect request per external ID; compared exactly.
    #[schema(examples("patient-1001"), min_length = 1, max_length = 255)]
    external_id: String,
    /// Shown to the patient after the right answer, so that she can tell one request from another.
    #[schema(examples("Emma’s visits"), min_length = 1, max_length = 255)]
    friendly_name: String,
    /// The secret question, which the patient reads after she has entered the code.
    #[schema(examples("Which word did we agree on at the desk?"), min_length = 6, max_length = 1000)]
    question: String,
    /// Its answer. Capitals do not matter, spaces do. It is never shown or returned.
    #[schema(examples("violet harbour"), min_length = 6, max_length = 1000)]
    answer: String,
    /// Where to be told what becomes of the request: a public HTTPS address.
    #[serde(default)]
    #[schema(examples("https://clinic.example/hooks/patient-connect"))]
    callback_url: Option<String>,
}

/// A connect request that was just created, with what is told only once.
#[derive(Serialize, ToSchema)]
#[schema(as = CreatedConnectRequest)]
pub struct CreatedBody {
    /// Your own identifier of the patient.
    #[schema(examples("patient-1001"))]
    external_id: String,
    /// What the patient types. Told this once: it is stored as a hash only.
    #[schema(examples("JKYZ-QNMN-VHRX-ZGNR-GZNH"))]
    identity_code: String,
    /// The same as a link, for an email or a QR code.
    #[schema(
        format = "uri",
        examples("https://connect.clinic.example/connect?packageid=JKYZ-QNMN-VHRX-ZGNR-GZNH")
    )]
    link: String,
    /// Always `pending`.
    status: StatusWord,
    /// When it was created.
    #[schema(format = DateTime, examples("2026-11-23T21:02:04.123456Z"))]
    created_at: String,
    /// Until when it can be picked up.
    #[schema(format = DateTime, examples("2026-12-21T21:02:04.123456Z"))]
    expires_at: String,
}

/// Where a request is in its life.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "lowercase")]
#[schema(as = ConnectRequestStatus)]
pub enum StatusWord {
    /// Waiting for its patient.
    Pending,
    /// Too many wrong answers, never picked up.
    Locked,
    /// Its holder did not expect it, never picked up.
    Frozen,
    /// Not picked up in time.
    Expired,
    /// Picked up at least once.
    Authorized,
}

impl From<Status> for StatusWord {
    fn from(status: Status) -> Self {
        match status {
            Status::Pending => Self::Pending,
            Status::Locked => Self::Locked,
            Status::Frozen => Self::Frozen,
            Status::Expired => Self::Expired,
            Status::Authorized => Self::Authorized,
        }
    }
}

/// A connect request.
#[derive(Serialize, ToSchema)]
#[schema(as = ConnectRequest)]
pub struct RequestBody {
    /// Your own identifier of the patient.
    #[schema(examples("patient-1001"))]
    external_id: String,
    /// Where it is in its life: `pending`, `locked` (too many wrong answers, never picked up), `frozen` (its
    /// holder did not expect it), `expired` (not picked up in time) or `authorized` (picked up at least once).
    status: StatusWord,
    /// Whether the code takes no more answers. An authorized request stays `authorized` when its code is locked.
    #[schema(examples(false))]
    code_locked: bool,
    /// Whether its holder said that she did not expect it. The code takes no answer until you re-arm it.
    #[schema(examples(false))]
    frozen: bool,
    /// Answers that may still be tried.
    #[schema(examples(3))]
    attempts_left: u32,
    /// How often you gave the code its chances back: three times at most.
    #[schema(examples(0))]
    rearmed: u32,
    /// When it was created.
    #[schema(format = DateTime, examples("2026-11-23T21:02:04.123456Z"))]
    created_at: String,
    /// Until when its code can be used: counted anew from each pickup.
    #[schema(format = DateTime, examples("2026-12-21T21:02:04.123456Z"))]
    expires_at: String,
    /// When it was last picked up.
    #[schema(required, format = DateTime, examples("2026-11-24T09:12:30.654321Z"))]
    last_authorized_at: Option<String>,
}

pub(super) fn body(caller: &Caller, r: &ConnectRequest) -> RequestBody {
    let context = &caller.installation.context;
    RequestBody {
        external_id: r.external_id.clone(),
        status: r.status(context.now()).into(),
        code_locked: r.code_locked(),
        frozen: r.frozen_at.is_some(),
        attempts_left: r.attempts_left,
        rearmed: r.rearmed,
        created_at: time(r.created_at),
        expires_at: time(r.usable_until(&context.rules.retention)),
        last_authorized_at: r.last_authorized_at.map(time),
    }
}

fn created_body(caller: &Caller, request: &ConnectRequest, code: &IdentityCode) -> CreatedBody {
    let code = code.grouped();
    CreatedBody {
        link: caller.installation.link(&code),
        identity_code: code,
        status: request.status(request.created_at).into(),
        created_at: time(request.created_at),
        expires_at: time(request.expires_at),
        external_id: request.external_id.clone(),
    }
}

fn invalid_external_id(problem: &LabelProblem) -> Problem {
    Problem::new(Code::InvalidExternalId, problem.reason(ExternalId::WHAT))
}

pub(super) fn unknown() -> Problem {
    Problem::not_found("connect request with this external ID")
}

/// The external ID in the path. What cannot be one is nobody's.
pub(super) fn external_id(req: &HttpRequest) -> Result<ExternalId, Problem> {
    ExternalId::parse(&json::segment(req, "external_id")?).map_err(|_| unknown())
}

/// Create a connect request
///
/// Give the patient the code or the link, and the answer by another way. With an `Idempotency-Key` the call can be
/// repeated safely: for 24 hours the same key and body get the same answer, code included, and nothing is created
/// twice.
#[utoipa::path(
    post,
    path = "/connect-requests",
    operation_id = "createConnectRequest",
    tag = "Connect requests",
    params(("Idempotency-Key" = Option<String>, Header,
        description = "1 to 255 printable characters, new for each new request, such as a UUID.",
        example = "8e03978e-40d5-43dd-bc93-6894a57f9324")),
    request_body = Create,
    responses(
        (status = 201, description = "Created. The code is told this once.", body = CreatedBody,
            headers(("Idempotency-Replayed" = bool, description = "`true` when this is the answer of before."))),
        CreateProblems,
    )
)]
pub async fn create(caller: Caller, req: HttpRequest, new: Body<Create>) -> Result<HttpResponse, Problem> {
    json::no_query(&req)?;
    idempotency::once(caller, &req, "POST /connect-requests", new, create_new).await
}

async fn create_new(caller: Caller, new: Create, claim: Option<Claim>) -> Result<HttpResponse, Problem> {
    let callback_url = new
        .callback_url
        .as_deref()
        .map(|text| CallbackUrl::parse(text, &caller.installation.callback_policy))
        .transpose()
        .map_err(|p| Problem::new(Code::InvalidCallbackUrl, p.reason()))?;
    let asked = NewRequest {
        external_id: &new.external_id,
        friendly_name: &new.friendly_name,
        question: &new.question,
        answer: &new.answer,
        callback_url: callback_url.as_ref(),
    };
    let answer = |request: &ConnectRequest, code: &IdentityCode| {
        idempotency::answer(StatusCode::CREATED, &created_body(&caller, request, code))
    };
    let once = claim.as_ref().map(|claim| Once { claim, answer: &answer });
    let created = create_request_once(
        &caller.installation.context,
        caller.app()?,
        &asked,
        Policy::Strict,
        once.as_ref(),
    )
    .await?
    .map_err(idempotency::overtaken)?;
    match created {
        Created::Done { request, code } => {
            Ok(HttpResponse::Created().json(created_body(&caller, &request, &code)))
        }
        Created::Duplicate => Err(Problem::duplicate_connect_request()),
        Created::Question(p) => Err(Problem::new(Code::InvalidQuestion, p.reason())),
        Created::Answer(p) => Err(Problem::new(Code::InvalidAnswer, p.reason())),
        Created::ExternalId(p) => Err(invalid_external_id(&p)),
        Created::FriendlyName(p) => {
            Err(Problem::new(Code::InvalidFriendlyName, p.reason(FriendlyName::WHAT)))
        }
    }
}

/// Show a connect request
#[utoipa::path(
    get,
    path = "/connect-requests/{external_id}",
    operation_id = "showConnectRequest",
    tag = "Connect requests",
    params(("external_id" = String, Path, description = "Your identifier, percent-encoded.",
        example = "patient-1001")),
    responses((status = 200, description = "The request.", body = RequestBody), ShowProblems)
)]
pub async fn show(caller: Caller, req: HttpRequest) -> Result<HttpResponse, Problem> {
    json::no_query(&req)?;
    let external_id = external_id(&req)?;
    let found = find_request(&caller.installation.context, caller.app()?, external_id.as_str()).await?;
    Ok(HttpResponse::Ok().json(body(&caller, &found.ok_or_else(unknown)?)))
}

#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct ListQuery {
    /// Only those of this status.
    #[param(value_type = Option<StatusWord>, inline, example = "pending")]
    status: Option<String>,
    /// The `next_cursor` of the page before.
    cursor: Option<String>,
    /// The most items of a page: 1 to 500, 100 when left out.
    #[param(value_type = Option<u32>, minimum = 1, maximum = 500, example = 100)]
    limit: Option<String>,
}

/// Connect requests in the order of their creation.
#[derive(Serialize, ToSchema)]
#[schema(as = ConnectRequestList)]
pub struct ListBody {
    /// The requests.
    items: Vec<RequestBody>,
    /// Where the next page starts; `null` at the end.
    #[schema(required)]
    next_cursor: Option<String>,
}

/// List connect requests
#[utoipa::path(
    get,
    path = "/connect-requests",
    operation_id = "listConnectRequests",
    tag = "Connect requests",
    params(ListQuery),
    responses((status = 200, description = "A page of them.", body = ListBody), ListProblems)
)]
pub async fn list(caller: Caller, req: HttpRequest) -> Result<HttpResponse, Problem> {
    let query: ListQuery = json::query(&req)?;
    let status = match query.status.as_deref().filter(|s| !s.is_empty()) {
        None => None,
        Some(word) => Some(Status::ALL.into_iter().find(|s| s.as_str() == word).ok_or_else(|| {
            Problem::malformed("status is pending, locked, frozen, expired or authorized.")
        })?),
    };
    let limit = json::limit(query.limit.as_deref())?;
    let app = caller.app()?;
    let keys = &caller.installation.context.keys;
    let after = match query.cursor.as_deref().filter(|c| !c.is_empty()) {
        None => START,
        Some(cursor) => read_cursor(keys, List::ConnectRequests, app.id, cursor)?,
    };
    let page = list_requests(&caller.installation.context, app, status, after, limit).await?;
    Ok(HttpResponse::Ok().json(ListBody {
        items: page.items.iter().map(|r| body(&caller, r)).collect(),
        next_cursor: page.next.map(|next| cursor(keys, List::ConnectRequests, app.id, &next)),
    }))
}

/// What is sent to change the external ID.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = ConnectRequestChange)]
pub struct Update {
    /// The new identifier.
    #[schema(examples("patient-2002"), min_length = 1, max_length = 255)]
    external_id: String,
}

/// Change the external ID of a connect request
///
/// Possible at any time in its life.
#[utoipa::path(
    patch,
    path = "/connect-requests/{external_id}",
    operation_id = "updateConnectRequest",
    tag = "Connect requests",
    params(("external_id" = String, Path, description = "The identifier it has, percent-encoded.",
        example = "patient-1001")),
    request_body = Update,
    responses((status = 200, description = "The request, changed.", body = RequestBody), UpdateProblems)
)]
pub async fn update(caller: Caller, req: HttpRequest, new: Body<Update>) -> Result<HttpResponse, Problem> {
    json::no_query(&req)?;
    let external_id = external_id(&req)?;
    let named = Named::ExternalId(external_id.as_str());
    match update_external_id(&caller.installation.context, caller.app()?, &named, &new.value.external_id)
        .await?
    {
        Updated::Done(request) => Ok(HttpResponse::Ok().json(body(&caller, &request))),
        Updated::Duplicate => Err(Problem::duplicate_connect_request()),
        Updated::NotFound => Err(unknown()),
        Updated::ExternalId(p) => Err(invalid_external_id(&p)),
    }
}

/// Delete a connect request
///
/// One that is pending, locked or expired. Its code stops working and its external ID is free again.
#[utoipa::path(
    delete,
    path = "/connect-requests/{external_id}",
    operation_id = "deleteConnectRequest",
    tag = "Connect requests",
    params(("external_id" = String, Path, description = "Your identifier, percent-encoded.",
        example = "patient-1001")),
    responses((status = 204, description = "It is gone."), DeleteProblems)
)]
pub async fn delete(caller: Caller, req: HttpRequest) -> Result<HttpResponse, Problem> {
    json::no_query(&req)?;
    let external_id = external_id(&req)?;
    match delete_request(&caller.installation.context, caller.app()?, external_id.as_str()).await? {
        Deleted::Done => Ok(HttpResponse::new(StatusCode::NO_CONTENT)),
        Deleted::AlreadyAuthorized => Err(Problem::already_authorized()),
        Deleted::NotFound => Err(unknown()),
    }
}

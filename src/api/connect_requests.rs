//! `/connect-requests`: create, show, list, change the external ID, delete.

use actix_web::{HttpRequest, HttpResponse, http::StatusCode};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::{
    cursor::{List, cursor, read_cursor},
    idempotency, invitations,
    json::{self, Body, time},
    key::Caller,
    problem::{Code, Problem, problems},
    request_body::{InvitationBody, RequestBody, StatusWord, body, external_id, request_body, unknown},
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
    CreateProblems: DuplicateConnectRequest, MailNotSetUp, IdempotencyKeyInUse, RequestTimeout, TooLarge, InvalidExternalId,
        InvalidFriendlyName, InvalidQuestion, InvalidAnswer, InvalidCallbackUrl, InvalidSendTo, InvalidLanguage,
        IdempotencyKeyReused;
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
    /// The patient's language, of the invitation and of the pages: a tag such as `en` or `es`. Left out: her browser's.
    #[serde(default)]
    #[schema(examples("en"))]
    language: Option<String>,
    /// The patient's email address: the portal sends her the invitation. Left out: you do.
    #[serde(default)]
    #[schema(format = "email", examples("pat@example.com"))]
    send_to: Option<String>,
    /// Whether the portal reminds her after 7 and after 21 days, unless she has answered by then. Needs `send_to`.
    #[serde(default)]
    #[schema(examples(true))]
    reminders: bool,
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
    /// The invitation, where the portal mails it.
    #[schema(value_type = InvitationBody, required = false)]
    #[serde(skip_serializing_if = "Option::is_none")]
    invitation: Option<InvitationBody>,
}

fn created_body(caller: &Caller, request: &ConnectRequest, code: &IdentityCode, mailed: bool) -> CreatedBody {
    let code = code.grouped();
    CreatedBody {
        link: caller.installation.link(&code),
        identity_code: code,
        status: request.status(request.created_at).into(),
        created_at: time(request.created_at),
        expires_at: time(request.expires_at),
        external_id: request.external_id.clone(),
        invitation: mailed.then(InvitationBody::queued),
    }
}

fn invalid_external_id(problem: &LabelProblem) -> Problem {
    Problem::new(Code::InvalidExternalId, problem.reason(ExternalId::WHAT))
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
    // What the operator may mend is not kept as the key's answer.
    if new.value.send_to.is_some() && !caller.installation.context.can_mail {
        caller.app()?;
        return Err(invitations::mail_not_set_up());
    }
    idempotency::once(caller, &req, "POST /connect-requests", new, create_new).await
}

async fn create_new(caller: Caller, new: Create, claim: Option<Claim>) -> Result<HttpResponse, Problem> {
    let callback_url = new
        .callback_url
        .as_deref()
        .map(|text| CallbackUrl::parse(text, &caller.installation.callback_policy))
        .transpose()
        .map_err(|p| Problem::new(Code::InvalidCallbackUrl, p.reason()))?;
    let send_to = invitations::send_to(new.send_to.as_deref())?;
    let language = invitations::language(&caller.installation, new.language.as_deref())?;
    if new.reminders && send_to.is_none() {
        return Err(Problem::malformed("reminders needs send_to: it is the portal that reminds, by mail."));
    }
    let mailed = send_to.is_some();
    let asked = NewRequest {
        external_id: &new.external_id,
        friendly_name: &new.friendly_name,
        question: &new.question,
        answer: &new.answer,
        callback_url: callback_url.as_ref(),
        language: language.as_deref(),
        send_to: send_to.as_ref(),
        reminders: new.reminders,
    };
    let answer = |request: &ConnectRequest, code: &IdentityCode| {
        idempotency::answer(StatusCode::CREATED, &created_body(&caller, request, code, mailed))
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
            Ok(HttpResponse::Created().json(created_body(&caller, &request, &code, mailed)))
        }
        Created::Duplicate => Err(Problem::duplicate_connect_request()),
        Created::Question(p) => Err(Problem::new(Code::InvalidQuestion, p.reason())),
        Created::Answer(p) => Err(Problem::new(Code::InvalidAnswer, p.reason())),
        Created::ExternalId(p) => Err(invalid_external_id(&p)),
        Created::FriendlyName(p) => {
            Err(Problem::new(Code::InvalidFriendlyName, p.reason(FriendlyName::WHAT)))
        }
        Created::MailNotSetUp => Err(invitations::mail_not_set_up()),
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
    Ok(HttpResponse::Ok().json(body(&caller, &found.ok_or_else(unknown)?).await?))
}

#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct ListQuery {
    /// Only those of this status. Left out or empty: all.
    #[param(value_type = Option<StatusWord>, inline, example = "pending")]
    status: Option<String>,
    /// The `next_cursor` of the page before. Left out or empty: the first page.
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
        items: page
            .items
            .iter()
            .map(|it| request_body(&caller, &it.request, it.invitation.as_ref()))
            .collect(),
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
        Updated::Done(request) => Ok(HttpResponse::Ok().json(body(&caller, &request).await?)),
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

//! Invitations that the portal mails: what an app says of them, and having one sent again.

use actix_web::{HttpRequest, HttpResponse, http::StatusCode};
use serde::Deserialize;
use utoipa::ToSchema;

use super::{
    idempotency,
    json::{self, Body},
    key::Caller,
    problem::{Code, Problem, problems},
    request_body::{RequestBody, external_id, request_body, unknown},
};
use crate::{
    actions::app::{
        idempotency::Claim,
        invite::{Again, Invited, Once, invite},
    },
    domain::{connect_request::ConnectRequest, email::Email, invitation::Invitation},
    installation::Installation,
};

problems! {
    InviteProblems: NotFound, RequestTimeout, CodeNotKept, CodeNotUsable, MailNotSetUp, IdempotencyKeyInUse, TooLarge,
        InvalidSendTo, InvalidLanguage, IdempotencyKeyReused;
}

/// The address that an app wants mailed.
pub(super) fn send_to(typed: Option<&str>) -> Result<Option<Email>, Problem> {
    let parsed = typed.map(Email::parse).transpose();
    parsed.map_err(|p| Problem::new(Code::InvalidSendTo, p.reason()))
}

/// The tag of the language that an app chose.
pub(super) fn language(installation: &Installation, typed: Option<&str>) -> Result<Option<String>, Problem> {
    let Some(typed) = typed else { return Ok(None) };
    let found = installation.catalogue.find(typed).map(|words| words.tag().to_owned());
    found.map(Some).ok_or_else(|| {
        let tags: Vec<&str> = installation.languages.iter().map(|(tag, _)| tag.as_str()).collect();
        Problem::new(Code::InvalidLanguage, format!("The portal speaks: {}.", tags.join(", ")))
    })
}

pub(super) fn mail_not_set_up() -> Problem {
    Problem::new(Code::MailNotSetUp, "The portal has no mail server, so it cannot send the invitation.")
}

/// What is to be different this time.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = InvitationAgain)]
pub struct Invite {
    /// Another address, from now on. Left out: the one of before.
    #[serde(default)]
    #[schema(format = "email", examples("pat@example.com"))]
    send_to: Option<String>,
    /// Another language, from now on, also of the pages. Left out: the one of before.
    #[serde(default)]
    #[schema(examples("es"))]
    language: Option<String>,
}

/// Send the invitation again
///
/// For requests that the portal mails, as long as their code may be used and was not picked up. What still waits to be
/// sent is dropped; reminders are counted from now.
#[utoipa::path(
    post,
    path = "/connect-requests/{external_id}/invitation",
    operation_id = "sendInvitationAgain",
    tag = "Connect requests",
    params(
        ("external_id" = String, Path, description = "Your identifier, percent-encoded.", example = "patient-1001"),
        ("Idempotency-Key" = Option<String>, Header,
            description = "1 to 255 printable characters, new for each new request, such as a UUID.",
            example = "b0fd1c0e-7b3f-4b53-9a1f-3a0c59c6f7d2"),
    ),
    request_body = Invite,
    responses(
        (status = 202, description = "It is on its way. `invitation` says what comes of it.", body = RequestBody,
            headers(("Idempotency-Replayed" = bool, description = "`true` when this is the answer of before."))),
        InviteProblems,
    )
)]
pub async fn again(caller: Caller, req: HttpRequest, sent: Body<Invite>) -> Result<HttpResponse, Problem> {
    json::no_query(&req)?;
    let external_id = external_id(&req)?.as_str().to_owned();
    let call = format!("POST /connect-requests/{external_id}/invitation");
    let work = |caller, sent, claim| async move { send_again(caller, external_id, sent, claim).await };
    idempotency::once(caller, &req, &call, sent, work).await
}

async fn send_again(
    caller: Caller,
    external_id: String,
    sent: Invite,
    claim: Option<Claim>,
) -> Result<HttpResponse, Problem> {
    let address = send_to(sent.send_to.as_deref())?;
    let language = language(&caller.installation, sent.language.as_deref())?;
    let again = Again { send_to: address.as_ref(), language: language.as_deref() };
    let written = |request: &ConnectRequest, invitation: &Invitation| {
        idempotency::answer(StatusCode::ACCEPTED, &request_body(&caller, request, Some(invitation)))
    };
    let once = claim.as_ref().map(|claim| Once { claim, answer: &written });
    let context = &caller.installation.context;
    let invited = invite(context, caller.app()?, &external_id, again, once.as_ref())
        .await?
        .map_err(idempotency::overtaken)?;
    match invited {
        Invited::Done { request, invitation } => {
            Ok(HttpResponse::Accepted().json(request_body(&caller, &request, Some(&invitation))))
        }
        Invited::CodeNotKept => {
            Err(Problem::new(Code::CodeNotKept, "The portal does not have this request's code."))
        }
        Invited::Closed => Err(Problem::new(
            Code::CodeNotUsable,
            "The code is locked or frozen: nothing is mailed until you re-arm it.",
        )),
        Invited::MailNotSetUp => Err(mail_not_set_up()),
        Invited::NotFound => Err(unknown()),
    }
}

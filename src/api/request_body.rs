//! A connect request as the API writes it, with its invitation.

use actix_web::HttpRequest;
use serde::Serialize;
use utoipa::ToSchema;

use super::{
    json::{self, time},
    key::Caller,
    problem::Problem,
};
use crate::{
    actions::invitations::of_request,
    domain::{
        connect_request::{ConnectRequest, Status},
        invitation::{Invitation, InvitationState},
        labels::ExternalId,
    },
};

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
    /// The patient's language, where you chose one.
    #[schema(required, examples("en"))]
    language: Option<String>,
    /// The invitation, where the portal mails it.
    #[schema(value_type = InvitationBody, required = false)]
    #[serde(skip_serializing_if = "Option::is_none")]
    invitation: Option<InvitationBody>,
}

/// A request with its invitation as it is now.
pub(super) async fn body(caller: &Caller, r: &ConnectRequest) -> Result<RequestBody, Problem> {
    let invitation = of_request(&caller.installation.context, r.id).await?;
    Ok(request_body(caller, r, invitation.as_ref()))
}

pub(super) fn request_body(
    caller: &Caller,
    r: &ConnectRequest,
    invitation: Option<&Invitation>,
) -> RequestBody {
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
        language: r.language.clone(),
        invitation: invitation.map(Into::into),
    }
}

/// Where an invitation is in its life.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "lowercase")]
#[schema(as = InvitationState)]
pub enum StateWord {
    /// It is to be sent.
    Queued,
    /// The mail server has taken it.
    Sent,
    /// It was not sent, or a reminder was refused.
    Failed,
}

impl From<InvitationState> for StateWord {
    fn from(state: InvitationState) -> Self {
        match state {
            InvitationState::Queued => Self::Queued,
            InvitationState::Sent => Self::Sent,
            InvitationState::Failed => Self::Failed,
        }
    }
}

/// The invitation that the portal mails.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Invitation)]
pub struct InvitationBody {
    /// `queued`, `sent` (the mail server has taken it) or `failed`.
    state: StateWord,
    /// When the mail server took it, the last time.
    #[schema(required, format = DateTime, examples("2026-11-23T21:02:05.654321Z"))]
    sent_at: Option<String>,
    /// How many reminders were sent.
    #[schema(examples(0))]
    reminders_sent: u32,
    /// Why it failed: `refused_` and the mail server's code for good, such as `refused_550`; `later_` and its code,
    /// `no_connection`, `tls`, `timeout` or `broken` when three days of trying brought nothing; `bad_address`;
    /// `too_late`, `frozen`, `locked` or `picked_up` when the code was of no use before it went.
    #[serde(skip_serializing_if = "Option::is_none")]
    failure: Option<String>,
}

impl From<&Invitation> for InvitationBody {
    fn from(invitation: &Invitation) -> Self {
        Self {
            state: invitation.state.into(),
            sent_at: invitation.sent_at.map(time),
            reminders_sent: invitation.reminders_sent,
            failure: invitation.failure.clone(),
        }
    }
}

impl InvitationBody {
    /// One that was just put into the outbox.
    pub(super) fn queued() -> Self {
        Self { state: StateWord::Queued, sent_at: None, reminders_sent: 0, failure: None }
    }
}

pub(super) fn unknown() -> Problem {
    Problem::not_found("connect request with this external ID")
}

/// The external ID in the path. What cannot be one is nobody's.
pub(super) fn external_id(req: &HttpRequest) -> Result<ExternalId, Problem> {
    ExternalId::parse(&json::segment(req, "external_id")?).map_err(|_| unknown())
}

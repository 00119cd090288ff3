//! Giving a locked or frozen code its chances back.

use actix_web::{HttpRequest, HttpResponse};
use serde::Deserialize;
use utoipa::ToSchema;

use super::{
    json::{self, Body},
    key::Caller,
    problem::{Code, Problem, problems},
    request_body::{RequestBody, body, external_id, unknown},
};
use crate::{
    actions::app::rearm::{Rearmed, rearm as give_back},
    domain::rearm::{MOST_REARMS, NotRearmed, Reason},
};

problems! {
    RearmProblems: NotFound, RequestTimeout, NotLocked, RearmedTooOften, TooLarge, InvalidReason;
}

/// Why the chances are given back.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Rearm {
    /// In your own words, for your own records. Never shown to patients.
    #[schema(examples("Spoke with her at the desk; she mistyped the street."), max_length = 200)]
    reason: String,
}

/// Give a locked or frozen code its chances back
///
/// The same code and the same letter work again, with all their chances. At most three times for each request.
#[utoipa::path(
    post,
    path = "/connect-requests/{external_id}/rearm",
    operation_id = "rearmConnectRequest",
    tag = "Connect requests",
    params(("external_id" = String, Path, description = "Your identifier, percent-encoded.",
        example = "patient-1001")),
    request_body = Rearm,
    responses((status = 200, description = "The request, with its chances.", body = RequestBody), RearmProblems)
)]
pub async fn rearm(caller: Caller, req: HttpRequest, sent: Body<Rearm>) -> Result<HttpResponse, Problem> {
    json::no_query(&req)?;
    let external_id = external_id(&req)?;
    match give_back(&caller.context(), caller.app()?, external_id.as_str(), &sent.value.reason).await? {
        Rearmed::Done(request) => Ok(HttpResponse::Ok().json(body(&caller, &request).await?)),
        Rearmed::Refused(NotRearmed::NotLocked) => Err(Problem::new(
            Code::NotLocked,
            "The code is neither locked nor frozen, or its time is over: there is nothing to give back.",
        )),
        Rearmed::Refused(NotRearmed::TooOften) => Err(Problem::new(
            Code::RearmedTooOften,
            format!(
                "The code was re-armed {MOST_REARMS} times already. Delete the request and create another."
            ),
        )),
        Rearmed::Reason(problem) => Err(Problem::new(Code::InvalidReason, problem.reason(Reason::WHAT))),
        Rearmed::NotFound => Err(unknown()),
    }
}

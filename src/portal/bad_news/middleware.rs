//! Turns faults into their pages, around all handlers and the sessions.

use actix_web::{
    HttpResponse,
    body::MessageBody,
    dev::{ServiceRequest, ServiceResponse},
    error::InternalError,
    http::{Method, header},
    middleware::Next,
};

use super::{foreign, page_of};
use crate::portal::{
    classic_link::{brings_code, parameters},
    fault::Fault,
    link,
    reply::{Reply, see_other},
    request::Request,
};

/// Turns faults into their pages, and logs the cause of those that are ours.
pub async fn pages(
    req: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<impl MessageBody>, actix_web::Error> {
    // A session that cannot be loaded or saved ends in an error without its request, so who is asking is read
    // beforehand, but only where there may be a session. (The request itself must not be kept while it is routed.)
    let is_link = req.method() != Method::POST && brings_code(&parameters(req.query_string()));
    // A link with a code makes one.
    let may_have_session =
        is_link || req.method() == Method::POST || req.headers().contains_key(header::COOKIE);
    let asking = may_have_session.then(|| Request::of(req.request()));
    match next.call(req).await {
        Ok(response) if response.response().error().is_none() => Ok(response.map_into_left_body()),
        Ok(response) => {
            let (request, response) = response.into_parts();
            let answer = match response.error() {
                Some(error) => match error.as_error::<Reply>() {
                    // A redirect or another page: made already.
                    Some(Reply::Instead(..)) => {
                        return Ok(ServiceResponse::new(request, response).map_into_left_body());
                    }
                    _ => answer_to(&Request::of(&request), error, is_link),
                },
                None => HttpResponse::new(response.status()),
            };
            Ok(ServiceResponse::new(request, answer.map_into_boxed_body()).map_into_right_body())
        }
        Err(error) => match asking {
            None => Err(error),
            Some(cx) => {
                let answer = answer_to(&cx, &error, is_link);
                Err(InternalError::from_response(error, answer).into())
            }
        },
    }
}

/// The page of an error; for a link a redirect to an address without its code.
fn answer_to(cx: &Request, error: &actix_web::Error, is_link: bool) -> HttpResponse {
    let fallback;
    let fault = match (error.as_error::<Fault>(), error.as_error::<Reply>()) {
        (Some(fault), _) | (None, Some(Reply::Fault(fault))) => fault,
        _ => {
            fallback = foreign(error);
            &fallback
        }
    };
    let passing = matches!(
        fault,
        Fault::TooManyRequests(_) | Fault::TryAgainLater(_) | Fault::OutcomeUnknown(_) | Fault::Unexpected(_)
    );
    if is_link && passing {
        return see_other(&link::outcome_of(cx, fault));
    }
    page_of(cx, fault)
}

//! What went wrong where no rule foresaw it, and the bad-news pages that belong to no step. A fault's cause goes to
//! the log, once, and never to the page.

use std::{fmt, time::Duration};

use actix_web::{
    HttpResponse, ResponseError,
    body::MessageBody,
    dev::{ServiceRequest, ServiceResponse},
    error::InternalError,
    http::{Method, StatusCode, header},
    middleware::Next,
};
use data_encoding::BASE32_NOPAD;

use super::{
    pages::{FaultPage, NotFoundPage, StaleFormPage, TooManyRequestsPage, TryAgainLaterPage},
    visitor::Visitor,
};
use crate::{actions::ActionError, ports, store::StoreError};

/// How long to wait when we are overloaded or the database is away.
const LATER: Duration = Duration::from_secs(10);

/// A request that ends without its page.
#[derive(Debug)]
pub enum Fault {
    /// There is no such page.
    NotFound {
        /// It was a classic link to a target that we do not have.
        unknown_target: bool,
    },
    /// The page does not take this method.
    NoSuchMethod,
    /// The form was not sent by a page of ours, and cannot be shown again.
    StaleForm,
    /// The body is not a form.
    UnreadableForm,
    /// The body is over the limit.
    TooLarge,
    /// Too many tries.
    TooManyRequests(Duration),
    /// Overloaded, or the database is away.
    TryAgainLater(anyhow::Error),
    /// A fault of ours.
    Unexpected(anyhow::Error),
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Fault::NotFound { .. } => "no such page",
            Fault::NoSuchMethod => "no such method",
            Fault::StaleForm => "form without a valid token",
            Fault::UnreadableForm => "unreadable form",
            Fault::TooLarge => "body too large",
            Fault::TooManyRequests(_) => "too many requests",
            Fault::TryAgainLater(_) => "try again later",
            Fault::Unexpected(_) => "fault",
        })
    }
}

impl From<ActionError> for Fault {
    fn from(e: ActionError) -> Self {
        match e {
            ActionError::Overloaded(_) | ActionError::Store(StoreError::Away(_) | StoreError::Conflict) => {
                Fault::TryAgainLater(e.into())
            }
            ActionError::Store(_) => Fault::Unexpected(e.into()),
        }
    }
}

impl ResponseError for Fault {
    fn status_code(&self) -> StatusCode {
        match self {
            Fault::NotFound { .. } => StatusCode::NOT_FOUND,
            Fault::NoSuchMethod => StatusCode::METHOD_NOT_ALLOWED,
            Fault::StaleForm => StatusCode::FORBIDDEN,
            Fault::UnreadableForm => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Fault::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Fault::TooManyRequests(_) => StatusCode::TOO_MANY_REQUESTS,
            Fault::TryAgainLater(_) => StatusCode::SERVICE_UNAVAILABLE,
            Fault::Unexpected(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    fn error_response(&self) -> HttpResponse {
        HttpResponse::new(self.status_code())
    }
}

/// Answers a method that a page does not take.
pub async fn no_such_method() -> Result<HttpResponse, Fault> {
    Err(Fault::NoSuchMethod)
}

/// Answers a path that is no page.
pub async fn no_such_page() -> Result<HttpResponse, Fault> {
    Err(Fault::NotFound { unknown_target: false })
}

/// Whole seconds for `Retry-After`, at least one.
pub fn whole_seconds(wait: Duration) -> u64 {
    wait.as_secs() + u64::from(wait.subsec_nanos() > 0).max(u64::from(wait.is_zero()))
}

/// Turns faults into their pages, and logs the cause of those that are ours.
pub async fn pages(
    req: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<impl MessageBody>, actix_web::Error> {
    // A session that cannot be loaded or saved ends in an error without its request, so who is asking is read
    // beforehand, but only where there may be a session. (The request itself must not be kept while it is routed.)
    let may_have_session = req.method() == Method::POST || req.headers().contains_key(header::COOKIE);
    let visitor = may_have_session.then(|| Visitor::of(req.request()));
    match next.call(req).await {
        Ok(response) if response.response().error().is_none() => Ok(response.map_into_left_body()),
        Ok(response) => {
            let (request, response) = response.into_parts();
            let answer = match response.error() {
                Some(error) => page_for(&Visitor::of(&request), error),
                None => HttpResponse::new(response.status()),
            };
            Ok(ServiceResponse::new(request, answer.map_into_boxed_body()).map_into_right_body())
        }
        Err(error) => match visitor {
            None => Err(error),
            Some(visitor) => {
                let answer = page_for(&visitor, &error);
                Err(InternalError::from_response(error, answer).into())
            }
        },
    }
}

fn page_for(visitor: &Visitor, error: &actix_web::Error) -> HttpResponse {
    let fallback;
    let fault = match error.as_error::<Fault>() {
        Some(fault) => fault,
        None => {
            // Not ours: a body that could not be read, or a session that could not be loaded or saved.
            let status = error.as_response_error().status_code();
            fallback = match status {
                StatusCode::PAYLOAD_TOO_LARGE => Fault::TooLarge,
                s if s.is_client_error() => Fault::UnreadableForm,
                _ => Fault::TryAgainLater(anyhow::anyhow!("session: {error:?}")),
            };
            &fallback
        }
    };
    let status = fault.status_code();
    let answer = match fault {
        Fault::NotFound { unknown_target } => visitor
            .page(status, None, None, |chrome| NotFoundPage { chrome, unknown_target: *unknown_target }),
        Fault::NoSuchMethod => {
            visitor.page(status, None, None, |chrome| NotFoundPage { chrome, unknown_target: false })
        }
        Fault::StaleForm | Fault::UnreadableForm | Fault::TooLarge => {
            visitor.page(status, None, None, |chrome| StaleFormPage { chrome })
        }
        Fault::TooManyRequests(wait) => {
            visitor.page(status, None, None, |chrome| TooManyRequestsPage { chrome, retry_after: *wait })
        }
        Fault::TryAgainLater(cause) => {
            tracing::warn!(cause = %format!("{cause:#}"), "try again later");
            visitor.page(status, None, None, |chrome| TryAgainLaterPage { chrome })
        }
        Fault::Unexpected(cause) => {
            let reference = BASE32_NOPAD.encode(&ports::bytes::<5>(&*visitor.portal.parts.random));
            tracing::error!(reference, cause = %format!("{cause:#}"), "fault");
            visitor.page(status, None, None, |chrome| FaultPage { chrome, reference })
        }
    };
    let mut answer = answer.unwrap_or_else(|_| HttpResponse::new(status));
    let wait = match fault {
        Fault::TooManyRequests(wait) => Some(whole_seconds(*wait)),
        Fault::TryAgainLater(_) => Some(LATER.as_secs()),
        _ => None,
    };
    if let Some(seconds) = wait {
        answer.headers_mut().insert(header::RETRY_AFTER, header::HeaderValue::from(seconds));
    }
    answer
}

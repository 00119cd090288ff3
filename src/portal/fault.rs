//! What went wrong where no rule foresaw it, and what a request can be refused for on any page. The pages that say so
//! are in `bad_news`; a fault's cause goes to the log, once, and never to the page.

use std::{fmt, time::Duration};

use actix_web::{HttpResponse, ResponseError, http::StatusCode};

use crate::{actions::ActionError, web::body::BodyError};

/// A request that ends without its page.
#[derive(Debug)]
pub enum Fault {
    /// There is no such page.
    NotFound {
        /// It was a classic link to a target that we do not have.
        unknown_target: bool,
    },
    /// The page does not take this method; it takes these.
    NoSuchMethod(String),
    /// The form was not sent by a page of ours, and cannot be shown again.
    StaleForm,
    /// The body is not a form.
    UnreadableForm,
    /// The body is over the limit.
    TooLarge,
    /// The body did not arrive in time.
    TooSlow,
    /// Too many tries.
    TooManyRequests(Duration),
    /// Too many tries at signing in to one account, from all browsers that it does not know together.
    TooManySignIns(Duration),
    /// Overloaded, or the database is away.
    TryAgainLater(anyhow::Error),
    /// The database went away while it was writing: nobody knows yet whether it was done.
    OutcomeUnknown(anyhow::Error),
    /// A fault of ours.
    Unexpected(anyhow::Error),
}

impl Fault {
    /// There is no such page.
    pub const NOT_FOUND: Fault = Fault::NotFound { unknown_target: false };
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Fault::NotFound { .. } => "no such page",
            Fault::NoSuchMethod(_) => "no such method",
            Fault::StaleForm => "form without a valid token",
            Fault::UnreadableForm => "unreadable form",
            Fault::TooLarge => "body too large",
            Fault::TooSlow => "body too slow",
            Fault::TooManyRequests(_) | Fault::TooManySignIns(_) => "too many requests",
            Fault::TryAgainLater(_) => "try again later",
            Fault::OutcomeUnknown(_) => "not known whether it was done",
            Fault::Unexpected(_) => "fault",
        })
    }
}

impl From<ActionError> for Fault {
    fn from(e: ActionError) -> Self {
        if e.is_unknown() {
            Fault::OutcomeUnknown(e.into())
        } else if e.is_temporary() {
            Fault::TryAgainLater(e.into())
        } else {
            Fault::Unexpected(e.into())
        }
    }
}

impl From<BodyError> for Fault {
    fn from(e: BodyError) -> Self {
        match e {
            BodyError::TooLarge => Fault::TooLarge,
            BodyError::TooSlow => Fault::TooSlow,
            BodyError::Broken => Fault::UnreadableForm,
        }
    }
}

impl ResponseError for Fault {
    fn status_code(&self) -> StatusCode {
        match self {
            Fault::NotFound { .. } => StatusCode::NOT_FOUND,
            Fault::NoSuchMethod(_) => StatusCode::METHOD_NOT_ALLOWED,
            Fault::StaleForm => StatusCode::FORBIDDEN,
            Fault::UnreadableForm => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Fault::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Fault::TooSlow => StatusCode::REQUEST_TIMEOUT,
            Fault::TooManyRequests(_) | Fault::TooManySignIns(_) => StatusCode::TOO_MANY_REQUESTS,
            Fault::TryAgainLater(_) | Fault::OutcomeUnknown(_) => StatusCode::SERVICE_UNAVAILABLE,
            Fault::Unexpected(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    fn error_response(&self) -> HttpResponse {
        HttpResponse::new(self.status_code())
    }
}

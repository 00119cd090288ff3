//! What a handler can answer instead of its page, carried by `?`: one redirect to where the patient is, another page
//! (a refusal, the same form again), or a fault.

use std::{cell::RefCell, fmt};

use actix_web::{
    HttpResponse, ResponseError,
    http::{StatusCode, header},
};

use super::{fault::Fault, urls::Url};
use crate::actions::ActionError;

/// A handler's answer: its page, or what is said instead.
pub type Answer = Result<HttpResponse, Reply>;

/// What is answered instead of a page.
pub enum Reply {
    /// Another page, or a redirect. Taken out once, when it is sent.
    Instead(StatusCode, Box<RefCell<Option<HttpResponse>>>),
    /// A fault, whose page is made around all handlers.
    Fault(Fault),
}

impl Reply {
    /// Another page.
    pub fn page(response: HttpResponse) -> Self {
        Reply::Instead(response.status(), Box::new(RefCell::new(Some(response))))
    }

    /// Sends the browser to another page of ours with GET.
    pub fn to(url: &Url) -> Self {
        Reply::page(see_other(url))
    }
}

/// Sends the browser to a page of ours with GET.
pub fn see_other(url: &Url) -> HttpResponse {
    HttpResponse::SeeOther().insert_header((header::LOCATION, url.to_string())).finish()
}

/// Sends the browser to a provider with GET.
pub fn see_elsewhere(url: &url::Url) -> HttpResponse {
    HttpResponse::SeeOther().insert_header((header::LOCATION, url.as_str())).finish()
}

impl fmt::Debug for Reply {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Reply::Instead(status, _) => write!(f, "Instead({status})"),
            Reply::Fault(fault) => fault.fmt(f),
        }
    }
}

impl fmt::Display for Reply {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Reply::Instead(status, _) => write!(f, "answered with {status}"),
            Reply::Fault(fault) => fmt::Display::fmt(fault, f),
        }
    }
}

impl From<Fault> for Reply {
    fn from(fault: Fault) -> Self {
        Reply::Fault(fault)
    }
}

impl From<ActionError> for Reply {
    fn from(e: ActionError) -> Self {
        Reply::Fault(e.into())
    }
}

impl ResponseError for Reply {
    fn status_code(&self) -> StatusCode {
        match self {
            Reply::Instead(status, _) => *status,
            Reply::Fault(fault) => fault.status_code(),
        }
    }

    fn error_response(&self) -> HttpResponse {
        match self {
            Reply::Instead(status, response) => {
                response.borrow_mut().take().unwrap_or_else(|| HttpResponse::new(*status))
            }
            Reply::Fault(fault) => fault.error_response(),
        }
    }
}

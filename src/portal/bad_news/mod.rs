//! The pages that bring bad news: what happened, that nothing was shared or changed, whom to ask. Here faults become
//! their pages, and the cause of those that are ours is logged, once.

pub mod expired;
pub mod fault;
pub mod frozen;
pub mod locked;
mod middleware;
pub mod not_found;
pub mod stale_form;
pub mod too_many_requests;
pub mod try_again_later;
pub mod withdrawn;

use std::time::Duration;

use actix_web::{
    HttpResponse, ResponseError,
    http::{StatusCode, header},
};
use data_encoding::BASE32_NOPAD;

use self::{
    expired::ExpiredPage, fault::FaultPage, frozen::FrozenPage, locked::LockedPage, not_found::NotFoundPage,
    stale_form::StaleFormPage, too_many_requests::TooManyRequestsPage, try_again_later::TryAgainLaterPage,
    withdrawn::WithdrawnPage,
};
use super::{
    fault::Fault,
    reply::{Answer, Reply},
    request::Request,
    session,
};
use crate::{
    actions::journey::open::Stopped,
    domain::connect_request::Refusal,
    ports,
    web::retry_after::{LATER, whole_seconds},
};

pub use self::middleware::pages;

/// Answers a method that a page does not take.
pub fn no_such_method(allow: String) -> Fault {
    Fault::NoSuchMethod(allow)
}

/// Answers a path that is no page.
pub async fn no_such_page() -> Result<HttpResponse, Fault> {
    Err(Fault::NOT_FOUND)
}

/// A link came too often, and the limit said to wait so long.
pub(super) fn wait_for_link(seconds: u64) -> Fault {
    Fault::TooManyRequests(Duration::from_secs(seconds))
}

/// A link came while we were overloaded or the database was away.
pub(super) fn link_later() -> Fault {
    Fault::TryAgainLater(anyhow::anyhow!("a link could not be followed"))
}

/// The page of a code that its clinic took back, where it is not known whose it was.
pub(super) fn withdrawn(cx: &Request) -> WithdrawnPage {
    WithdrawnPage { chrome: cx.chrome() }
}

/// The page that says why a journey cannot go on: "two different pages that say what happened, that nothing was shared,
/// and whom to contact".
pub(super) fn stopped(cx: &Request, stopped: &Stopped) -> Reply {
    let chrome = stopped.app.as_ref().map_or_else(|| cx.chrome(), |app| cx.chrome_of(app));
    match stopped.refusal {
        Refusal::Locked => cx.instead(&LockedPage { chrome, already_authorized: stopped.picked_up_before }),
        Refusal::Frozen => cx.instead(&FrozenPage { chrome, already_authorized: stopped.picked_up_before }),
        Refusal::Expired => {
            let lifetime_days = cx.context().rules.retention.pending_days;
            cx.instead(&ExpiredPage { chrome, lifetime_days })
        }
        Refusal::Withdrawn => cx.instead(&WithdrawnPage { chrome }),
    }
}

/// The page of a fault.
fn page_of(cx: &Request, fault: &Fault) -> HttpResponse {
    let status = fault.status_code();
    let mut answer = render(cx, fault).unwrap_or_else(|_| HttpResponse::new(status));
    let headers = answer.headers_mut();
    let wait = match fault {
        Fault::TooManyRequests(wait) | Fault::TooManySignIns(wait) => Some(whole_seconds(*wait)),
        Fault::TryAgainLater(_) => Some(LATER.as_secs()),
        _ => None,
    };
    if let Some(seconds) = wait {
        headers.insert(header::RETRY_AFTER, header::HeaderValue::from(seconds));
    }
    if let Fault::NoSuchMethod(allow) = fault
        && let Ok(allow) = header::HeaderValue::from_str(allow)
    {
        headers.insert(header::ALLOW, allow);
    }
    answer
}

fn render(cx: &Request, fault: &Fault) -> Answer {
    let (chrome, status) = (cx.chrome(), fault.status_code());
    match fault {
        Fault::NotFound { unknown_target } => {
            cx.answer(&NotFoundPage { chrome, unknown_target: *unknown_target, status })
        }
        Fault::NoSuchMethod(_) => cx.answer(&NotFoundPage { chrome, unknown_target: false, status }),
        Fault::StaleForm | Fault::UnreadableForm | Fault::TooLarge | Fault::TooSlow => {
            cx.answer(&StaleFormPage { chrome, status })
        }
        Fault::TooManyRequests(wait) => {
            cx.answer(&TooManyRequestsPage { chrome, retry_after: *wait, of_account: false })
        }
        Fault::TooManySignIns(wait) => {
            cx.answer(&TooManyRequestsPage { chrome, retry_after: *wait, of_account: true })
        }
        Fault::TryAgainLater(cause) => {
            tracing::warn!(cause = %format!("{cause:#}"), "try again later");
            cx.answer(&TryAgainLaterPage { chrome, outcome_unknown: false })
        }
        Fault::OutcomeUnknown(cause) => {
            tracing::warn!(cause = %format!("{cause:#}"), "not known whether it was done");
            cx.answer(&TryAgainLaterPage { chrome, outcome_unknown: true })
        }
        Fault::Unexpected(cause) => {
            let reference = BASE32_NOPAD.encode(&ports::bytes::<5>(&*cx.context().random));
            tracing::error!(reference, cause = %format!("{cause:#}"), "fault");
            cx.answer(&FaultPage { chrome, reference })
        }
    }
}

/// What went wrong, where it was not a handler of ours that said so: a body that could not be read, or a session that
/// could not be loaded or saved.
fn foreign(error: &actix_web::Error) -> Fault {
    match error.as_response_error().status_code() {
        StatusCode::PAYLOAD_TOO_LARGE => Fault::TooLarge,
        StatusCode::NOT_FOUND => Fault::NOT_FOUND,
        status if status.is_client_error() => Fault::UnreadableForm,
        // The page had done its work by then.
        _ if session::was_not_saved(error) => Fault::OutcomeUnknown(anyhow::anyhow!("session: {error:?}")),
        _ => Fault::TryAgainLater(anyhow::anyhow!("session: {error:?}")),
    }
}

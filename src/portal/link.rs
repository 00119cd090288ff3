//! The links of letters and emails, ours and those of the classic shell. "When it arrives in the URL it is taken out of
//! it by a redirect at once, so that it stays out of history, `Referer` and logs": whatever comes of a link, its answer
//! is a redirect to an address without it.

use actix_web::{HttpRequest, http::Method};

use super::{
    classic_link::{Parameters, Target, parameters, target},
    fault::Fault,
    reply::{Answer, see_other},
    request::Request,
    urls::{LinkOutcome, Url},
};
use crate::{
    actions::journey::enter_code::{Entered, enter_code},
    web::{limits::Limit, retry_after::whole_seconds},
};

/// Follows a link with these parameters.
pub(super) async fn follow(method: &Method, cx: &Request, parameters: &Parameters) -> Answer {
    let get = |name: &str| parameters.get(name).map(String::as_str);
    let code = get("packageid").map(str::trim).filter(|code| !code.is_empty());
    let url = match code {
        // A HEAD only asks whether something is there: nothing is looked up, nothing begun.
        None => Url::Code,
        Some(_) if method == Method::HEAD => Url::Code,
        Some(code) => enter(cx, code).await.unwrap_or_else(|fault| outcome_of(cx, &fault)),
    };
    let mut answer = see_other(&url);
    if let Some(words) = cx.asked_language(get("culture"), get("lcid")) {
        // Cannot fail: the cookie's value is the tag of a language of ours.
        let _ = answer.add_cookie(&cx.language_cookie(&words));
    }
    Ok(answer)
}

async fn enter(cx: &Request, code: &str) -> Result<Url, Fault> {
    cx.charge(Limit::Code)?;
    // Boxed, so that the page of who brings no code does not carry it.
    Ok(match Box::pin(enter_code(cx.context(), cx.session.id(), code)).await? {
        Entered::Journey(journey) => {
            cx.begin(journey.origin.session_id);
            Url::Question(journey.origin.number)
        }
        Entered::Withdrawn => Url::CodeAfterLink(LinkOutcome::Withdrawn),
        Entered::Unknown => Url::CodeAfterLink(LinkOutcome::Unknown),
        Entered::Problem(_) => Url::CodeAfterLink(LinkOutcome::Broken),
    })
}

/// Where a link leads that could not be followed.
pub(super) fn outcome_of(cx: &Request, fault: &Fault) -> Url {
    match fault {
        Fault::TooManyRequests(wait) => {
            Url::CodeAfterLink(LinkOutcome::TooManyRequests(whole_seconds(*wait)))
        }
        // To open it again is all that she can do, and does no harm.
        Fault::TryAgainLater(cause) | Fault::OutcomeUnknown(cause) => {
            tracing::warn!(cause = %format!("{cause:#}"), "a link could not be followed");
            Url::CodeAfterLink(LinkOutcome::TryAgainLater)
        }
        fault => {
            tracing::error!(cause = ?fault, language = cx.words.tag(), "a link could not be followed");
            Url::CodeAfterLink(LinkOutcome::TryAgainLater)
        }
    }
}

/// The classic shell's link, `/redirect.aspx?target=CONNECT&targetqs=…` (healthvault-wire, section 10). It never
/// sends a browser anywhere but to our own pages.
pub async fn redirect(req: HttpRequest, cx: Request) -> Answer {
    match target(req.query_string()) {
        Target::Connect(parameters) => follow(req.method(), &cx, &parameters).await,
        Target::Unknown => Err(Fault::NotFound { unknown_target: true }.into()),
    }
}

/// The older direct page, `/patientwelcome.aspx?packageid=…`.
pub async fn welcome(req: HttpRequest, cx: Request) -> Answer {
    follow(req.method(), &cx, &parameters(req.query_string())).await
}

//! `POST /_demo/clock`: moves the sandbox's clock forward. With `--data` it stays moved after a restart.

use actix_web::{HttpRequest, HttpResponse, http::header, web};
use serde::Deserialize;

use super::{Sandbox, back_to_desk};
use crate::{
    actions::time::{record_closed::record_closed, remind::remind},
    portal::{reply::Answer, request::Request},
};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Advance {
    advance_seconds: u64,
}

/// The farthest that one call moves it: ten years.
const FARTHEST: u64 = 10 * 366 * 86_400;

/// Takes JSON `{"advance_seconds": N}`, or the form of the sandbox's page.
pub async fn advance(cx: Request, sandbox: web::Data<Sandbox>, req: HttpRequest, body: web::Bytes) -> Answer {
    let from_page = req
        .headers()
        .get(header::CONTENT_TYPE)
        .and_then(|v| v.to_str().ok())
        .is_some_and(|v| v.starts_with("application/x-www-form-urlencoded"));
    let seconds = if from_page {
        url::form_urlencoded::parse(&body)
            .find(|(name, _)| name == "advance_seconds")
            .and_then(|(_, v)| v.parse().ok())
    } else {
        serde_json::from_slice::<Advance>(&body).ok().map(|a| a.advance_seconds)
    };
    let Some(seconds) = seconds.filter(|s| *s <= FARTHEST) else {
        return Ok(HttpResponse::BadRequest().json(
            serde_json::json!({ "error": "send {\"advance_seconds\": N} with N from 0 to ten years" }),
        ));
    };
    if let Err(e) = sandbox.clock.advance(seconds) {
        tracing::warn!(cause = %e, "the clock was not moved: its file cannot be written");
        return Ok(HttpResponse::InternalServerError()
            .json(serde_json::json!({ "error": "the clock's file cannot be written; nothing was moved" })));
    }
    // What the new time has closed is told, and who is to be reminded is, before the answer: so a suite need not wait
    // for the job.
    record_closed(cx.context()).await?;
    remind(cx.context()).await?;
    if from_page {
        return Ok(back_to_desk());
    }
    Ok(HttpResponse::Ok().json(serde_json::json!({ "now": cx.context().now().to_rfc3339() })))
}

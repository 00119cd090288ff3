//! `POST /_demo/clock`: moves the sandbox's clock forward.

use std::time::Duration;

use actix_web::{HttpRequest, HttpResponse, http::header, web};
use serde::Deserialize;

use crate::{
    actions::tell_closed::tell_closed,
    portal::{
        fault::Fault,
        visitor::{Visitor, see_other},
    },
};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Advance {
    advance_seconds: u64,
}

/// The farthest that one call moves it: ten years.
const FARTHEST: u64 = 10 * 366 * 86_400;

/// Takes JSON `{"advance_seconds": N}`, or the form of the sandbox's page.
pub async fn advance(visitor: Visitor, req: HttpRequest, body: web::Bytes) -> Result<HttpResponse, Fault> {
    let Some(sandbox) = &visitor.portal.sandbox else {
        return Err(Fault::NotFound { unknown_target: false });
    };
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
    sandbox.clock.advance(Duration::from_secs(seconds));
    // What the new time has closed is told before the answer, so that a suite need not wait for the job.
    tell_closed(&visitor.portal.parts).await?;
    if from_page {
        return Ok(see_other("/_demo/"));
    }
    Ok(HttpResponse::Ok().json(serde_json::json!({ "now": visitor.portal.parts.now().to_rfc3339() })))
}

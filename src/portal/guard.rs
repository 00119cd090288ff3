//! What every answer of the portal carries, and the one line that is logged of each request.

use actix_web::{
    body::MessageBody,
    dev::{ServiceRequest, ServiceResponse},
    http::header::{self, HeaderName, HeaderValue},
    middleware::Next,
    web::Data,
};

use crate::{actions::TOUCH_EVERY, installation::Portal, portal::session::Visit, store::sessions};

const CSP: &str = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; form-action 'self'; \
     base-uri 'none'; frame-ancestors 'none'; object-src 'none'";

/// Headers that are the same on every answer.
const ALWAYS: [(&str, &str); 7] = [
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "no-referrer"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    ("permissions-policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=()"),
    ("x-frame-options", "DENY"),
    ("content-security-policy", CSP),
];

/// Sets the security headers; what no handler made cacheable is not to be stored.
pub async fn headers(
    req: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<impl MessageBody>, actix_web::Error> {
    let secure = req.app_data::<Data<Portal>>().is_some_and(|p| p.secure());
    let mut response = next.call(req).await?;
    let headers = response.headers_mut();
    for (name, value) in ALWAYS {
        let name = HeaderName::from_static(name);
        if !headers.contains_key(&name) {
            headers.insert(name, HeaderValue::from_static(value));
        }
    }
    if !headers.contains_key(header::CACHE_CONTROL) {
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    }
    if secure {
        let year = HeaderValue::from_static("max-age=31536000; includeSubDomains");
        headers.insert(header::STRICT_TRANSPORT_SECURITY, year);
    }
    Ok(response)
}

/// One line a request: the route's template instead of the path, so that no code, name or id gets into the log.
pub async fn log(
    req: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<impl MessageBody>, actix_web::Error> {
    let started = std::time::Instant::now();
    let portal = req.app_data::<Data<Portal>>().cloned();
    let method = req.method().clone();
    let outcome = next.call(req).await;
    let status = match &outcome {
        Ok(response) => response.status(),
        Err(error) => error.as_response_error().status_code(),
    };
    if tracing::enabled!(tracing::Level::INFO) {
        let route = outcome.as_ref().ok().and_then(|response| response.request().match_pattern());
        let route = route.unwrap_or_else(|| "-".to_owned());
        let micros = u64::try_from(started.elapsed().as_micros()).unwrap_or(u64::MAX);
        tracing::info!(method = %method, route, status = status.as_u16(), micros, "request");
    }
    if let Some(portal) = portal {
        portal.metrics.count_request(status, started.elapsed());
    }
    outcome
}

/// Keeps a session in use alive, writing at most once a minute, and ends a sign-in that was not used in time.
pub async fn keep_session(
    req: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<impl MessageBody>, actix_web::Error> {
    if let Some(portal) = req.app_data::<Data<Portal>>().cloned() {
        let now = portal.parts.now();
        let visit = Visit::of(req.request(), now);
        if let (Some(id), Some(seen)) = (visit.id(), visit.seen_at())
            && !visit.end_stale_sign_in()
            && now - seen >= TOUCH_EVERY
        {
            let touched = async {
                let mut tx = portal.parts.db.write().await?;
                sessions::save_seen(&mut tx, id, now).await?;
                tx.commit().await
            };
            // A page that can be read shall be read, even when this cannot be written just now.
            if let Err(e) = touched.await {
                tracing::warn!(cause = %e, "a session's use could not be noted");
            }
        }
    }
    next.call(req).await
}

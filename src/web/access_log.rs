//! The one line that is logged of each request, and its count for operators.

use actix_web::{
    body::MessageBody,
    dev::{ServiceRequest, ServiceResponse},
    middleware::Next,
    web::Data,
};

use tracing::{Instrument, field::Empty, info_span};

use super::Site;
use crate::metrics::method_label;

/// One line a request: the route's template instead of the path, so that no code, name or id gets into the log.
pub async fn log(
    req: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<impl MessageBody>, actix_web::Error> {
    let started = std::time::Instant::now();
    let site = req.app_data::<Data<Site>>().cloned();
    let method = req.method().clone();
    let span = info_span!(
        "request",
        otel.kind = "server",
        otel.status_code = Empty,
        http.request.method = method_label(&method),
        http.route = Empty,
        http.response.status_code = Empty,
    );
    let outcome = next.call(req).instrument(span.clone()).await;
    let status = match &outcome {
        Ok(response) => response.status(),
        Err(error) => error.as_response_error().status_code(),
    };
    let route = outcome.as_ref().ok().and_then(|response| response.request().match_pattern());
    let route = route.unwrap_or_else(|| "-".to_owned());
    if !span.is_disabled() {
        span.record("http.route", route.as_str());
        span.record("http.response.status_code", status.as_u16());
        if status.is_server_error() {
            span.record("otel.status_code", "ERROR");
        }
    }
    if tracing::enabled!(tracing::Level::INFO) {
        let micros = u64::try_from(started.elapsed().as_micros()).unwrap_or(u64::MAX);
        tracing::info!(method = %method, route, status = status.as_u16(), micros, "request");
    }
    if let Some(site) = site {
        site.metrics.count_request(&method, route, status, started.elapsed());
    }
    outcome
}

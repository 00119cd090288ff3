//! The one line that is logged of each request, and its count for operators.

use std::{cell::RefCell, collections::HashSet};

use actix_web::{
    HttpRequest,
    body::MessageBody,
    dev::{ServiceRequest, ServiceResponse},
    middleware::Next,
    web::Data,
};

use tracing::{Instrument, field::Empty, info_span};

use super::Site;
use crate::metrics::method_label;

const UNKNOWN: &str = "-";

thread_local! {
    /// The paths of templates without a part that varies: for those that are asked for most there is nothing to match.
    static LITERAL: RefCell<HashSet<String>> = RefCell::default();
}

/// The route's template.
fn template(req: &HttpRequest) -> String {
    let path = req.path();
    if LITERAL.with_borrow(|literal| literal.contains(path)) {
        return path.to_owned();
    }
    let Some(template) = req.match_pattern() else { return UNKNOWN.to_owned() };
    if template == path {
        LITERAL.with_borrow_mut(|literal| literal.insert(template.clone()));
    }
    template
}

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
    let route = outcome.as_ref().map_or_else(|_| UNKNOWN.to_owned(), |response| template(response.request()));
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

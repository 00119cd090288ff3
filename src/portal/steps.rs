//! Counts for operators where on their way patients are, and where they stop.

use actix_web::{
    body::MessageBody,
    dev::{ServiceRequest, ServiceResponse},
    http::{Method, StatusCode},
    middleware::Next,
    web::Data,
};

use crate::web::Site;

/// The step where a code is typed.
pub(super) const CODE: &str = "code";

/// Counts each page of the patient's way that was shown, and each from which somebody went on.
pub(super) async fn count(
    req: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<impl MessageBody>, actix_web::Error> {
    let response = next.call(req).await?;
    let req = response.request();
    let asked = match (req.method(), response.status()) {
        (&Method::GET, StatusCode::OK) => Some(true),
        (&Method::POST, StatusCode::SEE_OTHER) => Some(false),
        _ => None,
    };
    if let (Some(entered), Some(site)) = (asked, req.app_data::<Data<Site>>())
        && let Some(step) = req.match_pattern().and_then(|route| step_of(&route))
    {
        if entered { site.metrics.count_entered(step) } else { site.metrics.count_left(step) }
    }
    Ok(response)
}

/// The step of a route, where it is one of the patient's way.
fn step_of(route: &str) -> Option<&'static str> {
    Some(match route {
        "/connect" | "/at/{slug}" => CODE,
        "/connect/question" => "question",
        "/sign-in" => "sign-in",
        "/create-account" => "create-account",
        "/verify-email" => "verify-email",
        "/connect/record" => "record",
        "/connect/authorize" => "authorize",
        "/connect/success" => "success",
        "/connect/declined" => "declined",
        "/connect/report" => "report",
        _ => return None,
    })
}

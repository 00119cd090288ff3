//! What every answer carries, whoever made it.

use actix_web::{
    body::MessageBody,
    dev::{ServiceRequest, ServiceResponse},
    error::InternalError,
    http::header::{self, HeaderMap, HeaderName, HeaderValue},
    middleware::Next,
    web::Data,
};

use super::Site;

const CSP: &str = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'self'; form-action 'self'; \
     base-uri 'none'; frame-ancestors 'none'; object-src 'none'";

/// The policy of a picture: a drawing (SVG) could hold scripts, so it is served without the right to run any.
pub const POLICY_OF_PICTURES: &str = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

/// The policy of a page whose forms may also lead to these origins: browsers hold a redirect that follows a form against
/// `form-action`, too.
pub fn policy_with_forms_to(origins: &[String]) -> String {
    CSP.replace("form-action 'self'", &format!("form-action 'self' {}", origins.join(" ")))
}

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

/// Sets the security headers; what no handler made cacheable is not to be stored. An error that a middleware answers
/// instead of a handler gets them, too.
pub async fn headers(
    req: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<impl MessageBody>, actix_web::Error> {
    let secure = req.app_data::<Data<Site>>().is_some_and(|site| site.secure());
    match next.call(req).await {
        Ok(mut response) => {
            set(response.headers_mut(), secure);
            Ok(response)
        }
        Err(error) => {
            let mut response = error.error_response();
            set(response.headers_mut(), secure);
            Err(InternalError::from_response(error, response).into())
        }
    }
}

fn set(headers: &mut HeaderMap, secure: bool) {
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
}

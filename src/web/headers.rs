//! What every answer carries, whoever made it.

use std::{
    future::{Ready, ready},
    pin::Pin,
    sync::LazyLock,
    task::{Context, Poll, ready as ready_now},
};

use actix_web::{
    Error,
    dev::{Service, ServiceRequest, ServiceResponse, Transform, forward_ready},
    error::InternalError,
    http::header::{self, HeaderMap, HeaderName, HeaderValue},
};
use pin_project_lite::pin_project;

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
static ALWAYS: LazyLock<[(HeaderName, HeaderValue); 7]> = LazyLock::new(|| {
    [
        ("x-content-type-options", "nosniff"),
        ("referrer-policy", "no-referrer"),
        ("cross-origin-opener-policy", "same-origin"),
        ("cross-origin-resource-policy", "same-origin"),
        ("permissions-policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=()"),
        ("x-frame-options", "DENY"),
        ("content-security-policy", CSP),
    ]
    .map(|(name, value)| (HeaderName::from_static(name), HeaderValue::from_static(value)))
});

/// Sets the security headers; what no handler made cacheable is not to be stored. An error that a middleware answers
/// instead of a handler gets them, too.
#[derive(Debug, Clone, Copy)]
pub struct Headers {
    /// Whether browsers reach the site by HTTPS.
    pub secure: bool,
}

impl<S, B> Transform<S, ServiceRequest> for Headers
where
    S: Service<ServiceRequest, Response = ServiceResponse<B>, Error = Error>,
{
    type Response = ServiceResponse<B>;
    type Error = Error;
    type InitError = ();
    type Transform = Setting<S>;
    type Future = Ready<Result<Setting<S>, ()>>;

    fn new_transform(&self, inner: S) -> Self::Future {
        ready(Ok(Setting { inner, secure: self.secure }))
    }
}

/// What [`Headers`] puts around a service.
#[derive(Debug)]
pub struct Setting<S> {
    inner: S,
    secure: bool,
}

impl<S, B> Service<ServiceRequest> for Setting<S>
where
    S: Service<ServiceRequest, Response = ServiceResponse<B>, Error = Error>,
{
    type Response = ServiceResponse<B>;
    type Error = Error;
    type Future = Set<S::Future>;

    forward_ready!(inner);

    fn call(&self, req: ServiceRequest) -> Self::Future {
        Set { answer: self.inner.call(req), secure: self.secure }
    }
}

pin_project! {
    /// An answer under way.
    pub struct Set<F> {
        #[pin]
        answer: F,
        secure: bool,
    }
}

impl<F, B> Future for Set<F>
where
    F: Future<Output = Result<ServiceResponse<B>, Error>>,
{
    type Output = F::Output;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<F::Output> {
        let this = self.project();
        Poll::Ready(match ready_now!(this.answer.poll(cx)) {
            Ok(mut response) => {
                set(response.headers_mut(), *this.secure);
                Ok(response)
            }
            Err(error) => {
                let mut response = error.error_response();
                set(response.headers_mut(), *this.secure);
                Err(InternalError::from_response(error, response).into())
            }
        })
    }
}

/// Sets them on an answer that no service of ours makes.
pub fn set(headers: &mut HeaderMap, secure: bool) {
    for (name, value) in &*ALWAYS {
        if !headers.contains_key(name) {
            headers.insert(name.clone(), value.clone());
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

//! The one line that is logged of each request, and its count for operators.

use std::{
    borrow::Cow,
    cell::RefCell,
    collections::HashMap,
    future::{Ready, ready},
    pin::Pin,
    rc::Rc,
    task::{Context, Poll, ready as ready_now},
    time::{Duration, Instant},
};

use actix_web::{
    Error, HttpRequest,
    dev::{Service, ServiceRequest, ServiceResponse, Transform, forward_ready},
    http::{Method, StatusCode},
    web::Data,
};
use pin_project_lite::pin_project;
use tracing::{Instrument, Span, field::Empty, info_span, instrument::Instrumented};

use super::Site;
use crate::metrics::{CountsOfRoute, method_label};

const UNKNOWN: &str = "-";

/// One line a request: the route's template instead of the path, so that no code, name or id gets into the log.
pub struct AccessLog(Data<Site>);

impl AccessLog {
    /// Counts for this site.
    pub fn of(site: Data<Site>) -> Self {
        Self(site)
    }
}

impl std::fmt::Debug for AccessLog {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("AccessLog")
    }
}

impl<S, B> Transform<S, ServiceRequest> for AccessLog
where
    S: Service<ServiceRequest, Response = ServiceResponse<B>, Error = Error>,
{
    type Response = ServiceResponse<B>;
    type Error = Error;
    type InitError = ();
    type Transform = Logging<S>;
    type Future = Ready<Result<Logging<S>, ()>>;

    fn new_transform(&self, inner: S) -> Self::Future {
        ready(Ok(Logging {
            inner,
            counting: Rc::new(Counting { site: self.0.clone(), known: RefCell::default() }),
        }))
    }
}

/// What [`AccessLog`] puts around a service.
pub struct Logging<S> {
    inner: S,
    counting: Rc<Counting>,
}

/// How a path was asked for and answered before, and where that is counted.
type Known = (Method, StatusCode, CountsOfRoute);

/// The counts of one worker.
struct Counting {
    site: Data<Site>,
    /// Of routes without a part that varies: for those that are asked for most there is nothing to match, and no lock.
    known: RefCell<HashMap<String, Vec<Known>>>,
}

impl Counting {
    /// The template of the route that a request took.
    fn route_of<'a>(&self, req: &'a HttpRequest) -> Cow<'a, str> {
        if self.known.borrow().contains_key(req.path()) {
            return req.path().into();
        }
        req.match_pattern().map_or(UNKNOWN.into(), Cow::Owned)
    }

    /// Counts a request for a path, which took this route.
    fn count(&self, method: &Method, path: &str, route: &str, status: StatusCode, took: Duration) {
        if let Some(of_route) = self.known.borrow().get(route)
            && let Some((.., counts)) = of_route.iter().find(|(m, s, _)| m == method && *s == status)
        {
            return counts.count(took);
        }
        let counts = self.site.metrics.of_route(method, route, status);
        counts.count(took);
        // Methods that anybody can invent would fill it.
        if route == path && method_label(method) == method.as_str() {
            let mut known = self.known.borrow_mut();
            known.entry(path.to_owned()).or_default().push((method.clone(), status, counts));
        }
    }
}

/// A request under way, as its line will say.
pub(super) struct Line {
    span: Span,
    method: Method,
    started: Instant,
}

impl Line {
    /// Of a request that came at this instant.
    pub(super) fn begin(method: &Method, started: Instant) -> Self {
        let span = info_span!(
            "request",
            otel.kind = "server",
            otel.status_code = Empty,
            http.request.method = method_label(method),
            http.route = Empty,
            http.response.status_code = Empty,
        );
        Self { span, method: method.clone(), started }
    }

    /// Writes it, with the template of the route, for whoever reads the log or follows traces; gives how long it took.
    pub(super) fn end(&self, status: StatusCode, route: &str) -> Duration {
        let took = self.started.elapsed();
        let is_read = tracing::enabled!(tracing::Level::INFO);
        if self.span.is_disabled() && !is_read {
            return took;
        }
        self.span.record("http.route", route);
        self.span.record("http.response.status_code", status.as_u16());
        if status.is_server_error() {
            self.span.record("otel.status_code", "ERROR");
        }
        if is_read {
            let micros = u64::try_from(took.as_micros()).unwrap_or(u64::MAX);
            tracing::info!(method = %self.method, route, status = status.as_u16(), micros, "request");
        }
        took
    }
}

impl<S, B> Service<ServiceRequest> for Logging<S>
where
    S: Service<ServiceRequest, Response = ServiceResponse<B>, Error = Error>,
{
    type Response = ServiceResponse<B>;
    type Error = Error;
    type Future = Logged<S::Future>;

    forward_ready!(inner);

    fn call(&self, req: ServiceRequest) -> Self::Future {
        let line = Line::begin(req.method(), Instant::now());
        let answer = line.span.in_scope(|| self.inner.call(req)).instrument(line.span.clone());
        Logged { answer, line, counting: self.counting.clone() }
    }
}

pin_project! {
    /// A request under way.
    pub struct Logged<F> {
        #[pin]
        answer: Instrumented<F>,
        line: Line,
        counting: Rc<Counting>,
    }
}

impl<F, B> Future for Logged<F>
where
    F: Future<Output = Result<ServiceResponse<B>, Error>>,
{
    type Output = F::Output;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<F::Output> {
        let this = self.project();
        let outcome = ready_now!(this.answer.poll(cx));
        let (path, route, status) = match &outcome {
            Ok(response) => {
                let req = response.request();
                (req.path(), this.counting.route_of(req), response.status())
            }
            Err(error) => ("", UNKNOWN.into(), error.as_response_error().status_code()),
        };
        let took = this.line.end(status, &route);
        this.counting.count(&this.line.method, path, &route, status, took);
        Poll::Ready(outcome)
    }
}

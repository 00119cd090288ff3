//! A way past the whole service, for a page that needs nothing of it: no route to find, no session, no body to read.

use std::{
    cell::OnceCell,
    pin::Pin,
    rc::Rc,
    task::{Context, Poll, ready as ready_now},
    time::Instant,
};

use actix_http::{ConnectionType, Request};
use actix_web::{
    Error,
    body::EitherBody,
    dev::{AppConfig, RequestHead, Response, Service, ServiceFactory, ServiceResponse, forward_ready},
    web::Data,
};
use pin_project_lite::pin_project;

use super::{Site, access_log::Line};
use crate::metrics::CountsOfRoute;

/// Makes a page from the head of a request alone; `None` leaves the request to the service behind.
pub type Page = Rc<dyn Fn(&RequestHead) -> Option<Response<String>>>;

/// Puts a shortcut before a service. Its answers are logged and counted as the service's are.
pub struct Shortcut<F> {
    /// The route of the page. All its answers by the shortcut have one method and one status.
    pub route: &'static str,
    /// The page.
    pub page: Page,
    /// Where it is counted.
    pub site: Data<Site>,
    /// The service behind.
    pub behind: F,
}

impl<F> std::fmt::Debug for Shortcut<F> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Shortcut")
    }
}

impl<F, B> ServiceFactory<Request> for Shortcut<F>
where
    F: ServiceFactory<Request, Config = AppConfig, Response = ServiceResponse<B>, Error = Error>,
    F::Future: 'static,
{
    type Response = Response<EitherBody<String, B>>;
    type Error = Error;
    type Config = AppConfig;
    type Service = Shortened<F::Service>;
    type InitError = F::InitError;
    type Future = Pin<Box<dyn Future<Output = Result<Self::Service, Self::InitError>>>>;

    fn new_service(&self, config: AppConfig) -> Self::Future {
        let making = self.behind.new_service(config);
        let (route, page, site) = (self.route, self.page.clone(), self.site.clone());
        Box::pin(async move {
            Ok(Shortened { route, page, site, counts: OnceCell::new(), behind: making.await? })
        })
    }
}

/// A service with a [`Shortcut`] before it.
pub struct Shortened<S> {
    route: &'static str,
    page: Page,
    site: Data<Site>,
    counts: OnceCell<CountsOfRoute>,
    behind: S,
}

impl<S, B> Service<Request> for Shortened<S>
where
    S: Service<Request, Response = ServiceResponse<B>, Error = Error>,
{
    type Response = Response<EitherBody<String, B>>;
    type Error = Error;
    type Future = Answer<S::Future>;

    forward_ready!(behind);

    fn call(&self, req: Request) -> Self::Future {
        let started = Instant::now();
        let ends = self.site.connections.are_too_many_to_keep();
        let Some(page) = (self.page)(req.head()) else {
            return Answer { page: None, behind: Some(self.behind.call(req)), ends };
        };
        // Only now: a request of the service behind has a line of its own.
        let took = Line::begin(req.method(), started).end(page.status(), self.route);
        let counts = || self.site.metrics.of_route(req.method(), self.route, page.status());
        self.counts.get_or_init(counts).count(took);
        Answer { page: Some(page), behind: None, ends }
    }
}

pin_project! {
    /// An answer: made already, or under way in the service behind. It may end its connection.
    pub struct Answer<F> {
        page: Option<Response<String>>,
        #[pin]
        behind: Option<F>,
        ends: bool,
    }
}

impl<F, B> Future for Answer<F>
where
    F: Future<Output = Result<ServiceResponse<B>, Error>>,
{
    type Output = Result<Response<EitherBody<String, B>>, Error>;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        let this = self.project();
        let mut answer = if let Some(page) = this.page.take() {
            page.map_body(|_, html| EitherBody::left(html))
        } else {
            let behind = this.behind.as_pin_mut().expect("an answer is made here or behind, and taken once");
            Response::from(ready_now!(behind.poll(cx))?).map_body(|_, body| EitherBody::right(body))
        };
        if *this.ends {
            answer.head_mut().set_connection_type(ConnectionType::Close);
        }
        Poll::Ready(Ok(answer))
    }
}

//! Paths and their methods: HEAD goes with GET, and whatever a path does not take is refused in the words of whose
//! path it is.

use actix_web::{FromRequest, Handler, HttpResponse, Resource, Responder, Route, http::Method, web};

/// A path and what it takes. Anything else is answered with 405 and the list of it.
pub struct Call {
    path: &'static str,
    routes: Vec<(Method, Route)>,
}

impl Call {
    /// A path that takes nothing yet.
    pub fn at(path: &'static str) -> Self {
        Self { path, routes: Vec::new() }
    }

    /// Takes GET, and HEAD as a GET without its body.
    pub fn get<F, Args>(self, handler: F) -> Self
    where
        F: Handler<Args>,
        Args: FromRequest + 'static,
        F::Output: Responder + 'static,
    {
        let reading = actix_web::guard::Any(actix_web::guard::Get()).or(actix_web::guard::Head());
        self.with(Method::GET, web::route().guard(reading).to(handler))
    }

    /// Takes POST.
    pub fn post<F, Args>(self, handler: F) -> Self
    where
        F: Handler<Args>,
        Args: FromRequest + 'static,
        F::Output: Responder + 'static,
    {
        self.with(Method::POST, web::post().to(handler))
    }

    /// Takes PUT.
    pub fn put<F, Args>(self, handler: F) -> Self
    where
        F: Handler<Args>,
        Args: FromRequest + 'static,
        F::Output: Responder + 'static,
    {
        self.with(Method::PUT, web::put().to(handler))
    }

    /// Takes PATCH.
    pub fn patch<F, Args>(self, handler: F) -> Self
    where
        F: Handler<Args>,
        Args: FromRequest + 'static,
        F::Output: Responder + 'static,
    {
        self.with(Method::PATCH, web::patch().to(handler))
    }

    /// Takes DELETE.
    pub fn delete<F, Args>(self, handler: F) -> Self
    where
        F: Handler<Args>,
        Args: FromRequest + 'static,
        F::Output: Responder + 'static,
    {
        self.with(Method::DELETE, web::delete().to(handler))
    }

    fn with(mut self, method: Method, route: Route) -> Self {
        self.routes.push((method, route));
        self
    }

    /// Its path and its methods.
    pub fn listed(&self) -> impl Iterator<Item = (Method, &'static str)> {
        self.routes.iter().map(|(method, _)| (method.clone(), self.path))
    }

    /// The resource. `refuse` makes the answer to any other method from the list of those it takes.
    pub fn resource<E>(self, refuse: fn(String) -> E) -> Resource
    where
        E: Into<actix_web::Error> + 'static,
    {
        let mut allow = Vec::new();
        let mut resource = web::resource(self.path);
        for (method, route) in self.routes {
            if method == Method::GET {
                allow.push("HEAD".to_owned());
            }
            allow.push(method.to_string());
            resource = resource.route(route);
        }
        allow.sort();
        let allow = allow.join(", ");
        resource.default_service(web::to(move || {
            std::future::ready(Err::<HttpResponse, E>(refuse(allow.clone())))
        }))
    }
}

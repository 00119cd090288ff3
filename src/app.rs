//! The parts put together into one HTTP service. Production, sandbox, tests and benchmark build the very same one.

use std::{net::TcpListener, sync::Arc};

use actix_web::{
    App, HttpServer,
    dev::{Server, ServiceFactory, ServiceRequest},
    http::KeepAlive,
    middleware::from_fn,
    web,
    web::Data,
};
use url::Url;

use crate::{
    actions::Parts,
    api,
    domain::webhook::Reach,
    metrics::Metrics,
    platform,
    portal::{
        self, brand, chrome::Assets, copy::Catalogue, fault, guard, limits::Limits, limits::PerMinute,
        session,
    },
    sandbox::{self, Sandbox},
};

/// One installation: what every request handler shares.
#[derive(Debug)]
pub struct Portal {
    /// What the use cases need.
    pub parts: Parts,
    /// The address that links begin with. Never taken from a request's `Host`.
    pub base_url: Url,
    /// Every language.
    pub catalogue: Catalogue,
    /// Tag and own name of each, for the switch.
    pub languages: Vec<(String, String)>,
    /// How much one address may try.
    pub limits: Limits,
    /// Who may say where a request came from.
    pub trusted_proxies: Vec<ipnet::IpNet>,
    /// Counts for operators.
    pub metrics: Metrics,
    /// Where callbacks may go.
    pub reach: Reach,
    /// Only in the sandbox: the movable clock and the letters that were written.
    pub sandbox: Option<Arc<Sandbox>>,
}

impl Portal {
    /// An installation at this address.
    pub fn new(
        parts: Parts,
        base_url: Url,
        per_minute: PerMinute,
        trusted_proxies: Vec<ipnet::IpNet>,
        sandbox: Option<Arc<Sandbox>>,
    ) -> Self {
        let catalogue = Catalogue::load();
        let languages =
            catalogue.languages().iter().map(|w| (w.tag().to_owned(), w.name().to_owned())).collect();
        Self {
            parts,
            base_url,
            catalogue,
            languages,
            limits: Limits::new(per_minute),
            trusted_proxies,
            metrics: Metrics::default(),
            reach: Reach { loopback: sandbox.is_some(), networks: Vec::new() },
            sandbox,
        }
    }

    /// Whether browsers reach it by HTTPS.
    pub fn secure(&self) -> bool {
        self.base_url.scheme() == "https"
    }

    /// The link that brings a code.
    pub fn link(&self, grouped_code: &str) -> String {
        let mut url = self.base_url.clone();
        url.set_path("/connect");
        url.query_pairs_mut().clear().append_pair("packageid", grouped_code);
        url.into()
    }
}

/// The service, for `HttpServer` and for a benchmark.
pub fn service(
    portal: Data<Portal>,
) -> App<
    impl ServiceFactory<
        ServiceRequest,
        Config = (),
        Response = actix_web::dev::ServiceResponse<impl actix_web::body::MessageBody>,
        Error = actix_web::Error,
        InitError = (),
    >,
> {
    let sessions = session::middleware(portal.parts.clone(), portal.secure());
    let with_sandbox = portal.sandbox.is_some();
    App::new()
        .app_data(portal)
        .app_data(web::PayloadConfig::new(portal::fields::MOST_BYTES))
        .wrap(from_fn(guard::headers))
        .wrap(from_fn(guard::log))
        .configure(|cfg| {
            // Scopes, because what is not below them is told so by their first letters alone.
            cfg.service(web::scope("/static").route("/{file}", web::get().to(static_file)));
            cfg.service(
                web::scope("/brand")
                    .route("/{app}/accent-{hash}.css", web::get().to(brand::stylesheet))
                    .route("/{app}/logo-{hash}", web::get().to(brand::logo)),
            );
        })
        .configure(api::routes)
        .configure(platform::routes)
        .service(
            web::scope("")
                .wrap(from_fn(guard::keep_session))
                .wrap(sessions)
                .wrap(from_fn(fault::pages))
                .configure(|cfg| {
                    if with_sandbox {
                        sandbox::routes(cfg);
                    }
                })
                .configure(portal::routes)
                .default_service(web::to(fault::no_such_page)),
        )
}

async fn static_file(req: actix_web::HttpRequest) -> actix_web::HttpResponse {
    match Assets::embedded().find(req.path()) {
        Some(file) => actix_web::HttpResponse::Ok()
            .content_type(file.content_type)
            .insert_header((actix_web::http::header::CACHE_CONTROL, "public, max-age=31536000, immutable"))
            .body(file.bytes),
        None => actix_web::HttpResponse::NotFound().finish(),
    }
}

/// Starts serving on sockets that listen already. The caller awaits or stops it.
pub fn serve(portal: Data<Portal>, listener: TcpListener) -> std::io::Result<Server> {
    let workers = std::thread::available_parallelism().map_or(2, std::num::NonZero::get).min(8);
    Ok(HttpServer::new(move || service(portal.clone()))
        .workers(workers)
        .keep_alive(KeepAlive::Timeout(std::time::Duration::from_secs(30)))
        .client_request_timeout(std::time::Duration::from_secs(15))
        .shutdown_timeout(15)
        .disable_signals()
        .listen(listener)?
        .run())
}

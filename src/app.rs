//! The parts put together into one HTTP service. Production, sandbox, tests and benchmark build the very same one.

use std::{net::TcpListener, rc::Rc, time::Duration};

use actix_http::Request;
use actix_service::IntoServiceFactory;
use actix_web::{
    App, HttpServer,
    body::MessageBody,
    dev::{AppConfig, Server, ServiceFactory, ServiceRequest, ServiceResponse},
    http::KeepAlive,
    web,
    web::Data,
};

use crate::{
    api,
    gallery::{self, Previewed},
    installation::Installation,
    listening::Listener,
    platform,
    portal::{
        self,
        spliced::Spliced,
        visitor::{self, Visitors},
    },
    sandbox::{self, Sandbox},
    web::{Site, access_log::AccessLog, assets, headers::Headers, redirect, shortcut::Shortcut},
};

/// How long requests under way may take when the server is told to stop, in seconds. Then they are cut off.
pub const STOPPING: u64 = 15;

fn spliced(installation: &Installation) -> Data<Spliced> {
    Data::new(Spliced::new(&*installation.context.random))
}

/// What [`service`] is, with a shortcut for visitors before it.
#[expect(clippy::needless_pass_by_value, reason = "what is handed back borrows nothing")]
fn with_shortcut(
    installation: Data<Installation>,
    sandbox: Option<Data<Sandbox>>,
) -> Shortcut<
    impl ServiceFactory<
        Request,
        Config = AppConfig,
        Response = ServiceResponse<impl MessageBody>,
        Error = actix_web::Error,
        InitError = (),
        Future: 'static,
        Service: 'static,
    >,
> {
    let spliced = spliced(&installation);
    let visitors = Visitors { installation: installation.clone(), spliced: spliced.clone() };
    Shortcut {
        route: visitor::ROUTE,
        page: Rc::new(move |asked| visitors.page(asked)),
        site: installation.site.clone(),
        behind: service(installation.clone(), spliced, sandbox).into_factory(),
    }
}

/// The service. With a sandbox, its pages too.
#[expect(clippy::needless_pass_by_value, reason = "what is handed back borrows nothing")]
fn service(
    installation: Data<Installation>,
    spliced: Data<Spliced>,
    sandbox: Option<Data<Sandbox>>,
) -> App<
    impl ServiceFactory<
        ServiceRequest,
        Config = (),
        Response = ServiceResponse<impl MessageBody>,
        Error = actix_web::Error,
        InitError = (),
    >,
> {
    let sessions = portal::session::middleware(installation.context.clone(), installation.site.secure());
    App::new()
        .app_data(installation.site.clone())
        .app_data(installation.clone())
        .app_data(spliced)
        .wrap(Headers { secure: installation.site.secure() })
        .wrap(AccessLog::of(installation.site.clone()))
        .configure(|cfg| {
            // A scope, because what is not below it is told so by its first letters alone.
            cfg.service(web::scope("/static").route("/{file}", web::get().to(assets::serve)));
        })
        .configure(portal::brand::routes)
        .configure(portal::account::provider_logo::routes)
        .configure(api::routes)
        .configure(platform::routes)
        .service(portal::scope(sessions, |cfg| {
            if let Some(sandbox) = sandbox {
                sandbox::routes(cfg, sandbox);
            }
            portal::routes(cfg);
        }))
}

/// The service of `brand preview`: the gallery, and what its pages load. No form of it leads anywhere.
#[expect(clippy::needless_pass_by_value, reason = "what is handed back borrows nothing")]
fn preview(
    installation: Data<Installation>,
    previewed: Data<Previewed>,
) -> App<
    impl ServiceFactory<
        ServiceRequest,
        Config = (),
        Response = ServiceResponse<impl MessageBody>,
        Error = actix_web::Error,
        InitError = (),
    >,
> {
    let sessions = portal::session::middleware(installation.context.clone(), installation.site.secure());
    App::new()
        .app_data(installation.site.clone())
        .app_data(installation.clone())
        .app_data(previewed)
        .app_data(spliced(&installation))
        .wrap(Headers { secure: installation.site.secure() })
        .configure(|cfg| {
            cfg.service(web::scope("/static").route("/{file}", web::get().to(assets::serve)));
        })
        .configure(portal::brand::routes)
        .service(portal::scope(sessions, gallery::routes))
}

/// Starts a preview. It ends with the process.
pub fn serve_preview(
    installation: Data<Installation>,
    previewed: Data<Previewed>,
    listener: TcpListener,
) -> std::io::Result<Server> {
    Ok(HttpServer::new(move || preview(installation.clone(), previewed.clone()))
        .workers(2)
        // A page that waits for changes waits for ever.
        .shutdown_timeout(1)
        .listen(listener)?
        .run())
}

/// Starts serving the counts on a listener of their own. It ends with the process.
pub fn serve_metrics(installation: Data<Installation>, listener: TcpListener) -> std::io::Result<Server> {
    let service = move || App::new().app_data(installation.clone()).configure(api::metrics_routes);
    Ok(HttpServer::new(service).workers(1).shutdown_timeout(1).disable_signals().listen(listener)?.run())
}

/// Starts leading whoever comes without TLS to the address that has it. It ends with the process.
pub fn serve_redirects(site: Data<Site>, listener: TcpListener) -> std::io::Result<Server> {
    let service = move || App::new().app_data(site.clone()).default_service(web::to(redirect::lead_to_tls));
    let server = HttpServer::new(service).workers(1).client_request_timeout(SLOWEST_HEAD);
    Ok(server.shutdown_timeout(1).disable_signals().listen(listener)?.run())
}

/// How long the head of a request may take to come in.
const SLOWEST_HEAD: Duration = Duration::from_secs(15);
/// How long two may take to agree on TLS: a phone in a cellar takes more than the three seconds that are usual.
const SLOWEST_HANDSHAKE: Duration = Duration::from_secs(10);

/// Starts serving on sockets that listen already. The caller awaits or stops it.
pub fn serve(
    installation: Data<Installation>,
    sandbox: Option<Data<Sandbox>>,
    listeners: Vec<Listener>,
) -> std::io::Result<Server> {
    let workers = std::thread::available_parallelism().map_or(2, std::num::NonZero::get).min(8);
    let connections = installation.site.connections.clone();
    let server = HttpServer::new(move || with_shortcut(installation.clone(), sandbox.clone()))
        .on_connect(move |_, belongings| connections.open(belongings))
        .workers(workers)
        .keep_alive(KeepAlive::Timeout(Duration::from_secs(30)))
        .client_request_timeout(SLOWEST_HEAD)
        .tls_handshake_timeout(SLOWEST_HANDSHAKE)
        .shutdown_timeout(STOPPING)
        .disable_signals();
    let server = listeners.into_iter().try_fold(server, |server, listener| match listener {
        Listener::Plain(listener) => server.listen(listener),
        Listener::Tls(listener, config) => server.listen_rustls_0_23(listener, *config),
        #[cfg(unix)]
        Listener::Socket(listener) => server.listen_uds(listener),
    })?;
    Ok(server.run())
}

//! The parts put together into one HTTP service. Production, sandbox, tests and benchmark build the very same one.

use std::net::TcpListener;

use actix_web::{
    App, HttpServer,
    dev::{Server, ServiceFactory, ServiceRequest},
    http::KeepAlive,
    middleware::from_fn,
    web,
    web::Data,
};

use crate::{
    api,
    installation::Portal,
    platform,
    portal::{self, brand, chrome::Assets, fault, guard, session},
    sandbox,
};

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

//! What a patient meets in her browser. The routes below are her way, in order; read them first.
//!
//! Only this module and its children know HTML, sessions and words. Handlers translate between a request and an
//! action; they decide nothing.

pub mod brand;
pub mod chrome;
pub mod classic_link;
pub mod connections;
pub mod copy;
pub mod fault;
pub mod fields;
pub mod guard;
pub mod journey;
pub mod letter;
pub mod limits;
pub mod pages;
pub mod session;
pub mod small_pages;
pub mod visitor;

use actix_web::web;

/// GET, and HEAD as a GET without its body.
fn reading() -> actix_web::Route {
    web::route().guard(actix_web::guard::Any(actix_web::guard::Get()).or(actix_web::guard::Head()))
}

fn page<F, Args, G, Brgs>(path: &str, get: F, post: G) -> actix_web::Resource
where
    F: actix_web::Handler<Args>,
    Args: actix_web::FromRequest + 'static,
    F::Output: actix_web::Responder + 'static,
    G: actix_web::Handler<Brgs>,
    Brgs: actix_web::FromRequest + 'static,
    G::Output: actix_web::Responder + 'static,
{
    web::resource(path)
        .route(reading().to(get))
        .route(web::post().to(post))
        .default_service(web::to(fault::no_such_method))
}

fn read_only<F, Args>(path: &str, get: F) -> actix_web::Resource
where
    F: actix_web::Handler<Args>,
    Args: actix_web::FromRequest + 'static,
    F::Output: actix_web::Responder + 'static,
{
    web::resource(path).route(reading().to(get)).default_service(web::to(fault::no_such_method))
}

fn write_only<F, Args>(path: &str, post: F) -> actix_web::Resource
where
    F: actix_web::Handler<Args>,
    Args: actix_web::FromRequest + 'static,
    F::Output: actix_web::Responder + 'static,
{
    web::resource(path).route(web::post().to(post)).default_service(web::to(fault::no_such_method))
}

/// The patient's way, in order, and what stands beside it.
pub fn routes(cfg: &mut web::ServiceConfig) {
    use journey::{authorize, code, create_account, declined, question, record, sign_in, success};

    cfg.service(read_only("/", small_pages::home))
        .service(page("/connect", code::get, code::post))
        .service(page("/connect/question", question::get, question::post))
        .service(page("/sign-in", sign_in::get, sign_in::post))
        .service(page("/create-account", create_account::get, create_account::post))
        .service(page("/connect/record", record::get, record::post))
        .service(page("/connect/authorize", authorize::get, authorize::post))
        .service(read_only("/connect/success", success::get))
        .service(read_only("/connect/declined", declined::get))
        .service(read_only("/connections", connections::list))
        .service(page("/connections/{id}/disconnect", connections::ask, connections::disconnect))
        .service(write_only("/sign-out", sign_in::sign_out))
        .service(write_only("/language", small_pages::language))
        .service(read_only("/help", small_pages::help))
        // Classic links, whose path comes in any case.
        .service(read_only("/{page:(?i)redirect\\.aspx}", code::redirect))
        .service(read_only("/{page:(?i)patientwelcome\\.aspx}", code::welcome));
}

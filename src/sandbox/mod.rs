//! The sandbox: a portal with a sample clinic, a sample patient and a clock that can be moved. Everything here
//! exists in no other mode.

mod clock;
mod desk;
mod desk_page;
pub mod letters;
pub mod seed;

use actix_web::web;

/// `/_demo/` and what belongs to it.
pub fn routes(cfg: &mut web::ServiceConfig) {
    cfg.service(
        web::resource(["/_demo", "/_demo/"])
            .route(web::get().to(desk::get))
            .route(web::post().to(desk::create)),
    )
    .service(web::resource("/_demo/clock").route(web::post().to(clock::advance)));
}

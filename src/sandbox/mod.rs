//! The sandbox: a portal with a sample clinic, a sample patient and a clock that can be moved. Everything here
//! exists in no other mode.

mod clock;
mod desk;
mod desk_page;
mod invitations;
mod kept_clock;
mod mailbox;
pub mod seed;

use actix_web::{HttpResponse, http::header, web, web::Data};

pub use invitations::{Invitation, Sandbox};
pub use kept_clock::KeptClock;

/// Where the desk is.
const DESK: &str = "/_demo/";

fn back_to_desk() -> HttpResponse {
    HttpResponse::SeeOther().insert_header((header::LOCATION, DESK)).finish()
}

/// `/_demo/` and what belongs to it.
pub fn routes(cfg: &mut web::ServiceConfig, sandbox: Data<Sandbox>) {
    cfg.configure(crate::gallery::routes)
        .app_data(sandbox)
        .service(
            web::resource(["/_demo", DESK])
                .route(web::get().to(desk::get))
                .route(web::post().to(desk::create)),
        )
        .service(web::resource("/_demo/rearm").route(web::post().to(desk::rearm)))
        .service(web::resource("/_demo/mail").route(web::get().to(mailbox::get)))
        .service(web::resource("/_demo/mail.json").route(web::get().to(mailbox::json)))
        .service(web::resource("/_demo/mail/{number}").route(web::get().to(mailbox::one)))
        .service(web::resource("/_demo/clock").route(web::post().to(clock::advance)));
}

//! What an app meets: the JSON API, and plain pages for operators. Handlers translate; rules live in `actions`.

mod authorizations;
mod connect_requests;
pub mod deliveries;
pub mod events;
mod health;
mod json;
mod key;
mod problem;

use actix_web::{middleware::from_fn, web};

/// The most that a JSON body may weigh.
pub const MOST_BYTES: usize = 64 * 1024;

/// `/api/v1` and the operators' pages.
pub fn routes(cfg: &mut web::ServiceConfig) {
    cfg.route("/healthz", web::get().to(health::alive))
        .route("/readyz", web::get().to(health::ready))
        .route("/metrics", web::get().to(health::metrics))
        .service(
            web::scope("/api/v1")
                .app_data(web::PayloadConfig::new(MOST_BYTES))
                .wrap(from_fn(problem::answers))
                .service(
                    web::resource("/connect-requests")
                        .route(web::post().to(connect_requests::create))
                        .route(web::get().to(connect_requests::list))
                        .default_service(web::to(problem::no_such_method)),
                )
                .service(
                    web::resource("/connect-requests/{external_id}")
                        .route(web::get().to(connect_requests::show))
                        .route(web::patch().to(connect_requests::update))
                        .route(web::delete().to(connect_requests::delete))
                        .default_service(web::to(problem::no_such_method)),
                )
                .service(
                    web::resource("/authorized-connect-requests")
                        .route(web::get().to(authorizations::list))
                        .default_service(web::to(problem::no_such_method)),
                )
                .service(
                    web::resource("/persons/{person_id}/records/{record_id}/authorization")
                        .route(web::get().to(authorizations::show))
                        .route(web::delete().to(authorizations::give_up))
                        .default_service(web::to(problem::no_such_method)),
                )
                .service(
                    web::resource("/events")
                        .route(web::get().to(events::list))
                        .default_service(web::to(problem::no_such_method)),
                )
                .service(
                    web::resource("/deliveries")
                        .route(web::get().to(deliveries::list))
                        .default_service(web::to(problem::no_such_method)),
                )
                .default_service(web::to(problem::no_such_path)),
        );
}

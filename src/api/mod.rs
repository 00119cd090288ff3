//! What an app meets: the JSON API, its documentation, and plain pages for operators. Handlers translate; rules live
//! in `actions`.
//!
//! A new call needs three lines beside its handler: in [`calls`] below, in `document::Document`'s `paths`, and a
//! `#[utoipa::path]` on the handler that names its problems. The suite fails while one of them is missing.

mod alternate_ids;
mod authorizations;
mod code;
mod connect_requests;
mod cursor;
pub mod deliveries;
mod docs;
pub mod document;
pub mod events;
mod health;
mod idempotency;
mod invitations;
mod json;
mod key;
mod letters;
pub mod problem;
mod rearm;
mod request_body;

use actix_web::{http::Method, middleware::from_fn, web};

use crate::web::routing::Call;
use problem::Problem;

/// The most that a JSON body may weigh.
pub const MOST_BYTES: usize = 64 * 1024;

/// Where the calls are.
pub const BASE: &str = "/api/v1";

/// Every call, by its path below [`BASE`].
fn calls() -> Vec<Call> {
    vec![
        Call::at("/connect-requests").post(connect_requests::create).get(connect_requests::list),
        Call::at("/connect-requests/{external_id}")
            .get(connect_requests::show)
            .patch(connect_requests::update)
            .delete(connect_requests::delete),
        Call::at("/connect-requests/{external_id}/rearm").post(rearm::rearm),
        Call::at("/connect-requests/{external_id}/invitation").post(invitations::again),
        Call::at("/authorized-connect-requests").get(authorizations::list),
        Call::at("/persons/{person_id}/records/{record_id}/authorization")
            .get(authorizations::show)
            .delete(authorizations::give_up),
        Call::at("/persons/{person_id}/records/{record_id}/alternate-ids").get(alternate_ids::list),
        Call::at("/persons/{person_id}/records/{record_id}/alternate-ids/{alternate_id}")
            .put(alternate_ids::associate)
            .delete(alternate_ids::disassociate),
        Call::at("/alternate-ids/{alternate_id}").get(alternate_ids::find),
        Call::at("/letters").post(letters::make),
        Call::at("/events").get(events::list),
        Call::at("/deliveries").get(deliveries::list),
    ]
}

/// Method and path of every call.
pub fn listed() -> Vec<(Method, &'static str)> {
    calls().iter().flat_map(Call::listed).collect()
}

/// What is served where the counts have a listener of their own: these, and whether all is well.
pub fn metrics_routes(cfg: &mut web::ServiceConfig) {
    cfg.route("/healthz", web::get().to(health::alive))
        .route("/readyz", web::get().to(health::ready))
        .route("/metrics", web::get().to(health::metrics_alone));
}

/// The API, its documentation and the operators' pages.
pub fn routes(cfg: &mut web::ServiceConfig) {
    cfg.route("/healthz", web::get().to(health::alive))
        .route("/readyz", web::get().to(health::ready))
        .route("/metrics", web::get().to(health::metrics))
        .service(
            web::scope("/problems")
                .service(Call::at("/{code}").get(docs::problem).resource(Problem::no_such_method)),
        )
        .service(
            web::scope("/api")
                .wrap(from_fn(problem::answers))
                .service(Call::at("/openapi.json").get(document::show).resource(Problem::no_such_method))
                .service(Call::at("/docs").get(docs::page).resource(Problem::no_such_method))
                .service(
                    web::scope("/v1")
                        .configure(|cfg| {
                            for call in calls() {
                                cfg.service(call.resource(Problem::no_such_method));
                            }
                        })
                        .default_service(web::to(problem::no_such_path)),
                )
                .default_service(web::to(problem::no_such_path)),
        );
}

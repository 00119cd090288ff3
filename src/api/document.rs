//! The OpenAPI document: made from the handlers and from the very structs that are sent and read.

use std::sync::LazyLock;

use actix_web::{HttpResponse, http::header};
use utoipa::{
    Modify, OpenApi,
    openapi::security::{HttpAuthScheme, HttpBuilder, SecurityScheme},
};

use super::{
    alternate_ids, authorizations, connect_requests, deliveries, events, invitations, letters,
    problem::ProblemBody, rearm,
};

#[derive(OpenApi)]
#[openapi(
    info(
        title = "Patient Connect",
        description = "A clinic's app is connected to a patient's health record by the patient: the app creates a \
                       connect request, the clinic hands the patient its code, the patient picks it up on the portal, \
                       and the app asks for what was authorized since it last asked.",
        license(name = "MIT", identifier = "MIT"),
    ),
    servers((url = "/api/v1", description = "This installation")),
    tags(
        (name = "Connect requests", description = "What the app creates for one of its patients."),
        (name = "Authorizations", description = "What patients have authorized the app for."),
        (name = "Events", description = "What happened, in one order; and the callbacks that told of it."),
        (name = "Alternate IDs", description = "The app's own keys for a person and record."),
    ),
    paths(
        connect_requests::create,
        connect_requests::list,
        connect_requests::show,
        connect_requests::update,
        connect_requests::delete,
        rearm::rearm,
        invitations::again,
        letters::make,
        authorizations::list,
        authorizations::show,
        authorizations::give_up,
        alternate_ids::list,
        alternate_ids::associate,
        alternate_ids::disassociate,
        alternate_ids::find,
        events::list,
        deliveries::list,
    ),
    components(schemas(ProblemBody<'_>)),
    security(("api_key" = [])),
    modifiers(&ApiKey),
)]
struct Document;

struct ApiKey;

impl Modify for ApiKey {
    fn modify(&self, document: &mut utoipa::openapi::OpenApi) {
        let scheme = HttpBuilder::new()
            .scheme(HttpAuthScheme::Bearer)
            .description(Some("The app's API key, made with `patient-connect app key new`."))
            .build();
        if let Some(components) = document.components.as_mut() {
            components.add_security_scheme("api_key", SecurityScheme::Http(scheme));
        }
    }
}

/// The document.
pub fn document() -> &'static utoipa::openapi::OpenApi {
    static DOCUMENT: LazyLock<utoipa::openapi::OpenApi> = LazyLock::new(Document::openapi);
    &DOCUMENT
}

/// `GET /api/openapi.json`.
pub async fn show() -> HttpResponse {
    static TEXT: LazyLock<String> =
        LazyLock::new(|| document().to_pretty_json().expect("the document is made of plain values"));
    HttpResponse::Ok()
        .insert_header((header::CONTENT_TYPE, "application/json"))
        .insert_header((header::CACHE_CONTROL, "public, max-age=300"))
        .body(TEXT.as_str())
}

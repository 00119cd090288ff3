//! The documentation page.
use actix_web::HttpResponse;
/// x
pub async fn page() -> HttpResponse { HttpResponse::Ok().finish() }
/// x
pub async fn problem() -> HttpResponse { HttpResponse::Ok().finish() }

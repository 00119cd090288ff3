//! Pages for operators: alive, ready, counts.

use actix_web::{HttpResponse, web::Data};

use crate::installation::Installation;

/// The process answers.
pub async fn alive() -> HttpResponse {
    HttpResponse::Ok().content_type("text/plain; charset=utf-8").body("ok\n")
}

/// The database answers, its tables are there, and what is written is kept.
pub async fn ready(installation: Data<Installation>) -> HttpResponse {
    match installation.readiness.check(&installation.context).await {
        Ok(()) => HttpResponse::Ok().content_type("text/plain; charset=utf-8").body("ready\n"),
        Err(e) => {
            tracing::warn!(cause = %e, "not ready");
            HttpResponse::ServiceUnavailable()
                .insert_header(("retry-after", "5"))
                .content_type("text/plain; charset=utf-8")
                .body("the database is not available\n")
        }
    }
}

/// Prometheus text.
pub async fn metrics(installation: Data<Installation>) -> HttpResponse {
    HttpResponse::Ok()
        .content_type("text/plain; version=0.0.4; charset=utf-8")
        .body(installation.site.metrics.text())
}

//! Pages for operators: alive, ready, counts.

use actix_web::{HttpRequest, HttpResponse, web::Data};

use crate::{
    installation::Installation,
    web::{MetricsFor, client_address::is_this_machine},
};

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

/// Prometheus text, for whom the operator lets read it here; for others it is not there.
pub async fn metrics(req: HttpRequest, installation: Data<Installation>) -> HttpResponse {
    let site = &installation.site;
    let may = match site.metrics_for {
        MetricsFor::ThisMachine => is_this_machine(&req, site),
        MetricsFor::Everybody => true,
        MetricsFor::Nobody => false,
    };
    if may {
        counts(&installation)
    } else {
        let body = "metrics are read on this machine, or where metrics_listen says\n";
        HttpResponse::NotFound().content_type("text/plain; charset=utf-8").body(body)
    }
}

/// The same on a listener of its own, for whoever reaches it.
pub async fn metrics_alone(installation: Data<Installation>) -> HttpResponse {
    counts(&installation)
}

fn counts(installation: &Installation) -> HttpResponse {
    let (context, site) = (&installation.context, &installation.site);
    HttpResponse::Ok()
        .content_type("text/plain; version=0.0.4; charset=utf-8")
        .body(site.metrics.text(context.hasher.waiting(), site.connections.count()))
}

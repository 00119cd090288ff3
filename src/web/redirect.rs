//! What is answered without TLS where the portal has it: where to come instead, and nothing else.

use actix_web::{
    HttpRequest, HttpResponse,
    http::{Method, header},
    web::Data,
};

use super::Site;

/// Leads whoever only reads to the same place at the site's own address. Whatever else was sent has been sent in the clear
/// already: it is refused, so that whoever sent it notices.
pub async fn lead_to_tls(req: HttpRequest, site: Data<Site>) -> HttpResponse {
    let reads = matches!(*req.method(), Method::GET | Method::HEAD);
    let mut answer = if reads { HttpResponse::PermanentRedirect() } else { HttpResponse::Forbidden() };
    if reads {
        // The address is the settings', never the request's `Host`.
        let asked = req.uri().path_and_query().map_or("/", |asked| asked.as_str());
        answer.insert_header((header::LOCATION, format!("{}{asked}", site.origin())));
    }
    answer
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .insert_header((header::REFERRER_POLICY, "no-referrer"))
        .content_type("text/plain; charset=utf-8")
        .body(format!("This portal is reached by https only: {}\n", site.origin()))
}

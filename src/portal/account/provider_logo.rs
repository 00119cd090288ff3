//! The pictures of providers, served as files of their own.

use actix_web::{
    HttpResponse,
    http::header,
    web,
    web::{Data, Path},
};

use crate::{
    domain::provider::Provider,
    installation::Installation,
    keys::Purpose,
    portal::fault::Fault,
    web::{assets::FOR_A_YEAR, headers::POLICY_OF_PICTURES},
};

/// Where a provider's picture is. The address changes with the picture.
pub(super) fn address(installation: &Installation, provider: &Provider) -> Option<String> {
    let logo = provider.logo.as_ref()?;
    let hash = installation.context.keys.hash_for_now(Purpose::Form, &[b"provider", logo.bytes()]);
    let hash: String = hash[..6].iter().map(|b| format!("{b:02x}")).collect();
    Some(format!("/providers/{}/logo-{hash}", provider.name))
}

/// Outside the sessions, as all that may be kept by browsers.
pub fn routes(cfg: &mut web::ServiceConfig) {
    cfg.service(web::scope("/providers").route("/{name}/logo-{hash}", web::get().to(logo)));
}

/// The picture, without the right to run anything.
async fn logo(installation: Data<Installation>, path: Path<(String, String)>) -> Result<HttpResponse, Fault> {
    let logo = installation.provider(&path.0).and_then(|provider| provider.about().logo.as_ref());
    let logo = logo.ok_or(Fault::NOT_FOUND)?;
    Ok(HttpResponse::Ok()
        .content_type(logo.media_type())
        .insert_header((header::CACHE_CONTROL, FOR_A_YEAR))
        .insert_header((header::CONTENT_SECURITY_POLICY, POLICY_OF_PICTURES))
        .body(logo.bytes().to_vec()))
}

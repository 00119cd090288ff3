//! An app's look: its names, its logo and its accent colour, served as files of their own so that the content
//! security policy needs no exception.

use actix_web::{
    HttpResponse,
    http::header,
    web::{Data, Path},
};
use uuid::Uuid;

use super::{chrome::Brand, fault::Fault};
use crate::{
    actions::ActionError,
    domain::{application::App, brand},
    installation::Portal,
    keys::Purpose,
    store::apps,
};

/// The look of an app's pages.
pub fn of(portal: &Portal, app: &App) -> Brand {
    let look = app.brand.as_ref();
    let stylesheet = look.and_then(|b| b.accent).map(|accent| {
        let accent = accent.to_string();
        format!("/brand/{}/accent-{}.css", app.id, short_hash(portal, accent.as_bytes()))
    });
    let logo = look
        .and_then(|b| b.logo.as_ref())
        .map(|logo| format!("/brand/{}/logo-{}", app.id, short_hash(portal, logo.bytes())));
    Brand {
        app_name: app.name.clone(),
        organization: app.organization.clone(),
        contact: app.contact.clone(),
        logo,
        stylesheet,
    }
}

fn short_hash(portal: &Portal, bytes: &[u8]) -> String {
    let hash = portal.parts.keys.hash(Purpose::Form, &[b"brand", bytes]);
    hash[..6].iter().map(|b| format!("{b:02x}")).collect()
}

async fn find(portal: &Portal, id: Uuid) -> Result<App, Fault> {
    let mut tx = portal.parts.db.read().await.map_err(ActionError::from)?;
    let app = apps::find(&mut tx, id).await.map_err(ActionError::from)?;
    app.map(|a| a.value).ok_or(Fault::NotFound { unknown_target: false })
}

const FOR_A_YEAR: &str = "public, max-age=31536000, immutable";

/// The stylesheet that sets the accent's custom properties. Its address changes with the colour.
pub async fn stylesheet(portal: Data<Portal>, path: Path<(Uuid, String)>) -> Result<HttpResponse, Fault> {
    let (id, _) = path.into_inner();
    let app = find(&portal, id).await?;
    let accent = app.brand.and_then(|b| b.accent).ok_or(Fault::NotFound { unknown_target: false })?;
    Ok(HttpResponse::Ok()
        .content_type("text/css; charset=utf-8")
        .insert_header((header::CACHE_CONTROL, FOR_A_YEAR))
        .body(brand::stylesheet(&brand::accent_pair(accent))))
}

/// The logo. A drawing (SVG) could hold scripts, so it is served without the right to run any.
pub async fn logo(portal: Data<Portal>, path: Path<(Uuid, String)>) -> Result<HttpResponse, Fault> {
    let (id, _) = path.into_inner();
    let app = find(&portal, id).await?;
    let logo = app.brand.and_then(|b| b.logo).ok_or(Fault::NotFound { unknown_target: false })?;
    Ok(HttpResponse::Ok()
        .content_type(logo.media_type())
        .insert_header((header::CACHE_CONTROL, FOR_A_YEAR))
        .insert_header((
            header::CONTENT_SECURITY_POLICY,
            "default-src 'none'; style-src 'unsafe-inline'; sandbox",
        ))
        .body(logo.bytes().to_vec()))
}

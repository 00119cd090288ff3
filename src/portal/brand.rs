//! An app's look: its names, its logo and its accent colour, served as files of their own so that the content
//! security policy needs no exception.

use std::sync::Arc;

use actix_web::{
    HttpRequest, HttpResponse,
    http::header,
    web,
    web::{Data, Path},
};
use uuid::Uuid;

use super::{chrome::Brand, fault::Fault};
use crate::{
    actions::operator::apps,
    brands::Served,
    domain::{
        application::App,
        brand::{Accents, Colour, accent_pair},
    },
    installation::Installation,
    keys::Purpose,
    web::{assets::FOR_A_YEAR, headers::POLICY_OF_PICTURES},
};

/// The look of an app's pages.
pub fn of(installation: &Installation, app: &App) -> Brand {
    let look = app.brand.as_ref();
    let stylesheet = look.and_then(|b| b.accent).map(|accent| {
        let sheet = custom_properties(&accent_pair(accent));
        format!("/brand/{}/accent-{}.css", app.id, short_hash(installation, sheet.as_bytes()))
    });
    let logo = look
        .and_then(|b| b.logo.as_ref())
        .map(|logo| format!("/brand/{}/logo-{}", app.id, short_hash(installation, logo.bytes())));
    Brand {
        app_name: app.name.clone(),
        organization: app.organization.clone(),
        contact: app.contact.clone(),
        logo,
        stylesheet,
    }
}

fn short_hash(installation: &Installation, bytes: &[u8]) -> String {
    let hash = installation.context.keys.hash_for_now(Purpose::Form, &[b"brand", bytes]);
    hash[..6].iter().map(|b| format!("{b:02x}")).collect()
}

async fn find(installation: &Installation, id: Uuid) -> Result<Arc<App>, Fault> {
    apps::definition(&installation.context, id).await?.ok_or(Fault::NOT_FOUND)
}

/// The files of apps' looks. Outside the sessions, as all that may be kept by browsers.
pub fn routes(cfg: &mut web::ServiceConfig) {
    // A scope, because what is not below it is told so by its first letters alone.
    cfg.service(
        web::scope("/brand")
            .route("/{app:[0-9a-f-]{36}}/accent-{hash}.css", web::get().to(stylesheet))
            .route("/{app:[0-9a-f-]{36}}/logo-{hash}", web::get().to(logo))
            .route("/{key}/{file}", web::get().to(file)),
    );
}

/// The stylesheet that sets the accent's custom properties. Its address changes with the colour.
pub async fn stylesheet(
    installation: Data<Installation>,
    path: Path<(Uuid, String)>,
) -> Result<HttpResponse, Fault> {
    let (id, _) = path.into_inner();
    let app = find(&installation, id).await?;
    let accent = app.brand.as_ref().and_then(|b| b.accent).ok_or(Fault::NOT_FOUND)?;
    Ok(HttpResponse::Ok()
        .content_type("text/css; charset=utf-8")
        .insert_header((header::CACHE_CONTROL, FOR_A_YEAR))
        .body(custom_properties(&accent_pair(accent))))
}

/// The logo. A drawing (SVG) could hold scripts, so it is served without the right to run any.
pub async fn logo(
    installation: Data<Installation>,
    path: Path<(Uuid, String)>,
) -> Result<HttpResponse, Fault> {
    let (id, _) = path.into_inner();
    let app = find(&installation, id).await?;
    let logo = app.brand.as_ref().and_then(|b| b.logo.as_ref()).ok_or(Fault::NOT_FOUND)?;
    Ok(HttpResponse::Ok()
        .content_type(logo.media_type())
        .insert_header((header::CACHE_CONTROL, FOR_A_YEAR))
        .insert_header((header::CONTENT_SECURITY_POLICY, POLICY_OF_PICTURES))
        .body(logo.bytes().to_vec()))
}

/// A file of a brand: its stylesheet, a picture, its font. Its address changes with what is in it.
pub async fn file(
    installation: Data<Installation>,
    req: HttpRequest,
    path: Path<(String, String)>,
) -> Result<HttpResponse, Fault> {
    let (key, _) = path.into_inner();
    let found = installation.looks.file(&installation.context, &key, req.path()).await?;
    let Served { media_type, bytes } = found.ok_or(Fault::NOT_FOUND)?;
    let mut response = HttpResponse::Ok();
    response.content_type(media_type).insert_header((header::CACHE_CONTROL, FOR_A_YEAR));
    if !media_type.starts_with("text/css") {
        response.insert_header((header::CONTENT_SECURITY_POLICY, POLICY_OF_PICTURES));
    }
    Ok(response.body(bytes.to_vec()))
}

/// The style sheet of a clinic's pages: it sets three custom properties, and nothing else. Which of the two colours
/// stands is decided by the portal's own sheet, with its switches `--if-light` and `--if-dark`.
pub fn custom_properties(accents: &Accents) -> String {
    let Accents { light, dark } = accents;
    let property = |name: &str, light: Colour, dark: Colour| {
        format!("  --brand-{name}: var(--if-light, {light}) var(--if-dark, {dark});\n")
    };
    [
        ":root {\n".to_owned(),
        property("accent", light.accent, dark.accent),
        property("on-accent", light.on_accent, dark.on_accent),
        property("accent-text", light.accent_text, dark.accent_text),
        "}\n".to_owned(),
    ]
    .concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::brand::Accent;

    fn colour(text: &str) -> Colour {
        Colour::parse(text).unwrap()
    }

    #[test]
    fn the_style_sheet_sets_three_properties_in_both_schemes_and_nothing_else() {
        assert_eq!(
            custom_properties(&Accents {
                light: Accent {
                    accent: colour("#005eb8"),
                    on_accent: Colour::WHITE,
                    accent_text: colour("#005eb8"),
                },
                dark: Accent {
                    accent: colour("#4da3ff"),
                    on_accent: Colour::INK,
                    accent_text: colour("#4da3ff"),
                },
            }),
            ":root {\n  \
             --brand-accent: var(--if-light, #005eb8) var(--if-dark, #4da3ff);\n  \
             --brand-on-accent: var(--if-light, #ffffff) var(--if-dark, #101418);\n  \
             --brand-accent-text: var(--if-light, #005eb8) var(--if-dark, #4da3ff);\n}\n"
        );
    }
}

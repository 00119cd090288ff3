//! An app's own entry, `/at/SLUG`: a short address for paper. The page where a code is typed, in the clinic's look. Whose code
//! it is is decided by the code alone.

use std::sync::Arc;

use actix_web::{HttpRequest, web::Path};

use super::code::{State, show, typed};
use crate::{
    actions::operator::apps,
    domain::{application::App, slug::Slug},
    portal::{fault::Fault, form::Form, link, reply::Answer, request::Request},
};

async fn app_at(cx: &Request, slug: &str) -> Result<Arc<App>, Fault> {
    let slug = Slug::parse(&slug.to_ascii_lowercase()).map_err(|_| Fault::NOT_FOUND)?;
    let found = apps::find_by_slug(cx.context(), &slug).await?;
    found.filter(|app| app.enabled).ok_or(Fault::NOT_FOUND)
}

/// The page where a code is typed; with one in the address, straight on, so that it stays out of history and logs.
pub async fn get(req: HttpRequest, cx: Request, slug: Path<String>) -> Answer {
    let app = app_at(&cx, &slug).await?;
    if cx.query.contains_key("packageid") {
        return link::follow(req.method(), &cx, &cx.query).await;
    }
    show(&cx, Some(&app), State::Empty, "")
}

/// A code was typed.
pub async fn post(cx: Request, slug: Path<String>, form: Form) -> Answer {
    let app = app_at(&cx, &slug).await?;
    typed(&cx, Some(&app), form).await
}

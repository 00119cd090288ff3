//! The gallery’s own pages: a list of everything there is to see, as a page and as JSON, and each page in each state at
//! its own address. They exist in the sandbox alone.

use actix_web::{HttpResponse, http::header, web, web::Path};
use askama::Template;
use serde::Serialize;

use super::{Shown, all, find};
use crate::portal::{chrome::Chrome, fault::Fault, page::Page, reply::Answer, request::Request};

/// Where it is.
const BASE: &str = "/_demo/gallery/";

/// A clinic's own look, as the samples name it.
const SAMPLE_LOGO: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 48 48\"><rect width=\"48\" \
    height=\"48\" rx=\"12\" fill=\"#8a2d6b\"/><path d=\"M14 34V14l20 20V14\" fill=\"none\" stroke=\"#fff\" \
    stroke-width=\"5\"/></svg>";
const SAMPLE_LOOK: &str = ":root{--brand-accent:#8a2d6b;--brand-on-accent:#fff;--brand-accent-text:#8a2d6b}\
    @media(prefers-color-scheme:dark){:root{--brand-accent:#f0a6d6;--brand-on-accent:#2b0a20;\
    --brand-accent-text:#f0a6d6}}";

/// `/_demo/gallery/` and what is below it.
pub fn routes(cfg: &mut web::ServiceConfig) {
    cfg.route("/_demo/gallery", web::get().to(index))
        .route(BASE, web::get().to(index))
        .route("/_demo/gallery/index.json", web::get().to(index_json))
        .route("/_demo/gallery/sample-logo.svg", web::get().to(sample_logo))
        .route("/_demo/gallery/sample-look.css", web::get().to(sample_look))
        .route("/_demo/gallery/{page}/{state}", web::get().to(page));
}

/// One line of `index.json`.
#[derive(Debug, Serialize)]
struct Entry {
    page: &'static str,
    state: &'static str,
    url: String,
}

impl Entry {
    fn of(shown: &Shown) -> Self {
        Self { page: shown.page, state: shown.state, url: format!("{BASE}{}/{}", shown.page, shown.state) }
    }
}

/// A page with its states.
struct Group {
    page: &'static str,
    states: Vec<Entry>,
}

/// Everything there is to see.
#[derive(Template)]
#[template(path = "gallery/index.html")]
struct GalleryPage {
    chrome: Chrome,
    groups: Vec<Group>,
    count: usize,
}

impl Page for GalleryPage {
    fn name(&self) -> &'static str {
        "gallery"
    }

    fn chrome(&self) -> &Chrome {
        &self.chrome
    }

    fn heading(&self) -> String {
        "Every page in every state".to_owned()
    }
}

/// What stands around a sample: the language asked for, and nobody signed in.
fn chrome(cx: &Request) -> Chrome {
    let asked = cx.query.get("lang").and_then(|tag| cx.installation.catalogue.find(tag)).cloned();
    Chrome {
        words: asked.unwrap_or_else(|| cx.words.clone()),
        person: None,
        sandbox: false,
        here: "/connect".to_owned(),
        ..cx.chrome()
    }
}

async fn index(cx: Request) -> Answer {
    let entries: Vec<Entry> = all(&chrome(&cx)).iter().map(Entry::of).collect();
    let count = entries.len();
    let mut groups: Vec<Group> = Vec::new();
    for entry in entries {
        match groups.last_mut() {
            Some(group) if group.page == entry.page => group.states.push(entry),
            _ => groups.push(Group { page: entry.page, states: vec![entry] }),
        }
    }
    cx.answer(&GalleryPage { chrome: cx.chrome(), groups, count })
}

async fn index_json(cx: Request) -> HttpResponse {
    let pages: Vec<Entry> = all(&chrome(&cx)).iter().map(Entry::of).collect();
    HttpResponse::Ok().json(serde_json::json!({ "pages": pages }))
}

async fn page(cx: Request, path: Path<(String, String)>) -> Answer {
    let (page, state) = path.into_inner();
    let chrome = chrome(&cx);
    let shown = find(&chrome, &page, &state).ok_or(Fault::NOT_FOUND)?;
    // Not the status that the page is really sent with: this one was asked for, and is here.
    Ok(HttpResponse::Ok()
        .content_type("text/html; charset=utf-8")
        .insert_header((header::CONTENT_LANGUAGE, chrome.words.tag()))
        .body(themed(shown.html, cx.query.get("theme").map(String::as_str))))
}

/// Light or dark whatever the browser prefers: the stylesheet follows `data-theme` on the root.
fn themed(html: String, theme: Option<&str>) -> String {
    match theme {
        Some(theme @ ("light" | "dark")) => {
            html.replacen("<html ", &format!("<html data-theme=\"{theme}\" "), 1)
        }
        _ => html,
    }
}

async fn sample_logo() -> HttpResponse {
    HttpResponse::Ok().content_type("image/svg+xml").body(SAMPLE_LOGO)
}

async fn sample_look() -> HttpResponse {
    HttpResponse::Ok().content_type("text/css; charset=utf-8").body(SAMPLE_LOOK)
}

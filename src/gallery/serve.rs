//! The gallery’s own pages: a list of everything there is to see, as a page and as JSON, and each page in each state at
//! its own address. They exist in the sandbox alone.

use actix_web::{HttpResponse, body::BoxBody, http::header, web, web::Path};
use askama::Template;
use serde::Serialize;

use super::{Sample, all, find, mails, samples};
use crate::{
    domain::brand,
    portal::{
        brand::custom_properties, chrome::Chrome, fault::Fault, page::Page, reply::Answer, request::Request,
    },
};

/// Where it is.
const BASE: &str = "/_demo/gallery/";

/// A clinic's own look, as the samples name it.
const SAMPLE_LOGO: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 48 48\"><rect width=\"48\" \
    height=\"48\" rx=\"12\" fill=\"#8a2d6b\"/><path d=\"M14 34V14l20 20V14\" fill=\"none\" stroke=\"#fff\" \
    stroke-width=\"5\"/></svg>";

/// `/_demo/gallery/` and what is below it.
pub fn routes(cfg: &mut web::ServiceConfig) {
    cfg.route("/_demo/gallery", web::get().to(index))
        .route(BASE, web::get().to(index))
        .route("/_demo/gallery/index.json", web::get().to(index_json))
        .route("/_demo/gallery/index.css", web::get().to(index_css))
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
    fn of(sample: &Sample) -> Self {
        Self {
            page: sample.page,
            state: sample.state,
            url: format!("{BASE}{}/{}", sample.page, sample.state),
        }
    }
}

/// A page with its states.
struct Group {
    page: &'static str,
    states: Vec<Entry>,
}

/// How the pages are to be shown: in a language and in light or dark; none as the browser prefers.
#[derive(Clone, Copy, PartialEq, Eq)]
struct How<'a> {
    lang: Option<&'a str>,
    theme: Option<&'static str>,
}

impl<'a> How<'a> {
    /// As the address says, where it names what there is.
    fn asked(cx: &'a Request) -> Self {
        let known = |tag: &&String| cx.installation.languages.iter().any(|(known, _)| known == *tag);
        Self {
            lang: cx.query.get("lang").filter(known).map(String::as_str),
            theme: match cx.query.get("theme").map(String::as_str) {
                Some("light") => Some("light"),
                Some("dark") => Some("dark"),
                _ => None,
            },
        }
    }

    /// The same as a query, with its question mark.
    fn query(self) -> String {
        let said = [("lang", self.lang), ("theme", self.theme)];
        let mut query = url::form_urlencoded::Serializer::new(String::new());
        query.extend_pairs(said.iter().filter_map(|(name, value)| value.map(|value| (name, value))));
        match query.finish() {
            none if none.is_empty() => none,
            some => format!("?{some}"),
        }
    }
}

/// One of the ways to show the pages that the index offers.
struct Choice {
    words: String,
    /// The language of the words; empty where it is the page's.
    lang: String,
    url: String,
    chosen: bool,
}

/// Everything there is to see.
#[derive(Template)]
#[template(path = "gallery/index.html")]
struct GalleryPage {
    chrome: Chrome,
    groups: Vec<Group>,
    count: usize,
    languages: Vec<Choice>,
    themes: Vec<Choice>,
    /// What every link carries on.
    query: String,
}

impl GalleryPage {
    /// `second-record`: “Second record”.
    fn readable(name: &str) -> String {
        let mut words = name.replace('-', " ");
        if let Some(first) = words.get_mut(..1) {
            first.make_ascii_uppercase();
        }
        words
    }
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
    let asked = How::asked(&cx);
    let choice = |words: &str, lang: &str, how: How<'_>| Choice {
        words: words.to_owned(),
        lang: lang.to_owned(),
        url: format!("{BASE}{}", how.query()),
        chosen: how == asked,
    };
    let automatic = "Automatic";
    let mut languages = vec![choice(automatic, "", How { lang: None, ..asked })];
    languages.extend(
        cx.installation
            .languages
            .iter()
            .map(|(tag, name)| choice(name, tag, How { lang: Some(tag.as_str()), ..asked })),
    );
    let themes = [(automatic, None), ("Light", Some("light")), ("Dark", Some("dark"))]
        .map(|(words, theme)| choice(words, "", How { theme, ..asked }))
        .into();
    let page = GalleryPage { chrome: cx.chrome(), groups, count, languages, themes, query: asked.query() };
    let html = page.render().map_err(|e| Fault::Unexpected(anyhow::Error::new(e)))?;
    Ok(cx.answer(&page)?.set_body(BoxBody::new(themed(html, asked.theme))))
}

async fn index_css() -> HttpResponse {
    HttpResponse::Ok().content_type("text/css; charset=utf-8").body(include_str!("../../static/gallery.css"))
}

async fn index_json(cx: Request) -> HttpResponse {
    let pages: Vec<Entry> = all(&chrome(&cx)).iter().map(Entry::of).collect();
    HttpResponse::Ok().json(serde_json::json!({ "pages": pages }))
}

async fn page(cx: Request, path: Path<(String, String)>) -> Answer {
    let (page, state) = path.into_inner();
    let chrome = chrome(&cx);
    if cx.query.get("part").is_some_and(|part| part == "text") {
        let text = mails::text(&chrome, &page, &state).ok_or(Fault::NOT_FOUND)?;
        return Ok(HttpResponse::Ok().content_type("text/plain; charset=utf-8").body(text));
    }
    let sample = find(&chrome, &page, &state).ok_or(Fault::NOT_FOUND)?;
    let html = sample.render().map_err(Fault::Unexpected)?;
    // Not the status that the page is really sent with: this one was asked for, and is here.
    let mut response = HttpResponse::Ok();
    response
        .content_type("text/html; charset=utf-8")
        .insert_header((header::CONTENT_LANGUAGE, chrome.words.tag()));
    let theme = How::asked(&cx).theme;
    if page.starts_with(MAIL) {
        response.insert_header((header::CONTENT_SECURITY_POLICY, MAIL_POLICY));
        return Ok(response.body(themed_mail(html, theme)));
    }
    Ok(response.body(themed(html, theme)))
}

/// What the names of mails begin with.
const MAIL: &str = "mail-";
/// A mail brings its own styles and nothing else.
pub const MAIL_POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; \
    frame-ancestors 'none'";

/// A mail has no address for its styles: its dark ones are switched on or off.
fn themed_mail(html: String, theme: Option<&'static str>) -> String {
    let dark = "@media (prefers-color-scheme: dark)";
    match theme {
        Some("dark") => html.replacen(dark, "@media all", 1),
        Some(_) => html.replacen(dark, "@media not all", 1),
        None => html,
    }
}

/// Light or dark whatever the browser prefers: the stylesheet follows `data-theme` on the root.
fn themed(html: String, theme: Option<&'static str>) -> String {
    match theme {
        Some(theme) => html.replacen("<html ", &format!("<html data-theme=\"{theme}\" "), 1),
        None => html,
    }
}

async fn sample_logo() -> HttpResponse {
    HttpResponse::Ok().content_type("image/svg+xml").body(SAMPLE_LOGO)
}

/// What the portal writes for a clinic with this accent.
async fn sample_look() -> Result<HttpResponse, Fault> {
    let accent = brand::Colour::parse(samples::ACCENT).map_err(|e| Fault::Unexpected(e.into()))?;
    let look = custom_properties(&brand::accent_pair(accent));
    Ok(HttpResponse::Ok().content_type("text/css; charset=utf-8").body(look))
}

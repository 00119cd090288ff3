//! The gallery’s own pages: a list of everything there is to see, as a page and as JSON, and each page in each state at
//! its own address. They exist in the sandbox alone.

use std::sync::Arc;

use actix_web::{
    HttpResponse,
    body::BoxBody,
    http::header,
    web,
    web::{Data, Path},
};
use askama::Template;
use serde::Serialize;

use super::{Previewed, Sample, all, find, mails, preview, samples};
use crate::{
    brands::{Look, examples},
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
        .route("/_demo/gallery/changes", web::get().to(preview::changes))
        .route("/_demo/gallery/live.js", web::get().to(preview::script))
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

/// How the pages are to be shown: in a language, in light or dark and in an example's brand; none as the browser
/// prefers, and in ours.
#[derive(Clone, Copy, PartialEq, Eq)]
struct How<'a> {
    lang: Option<&'a str>,
    theme: Option<&'static str>,
    brand: Option<&'static str>,
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
            brand: examples::names().find(|name| cx.query.get("brand").is_some_and(|asked| asked == name)),
        }
    }

    /// The same as a query, with its question mark.
    fn query(self) -> String {
        let said = [("lang", self.lang), ("theme", self.theme), ("brand", self.brand)];
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
    /// Of a preview: none, its brand is the one there is.
    brands: Vec<Choice>,
    /// What is wrong with the brand of a preview.
    findings: Vec<String>,
    /// Whether this is a preview.
    is_preview: bool,
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

/// What stands around a sample: the language and the brand asked for, and nobody signed in.
fn chrome(cx: &Request, previewed: Option<&Previewed>) -> Chrome {
    let asked = cx.query.get("lang").and_then(|tag| cx.installation.catalogue.find(tag)).cloned();
    let chrome = Chrome {
        words: asked.unwrap_or_else(|| cx.words.clone()),
        person: None,
        sandbox: false,
        here: "/connect".to_owned(),
        ..cx.chrome()
    };
    let look =
        previewed.map(Previewed::look).or_else(|| How::asked(cx).brand.and_then(|name| example(cx, name)));
    chrome.wearing(look)
}

/// The brand of an example, made ready the first time that it is asked for.
fn example(cx: &Request, name: &str) -> Option<Arc<Look>> {
    let looks = &cx.installation.looks;
    if let Some(look) = looks.beside(name) {
        return Some(look);
    }
    looks.put_beside(Arc::new(Look::of(name, &examples::find(name)?, &cx.installation.catalogue)));
    looks.beside(name)
}

/// The ways to show the pages that there are.
fn choices(cx: &Request, is_preview: bool) -> [Vec<Choice>; 3] {
    let asked = How::asked(cx);
    let choice = |words: &str, lang: &str, how: How<'_>| Choice {
        words: words.to_owned(),
        lang: lang.to_owned(),
        url: format!("{BASE}{}", how.query()),
        chosen: how == asked,
    };
    let automatic = "Automatic";
    let own = cx.installation.languages.iter();
    let own = own.map(|(tag, name)| choice(name, tag, How { lang: Some(tag.as_str()), ..asked }));
    let languages = [choice(automatic, "", How { lang: None, ..asked })].into_iter().chain(own).collect();
    let themes = [(automatic, None), ("Light", Some("light")), ("Dark", Some("dark"))]
        .map(|(words, theme)| choice(words, "", How { theme, ..asked }))
        .into();
    let ours = [choice("Ours", "", How { brand: None, ..asked })].into_iter();
    let brands = ours.chain(
        examples::names()
            .map(|name| choice(&GalleryPage::readable(name), "", How { brand: Some(name), ..asked })),
    );
    let brands = if is_preview { Vec::new() } else { brands.collect() };
    [languages, themes, brands]
}

async fn index(cx: Request, previewed: Option<Data<Previewed>>) -> Answer {
    let entries: Vec<Entry> =
        all(&chrome(&cx, previewed.as_deref().map(|data| &**data))).iter().map(Entry::of).collect();
    let count = entries.len();
    let mut groups: Vec<Group> = Vec::new();
    for entry in entries {
        match groups.last_mut() {
            Some(group) if group.page == entry.page => group.states.push(entry),
            _ => groups.push(Group { page: entry.page, states: vec![entry] }),
        }
    }
    let asked = How::asked(&cx);
    let [languages, themes, brands] = choices(&cx, previewed.is_some());
    let findings = previewed.as_ref().map(|previewed| previewed.look().findings.clone()).unwrap_or_default();
    let page = GalleryPage {
        chrome: cx.chrome(),
        groups,
        count,
        languages,
        themes,
        brands,
        findings: findings.iter().map(ToString::to_string).collect(),
        is_preview: previewed.is_some(),
        query: asked.query(),
    };
    let html = page.render().map_err(|e| Fault::Unexpected(anyhow::Error::new(e)))?;
    let mut response = cx.answer(&page)?;
    let html = themed(html, asked.theme);
    if previewed.is_none() {
        return Ok(response.set_body(BoxBody::new(html)));
    }
    let policy = header::HeaderValue::from_static(PREVIEW_POLICY);
    response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, policy);
    Ok(response.set_body(BoxBody::new(preview::live(&html))))
}

async fn index_css() -> HttpResponse {
    HttpResponse::Ok().content_type("text/css; charset=utf-8").body(include_str!("../../static/gallery.css"))
}

async fn index_json(cx: Request) -> HttpResponse {
    let pages: Vec<Entry> = all(&chrome(&cx, None)).iter().map(Entry::of).collect();
    HttpResponse::Ok().json(serde_json::json!({ "pages": pages }))
}

async fn page(cx: Request, previewed: Option<Data<Previewed>>, path: Path<(String, String)>) -> Answer {
    let (page, state) = path.into_inner();
    let chrome = chrome(&cx, previewed.as_deref().map(|data| &**data));
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
    let html = themed(html, theme);
    if previewed.is_none() {
        return Ok(response.body(html));
    }
    response.insert_header((header::CONTENT_SECURITY_POLICY, PREVIEW_POLICY));
    Ok(response.body(preview::live(&html)))
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

/// How `templates/parts/brand.html` says when a logo for dark pages is shown.
const DARK_PICTURE: &str = "media=\"(prefers-color-scheme: dark)\"";

/// The policy of a preview's pages: the portal's own, and one stream from this address.
const PREVIEW_POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'self'; \
    connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; object-src 'none'";

/// Light or dark whatever the browser prefers: the stylesheet follows `data-theme` on the root.
fn themed(html: String, theme: Option<&'static str>) -> String {
    match theme {
        Some(theme) => html
            .replacen("<html ", &format!("<html data-theme=\"{theme}\" "), 1)
            // A logo for dark pages is switched on or off.
            .replace(DARK_PICTURE, if theme == "dark" { "media=\"all\"" } else { "media=\"not all\"" }),
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

//! Who is at the other end of a request: language, session, form token, address. Made from headers and cookies; for
//! a visitor without a session the database is not asked.

use std::{net::IpAddr, sync::Arc};

use actix_web::{
    FromRequest, HttpRequest, HttpResponse,
    cookie::{Cookie, SameSite, time::Duration as CookieAge},
    dev::Payload,
    http::{StatusCode, header},
    web::Data,
};
use chrono::{DateTime, Utc};
use data_encoding::BASE64URL_NOPAD;
use subtle::ConstantTimeEq;
use uuid::Uuid;

use super::{
    chrome::{Assets, Brand, Chrome, Problem},
    copy::{Arg, Words},
    fault::Fault,
    fields::Fields,
    limits::{Kind, client_address},
    session::{self, SignedIn, Visit},
};
use crate::{installation::Portal, keys::Purpose, ports};

const FORM_COOKIE: &str = "form";
const LANGUAGE_COOKIE: &str = "language";

/// The visitor behind a request.
#[derive(Clone)]
pub struct Visitor {
    /// The installation.
    pub portal: Data<Portal>,
    /// The time of the request.
    pub now: DateTime<Utc>,
    /// Her language.
    pub words: Arc<Words>,
    /// Her session, if she has one.
    pub visit: Visit,
    address: IpAddr,
    here: String,
    form_cookie: Option<String>,
}

impl std::fmt::Debug for Visitor {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Visitor")
    }
}

impl FromRequest for Visitor {
    type Error = Fault;
    type Future = std::future::Ready<Result<Self, Fault>>;

    fn from_request(req: &HttpRequest, _: &mut Payload) -> Self::Future {
        std::future::ready(Ok(Visitor::of(req)))
    }
}

impl Visitor {
    /// Reads a request.
    pub fn of(req: &HttpRequest) -> Self {
        let portal = req.app_data::<Data<Portal>>().expect("the portal is part of every app").clone();
        let now = portal.parts.now();
        let secure = portal.secure();
        let header = |name| req.headers().get(name).and_then(|v| v.to_str().ok()).unwrap_or_default();
        let cookie = |name| req.cookie(&session::cookie_name(name, secure)).map(|c| c.value().to_owned());
        let words = cookie(LANGUAGE_COOKIE)
            .and_then(|tag| portal.catalogue.find(&tag).cloned())
            .unwrap_or_else(|| portal.catalogue.negotiate(header(header::ACCEPT_LANGUAGE)).clone());
        let here =
            req.uri().path_and_query().map_or_else(|| "/connect".to_owned(), |p| p.as_str().to_owned());
        Self {
            now,
            words,
            visit: Visit::of(req, now),
            address: address_of(req, &portal),
            here,
            form_cookie: cookie(FORM_COOKIE).filter(|value| value.len() == 43),
            portal,
        }
    }

    /// Counts a try of this kind.
    pub fn charge(&self, kind: Kind) -> Result<(), Fault> {
        self.portal.limits.check(kind, self.address).map_err(Fault::TooManyRequests)
    }

    /// The visit that owns her journeys.
    pub fn visit_id(&self) -> Option<Uuid> {
        self.visit.id()
    }

    /// Who is signed in.
    pub fn signed_in(&self) -> Option<SignedIn> {
        self.visit.signed_in()
    }

    /// Makes her session, or keeps the one she has.
    pub fn begin(&self, visit_id: Uuid) {
        self.visit
            .begin(visit_id, || BASE64URL_NOPAD.encode(&ports::bytes::<32>(&*self.portal.parts.random)));
    }

    /// A sentence without variables.
    pub fn say(&self, key: &str) -> String {
        self.words.text(key).to_owned()
    }

    /// Something wrong with a field.
    pub fn problem(&self, field: &'static str, key: &str, args: &[(&str, Arg<'_>)]) -> Problem {
        Problem { field, message: self.words.with(key, args) }
    }

    fn token_of_cookie(&self, cookie: &str) -> String {
        BASE64URL_NOPAD.encode(&self.portal.parts.keys.hash(Purpose::Form, &[cookie.as_bytes()]))
    }

    /// Whether a form carries a token of ours: the session's (a synchronizer token), or, from a page that was shown
    /// before there was a session, one that is bound to the visitor's form cookie.
    pub fn sent_by_our_page(&self, fields: &Fields) -> bool {
        let sent = fields.get("csrf_token");
        let matches = |expected: &str| bool::from(sent.as_bytes().ct_eq(expected.as_bytes()));
        self.visit.form_token().is_some_and(|token| matches(&token))
            || self.form_cookie.as_deref().is_some_and(|cookie| matches(&self.token_of_cookie(cookie)))
    }

    /// What stands around a page. Hands back the form cookie that has to be set with it, if any.
    fn frame(&self, brand: Option<Brand>, notice: Option<String>) -> (Chrome, Option<String>) {
        let (csrf, new_cookie) = match (self.visit.form_token(), &self.form_cookie) {
            (Some(token), _) => (token, None),
            (None, Some(cookie)) => (self.token_of_cookie(cookie), None),
            (None, None) => {
                let cookie = BASE64URL_NOPAD.encode(&ports::bytes::<32>(&*self.portal.parts.random));
                (self.token_of_cookie(&cookie), Some(cookie))
            }
        };
        let chrome = Chrome {
            words: self.words.clone(),
            languages: self.portal.languages.clone(),
            csrf,
            here: self.here.clone(),
            person: self.signed_in().map(|who| who.name),
            brand,
            notice,
            sandbox: self.portal.sandbox.is_some(),
            assets: Assets::embedded(),
        };
        (chrome, new_cookie)
    }

    /// Answers with a page. `make` is given what stands around it.
    pub fn page<P: askama::Template>(
        &self,
        status: StatusCode,
        brand: Option<Brand>,
        notice: Option<String>,
        make: impl FnOnce(Chrome) -> P,
    ) -> Result<HttpResponse, Fault> {
        let (chrome, new_cookie) = self.frame(brand, notice);
        let html = make(chrome).render().map_err(|e| Fault::Unexpected(anyhow::Error::new(e)))?;
        let mut response = HttpResponse::build(status);
        response.content_type("text/html; charset=utf-8");
        response.insert_header((header::CONTENT_LANGUAGE, self.words.tag()));
        if let Some(cookie) = new_cookie {
            response.cookie(self.cookie(FORM_COOKIE, cookie).http_only(true).finish());
        }
        Ok(response.body(html))
    }

    fn cookie<'c>(&self, name: &str, value: String) -> actix_web::cookie::CookieBuilder<'c> {
        let secure = self.portal.secure();
        Cookie::build(session::cookie_name(name, secure), value)
            .path("/")
            .secure(secure)
            .same_site(SameSite::Lax)
    }

    /// A cookie that keeps a language for a year.
    pub fn language_cookie(&self, words: &Words) -> Cookie<'static> {
        self.cookie(LANGUAGE_COOKIE, words.tag().to_owned())
            .http_only(true)
            .max_age(CookieAge::days(365))
            .finish()
    }

    /// The language that a link asks for, as a culture (`es-ES`) or a Windows number (`3082`).
    pub fn asked_language(&self, culture: Option<&str>, lcid: Option<&str>) -> Option<Arc<Words>> {
        let by_culture = culture.and_then(|tag| self.portal.catalogue.find(tag));
        by_culture
            .or_else(|| {
                lcid.and_then(|n| n.trim().parse().ok()).and_then(|n| self.portal.catalogue.find_lcid(n))
            })
            .cloned()
    }
}

/// The client's address.
pub fn address_of(req: &HttpRequest, portal: &Portal) -> IpAddr {
    let peer = req.peer_addr().map_or(IpAddr::V4(std::net::Ipv4Addr::UNSPECIFIED), |a| a.ip());
    let mut forwarded = String::new();
    for value in req.headers().get_all("x-forwarded-for").filter_map(|v| v.to_str().ok()) {
        if !forwarded.is_empty() {
            forwarded.push(',');
        }
        forwarded.push_str(value);
    }
    client_address(peer, &forwarded, &portal.trusted_proxies)
}

/// Sends the browser to a path of ours with GET.
pub fn see_other(path: &str) -> HttpResponse {
    HttpResponse::SeeOther().insert_header((header::LOCATION, path)).finish()
}

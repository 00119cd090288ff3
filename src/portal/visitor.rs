//! The code page of a visitor: no cookie yet, nothing behind the address. It is asked for more than all others, and made
//! here from the head of the request alone, so that it costs nothing that only sessions, forms and other pages need.
//!
//! What it shows is what [`code::get`](super::journey::code::get) has shown before, taken apart: a page that nobody has
//! asked for yet in a language and a brand is left to that.

use actix_web::{
    dev::{RequestHead, Response},
    http::{
        Method,
        header::{
            ACCEPT_LANGUAGE, CONTENT_LANGUAGE, CONTENT_TYPE, COOKIE, HeaderName, HeaderValue, SET_COOKIE,
        },
    },
    web::Data,
};

use super::{
    form_cookie,
    journey::code,
    request::answer::HTML,
    spliced::{Holes, Spliced},
    steps,
};
use crate::{installation::Installation, web::headers};

/// Its route.
pub const ROUTE: &str = "/connect";

/// Makes the page of visitors, in one worker.
pub struct Visitors {
    /// Whose visitors.
    pub installation: Data<Installation>,
    /// The pages that this worker has taken apart.
    pub spliced: Data<Spliced>,
}

impl std::fmt::Debug for Visitors {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Visitors")
    }
}

impl Visitors {
    /// The page, if it is a visitor who asks for it, and all that it takes is there.
    pub fn page(&self, asked: &RequestHead) -> Option<Response<String>> {
        let Installation { context, site, catalogue, looks, .. } = &**self.installation;
        if !is_of_visitor(asked) || looks.are_due() {
            return None;
        }
        let languages = asked.headers.get(ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
        let spoken = catalogue.negotiate(languages.unwrap_or_default());
        let look = looks.of(None);
        let worn = look.as_ref().map(|look| look.words(spoken));
        let pieces =
            self.spliced.kept(code::EMPTY, worn.as_ref().unwrap_or(spoken), look.as_ref())?.clone()?;
        let cookie = form_cookie::fresh(&*context.random);
        let csrf = form_cookie::token(&context.keys, &cookie);
        let html = pieces.fill(Holes { csrf: &csrf, here: ROUTE, typed: "" });
        let mut page = Response::with_body(pieces.status, html);
        let mut set = |name: HeaderName, value: HeaderValue| page.headers_mut().insert(name, value);
        set(CONTENT_TYPE, HeaderValue::from_static(HTML));
        set(CONTENT_LANGUAGE, HeaderValue::from_str(spoken.tag()).ok()?);
        set(SET_COOKIE, HeaderValue::from_str(&form_cookie::set(cookie, site.secure()).to_string()).ok()?);
        headers::set(page.headers_mut(), site.secure());
        site.metrics.count_entered(steps::CODE);
        Some(page)
    }
}

fn is_of_visitor(asked: &RequestHead) -> bool {
    asked.method == Method::GET
        && asked.uri.path() == ROUTE
        && asked.uri.query().is_none_or(str::is_empty)
        && !asked.headers.contains_key(COOKIE)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(method: &Method, address: &str, cookie: Option<&'static str>) -> RequestHead {
        let mut head = RequestHead::default();
        head.method = method.clone();
        head.uri = address.parse().unwrap();
        if let Some(cookie) = cookie {
            head.headers.insert(COOKIE, HeaderValue::from_static(cookie));
        }
        head
    }

    #[test]
    fn a_visitor_brings_nothing() {
        for address in ["/connect", "/connect?"] {
            assert!(is_of_visitor(&asked(&Method::GET, address, None)), "{address}");
        }
        for address in
            ["/connect?packageid=JKYZ", "/connect?x", "/connect/", "/connect/question", "/CONNECT", "/"]
        {
            assert!(!is_of_visitor(&asked(&Method::GET, address, None)), "{address}");
        }
        for method in [Method::HEAD, Method::POST, Method::PUT] {
            assert!(!is_of_visitor(&asked(&method, "/connect", None)), "{method}");
        }
        for cookie in ["session=1", "journeys=1", "form=1", "language=es", "device=1", "clinic=1", ""] {
            assert!(!is_of_visitor(&asked(&Method::GET, "/connect", Some(cookie))), "{cookie}");
        }
    }
}

//! How a request is answered with a page.

use actix_web::{
    HttpResponse,
    http::{StatusCode, header},
};

use super::Request;
use crate::{
    portal::{
        chrome::Chrome,
        fault::Fault,
        form_cookie,
        page::Page,
        reply::{Answer, Reply},
        spliced::Holes,
    },
    web::headers,
};

/// The kind of all pages.
pub(in crate::portal) const HTML: &str = "text/html; charset=utf-8";

impl Request {
    /// Answers with a page, with the status that it says.
    pub fn answer(&self, page: &(impl Page + askama::Template)) -> Answer {
        Ok(self.send(page.status(), page.form_origins(), html_of(page)?))
    }

    /// Answers with a page of no app in a state in which all that are not signed in see the same, but for the token, the
    /// address and what was typed. `make` makes the page from these. One of a person is rendered as any other.
    pub(in crate::portal) fn answer_spliced<P: Page + askama::Template>(
        &self,
        state: &'static str,
        typed: &str,
        make: impl Fn(Chrome, &str) -> P,
    ) -> Answer {
        let Some(spliced) = self.spliced.as_ref().filter(|_| self.signed_in().is_none()) else {
            return self.answer(&make(self.chrome(), typed));
        };
        let look = self.installation.looks.of(None);
        let words = self.words_in(look.as_ref());
        let state = (state, typed.is_empty());
        let pieces = spliced.page(state, &words, look.as_ref(), |marks| {
            let chrome = self.unworn_with(marks.csrf.to_owned(), marks.here.to_owned());
            let page = make(chrome.wearing(look.clone()), marks.typed);
            Ok::<_, Fault>((page.status(), html_of(&page)?))
        })?;
        let Some(pieces) = pieces else { return self.answer(&make(self.chrome(), typed)) };
        let html = pieces.fill(Holes { csrf: &self.csrf(), here: &self.here, typed });
        Ok(self.send(pieces.status, &[], html))
    }

    fn send(&self, status: StatusCode, form_origins: &[String], html: String) -> HttpResponse {
        let mut response = HttpResponse::build(status);
        response.content_type(HTML);
        response.insert_header((header::CONTENT_LANGUAGE, self.words.tag()));
        // Every page of a session that a provider signed in has the button that signs out there, too.
        let sign_out = self.provider_of_session().and_then(|(provider, _)| provider.sign_out_origin());
        let origins: Vec<String> = form_origins.iter().cloned().chain(sign_out).collect();
        if !origins.is_empty() {
            response
                .insert_header((header::CONTENT_SECURITY_POLICY, headers::policy_with_forms_to(&origins)));
        }
        if let Some(cookie) = self.new_form_cookie.get() {
            response.cookie(form_cookie::set(cookie.clone(), self.installation.site.secure()));
        }
        response.body(html)
    }

    /// The same page again, or another one, instead of going on.
    pub fn instead(&self, page: &(impl Page + askama::Template)) -> Reply {
        match self.answer(page) {
            Ok(response) => Reply::page(response),
            Err(reply) => reply,
        }
    }
}

fn html_of(page: &impl askama::Template) -> Result<String, Fault> {
    page.render().map_err(|e| Fault::Unexpected(anyhow::Error::new(e)))
}

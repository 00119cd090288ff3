//! What a form sent. Its fields cannot be reached without checking that a page of ours sent it and that what the page
//! showed is still so: forgetting either does not compile.

use actix_web::{FromRequest, HttpRequest, dev::Payload, http::header::CONTENT_TYPE};
use futures_core::future::LocalBoxFuture;
use uuid::Uuid;
use zeroize::Zeroize;

use super::{fault::Fault, problems::Problems, request::Request, seal::Seal};
use crate::web::body;

/// The most that a form may weigh. The longest honest one, an answer of a thousand characters, has about 12 KB.
pub const MOST_BYTES: usize = 32 * 1024;

/// A posted form, not yet verified.
pub struct Form(Fields);

/// The fields of a verified form. Does not print: it may hold an answer or a password.
pub struct Fields(Vec<(String, String)>);

/// A form that may not be acted on, and why. What was typed can be shown again, and nothing else be done with it.
pub struct Rejected {
    typed: Fields,
    why: Why,
}

#[derive(Clone, Copy)]
enum Why {
    /// Its token is not of this session.
    Stale,
    /// What its page showed is no longer so, or it has no seal.
    Changed,
}

impl std::fmt::Debug for Form {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Form(…)")
    }
}

impl std::fmt::Debug for Fields {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Fields(…)")
    }
}

impl std::fmt::Debug for Rejected {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Rejected(…)")
    }
}

impl Drop for Fields {
    fn drop(&mut self) {
        for (_, value) in &mut self.0 {
            value.zeroize();
        }
    }
}

impl Fields {
    /// The first field of this name; empty when there is none.
    pub fn get(&self, name: &str) -> &str {
        self.0.iter().find(|(n, _)| n == name).map_or("", |(_, value)| value)
    }

    /// Whether the page that they stood on showed what this seal stands for.
    fn are_of(&self, seal: &Seal) -> bool {
        seal.is(self.get("seal"))
    }

    /// Every field of this name: ticked checkboxes.
    pub fn all(&self, name: &str) -> Vec<String> {
        self.0.iter().filter(|(n, _)| n == name).map(|(_, value)| value.clone()).collect()
    }
}

impl Form {
    /// The journey on whose page the form stood. Says only where it belongs, so it needs no verifying: whose journey
    /// it is is decided by the session.
    pub fn journey(&self) -> Option<Uuid> {
        Uuid::parse_str(self.0.get("journey")).ok()
    }

    /// The fields, if a page of ours sent them and what it showed is still so.
    pub fn verify(self, cx: &Request, seal: &Seal) -> Result<Fields, Rejected> {
        let fields = self.verify_token(cx)?;
        if fields.are_of(seal) {
            return Ok(fields);
        }
        Err(Rejected { typed: fields, why: Why::Changed })
    }

    /// The fields, if a page of ours sent them: for forms that decide nothing about what their page showed, such as
    /// typing a code, signing out, or switching the language.
    pub fn verify_token(self, cx: &Request) -> Result<Fields, Rejected> {
        if cx.is_our_token(self.0.get("csrf_token")) {
            return Ok(self.0);
        }
        Err(Rejected { typed: self.0, why: Why::Stale })
    }
}

impl Rejected {
    /// What was typed into a field, to be shown again.
    pub fn typed(&self, name: &str) -> &str {
        self.typed.get(name)
    }

    /// Whether the page showed what this seal stands for, so that what was typed is hers who is there now.
    pub fn showed(&self, seal: &Seal) -> bool {
        self.typed.are_of(seal)
    }

    /// Which boxes were ticked, to be shown again; none where the page has changed, since the boxes may have, too.
    pub fn ticked(&self, name: &str) -> Vec<String> {
        match self.why {
            Why::Stale => self.typed.all(name),
            Why::Changed => Vec::new(),
        }
    }

    /// What the page says when it is shown again.
    pub fn problems(&self, cx: &Request) -> Problems {
        match self.why {
            Why::Stale => Problems::forbidden(cx.problem("form", "problem-form-stale", &[])),
            Why::Changed => cx.problem("form", "problem-form-changed", &[]).into(),
        }
    }
}

impl From<Rejected> for Fault {
    fn from(_: Rejected) -> Self {
        Fault::StaleForm
    }
}

impl FromRequest for Form {
    type Error = Fault;
    type Future = LocalBoxFuture<'static, Result<Self, Fault>>;

    fn from_request(req: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let urlencoded = req.headers().get(CONTENT_TYPE).and_then(|v| v.to_str().ok()).is_none_or(|v| {
            v.trim_start().to_ascii_lowercase().starts_with("application/x-www-form-urlencoded")
        });
        let mut payload = payload.take();
        Box::pin(async move {
            if !urlencoded {
                return Err(Fault::UnreadableForm);
            }
            let body = body::read(&mut payload, MOST_BYTES, body::PATIENCE).await?;
            Ok(Form(Fields(url::form_urlencoded::parse(&body).into_owned().collect())))
        })
    }
}

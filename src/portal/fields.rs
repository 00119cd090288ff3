//! What a form sent. Read leniently: what is missing is empty, and the page says what it needs.

use actix_web::{FromRequest, HttpRequest, dev::Payload, http::header::CONTENT_TYPE, web};
use futures_core::future::LocalBoxFuture;
use uuid::Uuid;

use super::fault::Fault;

/// The most that a form may weigh. The longest honest one, an answer of a thousand characters, has about 12 KB.
pub const MOST_BYTES: usize = 32 * 1024;

/// The fields of a posted form. Does not print: it may hold an answer or a password.
pub struct Fields(Vec<(String, String)>);

impl std::fmt::Debug for Fields {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Fields(…)")
    }
}

impl Drop for Fields {
    fn drop(&mut self) {
        for (_, value) in &mut self.0 {
            zeroize::Zeroize::zeroize(value);
        }
    }
}

impl Fields {
    /// The first field of this name; empty when there is none.
    pub fn get(&self, name: &str) -> &str {
        self.0.iter().find(|(n, _)| n == name).map_or("", |(_, value)| value)
    }

    /// Every field of this name: ticked checkboxes.
    pub fn all(&self, name: &str) -> Vec<String> {
        self.0.iter().filter(|(n, _)| n == name).map(|(_, value)| value.clone()).collect()
    }

    /// The journey that the form belongs to.
    pub fn journey(&self) -> Option<Uuid> {
        Uuid::parse_str(self.get("journey")).ok()
    }
}

impl FromRequest for Fields {
    type Error = Fault;
    type Future = LocalBoxFuture<'static, Result<Self, Fault>>;

    fn from_request(req: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let urlencoded = req.headers().get(CONTENT_TYPE).and_then(|v| v.to_str().ok()).is_none_or(|v| {
            v.trim_start().to_ascii_lowercase().starts_with("application/x-www-form-urlencoded")
        });
        let body = web::Bytes::from_request(req, payload);
        Box::pin(async move {
            if !urlencoded {
                return Err(Fault::UnreadableForm);
            }
            let body = body.await.map_err(|_| Fault::TooLarge)?;
            Ok(Fields(url::form_urlencoded::parse(&body).into_owned().collect()))
        })
    }
}

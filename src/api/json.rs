//! Reading what an app sends: strictly, so that a mistake is a clear error and never half understood.

use actix_web::{FromRequest, HttpRequest, dev::Payload, web};
use chrono::{DateTime, SecondsFormat, Utc};
use data_encoding::BASE64URL_NOPAD;
use futures_core::future::LocalBoxFuture;
use serde::de::DeserializeOwned;

use super::problem::Problem;

/// A JSON body, whatever its content type is called.
#[derive(Debug)]
pub struct Body<T>(pub T);

impl<T: DeserializeOwned + 'static> FromRequest for Body<T> {
    type Error = Problem;
    type Future = LocalBoxFuture<'static, Result<Self, Problem>>;

    fn from_request(req: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let bytes = web::Bytes::from_request(req, payload);
        Box::pin(async move {
            let bytes = bytes.await.map_err(|_| Problem::too_large())?;
            // serde_json's messages name fields and positions, not values of ours; a wrong type's value is not
            // repeated, since it could be an answer.
            serde_json::from_slice(&bytes).map(Body).map_err(|e| {
                let what =
                    if e.is_data() { "The body does not fit the call" } else { "The body is not JSON" };
                Problem::malformed(format!(
                    "{what}: {} (line {}, column {}).",
                    category(&e),
                    e.line(),
                    e.column()
                ))
            })
        })
    }
}

fn category(e: &serde_json::Error) -> String {
    let text = e.to_string();
    let text = text.split(" at line ").next().unwrap_or_default();
    if text.starts_with("unknown field")
        || text.starts_with("missing field")
        || text.starts_with("duplicate field")
    {
        text.replace('`', "'")
    } else if e.is_data() {
        "a value has the wrong type".to_owned()
    } else {
        "the syntax is wrong".to_owned()
    }
}

/// A query string, read strictly: unknown parameters are refused.
pub fn query<T: DeserializeOwned>(req: &HttpRequest) -> Result<T, Problem> {
    web::Query::<T>::from_query(req.query_string()).map(web::Query::into_inner).map_err(|_| {
        Problem::malformed("The query string has an unknown parameter or a value of the wrong type.")
    })
}

/// An instant as the API writes it.
pub fn time(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::AutoSi, true)
}

/// How many items a page may have.
pub fn limit(asked: Option<u32>) -> Result<u32, Problem> {
    match asked.unwrap_or(100) {
        limit @ 1..=500 => Ok(limit),
        _ => Err(Problem::malformed("limit is from 1 to 500.")),
    }
}

/// Places in a list, written so that apps hand them back unread.
pub fn cursor(parts: &[String]) -> String {
    BASE64URL_NOPAD.encode(parts.join(" ").as_bytes())
}

/// What a cursor of `N` parts says.
pub fn read_cursor<const N: usize>(text: &str) -> Result<[String; N], Problem> {
    let bad = || Problem::malformed("cursor is not one of ours.");
    let bytes = BASE64URL_NOPAD.decode(text.as_bytes()).map_err(|_| bad())?;
    let text = String::from_utf8(bytes).map_err(|_| bad())?;
    let parts: Vec<String> = text.split(' ').map(str::to_owned).collect();
    parts.try_into().map_err(|_| bad())
}

/// An instant in a cursor: microseconds since 1970.
pub fn micros(at: DateTime<Utc>) -> String {
    at.timestamp_micros().to_string()
}

/// Reads one back.
pub fn from_micros(text: &str) -> Result<DateTime<Utc>, Problem> {
    text.parse()
        .ok()
        .and_then(DateTime::from_timestamp_micros)
        .ok_or_else(|| Problem::malformed("cursor is not one of ours."))
}

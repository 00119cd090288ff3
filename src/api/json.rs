//! Reading what an app sends: strictly, so that a mistake is a clear error and never half understood.

use std::borrow::Cow;

use actix_web::{FromRequest, HttpRequest, dev::Payload, web};
use chrono::{DateTime, Datelike, SecondsFormat, Utc};
use futures_core::future::LocalBoxFuture;
use percent_encoding::percent_decode_str;
use serde::de::DeserializeOwned;
use uuid::Uuid;
use zeroize::Zeroizing;

use super::{MOST_BYTES, problem::Problem};
use crate::web::body::{self, BodyError};

/// A JSON body, whatever its content type is called.
#[derive(Debug)]
pub struct Body<T> {
    /// What it says.
    pub value: T,
    /// How it was written.
    pub bytes: Zeroizing<Vec<u8>>,
}

impl<T: DeserializeOwned + 'static> FromRequest for Body<T> {
    type Error = Problem;
    type Future = LocalBoxFuture<'static, Result<Self, Problem>>;

    fn from_request(_: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let mut payload = payload.take();
        Box::pin(async move {
            let bytes = body::read(&mut payload, MOST_BYTES, body::PATIENCE).await.map_err(|e| match e {
                BodyError::TooLarge => Problem::too_large(),
                BodyError::TooSlow => Problem::too_slow(),
                BodyError::Broken => Problem::malformed("The body could not be read to its end."),
            })?;
            let mut text = serde_json::Deserializer::from_slice(&bytes);
            let value = serde_path_to_error::deserialize(&mut text).map_err(|e| {
                let field = e.path().to_string();
                not_fitting(&field, e.inner())
            })?;
            text.end().map_err(|e| not_fitting(".", &e))?;
            Ok(Self { value, bytes })
        })
    }
}

/// What is wrong with a body. serde_json's own sentence may repeat a value of the wrong type, which could be an
/// answer; so it is only passed on where it is about names.
fn not_fitting(field: &str, e: &serde_json::Error) -> Problem {
    let text = e.to_string();
    let text = text.split(" at line ").next().unwrap_or_default();
    let what = if !e.is_data() {
        "The body is not JSON: the syntax is wrong".to_owned()
    } else if ["unknown field", "missing field", "duplicate field"].iter().any(|w| text.starts_with(w)) {
        format!("The body does not fit the call: {}", text.replace('`', "'"))
    } else if field == "." {
        "The body does not fit the call: it is not a JSON object".to_owned()
    } else {
        format!("The body does not fit the call: the value of '{field}' has the wrong type")
    };
    Problem::malformed(format!("{what} (line {}, column {}).", e.line(), e.column()))
}

/// A query string, read strictly: unknown and doubled parameters are refused.
pub fn query<T: DeserializeOwned>(req: &HttpRequest) -> Result<T, Problem> {
    web::Query::<T>::from_query(req.query_string()).map(web::Query::into_inner).map_err(|e| {
        let text = match &e {
            actix_web::error::QueryPayloadError::Deserialize(e) => e.to_string(),
            _ => String::new(),
        };
        let named = ["unknown field", "duplicate field"].iter().any(|w| text.starts_with(w));
        let text = text.replace("field", "parameter").replace('`', "'");
        Problem::malformed(if named {
            format!("The query string does not fit the call: {text}.")
        } else {
            "The query string could not be read.".to_owned()
        })
    })
}

/// Calls without parameters refuse them too.
pub fn no_query(req: &HttpRequest) -> Result<(), Problem> {
    match req.query_string() {
        "" => Ok(()),
        _ => Err(Problem::malformed("This call takes no parameters in a query string.")),
    }
}

/// A part of the path, by its name in the route, percent-decoded once. The router's own decoding is not used: it
/// keeps `%2F` and `%25` for later and replaces what is not UTF-8, so that two ids could become one.
pub fn segment(req: &HttpRequest, name: &str) -> Result<String, Problem> {
    let pattern = req.match_pattern().unwrap_or_default();
    let place = pattern
        .split('/')
        .position(|part| part.strip_prefix('{').and_then(|p| p.strip_suffix('}')) == Some(name))
        .expect("a handler asks for the parts that its route names");
    let part = req.uri().path().split('/').nth(place).unwrap_or_default();
    decode(part).ok_or_else(|| Problem::malformed("The path is not well percent-encoded UTF-8."))
}

/// The crate lets a `%` that begins no escape stand for itself; here it is a mistake.
fn decode(part: &str) -> Option<String> {
    let is_escape = |rest: &str| rest.len() >= 2 && rest.bytes().take(2).all(|b| b.is_ascii_hexdigit());
    if !part.split('%').skip(1).all(is_escape) {
        return None;
    }
    percent_decode_str(part).decode_utf8().ok().map(Cow::into_owned)
}

/// The person and record that a path names. What is no UUID is nobody's.
pub fn person_and_record(req: &HttpRequest) -> Result<Option<(Uuid, Uuid)>, Problem> {
    let (person, record) = (segment(req, "person_id")?, segment(req, "record_id")?);
    Ok(Uuid::parse_str(&person).ok().zip(Uuid::parse_str(&record).ok()))
}

/// An instant as the API writes it.
pub fn time(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::AutoSi, true)
}

/// Whether both databases can keep and compare it.
pub fn is_storable(at: DateTime<Utc>) -> bool {
    (0..=9999).contains(&at.year())
}

/// How many items a page may have.
pub fn limit(asked: Option<&str>) -> Result<u32, Problem> {
    match asked.map_or(Ok(100), str::parse) {
        Ok(limit @ 1..=500) => Ok(limit),
        _ => Err(Problem::malformed("limit is a number from 1 to 500.")),
    }
}

#[cfg(test)]
mod tests {
    use super::decode;

    #[test]
    fn a_part_of_a_path_is_decoded_once() {
        for (sent, meant) in [
            ("plain", "plain"),
            ("a%2Fb", "a/b"),
            ("a%252Fb", "a%2Fb"),
            ("100%25", "100%"),
            ("..", ".."),
            ("%2E%2e", ".."),
            ("%20x+y%20", " x+y "),
            ("%F0%9F%A9%BA", "🩺"),
            ("é", "é"),
            ("%2%35", "?"),
        ] {
            if meant == "?" {
                assert_eq!(decode(sent), None);
            } else {
                assert_eq!(decode(sent).as_deref(), Some(meant), "{sent}");
            }
        }
        for broken in ["%", "%2", "%zz", "%+1", "%ff", "a%C3"] {
            assert_eq!(decode(broken), None, "{broken}");
        }
    }
}

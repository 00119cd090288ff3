//! HTTP around the XML. "200 for every answer, errors included"; 503 only where nothing was done, since a client that
//! sees it may send the same bytes again.

use std::{
    future::poll_fn,
    io::{Read, Write},
    pin::Pin,
    time::Duration,
};

use actix_web::{
    HttpRequest, HttpResponse,
    http::{Method, StatusCode, header},
    web::{Bytes, Data, Payload},
};
use flate2::{
    Compression,
    read::{DeflateDecoder, MultiGzDecoder},
    write::GzEncoder,
};
use futures_core::Stream;
use uuid::Uuid;
use zeroize::Zeroizing;

use super::{
    answer::Answer,
    checks,
    envelope::Envelope,
    fault::{Code, Failure, Fault},
    xml,
};
use crate::{
    actions::ActionError,
    installation::Installation,
    ports::{self, new_pseudonym},
};

/// The most that a request may weigh, before and after decompression. A usual one has one KiB.
pub const MOST_BYTES: usize = 1024 * 1024;
/// Of a request that is too long so much more is read and thrown away, so that its sender comes to read the answer.
const MOST_DRAINED: usize = 8 * 1024 * 1024;
/// How long a sender may take for its body.
const PATIENCE: Duration = Duration::from_secs(30);
/// How long to wait when we are overloaded or the database is away, in seconds.
const RETRY_AFTER: &str = "10";
/// Shorter answers are not worth compressing.
const COMPRESSED_FROM: usize = 512;

/// Answers a request to the platform.
pub async fn handle(req: HttpRequest, payload: Payload, installation: Data<Installation>) -> HttpResponse {
    let outcome = match receive(&req, payload).await {
        Ok(body) => serve(&installation, &body).await,
        Err(fault) => Err(fault.into()),
    };
    let (status, answer) = match outcome {
        Ok(answer) => (StatusCode::OK, answer),
        Err(Failure::Fault(fault)) => {
            tracing::info!(
                code = fault.code as u16,
                correlation = correlation(&req),
                "platform call refused"
            );
            (StatusCode::OK, Answer::refused(&fault))
        }
        Err(Failure::Action(error)) => unavailable(&installation, &error),
    };
    respond(&req, &installation, status, &answer)
}

async fn serve(installation: &Installation, body: &[u8]) -> Result<Answer, Failure> {
    let text = xml::text(body)?;
    let root = xml::parse(text)?;
    let envelope = Envelope::read(text, &root)?;
    checks::answer(&installation.context, &installation.site.base_url, &envelope).await
}

/// The client's own id of the call, for the log, if it is one.
fn correlation(req: &HttpRequest) -> Option<String> {
    let value = req.headers().get("wc_correlationid")?.to_str().ok()?;
    Uuid::try_parse(value.trim()).ok().map(|id| id.to_string())
}

fn unavailable(installation: &Installation, error: &ActionError) -> (StatusCode, Answer) {
    if error.is_unknown() {
        tracing::warn!(cause = %error, "not known whether it was done");
        // No 503: a client that sees one may send the same bytes again.
        let message =
            "The call may have been carried out, or not. Ask what is there before you send it again.";
        return (StatusCode::OK, Answer::refused(&Fault::new(Code::Failed, message)));
    }
    if error.is_temporary() {
        tracing::warn!(cause = %error, "try again later");
        let message = "The call could not be carried out; nothing was done. Try again later.";
        return (StatusCode::SERVICE_UNAVAILABLE, Answer::refused(&Fault::new(Code::Failed, message)));
    }
    let reference = data_encoding::BASE32_NOPAD.encode(&ports::bytes::<5>(&*installation.context.random));
    tracing::error!(reference, cause = %error, "fault");
    let message = format!("The call could not be carried out. Reference: {reference}.");
    (StatusCode::OK, Answer::refused(&Fault::new(Code::Failed, message)))
}

fn respond(
    req: &HttpRequest,
    installation: &Installation,
    status: StatusCode,
    answer: &Answer,
) -> HttpResponse {
    let mut response = HttpResponse::build(status);
    response.content_type("text/xml; charset=utf-8");
    response.insert_header(("WC_ResponseId", new_pseudonym(&*installation.context.random).to_string()));
    if status != StatusCode::OK {
        response.insert_header((header::RETRY_AFTER, RETRY_AFTER));
    }
    let text = answer.as_str();
    if text.len() >= COMPRESSED_FROM && takes_gzip(req) {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
        if let Ok(packed) = encoder.write_all(text.as_bytes()).and_then(|()| encoder.finish()) {
            response.insert_header((header::CONTENT_ENCODING, "gzip"));
            response.insert_header((header::VARY, "Accept-Encoding"));
            return response.body(packed);
        }
    }
    response.body(text.to_owned())
}

/// "If you compress, use gzip only … and only when asked."
fn takes_gzip(req: &HttpRequest) -> bool {
    let accepted = req.headers().get_all(header::ACCEPT_ENCODING).filter_map(|v| v.to_str().ok());
    accepted.flat_map(|v| v.split(',')).any(|coding| {
        let (name, weight) = coding.split_once(';').unwrap_or((coding, ""));
        let refused =
            weight.trim().strip_prefix("q=").is_some_and(|q| q.trim().parse::<f32>().unwrap_or(0.0) <= 0.0);
        ["gzip", "x-gzip"].contains(&name.trim().to_ascii_lowercase().as_str()) && !refused
    })
}

/// The XML of a request, decompressed. Its content type is ignored: one client calls it a form.
async fn receive(req: &HttpRequest, payload: Payload) -> Result<Zeroizing<Vec<u8>>, Fault> {
    let body = tokio::time::timeout(PATIENCE, collect(payload))
        .await
        .map_err(|_| bad_http("The body did not arrive in time."))??;
    if req.method() != Method::POST {
        return Err(bad_http("The platform is called with POST."));
    }
    let mut codings = req.headers().get_all(header::CONTENT_ENCODING);
    let coding = codings.next().map_or(Ok(""), |v| v.to_str()).unwrap_or("?").trim().to_ascii_lowercase();
    if codings.next().is_some() {
        return Err(bad_http("The body has more than one content encoding."));
    }
    match coding.as_str() {
        "" | "identity" => Ok(body),
        "gzip" | "x-gzip" => inflate(MultiGzDecoder::new(&body[..])),
        // "Meaning raw RFC 1951, not zlib-wrapped."
        "deflate" => inflate(DeflateDecoder::new(&body[..])),
        _ => Err(bad_http("The body's content encoding is not known: gzip and deflate are.")),
    }
}

fn bad_http(what: &'static str) -> Fault {
    Fault::new(Code::BadHttp, what)
}

fn too_long() -> Fault {
    Fault::new(Code::RequestTooLong, format!("The request is longer than {MOST_BYTES} bytes."))
}

async fn collect(mut payload: Payload) -> Result<Zeroizing<Vec<u8>>, Fault> {
    let mut body = Zeroizing::new(Vec::new());
    let mut length = 0usize;
    while let Some(chunk) = next_chunk(&mut payload).await {
        let chunk = chunk?;
        length = length.saturating_add(chunk.len());
        if length > MOST_BYTES + MOST_DRAINED {
            break;
        }
        if length <= MOST_BYTES {
            body.extend_from_slice(&chunk);
        }
    }
    if length > MOST_BYTES { Err(too_long()) } else { Ok(body) }
}

async fn next_chunk(payload: &mut Payload) -> Option<Result<Bytes, Fault>> {
    let chunk = poll_fn(|cx| Pin::new(&mut *payload).poll_next(cx)).await?;
    Some(chunk.map_err(|_| bad_http("The body could not be read.")))
}

/// Decompresses, but never more than may be kept.
fn inflate(decoder: impl Read) -> Result<Zeroizing<Vec<u8>>, Fault> {
    let mut body = Zeroizing::new(Vec::new());
    let limit = u64::try_from(MOST_BYTES).unwrap_or(u64::MAX).saturating_add(1);
    decoder.take(limit).read_to_end(&mut body).map_err(|_| bad_http("The body cannot be decompressed."))?;
    if body.len() > MOST_BYTES { Err(too_long()) } else { Ok(body) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use actix_web::test::TestRequest;

    #[test]
    fn gzip_is_used_only_when_asked_for() {
        let asks = |value: &str| {
            takes_gzip(&TestRequest::default().insert_header(("Accept-Encoding", value)).to_http_request())
        };
        for yes in [
            "gzip",
            "gzip,deflate",
            "deflate, GZIP;q=0.5",
            "gzip;q=1.0,deflate;q=0.6,identity;q=0.3",
            "x-gzip",
        ] {
            assert!(asks(yes), "{yes}");
        }
        for no in ["", "deflate", "identity", "gzip;q=0", "br", "gzipped", "gzip; q=0.0"] {
            assert!(!asks(no), "{no}");
        }
        assert!(!takes_gzip(&TestRequest::default().to_http_request()));
    }
}

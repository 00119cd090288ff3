//! HTTP around the XML. "200 for every answer, errors included"; 503 only where nothing was done, since a client that
//! sees it may send the same bytes again.
//!
//! Too many calls are answered with 200, code 1 (FAILED, "internal error; nothing was done") and `Retry-After`, not with
//! 429: "anything else [than 200] is a transport failure: JAVA, NET, PY-S, PY-O throw without reading the body", so those
//! clients would never read why, nor for how long; and no code is one of limits (75 is the shell's, of a locked code). Code
//! 1 is the one that every client gives to its caller and that none repeats by itself.

use std::{
    io::{Read, Write},
    time::Duration,
};

use actix_web::{
    HttpRequest, HttpResponse,
    http::{Method, StatusCode, header},
    web::{Data, Payload},
};
use flate2::{
    Compression,
    read::{DeflateDecoder, MultiGzDecoder},
    write::GzEncoder,
};
use uuid::Uuid;
use zeroize::Zeroizing;

use super::{
    answer::Answer,
    budget::Budget,
    checks,
    envelope::Envelope,
    fault::{Code, Failure, Fault},
    xml,
};
use crate::{
    actions::ActionError,
    domain::audit::{By, Origin},
    installation::Installation,
    ports::{self, new_pseudonym},
    web::{
        body::{self, BodyError, PATIENCE},
        client_address::address_of,
        retry_after::{LATER, whole_seconds},
    },
};

/// The most that a request may weigh, before and after decompression. A usual one has one KiB.
pub const MOST_BYTES: usize = 1024 * 1024;
/// Shorter answers are not worth compressing.
const COMPRESSED_FROM: usize = 512;

/// An answer and how it goes out.
struct Outgoing {
    status: StatusCode,
    answer: Answer,
    /// When it is worth calling again.
    wait: Option<Duration>,
}

/// Answers a request to the platform.
pub async fn handle(req: HttpRequest, payload: Payload, installation: Data<Installation>) -> HttpResponse {
    let budget = Budget { limits: &installation.site.limits, address: address_of(&req, &installation.site) };
    let outcome = match receive(&req, payload).await {
        Ok(body) => serve(&installation, &budget, &body).await,
        Err(fault) => Err(fault.into()),
    };
    let outgoing = match outcome {
        Ok(answer) => Outgoing { status: StatusCode::OK, answer, wait: None },
        Err(Failure::Fault(fault)) => refused(&req, &fault, None),
        Err(Failure::TooMany(wait)) => {
            let seconds = whole_seconds(wait);
            let what = format!("Too many calls; nothing was done. Call again in {seconds} s.");
            refused(&req, &Fault::new(Code::Failed, what), Some(wait))
        }
        Err(Failure::Action(error)) => unavailable(&installation, &error),
    };
    respond(&req, &installation, &outgoing)
}

async fn serve(installation: &Installation, budget: &Budget<'_>, body: &[u8]) -> Result<Answer, Failure> {
    let text = xml::text(body)?;
    let root = xml::parse(text)?;
    let envelope = Envelope::read(text, &root)?;
    let origin = Origin { by: By::Someone, address: Some(budget.address) };
    let context = installation.context.acting(origin);
    checks::answer(&context, &installation.site.base_url, budget, &envelope).await
}

fn refused(req: &HttpRequest, fault: &Fault, wait: Option<Duration>) -> Outgoing {
    let limited = wait.is_some();
    tracing::info!(
        code = fault.code as u16,
        limited,
        correlation = correlation(req),
        "platform call refused"
    );
    Outgoing { status: StatusCode::OK, answer: Answer::refused(fault), wait }
}

/// The client's own id of the call, for the log, if it is one.
fn correlation(req: &HttpRequest) -> Option<String> {
    let value = req.headers().get("wc_correlationid")?.to_str().ok()?;
    Uuid::try_parse(value.trim()).ok().map(|id| id.to_string())
}

fn unavailable(installation: &Installation, error: &ActionError) -> Outgoing {
    if error.is_unknown() {
        tracing::warn!(cause = %error, "not known whether it was done");
        // No 503: a client that sees one may send the same bytes again.
        let what = "The call may have been carried out, or not. Ask what is there before you send it again.";
        let answer = Answer::refused(&Fault::new(Code::Failed, what));
        return Outgoing { status: StatusCode::OK, answer, wait: None };
    }
    if error.is_temporary() {
        tracing::warn!(cause = %error, "try again later");
        let what = "The call could not be carried out; nothing was done. Try again later.";
        let answer = Answer::refused(&Fault::new(Code::Failed, what));
        return Outgoing { status: StatusCode::SERVICE_UNAVAILABLE, answer, wait: Some(LATER) };
    }
    let reference = data_encoding::BASE32_NOPAD.encode(&ports::bytes::<5>(&*installation.context.random));
    tracing::error!(reference, cause = %error, "fault");
    let what = format!("The call could not be carried out. Reference: {reference}.");
    Outgoing { status: StatusCode::OK, answer: Answer::refused(&Fault::new(Code::Failed, what)), wait: None }
}

fn respond(req: &HttpRequest, installation: &Installation, outgoing: &Outgoing) -> HttpResponse {
    let mut response = HttpResponse::build(outgoing.status);
    response.content_type("text/xml; charset=utf-8");
    response.insert_header(("WC_ResponseId", new_pseudonym(&*installation.context.random).to_string()));
    if let Some(wait) = outgoing.wait {
        response.insert_header((header::RETRY_AFTER, whole_seconds(wait).to_string()));
    }
    let text = outgoing.answer.as_str();
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
    let body = body::read(&mut payload.into_inner(), MOST_BYTES, PATIENCE).await.map_err(unread)?;
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

fn unread(error: BodyError) -> Fault {
    match error {
        BodyError::TooLarge => too_long(),
        BodyError::TooSlow => bad_http("The body did not arrive in time."),
        BodyError::Broken => bad_http("The body could not be read."),
    }
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

//! The header `Idempotency-Key` on POST (draft-ietf-httpapi-idempotency-key-header).

use std::future::Future;

use actix_web::{
    HttpRequest, HttpResponse,
    http::{
        StatusCode, header,
        header::{HeaderName, HeaderValue},
    },
};
use serde::Serialize;
use zeroize::Zeroizing;

use super::{
    json::Body,
    key::Caller,
    problem::{self, Code, Problem},
};
use crate::actions::app::idempotency::{
    Answer, Claim, Claimed, Outcome, Overtaken, claim, find_out, keep, release,
};

const HEADER: &str = "idempotency-key";
const REPLAYED: HeaderName = HeaderName::from_static("idempotency-replayed");

/// Does `work` once for a key and body. Without a key, just does it.
pub async fn once<T, F>(
    caller: Caller,
    req: &HttpRequest,
    call: &str,
    sent: Body<T>,
    work: impl FnOnce(Caller, T, Option<Claim>) -> F + 'static,
) -> Result<HttpResponse, Problem>
where
    T: 'static,
    F: Future<Output = Result<HttpResponse, Problem>>,
{
    let key = key(req)?;
    // An app that may not use the methods is told so; that is no answer to keep.
    let (Some(key), Ok(app)) = (key, caller.app()) else {
        return work(caller, sent.value, None).await;
    };
    let claim = match claim(&caller.installation.context, app.id, &key, call, &sent.bytes).await? {
        Claimed::Mine(claim) => claim,
        Claimed::Answered(answer) => return Ok(replay(&answer)),
        Claimed::Reused => {
            let detail = "This Idempotency-Key came with another body before.";
            return Err(Problem::new(Code::IdempotencyKeyReused, detail));
        }
        Claimed::InUse => return Err(in_use()),
    };
    // On a task of its own: an app whose patience or connection ends gets the answer when it asks again.
    let task = actix_web::rt::spawn(async move {
        match work(caller.clone(), sent.value, Some(claim)).await {
            Err(problem) if problem.code() == Code::OutcomeUnknown => find(&caller, &claim, problem).await,
            Err(problem) => {
                settle(&caller, &claim, &problem).await;
                Err(problem)
            }
            done => done,
        }
    });
    task.await.unwrap_or_else(|_| Err(Problem::new(Code::Fault, "Something went wrong here.")))
}

/// The database went away while it committed. Its answer says whether it did; while nobody can tell, the claim stays, so
/// that asking again with the same key finds the answer or, when the claim has run out, does the work.
async fn find(caller: &Caller, claim: &Claim, unknown: Problem) -> Result<HttpResponse, Problem> {
    match find_out(&caller.installation.context, claim).await {
        Ok(Some(Outcome::Done(answer))) => Ok(response(&answer)),
        Ok(Some(Outcome::Overtaken)) => Err(in_use()),
        Ok(Some(Outcome::Nothing)) => {
            let problem = Problem::unavailable();
            settle(caller, claim, &problem).await;
            Err(problem)
        }
        Ok(None) => Err(unknown),
        Err(e) => {
            tracing::warn!(cause = %e, "what became of a commit is not known");
            Err(unknown)
        }
    }
}

/// What the rules refused is an answer to keep; what could not be done now may be tried again.
async fn settle(caller: &Caller, claim: &Claim, problem: &Problem) {
    let status = problem.code().status();
    let settled = match status {
        _ if problem.code() == Code::IdempotencyKeyInUse => Ok(()),
        StatusCode::CONFLICT | StatusCode::UNPROCESSABLE_ENTITY => {
            let answer = Answer { status: status.as_u16(), body: Zeroizing::new(problem.body()) };
            keep(&caller.installation.context, claim, &answer).await
        }
        _ => release(&caller.installation.context, claim).await,
    };
    if let Err(e) = settled {
        // Nothing was made under the claim; it runs out by itself.
        tracing::warn!(cause = %e, "an idempotency key could not be settled");
    }
}

/// Another request has taken the claim over.
pub fn overtaken(_: Overtaken) -> Problem {
    in_use()
}

fn in_use() -> Problem {
    Problem::new(Code::IdempotencyKeyInUse, "A request with this Idempotency-Key is being worked on.")
        .after(std::time::Duration::from_secs(1))
}

/// An answer to keep.
pub fn answer(status: StatusCode, body: &impl Serialize) -> Answer {
    let body = serde_json::to_string(body).expect("our answers are plain structs of text and numbers");
    Answer { status: status.as_u16(), body: Zeroizing::new(body) }
}

fn replay(answer: &Answer) -> HttpResponse {
    let mut response = response(answer);
    response.headers_mut().insert(REPLAYED, HeaderValue::from_static("true"));
    response
}

fn response(answer: &Answer) -> HttpResponse {
    let status = StatusCode::from_u16(answer.status).unwrap_or(StatusCode::OK);
    let kind = if status.is_success() { "application/json" } else { problem::CONTENT_TYPE };
    HttpResponse::build(status).insert_header((header::CONTENT_TYPE, kind)).body(answer.body.to_string())
}

/// The key: one header, quoted as the draft has it or bare, 1 to 255 printable characters.
fn key(req: &HttpRequest) -> Result<Option<String>, Problem> {
    let mut all = req.headers().get_all(HEADER);
    let Some(value) = all.next() else { return Ok(None) };
    let key = value.to_str().ok().and_then(read).filter(|_| all.next().is_none());
    match key {
        Some(key) => Ok(Some(key)),
        None => Err(Problem::malformed("Idempotency-Key is one header of 1 to 255 printable characters.")),
    }
}

fn read(text: &str) -> Option<String> {
    let text = text.trim();
    let key = match text.strip_prefix('"') {
        None => text.to_owned(),
        Some(rest) => {
            let mut key = String::new();
            let mut letters = rest.strip_suffix('"')?.chars();
            while let Some(letter) = letters.next() {
                key.push(match letter {
                    '\\' => letters.next().filter(|c| matches!(c, '"' | '\\'))?,
                    '"' => return None,
                    other => other,
                });
            }
            key
        }
    };
    let printable = key.bytes().all(|b| matches!(b, b' '..=b'~'));
    (printable && (1..=255).contains(&key.len())).then_some(key)
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn a_key_is_quoted_or_bare_and_printable() {
        for (sent, meant) in [
            ("8e03978e-40d5", Some("8e03978e-40d5")),
            ("\"8e03978e-40d5\"", Some("8e03978e-40d5")),
            (" \"a b\" ", Some("a b")),
            (r#""a\"b\\c""#, Some(r#"a"b\c"#)),
            ("", None),
            ("\"\"", None),
            ("\"", None),
            ("\"a", None),
            ("\"a\"b\"", None),
            (r#""a\""#, None),
            (r#""a\b""#, None),
            ("a\tb", None),
            ("é", None),
        ] {
            assert_eq!(read(sent).as_deref(), meant, "{sent}");
        }
        assert!(read(&"a".repeat(255)).is_some());
        assert!(read(&"a".repeat(256)).is_none());
    }
}

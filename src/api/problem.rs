//! Errors of the JSON API: `application/problem+json` (RFC 9457) with a stable `type` and `code`.
//!
//! Every code stands in [`Code`], once, with its status and its words: the answers, the OpenAPI document and the
//! documentation page are made from it, so that they cannot differ.

use std::{collections::BTreeMap, fmt, time::Duration};

use actix_web::{
    HttpResponse, ResponseError,
    body::MessageBody,
    dev::{ServiceRequest, ServiceResponse},
    http::{StatusCode, header},
    middleware::Next,
};
use serde::Serialize;
use utoipa::{
    ToSchema,
    openapi::{ContentBuilder, Ref, RefOr, Response, ResponseBuilder, example::ExampleBuilder},
};

use crate::{actions::ActionError, domain::application::Refused, web::retry_after::whole_seconds};

/// What `type` begins with. The same at every installation, so that a program may compare it; resolved against the
/// address that was asked, it leads to the code's paragraph in the documentation.
pub const TYPES: &str = "/problems/";

/// The content type of every error.
pub const CONTENT_TYPE: &str = "application/problem+json";

macro_rules! codes {
    ($($name:ident, $word:literal, $status:ident, $title:literal, $meaning:literal;)+) => {
        /// What can be wrong.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Code {
            $(#[doc = $meaning] $name,)+
        }

        impl Code {
            /// All of them, in the order of their status.
            pub const ALL: &[Code] = &[$(Code::$name),+];

            /// The word in `code`, and at the end of `type`.
            pub fn as_str(self) -> &'static str {
                match self { $(Code::$name => $word,)+ }
            }

            /// The HTTP status it comes with.
            pub fn status(self) -> StatusCode {
                match self { $(Code::$name => StatusCode::$status,)+ }
            }

            /// Its name for people: `title`.
            pub fn title(self) -> &'static str {
                match self { $(Code::$name => $title,)+ }
            }

            /// When it comes and what to do.
            pub fn meaning(self) -> &'static str {
                match self { $(Code::$name => $meaning,)+ }
            }
        }
    };
}

codes! {
    Malformed, "malformed", BAD_REQUEST, "The request is malformed",
        "The body is not JSON or does not fit the call, a field or parameter is missing, unknown, doubled or of the wrong type, or a header cannot be read. `detail` says which. Mend the program; the same request will fail again.";
    Unauthorized, "unauthorized", UNAUTHORIZED, "No valid API key",
        "No key was sent, nobody has it, it has run out, or its app is disabled.";
    MethodsNotEnabled, "methods_not_enabled", FORBIDDEN, "Methods not enabled",
        "The app's operator has not enabled the `ConnectPackage` methods for it.";
    MobileApp, "mobile_app", FORBIDDEN, "Mobile apps cannot do this",
        "The app is registered as `mobile`. Its server needs an app of its own, registered as `web`.";
    NotFound, "not_found", NOT_FOUND, "Not found",
        "There is no such thing, it is gone, or it is another app's: the answer is the same.";
    MethodNotAllowed, "method_not_allowed", METHOD_NOT_ALLOWED, "Method not allowed",
        "The path does not take this method. `Allow` lists those that it takes.";
    RequestTimeout, "request_timeout", REQUEST_TIMEOUT, "The body came too slowly",
        "The body did not arrive in ten seconds. Nothing was done. Send the request again.";
    DuplicateConnectRequest, "duplicate_connect_request", CONFLICT, "Duplicate connect request",
        "The app has a connect request with this external ID already, in whatever state. Delete that one first, or choose another external ID.";
    ConnectRequestAlreadyAuthorized, "connect_request_already_authorized", CONFLICT, "Connect request already authorized",
        "The patient has picked this connect request up, so it cannot be deleted. To stop using her record, give the authorization up.";
    NotLocked, "not_locked", CONFLICT, "The code is not locked",
        "The code is neither locked nor frozen, or its time is over, so there are no chances to give back. When its time is over, delete the request and create another.";
    RearmedTooOften, "rearmed_too_often", CONFLICT, "Re-armed too often",
        "The code got its chances back three times already. Delete the request and create another.";
    DuplicateAlternateId, "duplicate_alternate_id", CONFLICT, "Duplicate alternate ID",
        "The app uses this alternate ID for another person or record already.";
    IdempotencyKeyInUse, "idempotency_key_in_use", CONFLICT, "Idempotency key in use",
        "A request with this `Idempotency-Key` is being worked on. Ask again in a second with the same key and body.";
    CursorAhead, "cursor_ahead", GONE, "Cursor ahead of the log",
        "An older copy of the portal's database was put back, and the event that this cursor stands for is not in it. Begin again without a cursor, and know what you have seen already by what it says, not by its `seq`: the numbers after the copy's end are given a second time.";
    TooLarge, "too_large", PAYLOAD_TOO_LARGE, "Too large",
        "The body is over 64 KiB.";
    InvalidQuestion, "invalid_question", UNPROCESSABLE_ENTITY, "Invalid question",
        "The secret question is blank, too short or too long, or has control characters.";
    InvalidReason, "invalid_reason", UNPROCESSABLE_ENTITY, "Invalid reason",
        "The reason is blank, longer than 200 characters, or has control characters.";
    InvalidAnswer, "invalid_answer", UNPROCESSABLE_ENTITY, "Invalid answer",
        "The secret answer is blank, too short or too long, is contained in its question, or is easy to guess.";
    InvalidExternalId, "invalid_external_id", UNPROCESSABLE_ENTITY, "Invalid external ID",
        "The external ID is blank, has over 255 characters, or has control characters.";
    InvalidFriendlyName, "invalid_friendly_name", UNPROCESSABLE_ENTITY, "Invalid friendly name",
        "The friendly name is blank, has over 255 characters, or has control characters.";
    InvalidCallbackUrl, "invalid_callback_url", UNPROCESSABLE_ENTITY, "Invalid callback URL",
        "The callback URL cannot be used.";
    InvalidSince, "invalid_since", UNPROCESSABLE_ENTITY, "Invalid since",
        "`since` is not an RFC 3339 time with a zone. Pass on the `as_of` of the last answer.";
    InvalidAlternateId, "invalid_alternate_id", UNPROCESSABLE_ENTITY, "Invalid alternate ID",
        "The alternate ID is blank, has over 255 characters, or has a NUL.";
    TooManyAlternateIds, "too_many_alternate_ids", UNPROCESSABLE_ENTITY, "Too many alternate IDs",
        "This person and record have 100 alternate IDs, which is the most. Drop one first.";
    IdempotencyKeyReused, "idempotency_key_reused", UNPROCESSABLE_ENTITY, "Idempotency key reused",
        "This `Idempotency-Key` came with another body in the last 24 hours. Use a new key for each new request.";
    TooManyRequests, "too_many_requests", TOO_MANY_REQUESTS, "Too many requests",
        "The app has asked too often. `Retry-After` says for how many seconds to wait.";
    Fault, "fault", INTERNAL_SERVER_ERROR, "A fault of ours",
        "Something went wrong here. Nothing was done. If it comes again, tell the portal's operator when it was.";
    Unavailable, "unavailable", SERVICE_UNAVAILABLE, "Try again later",
        "The service is overloaded or its database is away. Nothing was done. `Retry-After` says for how many seconds to wait.";
    OutcomeUnknown, "outcome_unknown", SERVICE_UNAVAILABLE, "Not known whether it was done",
        "The database went away while it was writing: the call may have been carried out, or not. With an `Idempotency-Key`, send the same again after as many seconds as `Retry-After` says, until the answer is another; without one, look first whether it was done.";
}

impl Code {
    /// What any call with a key may answer, whatever it does.
    pub const EVERYWHERE: &[Code] = &[
        Code::Malformed,
        Code::Unauthorized,
        Code::MethodsNotEnabled,
        Code::MobileApp,
        Code::TooManyRequests,
        Code::Fault,
        Code::Unavailable,
        Code::OutcomeUnknown,
    ];

    /// The stable URI reference that `type` holds.
    pub fn type_uri(self) -> String {
        format!("{TYPES}{}", self.as_str())
    }

    /// The code of a word.
    pub fn parse(word: &str) -> Option<Code> {
        Code::ALL.iter().copied().find(|code| code.as_str() == word)
    }
}

/// How long to wait while we are overloaded or the database is away.
const RETRY: Duration = Duration::from_secs(5);

/// Something that the API answers instead of what was asked for.
#[derive(Debug)]
pub struct Problem {
    code: Code,
    detail: String,
    retry_after: Option<Duration>,
    allow: Option<String>,
}

/// An error (RFC 9457).
#[derive(Serialize, ToSchema)]
#[schema(as = Problem)]
pub struct ProblemBody<'a> {
    /// Names the kind of error: a URI reference that never changes, and leads to its documentation.
    #[schema(format = "uri-reference", examples("/problems/not_found"))]
    r#type: String,
    /// The kind of error, for people.
    #[schema(examples("Not found"))]
    title: &'a str,
    /// The HTTP status.
    #[schema(examples(404))]
    status: u16,
    /// The kind of error, for programs: the last part of `type`.
    #[schema(examples("not_found"))]
    code: &'a str,
    /// What is wrong this time, for people. It never repeats an answer, a code or a key.
    #[schema(examples("There is no connect request with this external ID."))]
    detail: &'a str,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code.as_str())
    }
}

impl Problem {
    /// A problem of this kind.
    pub fn new(code: Code, detail: impl Into<String>) -> Self {
        Self { code, detail: detail.into(), retry_after: None, allow: None }
    }

    /// The kind.
    pub fn code(&self) -> Code {
        self.code
    }

    /// The request is not what the call takes.
    pub fn malformed(detail: impl Into<String>) -> Self {
        Self::new(Code::Malformed, detail)
    }

    /// No key, or not a good one.
    pub fn unauthorized() -> Self {
        Self::new(Code::Unauthorized, "Send the app's API key as `Authorization: Bearer …`.")
    }

    /// There is no such thing, or it is another app's.
    pub fn not_found(what: &str) -> Self {
        Self::new(Code::NotFound, format!("There is no {what}."))
    }

    /// The app may not use the connect methods.
    pub fn refused(refused: Refused) -> Self {
        let code = match refused {
            Refused::MethodsNotEnabled => Code::MethodsNotEnabled,
            Refused::MobileApp => Code::MobileApp,
        };
        Self::new(code, refused.reason())
    }

    /// It would be a second of what there can be only one of.
    pub fn duplicate_connect_request() -> Self {
        Self::new(
            Code::DuplicateConnectRequest,
            "This app has a connect request with this external ID already.",
        )
    }

    /// Only pending, locked and expired requests can be deleted.
    pub fn already_authorized() -> Self {
        Self::new(
            Code::ConnectRequestAlreadyAuthorized,
            "The patient has picked this connect request up; it cannot be deleted.",
        )
    }

    /// Over the limit of size.
    pub fn too_large() -> Self {
        Self::new(Code::TooLarge, format!("The body is over {} bytes.", super::MOST_BYTES))
    }

    /// The body trickled.
    pub fn too_slow() -> Self {
        Self::new(Code::RequestTimeout, "The body did not arrive in time. Nothing was done.")
    }

    /// The cursor is of a log that was lost.
    pub fn cursor_ahead() -> Self {
        Self::new(
            Code::CursorAhead,
            "cursor stands for an event that is not in the log: an older copy of the database was put back. Begin \
             without a cursor.",
        )
    }

    /// Asked too often.
    pub fn too_many_requests(wait: Duration) -> Self {
        Self::new(Code::TooManyRequests, "Too many requests. Wait for as many seconds as Retry-After says.")
            .after(wait)
    }

    /// Too much to do, or the database is away.
    pub fn unavailable() -> Self {
        Self::new(Code::Unavailable, "The service is overloaded or its database is away. Nothing was done.")
            .after(RETRY)
    }

    /// With the time to wait before asking again.
    pub fn after(mut self, wait: Duration) -> Self {
        self.retry_after = Some(wait);
        self
    }

    /// A method that the path does not take.
    pub fn no_such_method(allow: String) -> Self {
        let mut problem = Self::new(Code::MethodNotAllowed, format!("This path takes {allow} only."));
        problem.allow = Some(allow);
        problem
    }

    /// The body of the answer.
    pub fn body(&self) -> String {
        let body = ProblemBody {
            r#type: self.code.type_uri(),
            title: self.code.title(),
            status: self.code.status().as_u16(),
            code: self.code.as_str(),
            detail: &self.detail,
        };
        serde_json::to_string(&body).expect("five plain fields can be written as JSON")
    }
}

impl From<ActionError> for Problem {
    fn from(e: ActionError) -> Self {
        if e.is_unknown() {
            tracing::warn!(cause = %e, "not known whether it was done");
            let detail =
                "The database went away while it was writing: it is not known whether this was done.";
            Self::new(Code::OutcomeUnknown, detail).after(RETRY)
        } else if e.is_temporary() {
            tracing::warn!(cause = %e, "try again later");
            Self::unavailable()
        } else {
            tracing::error!(cause = %e, "fault");
            Self::new(Code::Fault, "Something went wrong here. Nothing was done.")
        }
    }
}

impl ResponseError for Problem {
    fn status_code(&self) -> StatusCode {
        self.code.status()
    }

    fn error_response(&self) -> HttpResponse {
        let mut response = HttpResponse::build(self.code.status());
        response.insert_header((header::CONTENT_TYPE, CONTENT_TYPE));
        if self.code == Code::Unauthorized {
            response.insert_header((header::WWW_AUTHENTICATE, "Bearer realm=\"patient-connect\""));
        }
        if let Some(wait) = self.retry_after {
            response.insert_header((header::RETRY_AFTER, whole_seconds(wait)));
        }
        if let Some(allow) = &self.allow {
            response.insert_header((header::ALLOW, allow.as_str()));
        }
        response.body(self.body())
    }
}

/// A path that is no call.
pub async fn no_such_path() -> Result<HttpResponse, Problem> {
    Err(Problem::not_found("such call"))
}

/// Turns errors that are not ours into problems too.
pub async fn answers(
    req: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<impl MessageBody>, actix_web::Error> {
    let response = next.call(req).await?;
    let foreign = response.response().error().is_some_and(|e| e.as_error::<Problem>().is_none());
    if !foreign {
        return Ok(response.map_into_left_body());
    }
    let problem = match response.status() {
        StatusCode::NOT_FOUND => Problem::not_found("such thing"),
        StatusCode::PAYLOAD_TOO_LARGE => Problem::too_large(),
        s if s.is_client_error() => Problem::malformed("The request could not be read."),
        _ => Problem::new(Code::Fault, "Something went wrong here. Nothing was done."),
    };
    let (request, _) = response.into_parts();
    Ok(ServiceResponse::new(request, problem.error_response().map_into_boxed_body()).map_into_right_body())
}

/// The answers that problems make, for the document: one for each status, with an example for each code.
pub fn documented(of_the_call: &[Code]) -> BTreeMap<String, RefOr<Response>> {
    let mut by_status: BTreeMap<u16, Vec<Code>> = BTreeMap::new();
    for code in Code::EVERYWHERE.iter().chain(of_the_call) {
        by_status.entry(code.status().as_u16()).or_default().push(*code);
    }
    let response = |codes: Vec<Code>| {
        let words: Vec<String> = codes.iter().map(|code| format!("`{}`", code.as_str())).collect();
        let content = ContentBuilder::new()
            .schema(Some(Ref::from_schema_name("Problem")))
            .examples_from_iter(codes.iter().map(|code| {
                let body = Problem::new(*code, code.meaning()).body();
                let body = serde_json::from_str(&body).expect("our own JSON can be read");
                (code.as_str(), ExampleBuilder::new().summary(code.title()).value(Some(body)).build())
            }));
        RefOr::T(
            ResponseBuilder::new()
                .description(words.join(", "))
                .content(CONTENT_TYPE, content.build())
                .build(),
        )
    };
    by_status.into_iter().map(|(status, codes)| (status.to_string(), response(codes))).collect()
}

/// Names the problems of a call, beside those of every call, for `#[utoipa::path(responses(…))]`.
macro_rules! problems {
    ($($name:ident: $($code:ident),*;)+) => {$(
        struct $name;
        impl utoipa::IntoResponses for $name {
            fn responses() -> std::collections::BTreeMap<String, utoipa::openapi::RefOr<utoipa::openapi::Response>> {
                $crate::api::problem::documented(&[$($crate::api::problem::Code::$code),*])
            }
        }
    )+};
}
pub(super) use problems;

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn every_code_has_a_word_of_its_own_that_names_its_type() {
        let words: HashSet<_> = Code::ALL.iter().map(|code| code.as_str()).collect();
        assert_eq!(words.len(), Code::ALL.len());
        for code in Code::ALL {
            assert!(code.as_str().bytes().all(|b| b.is_ascii_lowercase() || b == b'_'));
            assert_eq!(Code::parse(code.as_str()), Some(*code));
            assert!(code.status().is_client_error() || code.status().is_server_error());
        }
        assert_eq!(Code::parse("nonsense"), None);
        assert_eq!(Code::NotFound.type_uri(), "/problems/not_found");
    }
}

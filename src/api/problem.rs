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

pub use super::code::Code;
use crate::{actions::ActionError, domain::application::Refused, web::retry_after::whole_seconds};

/// The content type of every error.
pub const CONTENT_TYPE: &str = "application/problem+json";

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

    /// A fault of ours, which is told to the log alone.
    pub fn fault(cause: &anyhow::Error) -> Self {
        tracing::error!(%cause, "fault");
        Self::new(Code::Fault, "Something went wrong here. Nothing was done.")
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

//! Errors of the JSON API: `application/problem+json` (RFC 9457) with a stable `type` and `code`.

use std::{fmt, time::Duration};

use actix_web::{
    HttpResponse, ResponseError,
    body::MessageBody,
    dev::{ServiceRequest, ServiceResponse},
    http::{StatusCode, header},
    middleware::Next,
};
use serde::Serialize;

use crate::{
    actions::ActionError, domain::application::Refused, portal::fault::whole_seconds, store::StoreError,
};

/// Where `type` points; each code has its own paragraph in the documentation.
const TYPES: &str = "https://patient-connect.example/problems/";

/// Something that the API answers instead of what was asked for.
#[derive(Debug)]
pub struct Problem {
    status: StatusCode,
    code: &'static str,
    title: &'static str,
    detail: String,
    retry_after: Option<Duration>,
}

#[derive(Serialize)]
struct Body<'a> {
    r#type: String,
    title: &'a str,
    status: u16,
    code: &'a str,
    detail: &'a str,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code)
    }
}

impl Problem {
    fn new(status: StatusCode, code: &'static str, title: &'static str, detail: impl Into<String>) -> Self {
        Self { status, code, title, detail: detail.into(), retry_after: None }
    }

    /// The body is not what the call takes.
    pub fn malformed(detail: impl Into<String>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, "malformed", "The request is malformed", detail)
    }

    /// No key, or not a good one.
    pub fn unauthorized() -> Self {
        let detail = "Send the app's API key as `Authorization: Bearer …`.";
        Self::new(StatusCode::UNAUTHORIZED, "unauthorized", "No valid API key", detail)
    }

    /// There is no such thing, or it is another app's.
    pub fn not_found(what: &str) -> Self {
        Self::new(StatusCode::NOT_FOUND, "not_found", "Not found", format!("There is no {what}."))
    }

    /// The app may not use the connect methods.
    pub fn refused(refused: Refused) -> Self {
        let (code, title) = match refused {
            Refused::MethodsNotEnabled => ("methods_not_enabled", "Methods not enabled"),
            Refused::MobileApp => ("mobile_app", "Mobile apps cannot do this"),
        };
        Self::new(StatusCode::FORBIDDEN, code, title, refused.reason())
    }

    /// It would be a second of what there can be only one of.
    pub fn duplicate_connect_request() -> Self {
        Self::new(
            StatusCode::CONFLICT,
            "duplicate_connect_request",
            "Duplicate connect request",
            "This app has a connect request with this external ID already.",
        )
    }

    /// Only pending, locked and expired requests can be deleted.
    pub fn already_authorized() -> Self {
        Self::new(
            StatusCode::CONFLICT,
            "connect_request_already_authorized",
            "Connect request already authorized",
            "The patient has picked this connect request up; it cannot be deleted.",
        )
    }

    /// A value cannot be used.
    pub fn invalid(code: &'static str, title: &'static str, detail: impl Into<String>) -> Self {
        Self::new(StatusCode::UNPROCESSABLE_ENTITY, code, title, detail)
    }

    /// Over the limit of size.
    pub fn too_large() -> Self {
        let detail = format!("The body is over {} bytes.", super::MOST_BYTES);
        Self::new(StatusCode::PAYLOAD_TOO_LARGE, "too_large", "Too large", detail)
    }

    fn later() -> Self {
        let mut problem = Self::new(
            StatusCode::SERVICE_UNAVAILABLE,
            "unavailable",
            "Try again later",
            "The service is overloaded or its database is away. Nothing was done.",
        );
        problem.retry_after = Some(Duration::from_secs(5));
        problem
    }

    fn fault() -> Self {
        Self::new(
            StatusCode::INTERNAL_SERVER_ERROR,
            "fault",
            "A fault of ours",
            "Something went wrong here. Nothing was done.",
        )
    }
}

impl From<ActionError> for Problem {
    fn from(e: ActionError) -> Self {
        match &e {
            ActionError::Overloaded(_) | ActionError::Store(StoreError::Away(_) | StoreError::Conflict) => {
                tracing::warn!(cause = %e, "try again later");
                Self::later()
            }
            ActionError::Store(_) => {
                tracing::error!(cause = %e, "fault");
                Self::fault()
            }
        }
    }
}

impl ResponseError for Problem {
    fn status_code(&self) -> StatusCode {
        self.status
    }

    fn error_response(&self) -> HttpResponse {
        let body = Body {
            r#type: format!("{TYPES}{}", self.code.replace('_', "-")),
            title: self.title,
            status: self.status.as_u16(),
            code: self.code,
            detail: &self.detail,
        };
        let mut response = HttpResponse::build(self.status);
        response.insert_header((header::CONTENT_TYPE, "application/problem+json"));
        if self.status == StatusCode::UNAUTHORIZED {
            response.insert_header((header::WWW_AUTHENTICATE, "Bearer realm=\"patient-connect\""));
        }
        if let Some(wait) = self.retry_after {
            response.insert_header((header::RETRY_AFTER, whole_seconds(wait)));
        }
        response.body(serde_json::to_string(&body).unwrap_or_default())
    }
}

/// A path that is no call.
pub async fn no_such_path() -> Result<HttpResponse, Problem> {
    Err(Problem::not_found("such call"))
}

/// A method that the call does not take.
pub async fn no_such_method() -> Result<HttpResponse, Problem> {
    Err(Problem::new(
        StatusCode::METHOD_NOT_ALLOWED,
        "method_not_allowed",
        "Method not allowed",
        "This call does not take this method.",
    ))
}

/// Turns errors that are not ours (a path that is no UUID, say) into problems too.
pub async fn answers(
    req: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<impl MessageBody>, actix_web::Error> {
    let response = next.call(req).await?;
    let foreign = response.response().error().is_some_and(|e| e.as_error::<Problem>().is_none());
    if !foreign {
        return Ok(response.map_into_left_body());
    }
    let problem = of_status(response.status());
    let (request, _) = response.into_parts();
    Ok(ServiceResponse::new(request, problem.error_response().map_into_boxed_body()).map_into_right_body())
}

fn of_status(status: StatusCode) -> Problem {
    match status {
        StatusCode::NOT_FOUND => Problem::not_found("such thing"),
        StatusCode::PAYLOAD_TOO_LARGE => Problem::too_large(),
        s if s.is_client_error() => Problem::malformed("The request could not be read."),
        _ => Problem::fault(),
    }
}

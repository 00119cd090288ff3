//! `/persons/…/alternate-ids` and `/alternate-ids/{alternate_id}`.

use actix_web::{HttpRequest, HttpResponse, http::StatusCode};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::{
    json,
    key::Caller,
    problem::{Code, Problem, problems},
};
use crate::{
    actions::app::alternate_ids::{self, Associated, Dropped},
    domain::labels::{AlternateId, LabelProblem},
};

problems! {
    ListProblems: NotFound;
    AssociateProblems: NotFound, DuplicateAlternateId, InvalidAlternateId, TooManyAlternateIds;
    OneProblems: NotFound, InvalidAlternateId;
}

fn no_authorization() -> Problem {
    Problem::not_found("active authorization for this person and record")
}

fn unknown() -> Problem {
    Problem::not_found("such alternate ID")
}

fn alternate_id(req: &HttpRequest) -> Result<AlternateId, Problem> {
    AlternateId::parse(&json::segment(req, "alternate_id")?).map_err(|problem| {
        let detail = match problem {
            LabelProblem::ControlCharacter => format!("The {} has a NUL.", AlternateId::WHAT),
            other => other.reason(AlternateId::WHAT),
        };
        Problem::new(Code::InvalidAlternateId, detail)
    })
}

/// Alternate IDs of a person and record.
#[derive(Serialize, ToSchema)]
#[schema(as = AlternateIdList)]
pub struct ListBody {
    /// The IDs, oldest first; at most 100.
    #[schema(examples("mrn-7"))]
    items: Vec<String>,
}

/// List the alternate IDs of a person and record
#[utoipa::path(
    get,
    path = "/persons/{person_id}/records/{record_id}/alternate-ids",
    operation_id = "listAlternateIds",
    tag = "Alternate IDs",
    params(
        ("person_id" = Uuid, Path, description = "The person, as your app knows her."),
        ("record_id" = Uuid, Path, description = "Her record, as your app knows it."),
    ),
    responses((status = 200, description = "All of them.", body = ListBody), ListProblems)
)]
pub async fn list(caller: Caller, req: HttpRequest) -> Result<HttpResponse, Problem> {
    json::no_query(&req)?;
    let (person, record) = json::person_and_record(&req)?.ok_or_else(no_authorization)?;
    let items = alternate_ids::list(&caller.installation.context, caller.app()?, person, record)
        .await?
        .ok_or_else(no_authorization)?;
    Ok(HttpResponse::Ok().json(ListBody { items }))
}

/// Keep an alternate ID
///
/// Your own key for a person and record: 1 to 255 characters, compared exactly, unique in your app. A person and record
/// can have several. While the patient is disconnected her alternate IDs cannot be used or found, and are back when she
/// authorizes your app again. Repeating the call changes nothing.
#[utoipa::path(
    put,
    path = "/persons/{person_id}/records/{record_id}/alternate-ids/{alternate_id}",
    operation_id = "associateAlternateId",
    tag = "Alternate IDs",
    params(
        ("person_id" = Uuid, Path, description = "The person, as your app knows her."),
        ("record_id" = Uuid, Path, description = "Her record, as your app knows it."),
        ("alternate_id" = String, Path, description = "Your key, percent-encoded.", example = "mrn-7"),
    ),
    responses((status = 204, description = "It is kept."), AssociateProblems)
)]
pub async fn associate(caller: Caller, req: HttpRequest) -> Result<HttpResponse, Problem> {
    json::no_query(&req)?;
    let id = alternate_id(&req)?;
    let (person, record) = json::person_and_record(&req)?.ok_or_else(no_authorization)?;
    match alternate_ids::associate(&caller.installation.context, caller.app()?, person, record, &id).await? {
        Associated::Done | Associated::AlreadySo => Ok(HttpResponse::new(StatusCode::NO_CONTENT)),
        Associated::Taken => Err(Problem::new(
            Code::DuplicateAlternateId,
            "This app uses this alternate ID for another person or record already.",
        )),
        Associated::TooMany => Err(Problem::new(
            Code::TooManyAlternateIds,
            format!("This person and record have {} alternate IDs already.", alternate_ids::MOST),
        )),
        Associated::NoActiveAuthorization => Err(no_authorization()),
    }
}

/// Drop an alternate ID
#[utoipa::path(
    delete,
    path = "/persons/{person_id}/records/{record_id}/alternate-ids/{alternate_id}",
    operation_id = "disassociateAlternateId",
    tag = "Alternate IDs",
    params(
        ("person_id" = Uuid, Path, description = "The person, as your app knows her."),
        ("record_id" = Uuid, Path, description = "Her record, as your app knows it."),
        ("alternate_id" = String, Path, description = "Your key, percent-encoded.", example = "mrn-7"),
    ),
    responses((status = 204, description = "It is gone."), OneProblems)
)]
pub async fn disassociate(caller: Caller, req: HttpRequest) -> Result<HttpResponse, Problem> {
    json::no_query(&req)?;
    let id = alternate_id(&req)?;
    let of = json::person_and_record(&req)?.ok_or_else(no_authorization)?;
    match alternate_ids::disassociate(&caller.installation.context, caller.app()?, Some(of), &id).await? {
        Dropped::Done => Ok(HttpResponse::new(StatusCode::NO_CONTENT)),
        Dropped::NotFound => Err(unknown()),
        Dropped::NoActiveAuthorization => Err(no_authorization()),
    }
}

/// The person and record that an alternate ID belongs to.
#[derive(Serialize, ToSchema)]
#[schema(as = PersonAndRecord)]
pub struct FoundBody {
    /// The person, as your app knows her.
    person_id: Uuid,
    /// Her record, as your app knows it.
    record_id: Uuid,
}

/// Find a person and record by alternate ID
#[utoipa::path(
    get,
    path = "/alternate-ids/{alternate_id}",
    operation_id = "findAlternateId",
    tag = "Alternate IDs",
    params(("alternate_id" = String, Path, description = "Your key, percent-encoded.", example = "mrn-7")),
    responses((status = 200, description = "Whom it belongs to.", body = FoundBody), OneProblems)
)]
pub async fn find(caller: Caller, req: HttpRequest) -> Result<HttpResponse, Problem> {
    json::no_query(&req)?;
    let id = alternate_id(&req)?;
    let (person_id, record_id) =
        alternate_ids::find(&caller.installation.context, caller.app()?, &id).await?.ok_or_else(unknown)?;
    Ok(HttpResponse::Ok().json(FoundBody { person_id, record_id }))
}

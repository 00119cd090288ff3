//! The methods, one file for each group: what each reads from `info`, which use case it calls, which codes it answers.

mod alternate_ids;
mod connect_requests;
mod people;
mod permissions;
mod service;

use url::Url;
use uuid::Uuid;

use super::{
    answer::Answer,
    call::Call,
    fault::{Code, Failure, Fault},
    xml::Element,
};
use crate::actions::app::people::{KnownPerson, KnownRecord, Person, find};

/// Every method that is offered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    /// CreateAuthenticatedSessionToken.
    SignIn,
    /// CreateConnectRequest.
    CreateConnectRequest,
    /// UpdateExternalId.
    UpdateExternalId,
    /// GetAuthorizedConnectRequests.
    GetAuthorizedConnectRequests,
    /// DeletePendingConnectRequest.
    DeletePendingConnectRequest,
    /// AssociateAlternateId.
    AssociateAlternateId,
    /// DisassociateAlternateId.
    DisassociateAlternateId,
    /// GetAlternateIds.
    GetAlternateIds,
    /// GetPersonAndRecordForAlternateId.
    GetPersonAndRecordForAlternateId,
    /// GetPersonInfo.
    GetPersonInfo,
    /// GetAuthorizedPeople.
    GetAuthorizedPeople,
    /// GetAuthorizedRecords.
    GetAuthorizedRecords,
    /// RemoveApplicationRecordAuthorization.
    RemoveApplicationRecordAuthorization,
    /// QueryPermissions.
    QueryPermissions,
    /// GetServiceDefinition.
    GetServiceDefinition,
    /// NewApplicationCreationInfo, which is for mobile apps alone, and so refused to all.
    NewApplicationCreationInfo,
}

impl Method {
    /// The method of this exact name in this version.
    pub fn find(name: &str, version: u32) -> Option<Self> {
        let (method, versions) = match name {
            "CreateAuthenticatedSessionToken" => (Method::SignIn, 1..=2),
            "CreateConnectRequest" => (Method::CreateConnectRequest, 1..=1),
            "UpdateExternalId" => (Method::UpdateExternalId, 1..=1),
            "GetAuthorizedConnectRequests" => (Method::GetAuthorizedConnectRequests, 1..=1),
            "DeletePendingConnectRequest" => (Method::DeletePendingConnectRequest, 1..=1),
            // One library spells it so.
            "AssociateAlternateId" | "AssociateAltnernateId" => (Method::AssociateAlternateId, 1..=1),
            "DisassociateAlternateId" => (Method::DisassociateAlternateId, 1..=1),
            "GetAlternateIds" => (Method::GetAlternateIds, 1..=1),
            "GetPersonAndRecordForAlternateId" => (Method::GetPersonAndRecordForAlternateId, 1..=1),
            "GetPersonInfo" => (Method::GetPersonInfo, 1..=1),
            "GetAuthorizedPeople" => (Method::GetAuthorizedPeople, 1..=1),
            "GetAuthorizedRecords" => (Method::GetAuthorizedRecords, 1..=1),
            "RemoveApplicationRecordAuthorization" => (Method::RemoveApplicationRecordAuthorization, 1..=1),
            "QueryPermissions" => (Method::QueryPermissions, 1..=1),
            "GetServiceDefinition" => (Method::GetServiceDefinition, 1..=2),
            "NewApplicationCreationInfo" => (Method::NewApplicationCreationInfo, 1..=1),
            _ => return None,
        };
        versions.contains(&version).then_some(method)
    }

    /// Whether it may be called without a session, and by an app without the connect methods.
    pub fn is_anonymous(self) -> bool {
        matches!(self, Method::SignIn | Method::GetServiceDefinition | Method::NewApplicationCreationInfo)
    }
}

/// Carries out a method that needs no session: it tells every app the same.
pub fn run_for_anyone(
    method: Method,
    base_url: &Url,
    version: u32,
    info: &Element<'_>,
) -> Result<Answer, Failure> {
    match method {
        Method::GetServiceDefinition => service::definition(base_url, version, info),
        Method::NewApplicationCreationInfo => {
            Err(Fault::new(Code::AccessDenied, "Mobile apps may not use the ConnectPackage methods.").into())
        }
        _ => Err(Fault::new(Code::AccessDenied, "This method needs a session: sign in first.").into()),
    }
}

/// Carries out a method for an app that may use the connect methods.
pub async fn run(method: Method, call: &Call<'_>) -> Result<Answer, Failure> {
    match method {
        Method::CreateConnectRequest => connect_requests::create(call).await,
        Method::UpdateExternalId => connect_requests::update_external_id(call).await,
        Method::GetAuthorizedConnectRequests => connect_requests::list_authorized(call).await,
        Method::DeletePendingConnectRequest => connect_requests::delete(call).await,
        Method::AssociateAlternateId => alternate_ids::associate(call).await,
        Method::DisassociateAlternateId => alternate_ids::disassociate(call).await,
        Method::GetAlternateIds => alternate_ids::list(call).await,
        Method::GetPersonAndRecordForAlternateId => alternate_ids::find(call).await,
        Method::GetPersonInfo => people::show(call).await,
        Method::GetAuthorizedPeople => people::list(call).await,
        Method::GetAuthorizedRecords => people::records(call).await,
        Method::RemoveApplicationRecordAuthorization => people::give_up(call).await,
        Method::QueryPermissions => permissions::query(call).await,
        Method::SignIn | Method::GetServiceDefinition | Method::NewApplicationCreationInfo => {
            Err(Fault::new(Code::BadMethod, "This is no call of a session.").into())
        }
    }
}

fn denied() -> Fault {
    Fault::new(Code::AccessDenied, "The app has no active authorization for this person and record.")
}

fn no_such_person() -> Fault {
    Fault::new(Code::InvalidPerson, "This app knows no such person.")
}

/// The person for whom an app calls; she must have authorized it for a record at least.
async fn person(call: &Call<'_>) -> Result<(KnownPerson, Vec<Uuid>), Failure> {
    if call.user_token {
        let what = "No users' tokens are issued: call for an offline person.";
        return Err(Fault::new(Code::CredentialTokenExpired, what).into());
    }
    let id = call.person.ok_or_else(no_such_person)?;
    match find(call.context, &call.app, id).await? {
        Person::Unknown => Err(no_such_person().into()),
        Person::Disconnected { records } => Err(refuse_record(call.record, &records).into()),
        Person::Known { person, ended } => Ok((person, ended)),
    }
}

/// The person and the record for which an app calls; the authorization must stand.
async fn person_and_record(call: &Call<'_>) -> Result<(Uuid, KnownRecord), Failure> {
    let (person, ended) = person(call).await?;
    let found = person.records.into_iter().find(|r| Some(r.authorization.record_pseudonym) == call.record);
    match found {
        Some(record) => Ok((person.id, record)),
        None if call.record.is_none_or(|record| !ended.contains(&record)) => {
            Err(Fault::new(Code::InvalidRecord, "This app knows no such record of this person.").into())
        }
        None => Err(denied().into()),
    }
}

/// She has disconnected every record. A record that was never hers is unknown all the same.
fn refuse_record(record: Option<Uuid>, ended: &[Uuid]) -> Fault {
    match record {
        Some(record) if !ended.contains(&record) => {
            Fault::new(Code::InvalidRecord, "This app knows no such record of this person.")
        }
        _ => denied(),
    }
}

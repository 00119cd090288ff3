//! AssociateAlternateId, DisassociateAlternateId, GetAlternateIds, GetPersonAndRecordForAlternateId.

use uuid::Uuid;

use super::{denied, people::write_person, person_and_record};
use crate::{
    actions::{
        app::alternate_ids::{self, Associated, Dropped},
        app::people::{self, Person},
    },
    domain::labels::AlternateId,
    platform::{
        answer::{Answer, Xml},
        call::Call,
        fault::{Code, Failure, Fault},
    },
};

fn alternate_id(call: &Call<'_>) -> Result<AlternateId, Fault> {
    let mut children = call.info.children()?;
    let id = children
        .optional("alternate-id")
        .ok_or_else(|| Fault::new(Code::AlternateIdMissing, "No alternate ID was given."))?;
    children.end()?;
    AlternateId::parse(id.text()?).map_err(|problem| Fault::xml(problem.reason(AlternateId::WHAT)))
}

fn not_found() -> Fault {
    Fault::new(Code::AlternateIdNotFound, "The app has associated no such alternate ID.")
}

/// AssociateAlternateId.
pub(super) async fn associate(call: &Call<'_>) -> Result<Answer, Failure> {
    let (person, record) = ids(call).await?;
    let id = alternate_id(call)?;
    match alternate_ids::associate(call.context, &call.app, person, record, &id).await? {
        Associated::Done => Ok(Answer::done()),
        Associated::AlreadySo | Associated::Taken => {
            Err(Fault::new(Code::DuplicateAlternateId, "The app has associated this alternate ID already.")
                .into())
        }
        Associated::TooMany => {
            let what = "The record has as many alternate IDs as it may have.";
            Err(Fault::new(Code::AlternateIdsLimitExceeded, what).into())
        }
        Associated::NoActiveAuthorization => Err(denied().into()),
    }
}

/// DisassociateAlternateId, with a person and record, or without both.
pub(super) async fn disassociate(call: &Call<'_>) -> Result<Answer, Failure> {
    let of = match (call.person, call.record, call.user_token) {
        (None, None, false) => None,
        _ => Some(ids(call).await?),
    };
    let id = alternate_id(call)?;
    match alternate_ids::disassociate(call.context, &call.app, of, &id).await? {
        Dropped::Done => Ok(Answer::done()),
        Dropped::NotFound => Err(not_found().into()),
        Dropped::NoActiveAuthorization => Err(denied().into()),
    }
}

/// GetAlternateIds.
pub(super) async fn list(call: &Call<'_>) -> Result<Answer, Failure> {
    let (person, record) = ids(call).await?;
    let found = alternate_ids::list(call.context, &call.app, person, record).await?;
    let mut xml = Xml::default();
    xml.open("alternate-ids");
    for id in found.ok_or_else(denied)? {
        xml.element("alternate-id", &id);
    }
    xml.close("alternate-ids");
    Ok(Answer::with("GetAlternateIds", &xml))
}

/// GetPersonAndRecordForAlternateId. "Put only the one record that the id is associated with into it."
pub(super) async fn find(call: &Call<'_>) -> Result<Answer, Failure> {
    let id = alternate_id(call)?;
    let (person, record) = alternate_ids::find(call.context, &call.app, &id).await?.ok_or_else(not_found)?;
    let Person::Known { mut person, .. } = people::find(call.context, &call.app, person).await? else {
        return Err(not_found().into());
    };
    person.records.retain(|r| r.authorization.record_pseudonym == record);
    if person.records.is_empty() {
        return Err(not_found().into());
    }
    let mut xml = Xml::default();
    write_person(&mut xml, &person);
    Ok(Answer::with("GetPersonAndRecordForAlternateId", &xml))
}

async fn ids(call: &Call<'_>) -> Result<(Uuid, Uuid), Failure> {
    let (person, record) = person_and_record(call).await?;
    Ok((person, record.authorization.record_pseudonym))
}

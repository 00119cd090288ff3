//! GetPersonInfo, GetAuthorizedPeople, GetAuthorizedRecords, RemoveApplicationRecordAuthorization.

use super::{denied, person, person_and_record};
use crate::{
    actions::{
        app::check_authorization,
        app::people::{self, KnownPerson, KnownRecord},
    },
    platform::{
        answer::{Answer, Xml},
        call::Call,
        envelope::{guid, integer},
        fault::{Code, Failure, Fault},
        time,
    },
};

/// People on a page, when the app does not say how many, and at most.
const PAGE: u32 = 100;

/// An authorization of ours has no end of its own.
const NEVER: &str = "9999-12-31T23:59:59.999Z";

/// `person-info`: what clients need of it, and nothing that we do not know (culture, location).
pub(super) fn write_person(xml: &mut Xml, person: &KnownPerson) {
    xml.open("person-info").element("person-id", &person.id.to_string()).element("name", &person.name);
    if let Some(first) = person.records.first() {
        xml.element("selected-record-id", &first.authorization.record_pseudonym.to_string());
    }
    for record in &person.records {
        write_record(xml, record);
    }
    xml.close("person-info");
}

/// `record`. Its dates are the authorization's: when the record was made is no business of the app's, and two apps
/// could know a patient again by it.
fn write_record(xml: &mut Xml, record: &KnownRecord) {
    let a = &record.authorization;
    xml.element_with(
        "record",
        &[
            ("id", &a.record_pseudonym.to_string()),
            ("record-custodian", "true"),
            ("rel-type", "1"),
            ("rel-name", "Self"),
            ("auth-expires", NEVER),
            ("display-name", &record.name),
            ("state", "Active"),
            ("date-created", &time::write(a.since)),
            ("app-record-auth-action", "NoActionRequired"),
            ("app-specific-record-id", &a.app_specific_record_id),
            ("date-updated", &time::write(a.authorized_at)),
        ],
        &record.name,
    );
}

/// GetPersonInfo.
pub(super) async fn show(call: &Call<'_>) -> Result<Answer, Failure> {
    let (person, _) = person(call).await?;
    let mut xml = Xml::default();
    write_person(&mut xml, &person);
    Ok(Answer::with("GetPersonInfo", &xml))
}

/// GetAuthorizedPeople.
pub(super) async fn list(call: &Call<'_>) -> Result<Answer, Failure> {
    let mut children = call.info.children()?;
    let parameters = children.required("parameters")?;
    children.end()?;
    let mut children = parameters.children()?;
    let after = children.optional("person-id-cursor").map(guid).transpose()?.flatten();
    let since = match children.optional("authorizations-created-since") {
        None => None,
        Some(since) => {
            let bad = || Fault::new(Code::InvalidDatetime, "since is not a time.");
            Some(time::parse(since.token()?).ok_or_else(bad)?)
        }
    };
    let limit = match children.optional("num-results") {
        None => PAGE,
        Some(number) => match integer(number)? {
            None | Some(0) => return Err(Fault::xml("num-results is not positive.").into()),
            Some(number) => number.min(PAGE),
        },
    };
    children.end()?;
    let page = people::list(call.context, &call.app, after, since, limit).await?;
    let mut xml = Xml::default();
    xml.open("response-results");
    for person in &page.people {
        write_person(&mut xml, person);
    }
    xml.element("more-results", if page.more { "true" } else { "false" }).close("response-results");
    Ok(Answer::with("GetAuthorizedPeople", &xml))
}

/// GetAuthorizedRecords. Unknown ids, and those of records that were disconnected, are left out.
pub(super) async fn records(call: &Call<'_>) -> Result<Answer, Failure> {
    let (person, _) = person(call).await?;
    let ids = call.info.children()?.all("id")?;
    if ids.is_empty() {
        return Err(Fault::xml("<id> is missing or misplaced.").into());
    }
    let wanted = ids.into_iter().map(guid).collect::<Result<Vec<_>, _>>()?;
    let mut xml = Xml::default();
    for record in &person.records {
        if wanted.contains(&Some(record.authorization.record_pseudonym)) {
            write_record(&mut xml, record);
        }
    }
    Ok(Answer::with("GetAuthorizedRecords", &xml))
}

/// RemoveApplicationRecordAuthorization.
pub(super) async fn give_up(call: &Call<'_>) -> Result<Answer, Failure> {
    let (person, record) = person_and_record(call).await?;
    let record = record.authorization.record_pseudonym;
    if check_authorization::give_up(call.context, &call.app, person, record).await? {
        Ok(Answer::done())
    } else {
        Err(denied().into())
    }
}

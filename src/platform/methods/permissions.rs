//! QueryPermissions: what an app may do with each type of data.

use super::person_and_record;
use crate::{
    domain::application::Access,
    platform::{
        answer::{Answer, Xml},
        call::Call,
        envelope::guid,
        fault::{Failure, Fault},
    },
};

/// The classic service's ids of the types that clinics name most.
const TYPES: [(&str, &str); 16] = [
    ("Allergy", "52bf9104-2c5e-4f1f-a66d-552ebcc53df7"),
    ("Appointment", "4b18aeb6-5f01-444c-8c70-dbf13a2f510b"),
    ("Blood glucose", "879e7c04-4e8a-4707-9ad3-b054df467ce4"),
    ("Blood pressure", "ca3c57f4-f4c1-4e15-be67-0a3caf5414ed"),
    ("Care plan", "415c95e0-0533-4d9c-ac73-91dc5031186c"),
    ("Condition", "7ea7a1f9-880b-4bd4-b593-f5660f20eda8"),
    ("Continuity of Care Document", "9c48a2b8-952c-4f5a-935d-f3292326bf54"),
    ("Discharge summary", "02ef57a2-a620-425a-8e92-a301542cca54"),
    ("Encounter", "464083cc-13de-4f3e-a189-da8e47d5651b"),
    ("File", "bd0403c5-4ae2-4b0e-a8db-1888678e4528"),
    ("Height", "40750a6a-89b2-455c-bd8d-b420a4cb500b"),
    ("Immunization", "cd3587b5-b6e1-4565-ab3b-1c3ad45eb04f"),
    ("Lab test results", "5800eab5-a8c2-482a-a4d6-f1db25ae08c3"),
    ("Medication", "30cafccc-047d-4288-94ef-643571f7919d"),
    ("Procedure", "df4db479-a1ba-42a2-8714-2b083b88150f"),
    ("Weight", "3d34d87e-7fc1-4153-800f-f56592cb0d17"),
];

/// Whether a rule's type of data is the one of this id: it may be written as its name or as the id itself.
fn is_type(name: &str, id: &str) -> bool {
    let name = name.trim();
    name.eq_ignore_ascii_case(id)
        || TYPES.iter().any(|(known, of)| *of == id && name.eq_ignore_ascii_case(known))
}

/// QueryPermissions. "Types without access are left out."
pub(super) async fn query(call: &Call<'_>) -> Result<Answer, Failure> {
    let (_, record) = person_and_record(call).await?;
    let ids = call.info.children()?.all("thing-type-id")?;
    if ids.is_empty() {
        return Err(Fault::xml("<thing-type-id> is missing or misplaced.").into());
    }
    let mut xml = Xml::default();
    for id in ids.into_iter().map(guid).collect::<Result<Vec<_>, _>>()?.into_iter().flatten() {
        let id = id.to_string();
        let mut granted: Vec<Access> = record
            .authorization
            .rules
            .iter()
            .filter(|rule| rule.data_types.iter().any(|name| is_type(name, &id)))
            .flat_map(|rule| rule.access.iter().copied())
            .collect();
        granted.sort_unstable();
        granted.dedup();
        if granted.is_empty() {
            continue;
        }
        xml.open("thing-type-permission").element("thing-type-id", &id).open("offline-access-permissions");
        for permission in words(&granted) {
            xml.element("permission", &permission);
        }
        xml.close("offline-access-permissions").close("thing-type-permission");
    }
    xml.open("other-settings").close("other-settings");
    Ok(Answer::with("QueryPermissions", &xml))
}

/// `Create`, `Read`, `Update`, `Delete`; `All` stands for all of them.
fn words(granted: &[Access]) -> Vec<String> {
    if granted.len() == Access::ALL.len() {
        return vec!["All".to_owned()];
    }
    let capitalised = |access: &Access| {
        let (first, rest) = access.as_str().split_at(1);
        first.to_ascii_uppercase() + rest
    };
    granted.iter().map(capitalised).collect()
}

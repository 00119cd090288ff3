//! QueryPermissions: what an app may do with each type of data.

use super::person_and_record;
use crate::{
    domain::{application::Access, data_type::CLASSIC_IDS},
    platform::{
        answer::{Answer, Xml},
        call::Call,
        envelope::guid,
        fault::{Failure, Fault},
    },
};

/// Whether a rule's type of data is the one of this id: it may be written as its name or as the id itself.
fn is_type(name: &str, id: &str) -> bool {
    let name = name.trim();
    name.eq_ignore_ascii_case(id)
        || CLASSIC_IDS.iter().any(|(known, of)| *of == id && name.eq_ignore_ascii_case(known))
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

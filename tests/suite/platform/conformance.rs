//! Whole stories in every dialect: a clinic signs in, invites, learns of the patient, keeps its own key for her, and
//! lets go.

use super::client::{Client, Dialect, For, NOBODY, client, dialects};
use crate::support::{Letter, TestPortal, databases, spawn};

const ENCOUNTER: &str = "464083cc-13de-4f3e-a189-da8e47d5651b";

#[actix_web::test]
async fn every_dialect_goes_the_whole_way() {
    for database in databases() {
        let portal = spawn(database).await;
        for dialect in dialects() {
            eprintln!("{database:?}: {}", dialect.name);
            story(&portal, dialect).await;
        }
    }
}

async fn story(portal: &TestPortal, dialect: Dialect) {
    let mut clinic = client(portal, dialect).await;
    clinic.sign_in().await;
    let before = portal.now();
    let external_id = format!("Zoë & <{}> \"1\"", dialect.name);
    let escaped = |text: &str| {
        text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
    };
    let code = clinic.create("gray", &external_id).await;

    let since = format!(
        "<authorized-connect-requests-since>{}</authorized-connect-requests-since>",
        (super::client::NET.time)(before)
    );
    let list = "GetAuthorizedConnectRequests";
    assert!(clinic.call(list, &since, NOBODY).await.ok().of(list).all("external-id").is_empty());

    let letter = Letter {
        external_id: external_id.clone(),
        link: format!("{}/redirect.aspx?target=CONNECT&targetqs=packageid%3d{code}", portal.base),
        code,
        answer: "GRAY".to_owned(),
    };
    let mut patient = portal.browser();
    patient.open(&letter.link).await;
    assert!(patient.html.contains("Fav colör?"));
    patient.connect(&letter, "Emma & Zoë").await;

    let found = clinic.call(list, &since, NOBODY).await.ok().of(list);
    assert_eq!(found.one("external-id"), escaped(&external_id));
    assert_eq!(found.one("app-id"), clinic.app);
    assert_eq!(found.attributes("app-specific-record-id").len(), 1);
    let again = clinic.call(list, "", NOBODY).await.ok();
    assert!(again.all("external-id").contains(&escaped(&external_id)), "reading does not consume");

    let (person, record) = (found.one("person-id"), found.one("record-id"));
    let who = For { person: Some(&person), record: Some(&record) };
    keeps_a_key(&clinic, who, &(dialect.text)(&format!("mrn é <{}>", dialect.name)), &escaped).await;
    knows_the_person(&clinic, who, dialect).await;

    let removed = clinic.call("RemoveApplicationRecordAuthorization", "", who).await.ok();
    assert!(!removed.body.contains("wc:info"), "there is nothing to tell");
    clinic.call("RemoveApplicationRecordAuthorization", "", who).await.is(11);
    clinic.call("GetAlternateIds", "", who).await.is(11);
    clinic.call("GetPersonInfo", "", For { record: None, ..who }).await.is(11);
    assert!(clinic.call(list, &since, NOBODY).await.ok().all("external-id").is_empty());
}

async fn keeps_a_key(clinic: &Client, who: For<'_>, written: &str, escaped: &impl Fn(&str) -> String) {
    let id = format!("<alternate-id>{written}</alternate-id>");
    let plain = escaped(&format!("mrn é <{}>", clinic.dialect.name));
    let empty = clinic.call("GetAlternateIds", "", who).await.ok().of("GetAlternateIds");
    assert!(empty.body.contains("<alternate-ids></alternate-ids>"));
    // One library spells it so.
    let done = clinic.call("AssociateAltnernateId", &id, who).await.ok();
    assert!(!done.body.contains("wc:info"));
    clinic.call("AssociateAlternateId", &id, who).await.is(139);
    assert_eq!(clinic.call("GetAlternateIds", "", who).await.ok().one("alternate-id"), plain);
    let found = clinic.call("GetPersonAndRecordForAlternateId", &id, NOBODY).await.ok();
    let found = found.of("GetPersonAndRecordForAlternateId");
    assert_eq!(Some(found.one("person-id").as_str()), who.person);
    assert_eq!(found.attributes("id").first().map(String::as_str), who.record);
    assert_eq!(found.all("record").len(), 1);
    clinic.call("DisassociateAlternateId", &id, NOBODY).await.ok();
    clinic.call("DisassociateAlternateId", &id, NOBODY).await.is(140);
    clinic.call("AssociateAlternateId", &id, who).await.ok();
    clinic.call("DisassociateAlternateId", &id, who).await.ok();
    clinic.call("DisassociateAlternateId", &id, who).await.is(140);
    clinic.call("GetPersonAndRecordForAlternateId", &id, NOBODY).await.is(140);
}

async fn knows_the_person(clinic: &Client, who: For<'_>, dialect: Dialect) {
    let (person, record) = (who.person.unwrap(), who.record.unwrap());
    let info = clinic.call("GetPersonInfo", "", For { record: None, ..who }).await.ok().of("GetPersonInfo");
    assert_eq!(info.one("person-id"), person);
    assert_eq!(info.one("name"), "Pat Example");
    assert_eq!(info.one("selected-record-id"), record);
    assert_eq!(info.one("record"), "Emma &amp; Zoë");
    assert_eq!(info.attributes("rel-type"), ["1"]);
    assert!(!info.body.contains("<connection"));

    let people = "<parameters />".to_owned();
    let people = clinic.call("GetAuthorizedPeople", &people, NOBODY).await.ok().of("GetAuthorizedPeople");
    assert!(people.all("person-id").contains(&person.to_owned()), "{}", dialect.name);
    assert!(
        people.body.ends_with("<more-results>false</more-results></response-results></wc:info></response>")
    );

    let ids = format!("<id>{}</id><id>11111111-2222-3333-4444-555555555555</id>", record.to_uppercase());
    let records = clinic.call("GetAuthorizedRecords", &ids, who).await.ok().of("GetAuthorizedRecords");
    assert_eq!(records.attributes("id"), [record]);

    let asked = format!(
        "<thing-type-id>{ENCOUNTER}</thing-type-id><thing-type-id>11111111-2222-3333-4444-555555555555</thing-type-id>"
    );
    let granted = clinic.call("QueryPermissions", &asked, who).await.ok().of("QueryPermissions");
    assert_eq!(granted.one("thing-type-id"), ENCOUNTER);
    assert_eq!(granted.all("permission"), ["Create", "Read"]);
}

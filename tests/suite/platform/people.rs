//! People, records and alternate ids, beyond what every dialect's story goes through; and polling by one's own clock.

use std::collections::HashSet;

use patient_connect::{
    hashing::StoredHash,
    keys::Purpose,
    store::{authorizations, connect_requests, events},
};

use super::client::{Client, For, NET, NOBODY, client};
use crate::support::{Browser, Database, Letter, TestPortal, databases, spawn};

const LIST: &str = "GetAuthorizedConnectRequests";
const NONE: &str = "11111111-2222-3333-4444-555555555555";

async fn connect(portal: &TestPortal, clinic: &Client, external_id: &str, record: &str) -> Browser {
    let code = clinic.create("gray", external_id).await;
    let letter = Letter {
        external_id: external_id.to_owned(),
        link: format!("/connect?packageid={code}"),
        code,
        answer: "gray".to_owned(),
    };
    let mut patient = portal.browser();
    patient.connect(&letter, record).await;
    patient
}

fn since(at: chrono::DateTime<chrono::Utc>) -> String {
    let at = at.format("%Y-%m-%dT%H:%M:%S%.6fZ");
    format!("<authorized-connect-requests-since>{at}</authorized-connect-requests-since>")
}

#[actix_web::test]
async fn who_is_unknown_who_left_and_what_is_missing_have_codes_of_their_own() {
    let portal = spawn(Database::Sqlite).await;
    let mut clinic = client(&portal, NET).await;
    let session = clinic.sign_in().await;
    connect(&portal, &clinic, "p-1", "Emma").await;
    connect(&portal, &clinic, "p-2", "Noah").await;
    let found = clinic.call(LIST, "", NOBODY).await.ok();
    let (people, records) = (found.all("person-id"), found.all("record-id"));
    let (person, record) = (people[0].as_str(), records[0].as_str());
    let zero = "00000000-0000-0000-0000-000000000000";
    for (who, code) in [
        (NOBODY, 9),
        (For { person: Some(zero), record: Some(record) }, 9),
        (For { person: Some(NONE), record: Some(record) }, 9),
        // The ids that are right, each in the other's place.
        (For { person: Some(record), record: Some(person) }, 9),
        (For { person: Some(person), record: None }, 10),
        (For { person: Some(person), record: Some(zero) }, 10),
        (For { person: Some(person), record: Some(NONE) }, 10),
        // Another person's record.
        (For { person: Some(person), record: Some(&records[1]) }, 10),
        (For { person: Some(&person.to_uppercase()), record: Some(&record.to_uppercase()) }, 0),
    ] {
        let reply = clinic.call("GetAlternateIds", "", who).await;
        assert_eq!(reply.code, code, "{who:?}: {reply:?}");
    }
    // A signed-in user's token is none of ours.
    let context = clinic.context("GetPersonInfo", 1, "<info />", NOBODY);
    let header = context.header.replace("</auth-token>", "</auth-token><user-auth-token>x</user-auth-token>");
    clinic.send(&clinic.join(&clinic.sign(header, &context.info, session))).await.is(7);

    let who = For { person: Some(person), record: Some(record) };
    clinic.call("GetAuthorizedRecords", "", who).await.is(3);
    clinic.call("GetAuthorizedRecords", "<id>x</id>", who).await.is(3);
    clinic.call("QueryPermissions", "", who).await.is(3);
    clinic.call("RemoveApplicationRecordAuthorization", "", who).await.ok();
    for (method, content) in [
        ("GetAlternateIds", ""),
        ("AssociateAlternateId", "<alternate-id>a</alternate-id>"),
        ("DisassociateAlternateId", "<alternate-id>a</alternate-id>"),
        ("GetPersonInfo", ""),
        ("RemoveApplicationRecordAuthorization", ""),
    ] {
        clinic.call(method, content, who).await.is(11);
    }
    clinic.call("GetAlternateIds", "", For { record: Some(NONE), ..who }).await.is(10);
    // The other person is not touched.
    let other = For { person: Some(&people[1]), record: Some(&records[1]) };
    clinic.call("GetAlternateIds", "", other).await.ok();
}

impl std::fmt::Debug for For<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:?} {:?}", self.person, self.record)
    }
}

#[actix_web::test]
async fn every_mistake_with_an_alternate_id_has_its_code() {
    for database in databases() {
        let portal = spawn(database).await;
        let mut clinic = client(&portal, NET).await;
        clinic.sign_in().await;
        connect(&portal, &clinic, "p-1", "Emma").await;
        connect(&portal, &clinic, "p-2", "Noah").await;
        let found = clinic.call(LIST, "", NOBODY).await.ok();
        let (people, records) = (found.all("person-id"), found.all("record-id"));
        let emma = For { person: Some(&people[0]), record: Some(&records[0]) };
        let noah = For { person: Some(&people[1]), record: Some(&records[1]) };
        let associate = async |id: &str, who: For<'_>| {
            clinic.call("AssociateAlternateId", &format!("<alternate-id>{id}</alternate-id>"), who).await.code
        };
        assert_eq!(associate("mrn-7", emma).await, 0);
        assert_eq!(associate("mrn-7", noah).await, 139, "with whomever");
        assert_eq!(associate("MRN-7", noah).await, 0, "case-sensitive");
        assert_eq!(associate(" mrn-7", noah).await, 0, "nothing is trimmed");
        assert_eq!(associate(&"é".repeat(255), noah).await, 0, "characters, not bytes");
        assert_eq!(associate(&"é".repeat(256), noah).await, 3);
        assert_eq!(associate("", noah).await, 3);
        assert_eq!(associate(" \n", noah).await, 3);
        for method in ["AssociateAlternateId", "DisassociateAlternateId", "GetPersonAndRecordForAlternateId"]
        {
            clinic.call(method, "", noah).await.is(142);
        }
        clinic.call("DisassociateAlternateId", "<alternate-id>mrn-7</alternate-id>", noah).await.is(140);
        let person = clinic
            .call("GetPersonAndRecordForAlternateId", "<alternate-id>mrn-7</alternate-id>", NOBODY)
            .await
            .ok();
        assert_eq!(
            (person.one("person-id"), person.attributes("id")),
            (people[0].clone(), vec![records[0].clone()])
        );
        for n in 1..100 {
            assert_eq!(associate(&format!("key {n}"), emma).await, 0);
        }
        assert_eq!(associate("one more", emma).await, 141);
        assert_eq!(clinic.call("GetAlternateIds", "", emma).await.ok().all("alternate-id").len(), 100);
    }
}

#[actix_web::test]
async fn a_person_with_two_records_is_one_person_and_each_key_names_one_of_them() {
    let portal = spawn(Database::Sqlite).await;
    let mut clinic = client(&portal, NET).await;
    clinic.sign_in().await;
    let mut patient = connect(&portal, &clinic, "p-1", "Emma").await;
    let code = clinic.create("gray", "p-2").await;
    patient.open(&format!("/connect?packageid={code}")).await;
    patient.submit("/connect/question?journey=2", &[("answer", "gray")]).await;
    patient.submit("/connect/record?journey=2", &[("record", "new"), ("new_record_name", "Noah")]).await;
    patient.submit("/connect/authorize?journey=2", &[("decision", "allow")]).await;
    patient.is("success", 200);
    let found = clinic.call(LIST, "", NOBODY).await.ok();
    let (people, records) = (found.all("person-id"), found.all("record-id"));
    assert_eq!(people[0], people[1]);
    let person = For { person: Some(&people[0]), record: None };
    let info = clinic.call("GetPersonInfo", "", person).await.ok();
    assert_eq!(info.attributes("id"), records);
    assert_eq!(info.all("record"), ["Emma", "Noah"]);
    assert_eq!(info.one("selected-record-id"), records[0]);
    for (record, key) in records.iter().zip(["a", "b"]) {
        let id = format!("<alternate-id>{key}</alternate-id>");
        clinic.call("AssociateAlternateId", &id, For { record: Some(record), ..person }).await.ok();
        let found = clinic.call("GetPersonAndRecordForAlternateId", &id, NOBODY).await.ok();
        assert_eq!(found.attributes("id"), std::slice::from_ref(record), "exactly one record");
    }
    let ids = format!("<id>{}</id>", records[1]);
    assert_eq!(clinic.call("GetAuthorizedRecords", &ids, person).await.ok().all("record"), ["Noah"]);
    clinic
        .call("RemoveApplicationRecordAuthorization", "", For { record: Some(&records[0]), ..person })
        .await
        .ok();
    assert_eq!(clinic.call("GetPersonInfo", "", person).await.ok().all("record"), ["Noah"]);
}

#[actix_web::test]
async fn people_come_in_pages_each_once() {
    for database in databases() {
        let portal = spawn(database).await;
        let mut clinic = client(&portal, NET).await;
        clinic.sign_in().await;
        for n in 0..5 {
            connect(&portal, &clinic, &format!("p-{n}"), "Emma").await;
        }
        let list = async |parameters: &str| {
            let content = format!("<parameters>{parameters}</parameters>");
            clinic.call("GetAuthorizedPeople", &content, NOBODY).await
        };
        let mut seen = HashSet::new();
        let mut cursor = String::new();
        for (page, more) in [(2, "true"), (2, "true"), (1, "false")] {
            let reply =
                list(&format!("{cursor}<num-results>2</num-results>")).await.ok().of("GetAuthorizedPeople");
            let people = reply.all("person-id");
            assert_eq!((people.len(), reply.one("more-results").as_str()), (page, more));
            cursor = format!("<person-id-cursor>{}</person-id-cursor>", people.last().unwrap());
            seen.extend(people);
        }
        assert_eq!(seen.len(), 5);
        let end = list(&cursor).await.ok();
        assert_eq!((end.all("person-id").len(), end.one("more-results").as_str()), (0, "false"));
        for (parameters, code) in [
            ("<num-results>0</num-results>", 3),
            ("<num-results>-1</num-results>", 3),
            ("<num-results>x</num-results>", 3),
            ("<num-results>99999999999</num-results>", 0),
            ("<person-id-cursor>x</person-id-cursor>", 3),
            ("<authorizations-created-since>x</authorizations-created-since>", 69),
            (
                "<num-results>1</num-results><person-id-cursor>11111111-2222-3333-4444-555555555555</person-id-cursor>",
                3,
            ),
        ] {
            assert_eq!(list(parameters).await.code, code, "{parameters}");
        }
        clinic.call("GetAuthorizedPeople", "", NOBODY).await.is(3);

        portal.clock.advance(std::time::Duration::from_secs(60));
        let at = portal.now().format("%Y-%m-%dT%H:%M:%SZ");
        let since = format!("<authorizations-created-since>{at}</authorizations-created-since>");
        assert!(list(&since).await.ok().all("person-id").is_empty());
        connect(&portal, &clinic, "p-9", "Noah").await;
        assert_eq!(list(&since).await.ok().all("record"), ["Noah"]);
    }
}

#[actix_web::test]
async fn an_app_that_polls_by_its_own_clock_misses_nobody_while_patients_authorize() {
    for database in databases() {
        let portal = spawn(database).await;
        let mut clinic = client(&portal, NET).await;
        clinic.sign_in().await;
        let mut from = portal.now();
        let mut expected = HashSet::new();
        let mut patients = Vec::new();
        for n in 0..12 {
            let external_id = format!("p-{n}");
            let code = clinic.create("gray", &external_id).await;
            expected.insert(external_id.clone());
            let letter = Letter {
                external_id,
                link: format!("/connect?packageid={code}"),
                code,
                answer: "gray".to_owned(),
            };
            let mut patient = portal.browser();
            patients.push(tokio::spawn(async move { patient.connect(&letter, "Emma").await }));
        }
        let mut seen = HashSet::new();
        loop {
            let done = patients.iter().all(tokio::task::JoinHandle::is_finished);
            let list = clinic.call(LIST, &since(from), NOBODY).await.ok();
            // The latest time that an app could take: when it has the answer.
            from = portal.now();
            seen.extend(list.all("external-id"));
            if done {
                break;
            }
        }
        for patient in patients {
            patient.await.unwrap();
        }
        assert_eq!(seen, expected);
    }
}

#[actix_web::test]
async fn whatever_comes_after_an_answer_has_a_later_time_also_from_a_node_whose_clock_is_slow() {
    for database in databases() {
        let portal = spawn(database).await;
        let mut clinic = client(&portal, NET).await;
        clinic.sign_in().await;
        for (method, content) in [(LIST, ""), ("GetAuthorizedPeople", "<parameters />")] {
            clinic.call(method, content, NOBODY).await.ok();
            let answered = portal.now();
            let slow = answered - chrono::TimeDelta::seconds(30);
            let mut tx = portal.installation.context.db.write().await.unwrap();
            let place = events::take_position(&mut tx, portal.app.id, slow).await.unwrap();
            assert!(place.at > answered, "{method}");
        }
    }
}

#[actix_web::test]
async fn the_list_begins_at_since_inclusively() {
    let portal = spawn(Database::Sqlite).await;
    let mut clinic = client(&portal, NET).await;
    clinic.sign_in().await;
    connect(&portal, &clinic, "p-1", "Emma").await;
    let at = portal.clinic().authorized(None).await["items"][0]["authorized_at"].as_str().unwrap().to_owned();
    let at = chrono::DateTime::parse_from_rfc3339(&at).unwrap().to_utc();
    let second = chrono::TimeDelta::microseconds(1);
    assert_eq!(clinic.call(LIST, &since(at), NOBODY).await.ok().all("external-id").len(), 1);
    assert_eq!(clinic.call(LIST, &since(at - second), NOBODY).await.ok().all("external-id").len(), 1);
    assert_eq!(clinic.call(LIST, &since(at + second), NOBODY).await.ok().all("external-id").len(), 0);
    // 90 days after the last pickup it is gone.
    portal.advance_days(91);
    clinic.sign_in().await;
    assert!(clinic.call(LIST, "", NOBODY).await.ok().all("external-id").is_empty());
}

#[actix_web::test]
async fn a_list_that_is_read_in_several_pages_holds_everything_once_and_in_order() {
    for database in databases() {
        let portal = spawn(database).await;
        let mut clinic = client(&portal, NET).await;
        clinic.sign_in().await;
        connect(&portal, &clinic, "p-0", "Emma").await;
        let found = clinic.call(LIST, "", NOBODY).await.ok();
        let id = |name: &str| found.one(name).parse().unwrap();
        let context = &portal.installation.context;
        let mut tx = context.db.write().await.unwrap();
        let authorization =
            authorizations::find_by_pseudonyms(&mut tx, portal.app.id, id("person-id"), id("record-id"))
                .await
                .unwrap()
                .unwrap();
        let request = connect_requests::find_by_external_id(&mut tx, portal.app.id, "p-0")
            .await
            .unwrap()
            .unwrap()
            .value;
        for n in 1..=1_100u32 {
            let mut request = request.clone();
            request.id = context.new_id(context.now());
            request.external_id = format!("p-{n}");
            let hash = StoredHash::from_stored(String::new());
            let code = context.keys.hashes(Purpose::IdentityCode, &[&n.to_le_bytes()]);
            assert!(connect_requests::insert(&mut tx, &request, &code, &hash).await.unwrap());
            let place = events::take_position(&mut tx, portal.app.id, context.now()).await.unwrap();
            authorizations::save_pickup(&mut tx, request.id, authorization.value.id, portal.app.id, place)
                .await
                .unwrap();
        }
        tx.commit().await.unwrap();
        let all = clinic.call(LIST, "", NOBODY).await.ok().all("external-id");
        assert_eq!(all, (0..=1_100).map(|n| format!("p-{n}")).collect::<Vec<_>>());
    }
}

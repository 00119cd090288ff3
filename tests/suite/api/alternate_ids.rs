//! "The app's own key stored with us for a person and record."

use patient_connect::{
    actions::app::alternate_ids::{self, Associated, Dropped},
    domain::labels::AlternateId,
};
use serde_json::json;
use uuid::Uuid;

use super::{call, connected};
use crate::support::{Database, databases, spawn};

fn ids(path: &str) -> (Uuid, Uuid) {
    let context: Vec<&str> = path.split('/').collect();
    (context[2].parse().unwrap(), context[4].parse().unwrap())
}

#[actix_web::test]
async fn an_alternate_id_is_kept_found_listed_and_dropped_whatever_letters_it_has() {
    let portal = spawn(Database::Sqlite).await;
    let clinic = portal.clinic();
    let (_, _, of) = connected(&portal, &clinic).await;
    let (person, record) = ids(&of);
    for (sent, meant) in [
        ("mrn-7", "mrn-7"),
        ("a%2Fb", "a/b"),
        ("a%252Fb", "a%2Fb"),
        ("100%25", "100%"),
        ("..", ".."),
        ("%2E", "."),
        ("%20x%20", " x "),
        ("x+y", "x+y"),
        ("%3Fa%3Db%23c", "?a=b#c"),
        ("a%0Ab", "a\nb"),
        ("%F0%9F%A9%BA", "🩺"),
        ("%C3%A9", "é"),
        ("e%CC%81", "e\u{301}"),
        ("MRN-7", "MRN-7"),
    ] {
        let path = format!("{of}/alternate-ids/{sent}");
        assert_eq!(call(&portal, "PUT", &path, b"").await.status, 204, "{sent}");
        assert_eq!(call(&portal, "PUT", &path, b"").await.status, 204, "again changes nothing: {sent}");
        let found = call(&portal, "GET", &format!("/alternate-ids/{sent}"), b"").await;
        assert_eq!(found.json(), json!({ "person_id": person, "record_id": record }), "{sent}");
        let listed = clinic.get(&format!("{of}/alternate-ids")).await;
        let last = listed["items"].as_array().unwrap().last().unwrap().clone();
        assert_eq!(last, meant, "oldest first, exactly as it was meant");
    }
    let listed = clinic.get(&format!("{of}/alternate-ids")).await;
    assert_eq!(listed["items"].as_array().unwrap().len(), 14, "none was taken for another");

    let one = format!("{of}/alternate-ids/a%2Fb");
    assert_eq!(call(&portal, "DELETE", &one, b"").await.status, 204);
    assert_eq!(call(&portal, "DELETE", &one, b"").await.code(), (404, "not_found".to_owned()));
    assert_eq!(call(&portal, "GET", "/alternate-ids/a%2Fb", b"").await.code().0, 404);
    assert_eq!(call(&portal, "GET", "/alternate-ids/a%252Fb", b"").await.status, 200);
}

#[actix_web::test]
async fn what_cannot_be_an_alternate_id_is_refused() {
    let portal = spawn(Database::Sqlite).await;
    let clinic = portal.clinic();
    let (_, _, of) = connected(&portal, &clinic).await;
    let long = "a".repeat(256);
    for (sent, expected) in [
        ("%20%09", (422, "invalid_alternate_id")),
        ("%E3%80%80", (422, "invalid_alternate_id")),
        (long.as_str(), (422, "invalid_alternate_id")),
        ("a%00b", (422, "invalid_alternate_id")),
        ("%FF", (400, "malformed")),
        ("%", (400, "malformed")),
        ("%2", (400, "malformed")),
        ("a?b=c", (400, "malformed")),
        ("a/b", (404, "not_found")),
        ("a/", (404, "not_found")),
    ] {
        let expected = (expected.0, expected.1.to_owned());
        let path = format!("{of}/alternate-ids/{sent}");
        assert_eq!(call(&portal, "PUT", &path, b"").await.code(), expected, "{sent}");
        let path = format!("/alternate-ids/{sent}");
        assert_eq!(call(&portal, "GET", &path, b"").await.code(), expected, "{sent}");
    }
    for path in ["/persons/x/records/y/alternate-ids", "/persons/x/records/y/alternate-ids/a"] {
        let method = if path.ends_with("/a") { "PUT" } else { "GET" };
        assert_eq!(call(&portal, method, path, b"").await.code(), (404, "not_found".to_owned()));
    }
    let listed = clinic.get(&format!("{of}/alternate-ids")).await;
    assert_eq!(listed, json!({ "items": [] }));
}

#[actix_web::test]
async fn an_alternate_id_belongs_to_one_person_and_record_of_one_app() {
    for database in databases() {
        let portal = spawn(database).await;
        let clinic = portal.clinic();
        let (_, _, emma) = connected(&portal, &clinic).await;
        let (_, _, noah) = connected(&portal, &clinic).await;
        assert_eq!(clinic.call("PUT", &format!("{emma}/alternate-ids/mrn-7"), None).await.0, 204);
        let (status, body) = clinic.call("PUT", &format!("{noah}/alternate-ids/mrn-7"), None).await;
        assert_eq!((status, body["code"].as_str()), (409, Some("duplicate_alternate_id")));
        let (status, _) = clinic.call("DELETE", &format!("{noah}/alternate-ids/mrn-7"), None).await;
        assert_eq!(status, 404, "only those of the person and record named are dropped");
        assert_eq!(clinic.get("/alternate-ids/mrn-7").await["person_id"], ids(&emma).0.to_string());

        let other = portal.another_app(|_| {}).await;
        for (method, path) in [
            ("GET", "/alternate-ids/mrn-7".to_owned()),
            ("GET", format!("{emma}/alternate-ids")),
            ("PUT", format!("{emma}/alternate-ids/mrn-8")),
            ("DELETE", format!("{emma}/alternate-ids/mrn-7")),
        ] {
            assert_eq!(other.call(method, &path, None).await.0, 404, "{method} {path}");
        }
        let (_, _, theirs) = connected(&portal, &other).await;
        let (status, _) = other.call("PUT", &format!("{theirs}/alternate-ids/mrn-7"), None).await;
        assert_eq!(status, 204, "two apps may use the same key");
        assert_eq!(clinic.get("/alternate-ids/mrn-7").await["person_id"], ids(&emma).0.to_string());
    }
}

#[actix_web::test]
async fn disconnecting_puts_them_out_of_reach_and_authorizing_again_brings_them_back() {
    for database in databases() {
        let portal = spawn(database).await;
        let clinic = portal.clinic();
        let (mut patient, letter, emma) = connected(&portal, &clinic).await;
        let (_, _, noah) = connected(&portal, &clinic).await;
        let path = format!("{emma}/alternate-ids/mrn-7");
        assert_eq!(clinic.call("PUT", &path, None).await.0, 204);

        patient.disconnect().await;
        for (method, path) in [
            ("GET", "/alternate-ids/mrn-7".to_owned()),
            ("GET", format!("{emma}/alternate-ids")),
            ("PUT", path.clone()),
            ("DELETE", path.clone()),
        ] {
            assert_eq!(clinic.call(method, &path, None).await.0, 404, "{method} {path}");
        }
        let (status, body) = clinic.call("PUT", &format!("{noah}/alternate-ids/mrn-7"), None).await;
        assert_eq!((status, body["code"].as_str()), (409, Some("duplicate_alternate_id")));

        patient.open(&letter.link).await;
        patient.submit("/connect/question?journey=2", &[("answer", "violet harbour")]).await;
        let record = patient.record_id("Emma");
        patient.submit("/connect/record?journey=2", &[("record", &record)]).await;
        patient.submit("/connect/authorize?journey=2", &[("decision", "allow")]).await;
        patient.is("success", 200);
        assert_eq!(clinic.get(&format!("{emma}/alternate-ids")).await, json!({ "items": ["mrn-7"] }));
        assert_eq!(clinic.get("/alternate-ids/mrn-7").await["person_id"], ids(&emma).0.to_string());
    }
}

#[actix_web::test]
async fn a_key_of_a_patient_who_left_can_still_be_freed_by_the_app() {
    let portal = spawn(Database::Sqlite).await;
    let clinic = portal.clinic();
    let context = &portal.installation.context;
    let (mut patient, _, emma) = connected(&portal, &clinic).await;
    let (_, _, noah) = connected(&portal, &clinic).await;
    assert_eq!(clinic.call("PUT", &format!("{emma}/alternate-ids/mrn-7"), None).await.0, 204);
    patient.disconnect().await;
    let id = AlternateId::parse("mrn-7").unwrap();
    let of = Some(ids(&emma));
    let dropped = alternate_ids::disassociate(context, &portal.connect_app(), of, &id).await.unwrap();
    assert_eq!(dropped, Dropped::NoActiveAuthorization);
    let dropped = alternate_ids::disassociate(context, &portal.connect_app(), None, &id).await.unwrap();
    assert_eq!(dropped, Dropped::Done);
    let dropped = alternate_ids::disassociate(context, &portal.connect_app(), None, &id).await.unwrap();
    assert_eq!(dropped, Dropped::NotFound);
    assert_eq!(clinic.call("PUT", &format!("{noah}/alternate-ids/mrn-7"), None).await.0, 204);
}

#[actix_web::test]
async fn a_person_and_record_have_a_hundred_at_most_however_many_ask_at_once() {
    for database in databases() {
        let portal = spawn(database).await;
        let clinic = portal.clinic();
        let (_, _, of) = connected(&portal, &clinic).await;
        let (person, record) = ids(&of);
        let tasks: Vec<_> = (0..130)
            .map(|n| {
                let (portal, app) = (portal.installation.clone(), portal.connect_app());
                // Some ask for the same ones.
                let id = AlternateId::parse(&format!("mrn-{}", n % 115)).unwrap();
                actix_web::rt::spawn(async move {
                    alternate_ids::associate(&portal.context, &app, person, record, &id).await.unwrap()
                })
            })
            .collect();
        let (mut done, mut already, mut too_many) = (0, 0, 0);
        for task in tasks {
            match task.await.unwrap() {
                Associated::Done => done += 1,
                Associated::AlreadySo => already += 1,
                Associated::TooMany => too_many += 1,
                other => panic!("{other:?}"),
            }
        }
        assert_eq!((done, already + too_many), (100, 30));
        let listed = clinic.get(&format!("{of}/alternate-ids")).await;
        assert_eq!(listed["items"].as_array().unwrap().len(), 100);
        let (status, body) = clinic.call("PUT", &format!("{of}/alternate-ids/one-more"), None).await;
        assert_eq!((status, body["code"].as_str()), (422, Some("too_many_alternate_ids")));
        let kept = listed["items"][0].as_str().unwrap();
        assert_eq!(clinic.call("PUT", &format!("{of}/alternate-ids/{kept}"), None).await.0, 204);
        assert_eq!(clinic.call("DELETE", &format!("{of}/alternate-ids/{kept}"), None).await.0, 204);
        assert_eq!(clinic.call("PUT", &format!("{of}/alternate-ids/one-more"), None).await.0, 204);
    }
}

#[actix_web::test]
async fn two_at_the_same_moment_give_an_id_to_one_of_them() {
    for database in databases() {
        let portal = spawn(database).await;
        let clinic = portal.clinic();
        let (_, _, emma) = connected(&portal, &clinic).await;
        let (_, _, noah) = connected(&portal, &clinic).await;
        for round in 0..5 {
            let id = AlternateId::parse(&format!("mrn-{round}")).unwrap();
            let (context, app) = (&portal.installation.context, &portal.connect_app());
            let (one, two) = (ids(&emma), ids(&noah));
            let (one, two) = tokio::join!(
                alternate_ids::associate(context, app, one.0, one.1, &id),
                alternate_ids::associate(context, app, two.0, two.1, &id),
            );
            let both = [one.unwrap(), two.unwrap()];
            assert!(both.contains(&Associated::Done) && both.contains(&Associated::Taken), "{both:?}");
        }
    }
}

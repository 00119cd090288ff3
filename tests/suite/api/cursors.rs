//! Cursors: one form for all lists, which tells nothing and is good for one app in one list.

use data_encoding::BASE64URL_NOPAD;
use patient_connect::{keys::Purpose, store::connect_requests};
use serde_json::{Value, json};

use super::{call, connected};
use crate::support::{Database, TestPortal, databases, spawn};

const LISTS: [&str; 4] = ["/connect-requests", "/authorized-connect-requests", "/events", "/deliveries"];

/// An app that has two of everything, and its first cursor of each list.
async fn cursors(portal: &TestPortal) -> Vec<String> {
    let clinic = portal.clinic();
    for name in ["p-1", "p-2"] {
        let new = json!({
            "external_id": name, "friendly_name": "Emma", "question": "Which word?", "answer": "violet harbour",
            "callback_url": "https://clinic.example/hook",
        });
        let made = call(portal, "POST", "/connect-requests", new.to_string().as_bytes()).await;
        let mut guesser = portal.browser();
        guesser.open(made.json()["link"].as_str().unwrap()).await;
        guesser.answer("golden meadow").await;
        connected(portal, &clinic).await;
    }
    let mut cursors = Vec::new();
    for list in LISTS {
        let page = clinic.get(&format!("{list}?limit=1")).await;
        cursors.push(page["next_cursor"].as_str().unwrap().to_owned());
    }
    cursors
}

#[actix_web::test]
async fn a_cursor_is_good_for_its_own_list_of_its_own_app_only() {
    for database in databases() {
        let portal = spawn(database).await;
        let clinic = portal.clinic();
        let other = portal.another_app(|_| {}).await;
        let cursors = cursors(&portal).await;
        for (list, cursor) in LISTS.iter().zip(&cursors) {
            for at in LISTS {
                let (status, body) = clinic.call("GET", &format!("{at}?limit=1&cursor={cursor}"), None).await;
                match at == *list {
                    true => assert_eq!((status, body["items"].as_array().unwrap().len()), (200, 1), "{at}"),
                    false => assert_eq!((status, body["code"].as_str()), (400, Some("malformed")), "{at}"),
                }
            }
            let (status, body) = other.call("GET", &format!("{list}?cursor={cursor}"), None).await;
            assert_eq!((status, body["code"].as_str()), (400, Some("malformed")), "{list}");
        }
    }
}

#[actix_web::test]
async fn no_cursor_shows_an_id_of_ours() {
    let portal = spawn(Database::Sqlite).await;
    let cursors = cursors(&portal).await;
    let mut ids = Vec::new();
    let mut tx = portal.installation.context.db.read().await.unwrap();
    for item in portal.clinic().get("/connect-requests").await["items"].as_array().unwrap() {
        let external_id = item["external_id"].as_str().unwrap();
        let found = connect_requests::find_by_external_id(&mut tx, portal.app.id, external_id).await;
        ids.push(found.unwrap().unwrap().value.id);
    }
    for cursor in cursors {
        let bytes = BASE64URL_NOPAD.decode(cursor.as_bytes()).unwrap();
        let holds = |part: &[u8]| bytes.windows(part.len()).any(|window| window == part);
        for id in &ids {
            assert!(!holds(id.as_bytes()) && !holds(id.to_string().as_bytes()));
        }
    }
}

/// Of the logs that apps read for months; a page of the other lists is asked for a moment after the one before.
#[actix_web::test]
async fn a_number_that_was_signed_by_an_older_version_is_still_read_and_plain_text_is_not() {
    let portal = spawn(Database::Sqlite).await;
    let clinic = portal.clinic();
    cursors(&portal).await;
    let app = portal.app.id;
    let old = |list: &[u8], seq: i64| {
        let number = seq.to_be_bytes();
        let keys = &portal.installation.context.keys;
        let mac = keys.hash_for_now(Purpose::Cursor, &[list, app.as_bytes(), &number]);
        BASE64URL_NOPAD.encode(&[&number[..], &mac[..16]].concat())
    };
    let seqs = |page: &Value| -> Vec<i64> {
        page["items"].as_array().unwrap().iter().map(|item| item["seq"].as_i64().unwrap()).collect()
    };
    let events = clinic.get(&format!("/events?limit=2&cursor={}", old(b"events", 1))).await;
    assert_eq!(seqs(&events), [2, 3]);
    let more =
        clinic.get(&format!("/events?limit=1&cursor={}", events["next_cursor"].as_str().unwrap())).await;
    assert_eq!(seqs(&more), [4]);
    let deliveries = seqs(&clinic.get("/deliveries").await);
    let rest = clinic.get(&format!("/deliveries?cursor={}", old(b"deliveries", deliveries[0]))).await;
    assert_eq!(seqs(&rest), deliveries[1..]);

    let plain = BASE64URL_NOPAD.encode(format!("1795000000000000 {app}").as_bytes());
    for list in LISTS {
        let (status, body) = clinic.call("GET", &format!("{list}?cursor={plain}"), None).await;
        assert_eq!((status, body["code"].as_str()), (400, Some("malformed")), "{list}");
        assert!(body["detail"].as_str().unwrap().contains("begin without a cursor"), "{body}");
    }
}

//! The app's log: everything that it may learn, once, in order, without gaps.

mod waiting;

use std::{collections::HashSet, time::Duration};

use patient_connect::{
    actions::{
        app::list_events::{Listed, Read, list_events},
        time::purge::purge,
        time::record_closed::record_closed,
    },
    domain::event::{Event, EventKind},
    store::events,
};
use serde_json::Value;

use crate::support::{Browser, Clinic, Database, Letter, databases, spawn};

fn types(page: &Value) -> Vec<String> {
    page["items"].as_array().unwrap().iter().map(|e| e["type"].as_str().unwrap().to_owned()).collect()
}

fn cursor(page: &Value) -> String {
    page["next_cursor"].as_str().expect("there is always a cursor").to_owned()
}

async fn after(clinic: &Clinic, page: &Value) -> Value {
    clinic.get(&format!("/events?cursor={}", cursor(page))).await
}

#[actix_web::test]
async fn the_log_tells_all_that_an_app_may_learn_in_order() {
    for database in databases() {
        let portal = spawn(database).await;
        let clinic = portal.clinic();
        let letter = clinic.invite("violet harbour").await;
        let mut patient = portal.browser();

        patient.open(&letter.link).await;
        let page = clinic.get("/events").await;
        assert_eq!(types(&page), Vec::<String>::new(), "a link that was fetched tells nothing");

        patient.answer("violet").await;
        let page = after(&clinic, &page).await;
        assert_eq!(types(&page), ["opened", "wrong_answer"]);
        assert_eq!(page["items"][1]["attempts_left"], 2);
        assert_eq!(page["items"][1]["external_id"], letter.external_id.as_str());

        patient.answer("violet").await;
        assert_eq!(types(&after(&clinic, &page).await), Vec::<String>::new(), "the same slip is told once");

        patient.answer("violet harbour").await;
        patient.create_account().await;
        patient.choose_new("Emma").await;
        patient.submit("/connect/authorize", &[("decision", "decline")]).await;
        let page = after(&clinic, &page).await;
        assert_eq!(types(&page), ["declined"]);

        patient.open(&letter.link).await;
        patient.answer("violet harbour").await;
        patient.choose_new("Emma").await;
        patient.allow().await;
        patient.is("success", 200);
        let page = after(&clinic, &page).await;
        assert_eq!(types(&page), ["authorized"], "opened was told before");
        let listed = clinic.authorized(None).await["items"][0].clone();
        for name in ["person_id", "record_id", "app_specific_record_id", "external_id"] {
            assert_eq!(page["items"][0][name], listed[name], "{name}");
        }
        assert_eq!(page["items"][0]["at"], listed["authorized_at"]);

        let page = connects_again_and_disconnects(&clinic, &mut patient, &letter, &listed, &page).await;

        let stranger = clinic.invite("golden meadow").await;
        let mut guesser = portal.browser();
        guesser.open(&stranger.link).await;
        for guess in ["a", "b", "c", "d"] {
            guesser.answer(guess).await;
        }
        let page = after(&clinic, &page).await;
        assert_eq!(types(&page), ["opened", "wrong_answer", "wrong_answer", "wrong_answer", "locked"]);

        is_without_gaps_and_secrets(&clinic.get("/events").await, &letter.code);
    }
}

/// The same record, another one, and the end of both. Gives the log's last page.
async fn connects_again_and_disconnects(
    clinic: &Clinic,
    patient: &mut Browser,
    letter: &Letter,
    listed: &Value,
    page: &Value,
) -> Value {
    patient.open(&letter.link).await;
    patient.answer("violet harbour").await;
    let emma = patient.record_id("Emma");
    patient.submit(&patient.path.clone(), &[("record", &emma)]).await;
    patient.submit(&patient.path.clone(), &[("decision", "allow")]).await;
    let page = after(clinic, page).await;
    assert_eq!(types(&page), ["reauthorized"]);
    assert_eq!(page["items"][0]["record_id"], listed["record_id"]);

    patient.open(&letter.link).await;
    patient.answer("violet harbour").await;
    patient.submit(&patient.path.clone(), &[("record", "new"), ("new_record_name", "Noah")]).await;
    patient.submit(&patient.path.clone(), &[("decision", "allow")]).await;
    let page = after(clinic, &page).await;
    assert_eq!(types(&page), ["record_added"]);
    let noah = page["items"][0].clone();
    assert_ne!(noah["record_id"], listed["record_id"]);
    assert_eq!(noah["person_id"], listed["person_id"]);

    patient.disconnect().await;
    let page = after(clinic, &page).await;
    assert_eq!(types(&page), ["disconnected"]);
    let ended = page["items"][0].clone();
    let other = if ended["record_id"] == noah["record_id"] { listed } else { &noah };
    let path = format!(
        "/persons/{}/records/{}/authorization",
        other["person_id"].as_str().unwrap(),
        other["record_id"].as_str().unwrap()
    );
    for _ in 0..2 {
        assert_eq!(clinic.call("DELETE", &path, None).await.0, 204);
    }
    let page = after(clinic, &page).await;
    assert_eq!(types(&page), ["given_up"], "repeating it tells nothing");
    assert_eq!(page["items"][0]["record_id"], other["record_id"]);
    page
}

fn is_without_gaps_and_secrets(whole: &Value, code: &str) {
    let items = whole["items"].as_array().unwrap();
    let numbers: Vec<_> = items.iter().map(|e| e["seq"].as_i64().unwrap()).collect();
    assert_eq!(numbers, (1..=items.len() as i64).collect::<Vec<_>>());
    let times: Vec<_> = items
        .iter()
        .map(|e| chrono::DateTime::parse_from_rfc3339(e["at"].as_str().unwrap()).unwrap())
        .collect();
    assert!(times.windows(2).all(|pair| pair[0] < pair[1]));
    let text = whole.to_string();
    for secret in ["violet", "golden", "Which word", "Emma", "Pat Example", code] {
        assert!(!text.contains(secret), "{secret} is in the log");
    }
}

#[actix_web::test]
async fn an_expired_request_is_told_once_also_by_several_nodes() {
    for database in databases() {
        let portal = spawn(database).await;
        let other = portal.beside(Duration::from_secs(28 * 86_400 + 90)).await;
        let clinic = portal.clinic();
        let mut expected = HashSet::new();
        for _ in 0..5 {
            expected.insert(clinic.invite("violet harbour").await.external_id);
        }
        let picked_up = clinic.invite("violet harbour").await;
        portal.browser().connect(&picked_up, "Emma").await;
        assert_eq!(record_closed(&portal.installation.context).await.unwrap(), 0);
        portal.advance_days(28);
        let (one, two, three) = tokio::join!(
            record_closed(&portal.installation.context),
            record_closed(&other.installation.context),
            record_closed(&portal.installation.context)
        );
        assert_eq!(one.unwrap() + two.unwrap() + three.unwrap(), 5);
        purge(&portal.installation.context).await.unwrap();
        let page = clinic.get("/events").await;
        let told: Vec<_> = page["items"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|e| e["type"] == "expired")
            .map(|e| e["external_id"].as_str().unwrap().to_owned())
            .collect();
        assert_eq!((told.len(), told.into_iter().collect::<HashSet<_>>()), (5, expected));
    }
}

#[actix_web::test]
async fn an_expiry_that_nobody_came_to_tell_is_told_when_the_app_deletes_the_request() {
    let portal = spawn(Database::Sqlite).await;
    let clinic = portal.clinic();
    let letter = clinic.invite("violet harbour").await;
    portal.advance_days(28);
    let path = format!("/connect-requests/{}", letter.external_id);
    assert_eq!(clinic.call("DELETE", &path, None).await.0, 204);
    assert_eq!(types(&clinic.get("/events").await), ["expired"]);
    assert_eq!(record_closed(&portal.installation.context).await.unwrap(), 0);
}

/// The program ends between the charge of the last chance and the check of the answer.
#[actix_web::test]
async fn a_lock_that_was_charged_and_never_settled_is_told() {
    for database in databases() {
        let portal = spawn(database).await;
        let clinic = portal.clinic();
        let letter = clinic.invite("violet harbour").await;
        let context = &portal.installation.context;
        let mut tx = context.db.write().await.unwrap();
        let found = patient_connect::store::connect_requests::find_by_external_id(
            &mut tx,
            portal.app.id,
            &letter.external_id,
        );
        let mut request = found.await.unwrap().unwrap();
        for _ in 0..3 {
            let _ = request.value.take_attempt(portal.now(), &context.rules.retention).unwrap();
        }
        patient_connect::store::connect_requests::save(&mut tx, &request).await.unwrap();
        tx.commit().await.unwrap();

        assert_eq!(record_closed(context).await.unwrap(), 0, "its check may still be under way");
        portal.clock.advance(Duration::from_secs(61));
        assert_eq!(record_closed(context).await.unwrap(), 1);
        assert_eq!(record_closed(context).await.unwrap(), 0);
        assert_eq!(types(&clinic.get("/events").await), ["locked"]);
    }
}

#[actix_web::test]
async fn a_cursor_is_good_for_its_app_only_and_garbage_is_refused() {
    let portal = spawn(Database::Sqlite).await;
    let clinic = portal.clinic();
    let other = portal.another_app(|_| {}).await;
    let letter = clinic.invite("violet harbour").await;
    let mut patient = portal.browser();
    patient.open(&letter.link).await;
    for guess in ["a", "b", "c"] {
        patient.answer(guess).await;
    }
    let first = clinic.get("/events?limit=2").await;
    assert_eq!(types(&first), ["opened", "wrong_answer"]);
    let second = clinic.get(&format!("/events?limit=2&cursor={}", cursor(&first))).await;
    assert_eq!(types(&second), ["wrong_answer", "wrong_answer"]);
    let third = clinic.get(&format!("/events?limit=2&cursor={}", cursor(&second))).await;
    assert_eq!(types(&third), ["locked"]);
    let end = after(&clinic, &third).await;
    assert_eq!((types(&end).len(), cursor(&end)), (0, cursor(&third)));

    assert_eq!(types(&other.get("/events").await).len(), 0, "another app's log is its own");
    let foreign = format!("/events?cursor={}", cursor(&first));
    let (status, body) = other.call("GET", &foreign, None).await;
    assert_eq!((status, body["code"].as_str()), (400, Some("malformed")));
    let mut changed = cursor(&first);
    let last = if changed.pop() == Some('A') { 'Q' } else { 'A' };
    changed.push(last);
    for query in [
        format!("cursor={changed}"),
        "cursor=%21".to_owned(),
        "cursor=AAAA".to_owned(),
        "wait=61".to_owned(),
        "wait=-1".to_owned(),
        "limit=0".to_owned(),
        "limit=501".to_owned(),
        "since=2026-11-23T00:00:00Z".to_owned(),
    ] {
        let (status, body) = clinic.call("GET", &format!("/events?{query}"), None).await;
        assert_eq!((status, body["code"].as_str()), (400, Some("malformed")), "{query}");
    }
    let mobile =
        portal.another_app(|app| app.kind = patient_connect::domain::application::AppKind::Mobile).await;
    assert_eq!(mobile.call("GET", "/events?wait=60", None).await.0, 403);
}

/// An older copy of the database was put back: going on silently would pass new events by.
#[actix_web::test]
async fn a_cursor_beyond_the_end_of_the_log_is_an_error_and_no_silence() {
    let portal = spawn(Database::Sqlite).await;
    let clinic = portal.clinic();
    let context = &portal.installation.context;
    let copy = tempfile::tempdir().unwrap();
    let copy = copy.path().join("older.db");
    context.db.copy_to(&copy).await.unwrap();
    let event = Event::of_request(EventKind::Declined, "p-1");
    let mut tx = context.db.write().await.unwrap();
    events::append(&mut tx, portal.app.id, &event, portal.now()).await.unwrap();
    tx.commit().await.unwrap();
    let page = clinic.get("/events").await;

    let older = patient_connect::store::Db::open_sqlite(&copy).await.unwrap();
    let restored = patient_connect::actions::Context { db: older, ..context.clone() };
    let app = portal.connect_app();
    let read = Read::UpTo { seq: page["items"][0]["seq"].as_i64().unwrap(), at: None };
    let listed = list_events(&restored, &app, read, 10, Duration::ZERO).await.unwrap();
    assert!(matches!(listed, Listed::Ahead));
}

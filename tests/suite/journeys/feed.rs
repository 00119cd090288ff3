use std::{collections::HashSet, time::Duration};

use serde_json::Value;

use super::{
    people::{email, invite, somebody},
    tabs::{ANSWER, Browser, Tab},
};
use crate::support::{databases, spawn};

#[actix_web::test]
async fn an_app_that_passes_as_of_on_misses_nobody_while_patients_authorize() {
    for database in databases() {
        let portal = spawn(database).await;
        // A second node on the same database, whose clock is ahead.
        let ahead = portal.beside(Duration::from_secs(90)).await;
        let clinics = [portal.clinic(), ahead.clinic()];
        let mut expected = HashSet::new();
        let mut patients = Vec::new();
        for n in 0..12 {
            let mut letter = clinics[n % 2].invite("violet harbour").await;
            expected.insert(letter.external_id.clone());
            let node = if n % 3 == 0 { &ahead } else { &portal };
            let mut patient = node.browser();
            letter.link = format!("/connect?packageid={}", letter.code);
            patients.push(tokio::spawn(async move { patient.connect(&letter, "Emma").await }));
        }
        let mut seen = Vec::new();
        let mut since: Option<String> = None;
        for round in 0.. {
            let done = patients.iter().all(tokio::task::JoinHandle::is_finished);
            let list = clinics[round % 2].authorized(since.as_deref()).await;
            let items = list["items"].as_array().unwrap();
            seen.extend(items.iter().map(|i| i["external_id"].as_str().unwrap().to_owned()));
            since = Some(list["as_of"].as_str().unwrap().to_owned());
            if done {
                break;
            }
        }
        for patient in patients {
            patient.await.unwrap();
        }
        assert_eq!(seen.iter().cloned().collect::<HashSet<_>>(), expected);
        // "At least once": what is committed between the reading of the log's end and of the list comes again.
        assert!(seen.len() >= expected.len());
    }
}

#[actix_web::test]
async fn pages_of_the_list_hold_everything_once() {
    let portal = spawn(crate::support::Database::Sqlite).await;
    let clinic = portal.clinic();
    for _ in 0..5 {
        let letter = clinic.invite("violet harbour").await;
        portal.browser().connect(&letter, "Emma").await;
    }
    let mut path = "/authorized-connect-requests?limit=2".to_owned();
    let mut seen = HashSet::new();
    loop {
        let page = clinic.get(&path).await;
        for item in page["items"].as_array().unwrap() {
            assert!(seen.insert(item["external_id"].as_str().unwrap().to_owned()));
        }
        match page["next_cursor"].as_str() {
            Some(cursor) => path = format!("/authorized-connect-requests?limit=2&cursor={cursor}"),
            None => break,
        }
    }
    assert_eq!(seen.len(), 5);
}

#[actix_web::test]
async fn a_record_that_two_requests_brought_is_told_of_by_each() {
    for database in databases() {
        let portal = spawn(database).await;
        let clinic = portal.clinic();
        somebody(&portal, "Ada", &["Emma"]).await;
        let mut tab = Tab::of(&Browser::new(&portal.base));
        tab.open(&invite(&clinic, "the second letter").await).await;
        tab.answer(ANSWER).await;
        tab.sign_in(&email("Ada")).await;
        tab.pick("Emma").await;
        tab.allow().await;
        tab.shows("success", 200);

        let list = clinic.authorized(None).await;
        let told = list["items"].as_array().unwrap();
        let external_ids = told.iter().map(|item| item["external_id"].as_str().unwrap()).collect::<Vec<_>>();
        assert_eq!(external_ids, ["Ada, Emma", "the second letter"]);
        let ids =
            |item: &Value| ["person_id", "record_id", "app_specific_record_id"].map(|id| item[id].clone());
        assert_eq!(ids(&told[0]), ids(&told[1]));

        let log = clinic.get("/events").await;
        let of_a_record =
            log["items"].as_array().unwrap().iter().filter(|event| !event["record_id"].is_null());
        assert_eq!(of_a_record.map(ids).collect::<Vec<_>>(), [ids(&told[0]), ids(&told[0])]);
    }
}

//! The line to the database breaks while it commits: the server has written, and its word is lost. What was done is
//! found out, and nobody is told that nothing was.

use patient_connect::{
    actions::app::{
        create_request::{NewRequest, Once, create_request_once},
        idempotency::{self, Claimed},
    },
    domain::secret::Policy,
};
use serde_json::{Value, json};

use crate::support::{Database, TestPortal, behind_a_line, databases, spawn};

fn new(external_id: &str) -> Value {
    json!({
        "external_id": external_id, "friendly_name": "Emma", "question": "Which word?", "answer": "violet harbour",
    })
}

async fn post(base: &str, key: &str, idempotency_key: Option<&str>, external_id: &str) -> (u16, Value) {
    let mut request = reqwest::Client::new()
        .post(format!("{base}/api/v1/connect-requests"))
        .bearer_auth(key)
        .json(&new(external_id));
    if let Some(key) = idempotency_key {
        request = request.header("idempotency-key", key);
    }
    let response = request.send().await.unwrap();
    (response.status().as_u16(), response.json().await.unwrap())
}

#[track_caller]
fn is_not_known((status, body): &(u16, Value)) {
    assert_eq!((*status, body["code"].as_str()), (503, Some("outcome_unknown")), "{body}");
    assert!(!body.to_string().to_lowercase().contains("nothing was done"), "{body}");
}

async fn count(portal: &TestPortal) -> usize {
    portal.clinic().get("/connect-requests").await["items"].as_array().unwrap().len()
}

#[actix_web::test]
async fn a_key_gets_the_answer_of_what_was_done_though_the_word_of_the_commit_was_lost() {
    if !databases().contains(&Database::Postgres) {
        return;
    }
    let portal = spawn(Database::Postgres).await;
    let (line, base) = behind_a_line(&portal).await;
    // The claim is the first commit, the request with its answer the second.
    line.break_at(2, false);
    let first = post(&base, &portal.key, Some("k"), "p-1").await;
    assert_eq!(first.0, 201, "{}", first.1);
    assert_eq!(post(&base, &portal.key, Some("k"), "p-1").await, first, "and the same again");
    assert_eq!(count(&portal).await, 1);
}

#[actix_web::test]
async fn while_nobody_can_tell_what_was_done_nobody_says_that_nothing_was_and_the_key_finds_it_later() {
    if !databases().contains(&Database::Postgres) {
        return;
    }
    let portal = spawn(Database::Postgres).await;
    let (line, base) = behind_a_line(&portal).await;
    line.break_at(2, true);
    is_not_known(&post(&base, &portal.key, Some("k"), "p-1").await);
    line.mend();
    let again = post(&base, &portal.key, Some("k"), "p-1").await;
    assert_eq!(again.0, 201, "{}", again.1);
    assert_eq!(count(&portal).await, 1);
}

#[actix_web::test]
async fn without_a_key_an_app_is_told_that_it_is_not_known_and_finds_it_by_asking() {
    if !databases().contains(&Database::Postgres) {
        return;
    }
    let portal = spawn(Database::Postgres).await;
    let (line, base) = behind_a_line(&portal).await;
    line.break_at(1, false);
    is_not_known(&post(&base, &portal.key, None, "p-1").await);
    assert_eq!(count(&portal).await, 1, "it was done");
    let again = post(&base, &portal.key, None, "p-1").await;
    assert_eq!((again.0, again.1["code"].as_str()), (409, Some("duplicate_connect_request")));
}

#[actix_web::test]
async fn letting_a_key_go_never_drops_an_answer_that_was_kept() {
    for database in databases() {
        let portal = spawn(database).await;
        let context = &portal.installation.context;
        let claim = async || idempotency::claim(context, portal.app.id, "k", "call", b"body").await.unwrap();
        let Claimed::Mine(mine) = claim().await else { panic!("the key is free") };
        let new = NewRequest {
            external_id: "p-1",
            friendly_name: "Emma",
            question: "Which word?",
            answer: "violet harbour",
            callback_url: None,
            language: None,
            send_to: None,
            reminders: false,
        };
        let answer: &(dyn Fn(&_, &_) -> _ + Sync) =
            &|_, _| idempotency::Answer { status: 201, body: "{}".to_owned().into() };
        let once = Once { claim: &mine, answer };
        let app = portal.connect_app();
        create_request_once(context, &app, &new, Policy::Strict, Some(&once)).await.unwrap().unwrap();
        idempotency::release(context, &mine).await.unwrap();
        assert!(matches!(claim().await, Claimed::Answered(answer) if answer.status == 201));
    }
}

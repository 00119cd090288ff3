//! "`Idempotency-Key`: same key and body: same answer; other body: 422; kept 24 hours."

use std::time::Duration;

use patient_connect::{
    actions::{
        app::idempotency::{self, Claimed},
        operator::apps,
        time::purge::purge,
    },
    keys::Purpose,
    store::Db,
};
use serde_json::json;

use super::{Answer, send};
use crate::support::{Database, TestPortal, databases, spawn};

fn body(external_id: &str) -> String {
    let body = json!({
        "external_id": external_id, "friendly_name": "Emma", "question": "Which word?", "answer": "violet harbour",
    });
    body.to_string()
}

async fn post(portal: &TestPortal, api_key: &str, key: &str, body: &str) -> Answer {
    let bearer = format!("Bearer {api_key}");
    let headers = [("authorization", bearer.as_str()), ("idempotency-key", key)];
    send(portal, "POST", "/api/v1/connect-requests", &headers, body.as_bytes()).await
}

async fn count(portal: &TestPortal) -> usize {
    portal.clinic().get("/connect-requests").await["items"].as_array().unwrap().len()
}

#[actix_web::test]
async fn the_same_request_again_gets_the_same_answer_and_creates_nothing() {
    for database in databases() {
        let portal = spawn(database).await;
        let first = post(&portal, &portal.key, "\"letter-1\"", &body("p-1")).await;
        assert_eq!((first.status, first.header("idempotency-replayed")), (201, None));
        assert!(first.json()["identity_code"].as_str().unwrap().len() >= 24);
        for key in ["\"letter-1\"", "letter-1"] {
            let again = post(&portal, &portal.key, key, &body("p-1")).await;
            assert_eq!((again.status, &again.body), (201, &first.body), "{key}");
            assert_eq!(again.header("idempotency-replayed"), Some("true"));
            assert_eq!(again.header("content-type"), first.header("content-type"));
        }
        assert_eq!(count(&portal).await, 1);

        let other = post(&portal, &portal.key, "letter-1", &body("p-2")).await;
        assert_eq!(other.code(), (422, "idempotency_key_reused".to_owned()));
        let spaced = post(&portal, &portal.key, "letter-1", &format!("{} ", body("p-1"))).await;
        assert_eq!(
            spaced.code(),
            (422, "idempotency_key_reused".to_owned()),
            "the body counts byte for byte"
        );
        assert_eq!(count(&portal).await, 1);

        let stranger = portal.another_app(|_| {}).await;
        let theirs = post(&portal, &stranger.key, "letter-1", &body("p-1")).await;
        assert_eq!(
            (theirs.status, theirs.header("idempotency-replayed")),
            (201, None),
            "keys are the app's own"
        );
        assert_ne!(theirs.json()["identity_code"], first.json()["identity_code"]);
    }
}

#[actix_web::test]
async fn many_at_the_same_moment_create_one() {
    for database in databases() {
        let portal = spawn(database).await;
        let body = body("p-1");
        let all = futures_of(&portal, &body, 12).await;
        let mut codes = Vec::new();
        for answer in &all {
            match answer.status {
                201 => codes.push(answer.json()["identity_code"].to_string()),
                _ => {
                    assert_eq!(answer.code(), (409, "idempotency_key_in_use".to_owned()), "{}", answer.body);
                    assert_eq!(answer.header("retry-after"), Some("1"));
                }
            }
        }
        assert!(!codes.is_empty());
        let later = post(&portal, &portal.key, "k", &body).await;
        codes.push(later.json()["identity_code"].to_string());
        codes.dedup();
        assert_eq!((later.status, codes.len()), (201, 1), "everyone got the same code");
        assert_eq!(count(&portal).await, 1);
    }
}

async fn futures_of(portal: &TestPortal, body: &str, n: usize) -> Vec<Answer> {
    let http = reqwest::Client::new();
    let tasks: Vec<_> = (0..n)
        .map(|_| {
            let request = http
                .post(format!("{}/api/v1/connect-requests", portal.base))
                .bearer_auth(&portal.key)
                .header("idempotency-key", "k")
                .body(body.to_owned());
            actix_web::rt::spawn(async move {
                let response = request.send().await.unwrap();
                let status = response.status().as_u16();
                let head: Vec<String> = response
                    .headers()
                    .iter()
                    .map(|(name, value)| format!("{name}: {}", value.to_str().unwrap()))
                    .collect();
                Answer { status, head: head.join("\n"), body: response.text().await.unwrap() }
            })
        })
        .collect();
    let mut all = Vec::new();
    for task in tasks {
        all.push(task.await.unwrap());
    }
    all
}

#[actix_web::test]
async fn after_a_day_a_key_is_forgotten_with_its_answer() {
    for database in databases() {
        let portal = spawn(database).await;
        assert_eq!(post(&portal, &portal.key, "k", &body("p-1")).await.status, 201);
        portal.clock.advance(Duration::from_secs(24 * 3600 - 60));
        assert_eq!(purge(&portal.installation.context).await.unwrap().idempotency_keys, 0);
        assert_eq!(post(&portal, &portal.key, "k", &body("p-1")).await.status, 201);
        portal.clock.advance(Duration::from_secs(61));
        let again = post(&portal, &portal.key, "k", &body("p-1")).await;
        assert_eq!(again.code(), (409, "duplicate_connect_request".to_owned()));
        assert_eq!(again.header("idempotency-replayed"), None);
        let other = post(&portal, &portal.key, "other", &body("p-2")).await;
        assert_eq!(other.status, 201);
        portal.clock.advance(Duration::from_secs(24 * 3600));
        assert_eq!(purge(&portal.installation.context).await.unwrap().idempotency_keys, 2);
        assert_eq!(
            post(&portal, &portal.key, "other", &body("p-3")).await.status,
            201,
            "free for something else"
        );
    }
}

#[actix_web::test]
async fn what_the_rules_refused_is_an_answer_too() {
    let portal = spawn(Database::Sqlite).await;
    let weak = body("p-1").replace("violet harbour", "gray");
    for replayed in [None, Some("true")] {
        let answer = post(&portal, &portal.key, "weak", &weak).await;
        assert_eq!(answer.code(), (422, "invalid_answer".to_owned()));
        assert_eq!(answer.header("idempotency-replayed"), replayed);
        assert_eq!(answer.header("content-type"), Some("application/problem+json"));
    }
    assert_eq!(post(&portal, &portal.key, "one", &body("p-1")).await.status, 201);
    for replayed in [None, Some("true")] {
        let answer = post(&portal, &portal.key, "two", &body("p-1")).await;
        assert_eq!(answer.code(), (409, "duplicate_connect_request".to_owned()));
        assert_eq!(answer.header("idempotency-replayed"), replayed);
    }
}

#[actix_web::test]
async fn what_could_not_be_done_now_may_be_tried_again_with_the_same_key() {
    let portal = spawn(Database::Sqlite).await;
    let big = body(&"x".repeat(70_000));
    assert_eq!(post(&portal, &portal.key, "k", &big).await.code(), (413, "too_large".to_owned()));
    assert_eq!(post(&portal, &portal.key, "k", "{").await.code(), (400, "malformed".to_owned()));
    assert_eq!(post(&portal, "pc_unknown", "k", &body("p-1")).await.status, 401);

    let without = portal.another_app(|app| app.methods.clear()).await;
    let refused = post(&portal, &without.key, "k", &body("p-1")).await;
    assert_eq!(refused.code(), (403, "methods_not_enabled".to_owned()));
    let found = apps::find_by_key(&portal.installation.context, &without.key).await.unwrap().unwrap();
    let mut app = (*found).clone();
    app.methods.clone_from(&portal.app.methods);
    apps::apply(&portal.installation.context, &app).await.unwrap();
    assert_eq!(post(&portal, &without.key, "k", &body("p-1")).await.status, 201);

    // The apps' hashing queue is full: nothing is done, and nothing is kept.
    let context = &portal.installation.context;
    let mut places = Vec::new();
    while let Ok(place) = context.hasher.permit_for_app().await {
        places.push(place);
    }
    let full = post(&portal, &portal.key, "k", &body("p-1")).await;
    assert_eq!(full.code(), (503, "unavailable".to_owned()));
    assert!(full.header("retry-after").is_some());
    drop(places);
    let answer = post(&portal, &portal.key, "k", &body("p-1")).await;
    assert_eq!((answer.status, answer.header("idempotency-replayed")), (201, None));
}

#[actix_web::test]
async fn an_app_whose_connection_broke_gets_the_answer_when_it_asks_again() {
    use tokio::io::AsyncWriteExt;
    let portal = spawn(Database::Sqlite).await;
    let context = &portal.installation.context;
    // The hashing threads have something to do first, so that the request is still being worked on.
    let busy: Vec<_> = (0..30)
        .map(|_| {
            let secrets = context.keys.secrets(Purpose::Password, &[b"something"]);
            let permit = context.hasher.permit().unwrap();
            actix_web::rt::spawn(async move { permit.hash(&secrets, [2; 16]).await })
        })
        .collect();
    let sent = body("p-1");
    let address = portal.base.strip_prefix("http://").unwrap();
    let mut stream = tokio::net::TcpStream::connect(address).await.unwrap();
    let request = format!(
        "POST /api/v1/connect-requests HTTP/1.1\r\nhost: {address}\r\nauthorization: Bearer {}\r\n\
         idempotency-key: k\r\ncontent-length: {}\r\n\r\n{sent}",
        portal.key,
        sent.len()
    );
    stream.write_all(request.as_bytes()).await.unwrap();
    let Db::Sqlite { read, .. } = &context.db else { panic!("this is SQLite") };
    loop {
        let claims: (i64,) = sqlx::query_as("SELECT COUNT(*) FROM idempotency_keys")
            .fetch_one(&mut *read.take().await.unwrap())
            .await
            .unwrap();
        if claims.0 == 1 {
            break;
        }
    }
    drop(stream);
    for task in busy {
        task.await.unwrap();
    }
    let mut again = post(&portal, &portal.key, "k", &sent).await;
    while again.status == 409 {
        tokio::time::sleep(Duration::from_millis(20)).await;
        again = post(&portal, &portal.key, "k", &sent).await;
    }
    assert_eq!((again.status, again.header("idempotency-replayed")), (201, Some("true")));
    assert_eq!(count(&portal).await, 1);
}

#[actix_web::test]
async fn a_claim_that_was_left_behind_runs_out_and_is_worth_nothing_afterwards() {
    for database in databases() {
        let portal = spawn(database).await;
        let context = &portal.installation.context;
        let (call, sent) = ("POST /connect-requests", body("p-1"));
        // As if the program had ended right after the claim.
        let claimed = idempotency::claim(context, portal.app.id, "k", call, sent.as_bytes()).await.unwrap();
        let Claimed::Mine(lost) = claimed else { panic!("{claimed:?}") };
        let waiting = post(&portal, &portal.key, "k", &sent).await;
        assert_eq!(waiting.code(), (409, "idempotency_key_in_use".to_owned()));
        assert_eq!(count(&portal).await, 0);

        portal.clock.advance(Duration::from_secs(31));
        let done = post(&portal, &portal.key, "k", &sent).await;
        assert_eq!(done.status, 201);

        let late = idempotency::Answer { status: 422, body: "{}".to_owned().into() };
        idempotency::keep(context, &lost, &late).await.unwrap();
        idempotency::release(context, &lost).await.unwrap();
        let again = post(&portal, &portal.key, "k", &sent).await;
        assert_eq!((again.status, &again.body), (201, &done.body), "the late one changed nothing");
    }
}

#[actix_web::test]
async fn who_was_overtaken_creates_nothing() {
    use patient_connect::{
        actions::app::create_request::{NewRequest, Once, create_request_once},
        domain::secret::Policy,
    };
    for database in databases() {
        let portal = spawn(database).await;
        let context = &portal.installation.context;
        let claim = async || idempotency::claim(context, portal.app.id, "k", "call", b"body").await.unwrap();
        let Claimed::Mine(slow) = claim().await else { panic!("the key is free") };
        portal.clock.advance(Duration::from_secs(31));
        let Claimed::Mine(_) = claim().await else { panic!("the claim has run out") };
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
        let once = Once { claim: &slow, answer };
        let created = create_request_once(context, &portal.connect_app(), &new, Policy::Strict, Some(&once))
            .await
            .unwrap();
        assert!(created.is_err());
        assert_eq!(count(&portal).await, 0);
    }
}

#[actix_web::test]
async fn a_key_that_is_none_is_refused() {
    let portal = spawn(Database::Sqlite).await;
    let long = "x".repeat(256);
    for key in ["\"\"", "\"open", "a\tb", "caf\u{e9}", long.as_str()] {
        let answer = post(&portal, &portal.key, key, &body("p-1")).await;
        assert_eq!(answer.code(), (400, "malformed".to_owned()), "{key}");
    }
    let bearer = format!("Bearer {}", portal.key);
    let two = [("authorization", bearer.as_str()), ("idempotency-key", "one"), ("idempotency-key", "two")];
    let answer = send(&portal, "POST", "/api/v1/connect-requests", &two, body("p-1").as_bytes()).await;
    assert_eq!(answer.code(), (400, "malformed".to_owned()));
    assert_eq!(count(&portal).await, 0);
}

#[actix_web::test]
async fn the_database_alone_tells_neither_key_nor_body_nor_code() {
    let portal = spawn(Database::Sqlite).await;
    let done = post(&portal, &portal.key, "a-key-of-the-clinic", &body("p-1")).await;
    let code = done.json()["identity_code"].as_str().unwrap().to_owned();
    let Db::Sqlite { read, .. } = &portal.installation.context.db else { panic!("this is SQLite") };
    let (key, sent, answer): (Vec<u8>, Vec<u8>, Vec<u8>) =
        sqlx::query_as("SELECT key_hash, body_hash, answer FROM idempotency_keys")
            .fetch_one(&mut *read.take().await.unwrap())
            .await
            .unwrap();
    assert_eq!((key.len(), sent.len()), (32, 32));
    let holds = |needle: &str| answer.windows(needle.len()).any(|w| w == needle.as_bytes());
    assert!(!holds(&code) && !holds("identity_code") && !holds("p-1"));
}

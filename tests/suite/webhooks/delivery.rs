//! What is sent, and what the app can look up about it.

use patient_connect::actions::{operator::apps, time::purge::purge};
use serde_json::{Value, json};

use super::{deliveries, flush, guess, outbox, sandbox, secrets};
use crate::support::{Clinic, Database, Received, Receiver, TestPortal, databases, spawn_with};

#[actix_web::test]
async fn a_clinics_receiver_is_told_of_everything_signed_and_in_order() {
    for database in databases() {
        let portal = spawn_with(database, sandbox()).await;
        let clinic = portal.clinic();
        let receiver = Receiver::start().await;
        let letter = clinic.invite_with_callback("p-1", &receiver.url()).await;
        let quiet = clinic.invite("golden meadow").await;
        let mut outbox = outbox(&portal);
        guess(&portal, &letter, &["violet"]).await;
        guess(&portal, &quiet, &["golden"]).await;
        portal.browser().connect(&letter, "Emma").await;
        assert_eq!(flush(&mut outbox).await, 3);

        let received = receiver.received();
        assert_eq!(
            receiver.kinds(),
            ["connect_request.opened", "connect_request.wrong_answer", "connect_request.authorized"],
            "and nothing of the request without a callback_url"
        );
        are_signed_and_secret(&portal, &letter.code, &received).await;
        let listed = clinic.authorized(None).await["items"][0].clone();
        let told = received[2].json();
        for name in ["person_id", "record_id", "app_specific_record_id", "external_id"] {
            assert_eq!(told["data"][name], listed[name], "{name}");
        }
        assert_eq!(told["timestamp"], listed["authorized_at"]);
        assert_eq!(received[1].json()["data"]["attempts_left"], 2);

        the_history_agrees(&portal, &clinic, &received).await;
    }
}

async fn are_signed_and_secret(portal: &TestPortal, code: &str, received: &[Received]) {
    let [secret] = &secrets(portal).await[..] else { panic!("one secret was made with the first need") };
    for message in received {
        assert!(message.is_signed_with(secret));
        assert!(message.head.starts_with("POST /hook?token=hush HTTP/1.1"), "{}", message.head);
        assert_eq!(message.header("content-type"), "application/json");
        assert!(message.header("webhook-id").starts_with("msg_"));
        let sent: i64 = message.header("webhook-timestamp").parse().unwrap();
        assert!((portal.now().timestamp() - sent).abs() < 300);
        for secret in ["violet", "Which word", "Emma", code] {
            assert!(!format!("{message:?}").contains(secret), "{secret} was sent");
        }
        assert_eq!(message.json()["data"]["external_id"], "p-1");
        assert_eq!(message.json()["data"]["app_id"], portal.app.id.to_string());
    }
}

/// What the app can look up is what it was sent.
async fn the_history_agrees(portal: &TestPortal, clinic: &Clinic, received: &[Received]) {
    let mut history = deliveries(clinic).await;
    history.reverse();
    for (message, line) in received.iter().zip(&history) {
        assert_eq!(line["id"], message.header("webhook-id"));
        assert_eq!(line["type"], message.kind());
        assert_eq!((line["state"].as_str(), line["external_id"].as_str()), (Some("delivered"), Some("p-1")));
        assert_eq!(line["attempts"][0]["status"], 204);
        assert_eq!(line["next_attempt_at"], Value::Null);
    }
    assert_eq!(history.len(), 3);
    assert!(!json!(history).to_string().contains("hush"), "an address may hold a secret");
    assert_eq!(clinic.get("/deliveries?external_id=p-2").await["items"], json!([]));
    let first = clinic.get("/deliveries?external_id=p-1&limit=2").await;
    let cursor = first["next_cursor"].as_str().unwrap();
    let rest = clinic.get(&format!("/deliveries?external_id=p-1&limit=2&cursor={cursor}")).await;
    assert_eq!(rest["items"], json!([history[0]]));
    let other = portal.another_app(|_| {}).await;
    assert_eq!(deliveries(&other).await.len(), 0, "another app's are as if they did not exist");
    let foreign = other.call("GET", &format!("/deliveries?cursor={cursor}"), None).await;
    assert_eq!((foreign.0, foreign.1["code"].as_str()), (400, Some("malformed")));
}

#[actix_web::test]
async fn a_disconnection_is_told_although_the_request_is_long_gone() {
    for database in databases() {
        let portal = spawn_with(database, sandbox()).await;
        let clinic = portal.clinic();
        let receiver = Receiver::start().await;
        let letter = clinic.invite_with_callback("p-1", &receiver.url()).await;
        portal.browser().connect(&letter, "Emma").await;
        let listed = clinic.authorized(None).await["items"][0].clone();
        let mut outbox = outbox(&portal);
        flush(&mut outbox).await;
        portal.advance_days(91);
        purge(&portal.installation.context).await.unwrap();
        let path = format!(
            "/persons/{}/records/{}/authorization",
            listed["person_id"].as_str().unwrap(),
            listed["record_id"].as_str().unwrap()
        );
        assert_eq!(clinic.call("DELETE", &path, None).await.0, 204);
        assert_eq!(flush(&mut outbox).await, 1);
        let last = receiver.received().last().unwrap().json();
        assert_eq!(last["type"], "connect_request.given_up");
        assert_eq!(last["data"]["external_id"], Value::Null, "its request is gone");
        assert_eq!(last["data"]["record_id"], listed["record_id"]);
        let left = deliveries(&clinic).await;
        assert_eq!(left.len(), 1, "what was delivered 30 days ago is forgotten");
    }
}

#[actix_web::test]
async fn a_disabled_app_is_not_called_until_it_is_enabled() {
    let portal = spawn_with(Database::Sqlite, sandbox()).await;
    let clinic = portal.clinic();
    let receiver = Receiver::start().await;
    let letter = clinic.invite_with_callback("p-1", &receiver.url()).await;
    guess(&portal, &letter, &["violet harbour"]).await;
    let mut outbox = outbox(&portal);
    apps::set_enabled(&portal.installation.context, portal.app.id, false).await.unwrap();
    assert_eq!(flush(&mut outbox).await, 0);
    apps::set_enabled(&portal.installation.context, portal.app.id, true).await.unwrap();
    assert_eq!(flush(&mut outbox).await, 1);
}

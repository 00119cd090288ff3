//! What fails is sent again, until it arrives or is given up.

use std::time::Duration;

use serde_json::Value;

use super::{deliveries, flush, guess, outbox, sandbox, secrets};
use crate::support::{Database, Receiver, databases, spawn_with};

#[actix_web::test]
async fn what_fails_is_sent_again_with_growing_pauses_until_it_arrives() {
    for database in databases() {
        let portal = spawn_with(database, sandbox()).await;
        let clinic = portal.clinic();
        let receiver = Receiver::start().await;
        let letter = clinic.invite_with_callback("p-1", &receiver.url()).await;
        let mut outbox = outbox(&portal);
        receiver.answer("500 Oops");
        receiver.answer("404 Not Found");
        receiver.answer("503 Later\r\nretry-after: 3000");
        receiver.answer("hang up");
        guess(&portal, &letter, &["violet harbour"]).await;
        assert_eq!(flush(&mut outbox).await, 1);
        assert_eq!(flush(&mut outbox).await, 0, "not at once");
        portal.clock.advance(Duration::from_secs(10));
        assert_eq!(flush(&mut outbox).await, 1);
        portal.clock.advance(Duration::from_secs(300));
        assert_eq!(flush(&mut outbox).await, 1);
        portal.clock.advance(Duration::from_secs(2_900));
        assert_eq!(flush(&mut outbox).await, 0, "the app asked for a longer pause");
        portal.clock.advance(Duration::from_secs(101));
        assert_eq!(flush(&mut outbox).await, 1);
        let line = &deliveries(&clinic).await[0];
        assert_eq!(line["state"], "pending");
        assert!(line["next_attempt_at"].is_string());
        portal.clock.advance(Duration::from_secs(7_200));
        assert_eq!(flush(&mut outbox).await, 1);

        let received = receiver.received();
        assert_eq!(received.len(), 5);
        for again in &received[1..] {
            assert_eq!(again.header("webhook-id"), received[0].header("webhook-id"), "the same message");
            assert_eq!(again.body, received[0].body);
            assert_ne!(again.header("webhook-timestamp"), received[0].header("webhook-timestamp"));
            assert!(again.is_signed_with(&secrets(&portal).await[0]));
        }
        let line = &deliveries(&clinic).await[0];
        let attempts = line["attempts"].as_array().unwrap();
        let statuses: Vec<_> = attempts.iter().map(|a| a["status"].as_i64()).collect();
        assert_eq!(statuses, [Some(500), Some(404), Some(503), None, Some(204)]);
        assert_eq!(attempts[3]["failure"], "broken");
        assert_eq!((line["state"].as_str(), &line["next_attempt_at"]), (Some("delivered"), &Value::Null));
    }
}

#[actix_web::test]
async fn after_three_days_it_is_given_up() {
    let portal = spawn_with(Database::Sqlite, sandbox()).await;
    let clinic = portal.clinic();
    let receiver = Receiver::start().await;
    let letter = clinic.invite_with_callback("p-1", &receiver.url()).await;
    let mut outbox = outbox(&portal);
    guess(&portal, &letter, &["violet harbour"]).await;
    for _ in 0..20 {
        receiver.answer("500 Oops");
    }
    let mut hours = 0;
    while deliveries(&clinic).await[0]["state"] == "pending" {
        flush(&mut outbox).await;
        portal.clock.advance(Duration::from_secs(3_600));
        hours += 1;
        assert!(hours <= 74, "it goes on after three days");
    }
    assert_eq!(deliveries(&clinic).await[0]["state"], "failed");
    assert_eq!(receiver.received().len(), 10);
    assert!(hours >= 48);
}

#[actix_web::test]
async fn gone_ends_it_for_that_request_and_for_no_other() {
    for database in databases() {
        let portal = spawn_with(database, sandbox()).await;
        let clinic = portal.clinic();
        let receiver = Receiver::start().await;
        let one = clinic.invite_with_callback("p-1", &receiver.url()).await;
        let two = clinic.invite_with_callback("p-2", &receiver.url()).await;
        let mut outbox = outbox(&portal);
        portal.browser().connect(&one, "Emma").await;
        receiver.answer("410 Gone");
        assert_eq!(flush(&mut outbox).await, 1, "opened was refused, so authorized is not sent");
        let states: Vec<_> = deliveries(&clinic).await.iter().map(|d| d["state"].clone()).collect();
        assert_eq!(states, ["gone", "gone"]);
        guess(&portal, &one, &["violet"]).await;
        let listed = clinic.authorized(None).await["items"][0].clone();
        let path = format!(
            "/persons/{}/records/{}/authorization",
            listed["person_id"].as_str().unwrap(),
            listed["record_id"].as_str().unwrap()
        );
        assert_eq!(clinic.call("DELETE", &path, None).await.0, 204);
        assert_eq!(flush(&mut outbox).await, 0);
        assert_eq!(deliveries(&clinic).await.len(), 2, "nothing more is put into the outbox");
        guess(&portal, &two, &["violet"]).await;
        assert_eq!(flush(&mut outbox).await, 2, "the other request's address is still good");
    }
}

#[actix_web::test]
async fn an_endless_answer_is_not_read() {
    let portal = spawn_with(Database::Sqlite, sandbox()).await;
    let clinic = portal.clinic();
    let receiver = Receiver::start().await;
    receiver.answer("endless");
    let letter = clinic.invite_with_callback("p-1", &receiver.url()).await;
    guess(&portal, &letter, &["violet harbour"]).await;
    flush(&mut outbox(&portal)).await;
    assert_eq!(deliveries(&clinic).await[0]["state"], "delivered");
}

#[actix_web::test]
async fn an_app_that_never_answers_is_left_after_a_while_and_called_again_later() {
    let portal = spawn_with(Database::Sqlite, sandbox()).await;
    let clinic = portal.clinic();
    let receiver = Receiver::start().await;
    receiver.answer("hang");
    let letter = clinic.invite_with_callback("p-1", &receiver.url()).await;
    guess(&portal, &letter, &["violet harbour"]).await;
    let mut outbox = outbox(&portal);
    assert_eq!(flush(&mut outbox).await, 1);
    let line = &deliveries(&clinic).await[0];
    assert_eq!(
        (line["state"].as_str(), line["attempts"][0]["failure"].as_str()),
        (Some("pending"), Some("timeout"))
    );
    portal.clock.advance(Duration::from_secs(10));
    assert_eq!(flush(&mut outbox).await, 1);
    assert_eq!(deliveries(&clinic).await[0]["state"], "delivered");
}

#[actix_web::test]
async fn after_a_failure_later_messages_do_not_wait() {
    let portal = spawn_with(Database::Sqlite, sandbox()).await;
    let clinic = portal.clinic();
    let receiver = Receiver::start().await;
    receiver.answer("500 Oops");
    let letter = clinic.invite_with_callback("p-1", &receiver.url()).await;
    guess(&portal, &letter, &["a", "b"]).await;
    let mut outbox = outbox(&portal);
    assert_eq!(flush(&mut outbox).await, 3);
    let states: Vec<_> = deliveries(&clinic).await.iter().map(|d| d["state"].clone()).collect();
    assert_eq!(states, ["delivered", "delivered", "pending"]);
}

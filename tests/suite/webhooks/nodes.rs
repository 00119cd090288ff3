//! Several nodes, the end of the program, and an app that keeps nobody else waiting.

use std::{sync::Arc, time::Duration};

use futures_core::future::BoxFuture;
use patient_connect::{
    actions::time::{deliver_webhooks::Callbacks, outbox::Outbox},
    domain::webhook::Outcome,
    ports::{Outgoing, Sender},
};
use serde_json::Value;

use super::{deliveries, flush, guess, outbox, sandbox};
use crate::support::{Received, Receiver, databases, spawn_with};

#[actix_web::test]
async fn the_outbox_survives_the_programs_end_also_in_the_middle_of_an_attempt() {
    for database in databases() {
        let portal = spawn_with(database, sandbox()).await;
        let clinic = portal.clinic();
        let receiver = Receiver::start().await;
        receiver.answer("hang");
        let letter = clinic.invite_with_callback("p-1", &receiver.url()).await;
        guess(&portal, &letter, &["violet"]).await;
        let mut killed = outbox(&portal);
        assert_eq!(killed.turn().await.unwrap(), 1);
        while receiver.received().is_empty() {
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        drop(killed);

        let next = portal.beside(Duration::ZERO).await;
        let mut outbox = outbox(&next);
        assert_eq!(flush(&mut outbox).await, 0, "it may still be on its way");
        next.clock.advance(Duration::from_secs(61));
        assert_eq!(flush(&mut outbox).await, 2);
        assert_eq!(
            receiver.kinds(),
            ["connect_request.opened", "connect_request.opened", "connect_request.wrong_answer"]
        );
        let received = receiver.received();
        assert_eq!(received[0].header("webhook-id"), received[1].header("webhook-id"));
        let states: Vec<_> = deliveries(&clinic).await.iter().map(|d| d["state"].clone()).collect();
        assert_eq!(states, ["delivered", "delivered"]);
    }
}

#[actix_web::test]
async fn two_nodes_do_not_send_the_same_message_twice() {
    for database in databases() {
        let portal = spawn_with(database, sandbox()).await;
        let clinic = portal.clinic();
        let receiver = Receiver::start().await;
        for n in 0..6 {
            let letter = clinic.invite_with_callback(&format!("p-{n}"), &receiver.url()).await;
            guess(&portal, &letter, &["a", "b", "c"]).await;
        }
        let other = portal.beside(Duration::from_secs(3)).await;
        let (mut one, mut two) = (outbox(&portal), outbox(&other));
        let mut rounds = 0;
        while receiver.received().len() < 30 {
            let (first, second) = tokio::join!(one.turn(), two.turn());
            let _ = (first.unwrap(), second.unwrap());
            tokio::join!(one.all_done(), two.all_done());
            rounds += 1;
            assert!(rounds < 100, "{:?}", receiver.kinds());
        }
        assert_eq!(flush(&mut one).await + flush(&mut two).await, 0);
        let received = receiver.received();
        let mut ids: Vec<_> = received.iter().map(|m| m.header("webhook-id").to_owned()).collect();
        ids.sort();
        ids.dedup();
        assert_eq!((ids.len(), received.len()), (30, 30));
        for n in 0..6 {
            let of_one: Vec<_> = received
                .iter()
                .map(Received::json)
                .filter(|m| m["data"]["external_id"] == format!("p-{n}"))
                .map(|m| m["data"]["seq"].as_i64().unwrap())
                .collect();
            assert!(of_one.is_sorted(), "in order for one request while nothing fails: {of_one:?}");
        }
    }
}

/// Answers nothing to the one app, and everything to the others.
struct Slow(uuid::Uuid);

impl Sender for Slow {
    fn send(&self, message: Outgoing) -> BoxFuture<'_, Outcome> {
        Box::pin(async move {
            let body: Value = serde_json::from_str(&message.body).unwrap();
            if body["data"]["app_id"] == self.0.to_string() {
                std::future::pending::<()>().await;
            }
            Outcome::Answered { status: 204, retry_after: None }
        })
    }
}

#[actix_web::test]
async fn an_app_that_does_not_answer_keeps_no_other_waiting() {
    for database in databases() {
        let portal = spawn_with(database, sandbox()).await;
        let clinic = portal.clinic();
        for n in 0..40 {
            let letter = clinic.invite_with_callback(&format!("p-{n}"), "http://127.0.0.1:9/").await;
            guess(&portal, &letter, &["a"]).await;
        }
        let other = portal.another_app(|_| {}).await;
        let letter = other.invite_with_callback("p-1", "http://127.0.0.1:9/").await;
        guess(&portal, &letter, &["violet harbour"]).await;
        let context = portal.installation.context.clone();
        let mut outbox = Outbox::new(Callbacks::new(context, Arc::new(Slow(portal.app.id)), sandbox()));
        assert_eq!(outbox.turn().await.unwrap(), 5, "four of the slow app, one of the other");
        assert_eq!(outbox.turn().await.unwrap(), 0);
        outbox.one_done().await;
        assert_eq!(deliveries(&other).await[0]["state"], "delivered");
        assert!(deliveries(&clinic).await.iter().all(|d| d["state"] == "pending"));
    }
}

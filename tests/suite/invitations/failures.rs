//! "A permanent SMTP refusal ends it and is told."

use std::time::Duration;

use patient_connect::domain::mail::{MailFailure, MailOutcome};
use serde_json::{Value, json};

use super::{INVITATION, PAT, by_mail, invitation, invited, pass, post::start, send_again, subjects};
use crate::support::{Clinic, Database, databases};

fn refused() -> MailOutcome {
    MailOutcome::Failed(MailFailure::Refused(550))
}

async fn failed_events(clinic: &Clinic) -> Vec<Value> {
    let events = clinic.get("/events").await;
    let all = events["items"].as_array().unwrap().iter();
    all.filter(|event| event["type"] == "invitation_failed").cloned().collect()
}

#[actix_web::test]
async fn a_refused_address_is_told_once_and_not_tried_again() {
    for database in databases() {
        let (portal, post) = start(database).await;
        let clinic = portal.clinic();
        let letter = invited(&clinic, &by_mail("patient-1", true)).await;
        post.answer(refused());
        post.deliver().await;
        let failed =
            json!({ "state": "failed", "sent_at": null, "reminders_sent": 0, "failure": "refused_550" });
        assert_eq!(invitation(&clinic, &letter).await, failed);
        let told = failed_events(&clinic).await;
        assert_eq!(told.len(), 1);
        assert_eq!(told[0]["external_id"], "patient-1");
        portal.clock.advance(Duration::from_secs(3_600));
        pass(&portal, 7).await;
        assert!(post.arrived(PAT).await.is_empty(), "nor is she reminded of what she never got");
        assert_eq!(failed_events(&clinic).await.len(), 1);

        // The clinic mends the address, and it goes on.
        let (status, _) = send_again(&clinic, &letter, json!({ "send_to": "right@example.com" })).await;
        assert_eq!(status, 202);
        assert_eq!(post.arrived("right@example.com").await.len(), 1);
        assert_eq!(invitation(&clinic, &letter).await["state"], "sent");
    }
}

#[actix_web::test]
async fn a_temporary_answer_is_tried_again_and_tells_nobody_of_a_failure() {
    for database in databases() {
        let (portal, post) = start(database).await;
        let clinic = portal.clinic();
        let letter = invited(&clinic, &by_mail("patient-1", false)).await;
        post.answer(MailOutcome::Failed(MailFailure::Later(450)));
        post.answer(MailOutcome::Failed(MailFailure::NoConnection));
        post.deliver().await;
        assert_eq!(invitation(&clinic, &letter).await["state"], "queued");
        portal.clock.advance(Duration::from_secs(11));
        post.deliver().await;
        portal.clock.advance(Duration::from_secs(301));
        assert_eq!(subjects(&post).await, [INVITATION]);
        assert_eq!(invitation(&clinic, &letter).await["state"], "sent");
        assert!(failed_events(&clinic).await.is_empty());
    }
}

#[actix_web::test]
async fn after_three_days_of_trying_it_is_told() {
    let (portal, post) = start(Database::Sqlite).await;
    let clinic = portal.clinic();
    let letter = invited(&clinic, &by_mail("patient-1", false)).await;
    for _ in 0..80 {
        post.answer(MailOutcome::Failed(MailFailure::NoConnection));
    }
    for _ in 0..80 {
        post.deliver().await;
        portal.clock.advance(Duration::from_secs(3_600));
    }
    let told = invitation(&clinic, &letter).await;
    assert_eq!((&told["state"], &told["failure"]), (&json!("failed"), &json!("no_connection")));
    assert_eq!(failed_events(&clinic).await.len(), 1);
}

#[actix_web::test]
async fn a_refused_reminder_is_told_and_ends_them() {
    for database in databases() {
        let (portal, post) = start(database).await;
        let clinic = portal.clinic();
        let letter = invited(&clinic, &by_mail("patient-1", true)).await;
        post.deliver().await;
        pass(&portal, 7).await;
        post.answer(refused());
        post.deliver().await;
        let told = invitation(&clinic, &letter).await;
        assert_eq!((&told["state"], &told["failure"]), (&json!("failed"), &json!("refused_550")));
        assert!(told["sent_at"].is_string(), "the invitation itself was sent");
        assert_eq!(failed_events(&clinic).await.len(), 1);
        pass(&portal, 14).await;
        assert_eq!(subjects(&post).await, [INVITATION]);
    }
}

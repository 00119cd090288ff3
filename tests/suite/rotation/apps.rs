//! What apps notice of another pepper: nothing.

use patient_connect::actions::{
    audit,
    operator::{apps, webhook_secrets},
    time::{purge::purge, seal_anew::seal_anew},
};
use serde_json::json;

use super::{Nodes, nodes, nodes_that_mail};
use crate::support::{Clinic, TestPortal, databases};

#[actix_web::test]
async fn an_api_key_works_on_every_node_and_after_the_old_pepper_is_gone() {
    for database in databases() {
        let Nodes { before, known, written, dropped } = nodes(database).await;
        let letter = before.clinic().invite("violet harbour").await;
        for node in [&before, &known, &written, &known, &dropped] {
            assert_eq!(node.clinic().request(&letter).await["status"], "pending", "{database:?}");
        }
        let context = &written.installation.context;
        let key = apps::new_key(context, written.app.id, None).await.unwrap().unwrap();
        for node in [&known, &dropped] {
            assert_eq!(Clinic::new(&node.base, key.reveal()).request(&letter).await["status"], "pending");
        }
    }
}

async fn create(node: &TestPortal, key: &str, external_id: &str) -> (u16, String) {
    let body = json!({
        "external_id": external_id, "friendly_name": "Emma", "question": "Which word?", "answer": "violet harbour",
    });
    let request = reqwest::Client::new()
        .post(format!("{}/api/v1/connect-requests", node.base))
        .bearer_auth(&node.key)
        .header("idempotency-key", key)
        .json(&body);
    let response = request.send().await.unwrap();
    (response.status().as_u16(), response.text().await.unwrap())
}

#[actix_web::test]
async fn a_call_that_is_repeated_at_another_node_gets_the_answer_of_the_first() {
    for database in databases() {
        let Nodes { before, known, written, .. } = nodes(database).await;
        let first = create(&before, "letter-1", "p-1").await;
        assert_eq!(first.0, 201);
        for node in [&known, &written] {
            assert_eq!(create(node, "letter-1", "p-1").await, first, "{database:?}");
            assert_eq!(create(node, "letter-1", "p-2").await.0, 422, "another body");
        }
        let second = create(&written, "letter-2", "p-2").await;
        assert_eq!(create(&known, "letter-2", "p-2").await, second);
    }
}

#[actix_web::test]
async fn the_same_call_at_two_nodes_at_once_is_done_once_though_they_write_with_different_peppers() {
    for database in databases() {
        let Nodes { known, written, .. } = nodes(database).await;
        let context = [known, written].map(|node| (node.installation.context.clone(), node));
        for round in 0..20 {
            let key = format!("round-{round}");
            let mut asked = Vec::new();
            for n in 0..6 {
                let (context, node) = &context[n % 2];
                let (context, app, key) = (context.clone(), node.app.id, key.clone());
                asked.push(tokio::spawn(async move {
                    patient_connect::actions::app::idempotency::claim(&context, app, &key, "create", b"{}")
                        .await
                }));
            }
            let mut mine = 0;
            for claimed in asked {
                let claimed = claimed.await.unwrap().unwrap();
                mine += usize::from(format!("{claimed:?}").starts_with("Mine"));
            }
            assert_eq!(mine, 1, "{database:?}: one of them does it");
        }
    }
}

#[actix_web::test]
async fn a_cursor_that_an_app_has_kept_is_read_by_every_node() {
    for database in databases() {
        let Nodes { before, known, written, .. } = nodes(database).await;
        for _ in 0..3 {
            before.clinic().invite("violet harbour").await;
        }
        for (wrote, reads) in [(&before, &known), (&before, &written), (&written, &known)] {
            let page = wrote.clinic().get("/connect-requests?limit=1").await;
            let cursor = page["next_cursor"].as_str().unwrap().to_owned();
            let next = reads.clinic().get(&format!("/connect-requests?limit=1&cursor={cursor}")).await;
            assert_eq!(next["items"].as_array().unwrap().len(), 1, "{database:?}");
            assert_ne!(next["items"], page["items"]);
        }
    }
}

#[actix_web::test]
async fn what_is_sealed_is_sealed_anew_by_the_job_and_read_without_the_old_pepper() {
    for database in databases() {
        let Nodes { before, written, dropped, .. } = nodes_that_mail(database).await;
        let of = |node: &TestPortal| (node.installation.context.clone(), node.app.id);
        let (context, app) = of(&before);
        webhook_secrets::new(&context, app, chrono::TimeDelta::hours(1)).await.unwrap().unwrap();
        let secrets = async |node: &TestPortal| {
            let (context, app) = of(node);
            let found = webhook_secrets::list(&context, app).await.ok()?.unwrap();
            Some(found.iter().map(|it| it.secret.as_bytes().to_vec()).collect::<Vec<_>>())
        };
        let kept = secrets(&before).await.unwrap();
        let body = json!({
            "external_id": "p-1", "friendly_name": "Emma", "question": "Which word?", "answer": "violet harbour",
            "send_to": "pat@example.com", "reminders": true,
        });
        let (status, sent) = before.clinic().call("POST", "/connect-requests", Some(body)).await;
        assert_eq!(status, 201, "{sent}");
        audit::chain(&context).await.unwrap();
        assert_eq!(secrets(&dropped).await, None, "they are under the old pepper");
        assert_eq!(seal_anew(&before.installation.context).await.unwrap(), 0);
        // The chain's key, the secrets, the invitation's code and the mail that waits.
        let sealed = purge(&written.installation.context).await.unwrap().sealed_anew;
        assert_eq!(usize::try_from(sealed).unwrap(), 1 + kept.len() + 1 + 1, "{database:?}");
        assert_eq!(seal_anew(&written.installation.context).await.unwrap(), 0, "once");
        assert_eq!(secrets(&written).await.unwrap(), kept);
        assert_eq!(secrets(&dropped).await.unwrap(), kept);
        let mail = dropped.mailbox.as_ref().unwrap().newest("pat@example.com").await;
        assert_eq!(mail.codes[0], sent["identity_code"].as_str().unwrap());
        let path = "/connect-requests/p-1/invitation";
        let (status, body) = before.clinic().call("GET", "/connect-requests/p-1", None).await;
        assert_eq!(status, 200, "{body}");
        let (status, body) = dropped_key(&dropped).await.call("POST", path, Some(json!({}))).await;
        assert!(status < 300, "{body}");
        let again = dropped.mailbox.as_ref().unwrap().newest("pat@example.com").await;
        assert_eq!(again.codes, mail.codes, "the code that was kept");
    }
}

/// A key for a node that does not know those of before.
async fn dropped_key(node: &TestPortal) -> Clinic {
    let context = &node.installation.context;
    let key = apps::new_key(context, node.app.id, None).await.unwrap().unwrap();
    Clinic::new(&node.base, key.reveal())
}

#[actix_web::test]
async fn the_audit_log_holds_all_the_way_though_lines_were_waiting() {
    for database in databases() {
        let Nodes { before, known, written, dropped } = nodes(database).await;
        for node in [&before, &known, &written, &known, &before] {
            assert!(apps::set_enabled(&node.installation.context, node.app.id, true).await.unwrap());
        }
        // A node that was not restarted chains nothing of what it cannot know; it is not lost.
        let chained = audit::chain(&known.installation.context).await.unwrap();
        assert_eq!(chained.foreign, 0, "{database:?}");
        seal_anew(&written.installation.context).await.unwrap();
        assert!(apps::set_enabled(&written.installation.context, written.app.id, true).await.unwrap());
        for node in [&written, &dropped] {
            let context = &node.installation.context;
            assert_eq!(audit::chain(context).await.unwrap().foreign, 0);
            let holds = audit::verify(context, None).await.unwrap().unwrap();
            let enabled = audit::export(context, 0).await.unwrap();
            assert_eq!(enabled.iter().filter(|(_, line)| line.contains("app_enabled")).count(), 6);
            assert_eq!(usize::try_from(holds.last.number).unwrap(), enabled.len());
        }
    }
}

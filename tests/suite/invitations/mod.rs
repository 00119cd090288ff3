//! Invitations that the portal mails: what arrives, when a patient is reminded, what is kept and for how long.

mod again;
mod asked;
mod failures;
mod kept;
mod languages;
mod post;
mod reminders;
mod reported;
mod sandbox;

use serde_json::{Value, json};

use self::post::Post;
use crate::support::{Clinic, Letter, TestPortal};

/// The patient's address.
const PAT: &str = "pat@example.com";
/// The address that the portal's mails come from.
const SENDER: &str = "connect@clinic.example";
const DAY: u64 = 86_400;

/// What an app sends to have its patient invited by mail.
fn by_mail(external_id: &str, reminders: bool) -> Value {
    json!({
        "external_id": external_id, "friendly_name": "Emma’s visits", "question": "Which word did we agree on?",
        "answer": "violet harbour", "send_to": PAT, "reminders": reminders,
    })
}

async fn invited(clinic: &Clinic, request: &Value) -> Letter {
    let (status, body) = clinic.call("POST", "/connect-requests", Some(request.clone())).await;
    assert_eq!(status, 201, "{body}");
    let text = |name: &str| body[name].as_str().unwrap().to_owned();
    Letter {
        external_id: text("external_id"),
        code: text("identity_code"),
        link: text("link"),
        answer: request["answer"].as_str().unwrap().to_owned(),
    }
}

async fn invitation(clinic: &Clinic, letter: &Letter) -> Value {
    clinic.request(letter).await["invitation"].clone()
}

async fn send_again(clinic: &Clinic, letter: &Letter, body: Value) -> (u16, Value) {
    clinic.call("POST", &format!("/connect-requests/{}/invitation", letter.external_id), Some(body)).await
}

async fn rearm(clinic: &Clinic, letter: &Letter) {
    let path = format!("/connect-requests/{}/rearm", letter.external_id);
    let (status, body) = clinic.call("POST", &path, Some(json!({ "reason": "She called" }))).await;
    assert_eq!(status, 200, "{body}");
}

/// Time passes, and the portal looks after its invitations.
async fn pass(portal: &TestPortal, days: u64) {
    portal.advance_days(days);
    patient_connect::actions::time::remind::remind(&portal.installation.context).await.unwrap();
}

/// Subjects of what has arrived, the oldest first.
async fn subjects(post: &Post) -> Vec<String> {
    let all = post.arrived(PAT).await;
    all.into_iter().rev().map(|kept| kept.mail.subject).collect()
}

const INVITATION: &str = "An invitation from Fabrikam Clinic";
const REMINDER: &str = "A reminder from Fabrikam Clinic";

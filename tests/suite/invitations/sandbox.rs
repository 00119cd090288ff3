//! The sandbox plays both sides: the desk has a request mailed, the mailbox shows the mail, the clock brings reminders.

use serde_json::{Value, json};

use super::{INVITATION, REMINDER};
use crate::support::{Browser, Process, client_without_defaults};

async fn mails(base: &str, to: &str) -> Vec<Value> {
    let url = format!("{base}/_demo/mail.json?to={to}");
    let answer: Value = reqwest::get(url).await.unwrap().json().await.unwrap();
    answer["items"].as_array().unwrap().clone()
}

#[actix_web::test]
async fn a_request_that_the_desk_sends_by_mail_is_in_the_mailbox_and_its_reminder_a_week_later() {
    client_without_defaults();
    let folder = tempfile::tempdir().unwrap();
    let (_process, told) = Process::sandbox(folder.path(), "0");
    let base = told["base_url"].as_str().unwrap();
    let to = told["patient"]["email"].as_str().unwrap();
    assert_eq!(mails(base, to).await.len(), 0);

    let mut desk = Browser::new(base);
    desk.open("/_demo/").await;
    assert!(
        desk.html.contains("&quot;send_to&quot;") || desk.html.contains("\"send_to\""),
        "the call behind it"
    );
    let fields = [
        ("external_id", "patient-7"),
        ("friendly_name", "Emma’s visits"),
        ("question", "Which word did we agree on?"),
        ("answer", "violet harbour"),
    ];
    desk.submit("/_demo/", &fields).await;
    assert_eq!(mails(base, to).await.len(), 0, "nobody asked for a mail");
    let mut by_mail = fields.to_vec();
    by_mail[0].1 = "patient-8";
    by_mail.push(("send_by_mail", "yes"));
    desk.submit("/_demo/", &by_mail).await;
    desk.is("desk", 200);
    let arrived = mails(base, to).await;
    assert_eq!(arrived.len(), 1);
    assert_eq!(arrived[0]["subject"], INVITATION);
    let mut patient = Browser::new(base);
    patient.open(arrived[0]["links"][0].as_str().unwrap()).await;
    patient.is("question", 200);

    let clock = format!("{base}/_demo/clock");
    let week = json!({ "advance_seconds": 7 * super::DAY });
    reqwest::Client::new().post(clock).json(&week).send().await.unwrap();
    let arrived = mails(base, to).await;
    assert_eq!((arrived.len(), &arrived[0]["subject"]), (2, &json!(REMINDER)));
}

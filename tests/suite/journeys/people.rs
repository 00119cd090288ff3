//! People with accounts and records, made through the pages as they would make them, and letters to them.

use serde_json::json;

use super::tabs::{ANSWER, Browser, Tab};
use crate::support::{Clinic, TestPortal};

/// The address of somebody of this name.
pub fn email(name: &str) -> String {
    format!("{}@example.com", name.to_lowercase().replace(' ', "."))
}

/// Writes a letter and gives its link.
pub async fn invite(clinic: &Clinic, friendly_name: &str) -> String {
    let body = json!({ "external_id": friendly_name, "friendly_name": friendly_name,
        "question": "Which word did we agree on?", "answer": ANSWER });
    let (status, made) = clinic.call("POST", "/connect-requests", Some(body)).await;
    assert_eq!(status, 201, "{made}");
    made["link"].as_str().unwrap().to_owned()
}

/// Somebody who has connected each of these records once.
pub async fn somebody(portal: &TestPortal, name: &str, records: &[&str]) {
    let clinic = portal.clinic();
    let mut tab = Tab::of(&Browser::new(&portal.base));
    for record in records {
        tab.open(&invite(&clinic, &format!("{name}, {record}")).await).await;
        tab.answer(ANSWER).await;
        if tab.page().name() == "sign-in" {
            let form = tab.new_account(name, &email(name)).await;
            tab.send(&form).await;
        }
        tab.pick(record).await;
        tab.allow().await;
        tab.shows("success", 200);
    }
}

use serde_json::Value;

use crate::support::{Browser, Clinic, Letter, Process, client_without_defaults};

#[actix_web::test]
async fn what_was_acknowledged_stands_after_the_program_is_killed_and_so_does_the_sign_in() {
    client_without_defaults();
    let data = tempfile::tempdir().unwrap();
    let (mut process, told) = Process::sandbox(data.path(), "0");
    let base = told["base_url"].as_str().unwrap().to_owned();
    let clinic = Clinic::new(&base, told["app"]["api_key"].as_str().unwrap());
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let sent = &told["connect_requests"][0];
    let letter = Letter {
        external_id: text(&sent["external_id"]),
        code: text(&sent["identity_code"]),
        link: text(&sent["link"]),
        answer: text(&sent["answer"]),
    };
    let mut patient = Browser::new(&base);
    patient.connect(&letter, "Emma").await;
    process.kill();

    let port = url::Url::parse(&base).unwrap().port().unwrap().to_string();
    let (_process, told) = Process::sandbox(data.path(), &port);
    assert_eq!(told["base_url"], base.as_str());
    assert!(told["connect_requests"].as_array().unwrap().len() >= 3, "fresh letters wait: {told}");
    let listed = clinic.authorized(None).await["items"].clone();
    assert_eq!(listed.as_array().unwrap().len(), 1);
    assert_eq!(listed[0]["external_id"], letter.external_id.as_str());
    assert_eq!(clinic.request(&letter).await["status"], "authorized");
    patient.open("/connections").await;
    patient.is("connections", 200);
    assert!(patient.html.contains("Emma"));
}

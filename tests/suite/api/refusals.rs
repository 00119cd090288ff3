//! The JSON API's refusals: "a clear error in the form its sender reads", and nothing changed.

use patient_connect::domain::application::AppKind;
use serde_json::json;

use crate::support::{Clinic, Database, spawn};

fn request(external_id: &str, question: &str, answer: &str) -> serde_json::Value {
    json!({ "external_id": external_id, "friendly_name": "Emma", "question": question, "answer": answer })
}

#[actix_web::test]
async fn every_mistake_has_its_code() {
    let portal = spawn(Database::Sqlite).await;
    let clinic = portal.clinic();
    let good = request("p-1", "Which word did we agree on?", "violet harbour");
    assert_eq!(clinic.call("POST", "/connect-requests", Some(good.clone())).await.0, 201);
    let long = "x".repeat(100_000);
    for (method, path, body, status, code) in [
        ("POST", "/connect-requests", Some(good.clone()), 409, "duplicate_connect_request"),
        ("POST", "/connect-requests", Some(request("p-2", " ", "violet harbour")), 422, "invalid_question"),
        ("POST", "/connect-requests", Some(request("p-2", "Which word?", "gray")), 422, "invalid_answer"),
        (
            "POST",
            "/connect-requests",
            Some(request("p-2", "Is it violet harbour?", "Violet Harbour")),
            422,
            "invalid_answer",
        ),
        (
            "POST",
            "/connect-requests",
            Some(request("", "Which word?", "violet harbour")),
            422,
            "invalid_external_id",
        ),
        ("POST", "/connect-requests", Some(json!({ "external_id": "p-2" })), 400, "malformed"),
        ("POST", "/connect-requests", Some(json!([])), 400, "malformed"),
        ("POST", "/connect-requests", Some(request("p-2", &long, "violet harbour")), 413, "too_large"),
        ("GET", "/connect-requests/nobody", None, 404, "not_found"),
        ("DELETE", "/connect-requests/nobody", None, 404, "not_found"),
        ("GET", "/connect-requests?status=lost", None, 400, "malformed"),
        ("GET", "/connect-requests?colour=blue", None, 400, "malformed"),
        ("GET", "/connect-requests?cursor=%21", None, 400, "malformed"),
        ("GET", "/connect-requests?limit=0", None, 400, "malformed"),
        ("GET", "/authorized-connect-requests?since=yesterday", None, 422, "invalid_since"),
        ("GET", "/persons/x/records/y/authorization", None, 404, "not_found"),
        ("GET", "/nothing", None, 404, "not_found"),
        ("PUT", "/connect-requests", None, 405, "method_not_allowed"),
    ] {
        let (found, body) = clinic.call(method, path, body).await;
        assert_eq!((found, body["code"].as_str()), (status, Some(code)), "{method} {path}: {body}");
        assert!(!body.to_string().contains("violet"), "an error repeats no answer");
    }
    let (status, body) = clinic
        .call("POST", "/connect-requests", Some(json!({ "external_id": "p-2", "friendly_name": " ", "question": "Which word?", "answer": "violet harbour" })))
        .await;
    assert_eq!((status, body["code"].as_str()), (422, Some("invalid_friendly_name")));
    assert_eq!(
        clinic.get("/connect-requests").await["items"].as_array().unwrap().len(),
        1,
        "nothing was changed"
    );
}

#[actix_web::test]
async fn only_an_enabled_web_app_with_the_methods_and_a_good_key_gets_in() {
    let portal = spawn(Database::Sqlite).await;
    let code = async |clinic: &Clinic| {
        let (status, body) = clinic.call("GET", "/connect-requests", None).await;
        (status, body["code"].as_str().unwrap_or_default().to_owned())
    };
    let mobile = portal.another_app(|app| app.kind = AppKind::Mobile).await;
    assert_eq!(code(&mobile).await, (403, "mobile_app".to_owned()));
    let without = portal.another_app(|app| app.methods.clear()).await;
    assert_eq!(code(&without).await, (403, "methods_not_enabled".to_owned()));
    let mut stranger = portal.clinic();
    stranger.key = "pc_nonsense".to_owned();
    assert_eq!(code(&stranger).await, (401, "unauthorized".to_owned()));
    let clinic = portal.clinic();
    patient_connect::actions::operator::apps::set_enabled(&portal.installation.context, portal.app.id, false)
        .await
        .unwrap();
    assert_eq!(code(&clinic).await, (401, "unauthorized".to_owned()));
}

#[actix_web::test]
async fn external_ids_can_be_changed_to_free_ones_only() {
    let portal = spawn(Database::Sqlite).await;
    let clinic = portal.clinic();
    let (one, two) = (clinic.invite("violet harbour").await, clinic.invite("violet harbour").await);
    let path = format!("/connect-requests/{}", one.external_id);
    let (status, body) = clinic.call("PATCH", &path, Some(json!({ "external_id": two.external_id }))).await;
    assert_eq!((status, body["code"].as_str()), (409, Some("duplicate_connect_request")));
    let (status, body) = clinic.call("PATCH", &path, Some(json!({ "external_id": "a/b c" }))).await;
    assert_eq!((status, body["external_id"].as_str()), (200, Some("a/b c")));
    assert_eq!(clinic.get("/connect-requests/a%2Fb%20c").await["status"], "pending");
}

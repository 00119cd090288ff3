//! The sandbox's desk, where one plays the clinic.

use regex::Regex;
use serde_json::{Value, json};

use crate::support::{Browser, Clinic, Process, client_without_defaults};

/// A sandbox with its clinic, and one of its invitations.
fn sandbox(data: &std::path::Path) -> (Process, String, Clinic, Value) {
    client_without_defaults();
    let (process, told) = Process::sandbox(data, "0");
    let base = told["base_url"].as_str().unwrap().to_owned();
    let clinic = Clinic::new(&base, told["app"]["api_key"].as_str().unwrap());
    (process, base, clinic, told["connect_requests"][0].clone())
}

async fn status(clinic: &Clinic, external_id: &str) -> (String, u64) {
    let request = clinic.get(&format!("/connect-requests/{external_id}")).await;
    (request["status"].as_str().unwrap().to_owned(), request["attempts_left"].as_u64().unwrap())
}

/// Three wrong answers, none of which was given before.
async fn lock(patient: &mut Browser, invitation: &Value, round: u32) {
    patient.open(invitation["link"].as_str().unwrap()).await;
    for n in 1..=3 {
        patient.is("question", if n == 1 { 200 } else { 422 });
        patient.answer(&format!("wrong {round} {n}")).await;
    }
    patient.is("locked", 410);
}

#[actix_web::test]
async fn a_locked_code_is_rearmed_at_the_desk_with_a_reason_three_times_and_no_more() {
    let dir = tempfile::tempdir().unwrap();
    let (_sandbox, base, clinic, invitation) = sandbox(dir.path());
    let id = invitation["external_id"].as_str().unwrap();
    let form = format!("data-testid=\"rearm-{id}\"");
    let (mut patient, mut desk) = (Browser::new(&base), Browser::new(&base));
    desk.open("/_demo/").await;
    assert!(!desk.html.contains(&form), "nothing is locked yet");
    for round in 1..=3 {
        lock(&mut patient, &invitation, round).await;
        desk.open("/_demo/").await;
        assert!(desk.html.contains(&form), "{}", desk.html);
        desk.submit("/_demo/rearm", &[("external_id", id), ("reason", "  ")]).await;
        desk.is("desk", 422);
        assert!(desk.html.contains("data-testid=\"field-error-reason\""));
        assert_eq!(status(&clinic, id).await, ("locked".to_owned(), 0), "nothing was changed");
        desk.submit("/_demo/rearm", &[("external_id", id), ("reason", "Spoke with her.")]).await;
        desk.is("desk", 200);
        assert!(!desk.html.contains(&form));
        assert_eq!(status(&clinic, id).await, ("pending".to_owned(), 3));
    }
    lock(&mut patient, &invitation, 4).await;
    desk.open("/_demo/").await;
    assert!(!desk.html.contains(&form) && desk.html.contains("re-armed as often as can be"));
    desk.submit("/_demo/rearm", &[("external_id", id), ("reason", "Once more.")]).await;
    desk.is("desk", 422);
    assert_eq!(status(&clinic, id).await, ("locked".to_owned(), 0));
}

#[actix_web::test]
async fn the_call_behind_the_form_at_the_desk_rearms_a_frozen_code() {
    let dir = tempfile::tempdir().unwrap();
    let (_sandbox, base, clinic, invitation) = sandbox(dir.path());
    let id = invitation["external_id"].as_str().unwrap();
    let mut patient = Browser::new(&base);
    patient.open(invitation["link"].as_str().unwrap()).await;
    patient.open("/connect/report").await;
    patient.submit("/connect/report", &[]).await;
    patient.is("frozen", 410);
    assert_eq!(status(&clinic, id).await.0, "frozen");

    let mut desk = Browser::new(&base);
    desk.open("/_demo/").await;
    let call = Regex::new(r"/api/v1(/connect-requests/[^/\s]+/rearm) -d '(\{[^}]*\})'").unwrap();
    let call = call.captures(&desk.html).unwrap_or_else(|| panic!("{}", desk.html));
    let body: Value = serde_json::from_str(&call[2]).unwrap();
    assert_eq!(&call[1], format!("/connect-requests/{id}/rearm"));
    assert_eq!(clinic.call("POST", &call[1], Some(body)).await.0, 200);
    assert_eq!(status(&clinic, id).await, ("pending".to_owned(), 3));
    patient.open(invitation["link"].as_str().unwrap()).await;
    patient.answer(invitation["answer"].as_str().unwrap()).await;
    patient.is("sign-in", 200);
    let (refused, body) =
        clinic.call("POST", &format!("/connect-requests/{id}/rearm"), Some(json!({ "reason": "x" }))).await;
    assert_eq!((refused, body["code"].as_str()), (409, Some("not_locked")));
}

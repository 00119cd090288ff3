//! A locked or frozen code comes back to life by its clinic's word: "the old letter works again".

use serde_json::{Value, json};

use crate::support::{Clinic, Letter, databases, spawn};

async fn rearm(clinic: &Clinic, letter: &Letter, reason: &str) -> (u16, Value) {
    let path = format!("/connect-requests/{}/rearm", letter.external_id);
    clinic.call("POST", &path, Some(json!({ "reason": reason }))).await
}

async fn kinds(clinic: &Clinic) -> Vec<String> {
    let events = clinic.get("/events").await;
    events["items"].as_array().unwrap().iter().map(|e| e["type"].as_str().unwrap().to_owned()).collect()
}

#[actix_web::test]
async fn after_a_lock_the_clinic_rearms_and_the_old_letter_leads_to_success() {
    for database in databases() {
        let portal = spawn(database).await;
        let clinic = portal.clinic();
        let letter = clinic.invite("violet harbour").await;
        let (status, problem) = rearm(&clinic, &letter, "too early").await;
        assert_eq!((status, &problem["code"]), (409, &json!("not_locked")));
        let mut patient = portal.browser();
        patient.open(&letter.link).await;
        for wrong in ["one wrong", "two wrong", "three wrong"] {
            patient.answer(wrong).await;
        }
        patient.is("locked", 410);
        let (status, problem) = rearm(&clinic, &letter, "  ").await;
        assert_eq!((status, &problem["code"]), (422, &json!("invalid_reason")));
        let (status, request) = rearm(&clinic, &letter, "She called; the street was misspelt").await;
        assert_eq!(status, 200, "{request}");
        assert_eq!((&request["status"], &request["attempts_left"]), (&json!("pending"), &json!(3)));
        assert_eq!(request["rearmed"], 1);
        patient.connect(&letter, "Emma").await;
        let kinds = kinds(&clinic).await;
        assert!(kinds.contains(&"rearmed".to_owned()), "{kinds:?}");
        assert_eq!(clinic.request(&letter).await["status"], "authorized");
    }
}

#[actix_web::test]
async fn a_code_is_rearmed_three_times_and_no_more() {
    let portal = spawn(crate::support::Database::Sqlite).await;
    let clinic = portal.clinic();
    let letter = clinic.invite("violet harbour").await;
    for n in 0..4 {
        let mut patient = portal.browser();
        patient.open(&letter.link).await;
        for m in 0..3 {
            patient.answer(&format!("wrong {n} {m}")).await;
        }
        patient.is("locked", 410);
        let (status, answer) = rearm(&clinic, &letter, "again").await;
        match n {
            3 => assert_eq!((status, &answer["code"]), (409, &json!("rearmed_too_often"))),
            n => assert_eq!((status, &answer["rearmed"]), (200, &json!(n + 1))),
        }
    }
}

#[actix_web::test]
async fn a_reported_code_is_frozen_on_every_path_until_its_clinic_rearms_it() {
    for database in databases() {
        let portal = spawn(database).await;
        let clinic = portal.clinic();
        let letter = clinic.invite("violet harbour").await;
        // One has answered already, in another browser.
        let mut further = portal.browser();
        further.open(&letter.link).await;
        further.answer(&letter.answer).await;
        further.is("sign-in", 200);
        let mut patient = portal.browser();
        patient.open(&letter.link).await;
        assert!(patient.html.contains("data-testid=\"report\""));
        patient.open("/connect/report").await;
        patient.is("report", 200);
        patient.submit("/connect/report", &[]).await;
        patient.is("frozen", 410);
        assert!(patient.html.contains("data-testid=\"clinic-contact\""));
        for path in ["/connect/question", "/connect/report"] {
            patient.open(path).await;
            patient.is("frozen", 410);
        }
        further.open("/sign-in").await;
        further.is("frozen", 410);
        let mut later = portal.browser();
        later.open(&letter.link).await;
        later.is("frozen", 410);
        assert_eq!(clinic.request(&letter).await["status"], "frozen");
        assert_eq!(clinic.request(&letter).await["attempts_left"], 3, "reporting costs no chance");
        let frozen = clinic.get("/connect-requests?status=frozen").await;
        assert_eq!(frozen["items"][0]["external_id"], json!(letter.external_id));
        assert!(kinds(&clinic).await.contains(&"reported".to_owned()));
        let (status, request) = rearm(&clinic, &letter, "It was she, after all").await;
        assert_eq!((status, &request["status"]), (200, &json!("pending")));
        later.connect(&letter, "Emma").await;
    }
}

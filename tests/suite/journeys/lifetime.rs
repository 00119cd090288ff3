use crate::support::{databases, spawn};

#[actix_web::test]
async fn a_request_expires_after_four_weeks_and_frees_its_external_id_after_90_days_more() {
    for database in databases() {
        let portal = spawn(database).await;
        let clinic = portal.clinic();
        let letter = clinic.invite("violet harbour").await;
        portal.advance_days(27);
        let mut patient = portal.browser();
        patient.open(&letter.link).await;
        patient.is("question", 200);
        portal.advance_days(1);
        patient.open(&letter.link).await;
        patient.is("expired", 410);
        assert_eq!(clinic.request(&letter).await["status"], "expired");
        let again = serde_json::json!({ "external_id": letter.external_id, "friendly_name": "x",
            "question": "Which word?", "answer": "golden meadow" });
        let (status, _) = clinic.call("POST", "/connect-requests", Some(again.clone())).await;
        assert_eq!(status, 409, "an expired request keeps its external ID");
        portal.advance_days(90);
        let path = format!("/connect-requests/{}", letter.external_id);
        assert_eq!(clinic.call("GET", &path, None).await.0, 404);
        patient.open(&letter.link).await;
        patient.is("withdrawn", 410);
        assert_eq!(clinic.call("POST", "/connect-requests", Some(again)).await.0, 201);
    }
}

#[actix_web::test]
async fn an_authorized_request_goes_90_days_after_the_last_pickup_and_a_pickup_restarts_them() {
    for database in databases() {
        let portal = spawn(database).await;
        let clinic = portal.clinic();
        let letter = clinic.invite("violet harbour").await;
        portal.browser().connect(&letter, "Emma").await;
        portal.advance_days(89);
        portal.browser().connect(&letter, "Noah").await;
        portal.advance_days(89);
        assert_eq!(clinic.request(&letter).await["status"], "authorized");
        assert_eq!(clinic.authorized(None).await["items"].as_array().unwrap().len(), 2);
        portal.advance_days(1);
        let path = format!("/connect-requests/{}", letter.external_id);
        assert_eq!(clinic.call("GET", &path, None).await.0, 404);
        assert!(clinic.authorized(None).await["items"].as_array().unwrap().is_empty());
        let purged =
            patient_connect::actions::time::purge::purge(&portal.installation.context).await.unwrap();
        assert_eq!(purged.connect_requests, 1);
        let mut patient = portal.browser();
        patient.open(&letter.link).await;
        patient.is("withdrawn", 410);
    }
}

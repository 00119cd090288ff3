//! An app's own entry, `/at/SLUG`.

use patient_connect::domain::slug::Slug;

use super::at_harbour;
use crate::support::{databases, spawn};

#[actix_web::test]
async fn a_short_address_on_paper_leads_to_the_code_page_in_the_clinics_look() {
    for database in databases() {
        let portal = spawn(database).await;
        let clinic = at_harbour(&portal).await;
        let letter = clinic.invite("violet harbour").await;
        let mut patient = portal.browser();
        patient.open("/at/harbour").await;
        patient.is("code", 200);
        assert!(patient.html.contains("through Patient Connect"), "whose entry it is: {}", patient.html);
        patient.submit("/at/harbour", &[("identity_code", "JKYZ")]).await;
        patient.is("code", 422);
        assert!(patient.html.contains("action=\"/at/harbour\""), "she stays where she is");
        patient.submit("/at/harbour", &[("identity_code", &letter.code)]).await;
        patient.is("question", 200);
        patient.open("/at/HARBOUR").await;
        patient.is("code", 200);
    }
}

#[actix_web::test]
async fn a_code_in_the_short_address_is_taken_out_of_it_at_once() {
    for database in databases() {
        let portal = spawn(database).await;
        let letter = at_harbour(&portal).await.invite("violet harbour").await;
        let mut patient = portal.browser();
        patient.open(&format!("/at/harbour?packageid={}", letter.code)).await;
        patient.is("question", 200);
        assert!(!patient.path.contains("packageid"), "{}", patient.path);
    }
}

#[actix_web::test]
async fn an_entry_that_no_app_has_is_not_found() {
    for database in databases() {
        let portal = spawn(database).await;
        at_harbour(&portal).await;
        let mut patient = portal.browser();
        for path in ["/at/nobody", "/at/har%20bour", "/at/-"] {
            patient.open(path).await;
            patient.is("not-found", 404);
        }
        let gone = portal.another_app(|app| app.slug = Slug::parse("quay").ok()).await;
        drop(gone);
        patient.open("/at/quay").await;
        patient.is("code", 200);
    }
}

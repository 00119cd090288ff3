//! "`letter_due` is an event: unopened for N days (setting, off by default) or locked."

use patient_connect::actions::{Context, time::letters_due::letters_due};

use crate::support::{Clinic, TestPortal, databases, spawn};

async fn told(clinic: &Clinic) -> Vec<String> {
    let events = clinic.get("/events").await;
    let items = events["items"].as_array().unwrap();
    let due = items.iter().filter(|event| event["type"] == "letter_due");
    due.map(|event| event["external_id"].as_str().unwrap().to_owned()).collect()
}

fn after_days(portal: &TestPortal, days: u32) -> Context {
    let mut context = portal.installation.context.clone();
    context.rules.letter_due_after_days = days;
    context
}

#[actix_web::test]
async fn an_app_is_told_once_that_a_code_was_opened_by_nobody() {
    for database in databases() {
        let portal = spawn(database).await;
        let clinic = portal.clinic();
        let (unopened, opened) =
            (clinic.invite("violet harbour").await, clinic.invite("violet harbour").await);
        let mut patient = portal.browser();
        patient.open(&opened.link).await;
        patient.answer("something else").await;
        let context = after_days(&portal, 5);
        portal.advance_days(4);
        assert_eq!(letters_due(&context).await.unwrap(), 0);
        portal.advance_days(1);
        assert_eq!(letters_due(&portal.installation.context).await.unwrap(), 0, "off, unless it is set");
        assert_eq!(letters_due(&context).await.unwrap(), 1);
        assert_eq!(letters_due(&context).await.unwrap(), 0, "once");
        assert_eq!(told(&clinic).await, std::slice::from_ref(&unopened.external_id));
        portal.advance_days(30);
        assert_eq!(letters_due(&context).await.unwrap(), 0, "expired ones need no letter");
    }
}

//! "The patient reads her own language on every page: the app's choice at creation, else her browser's, and her own
//! choice above both."

use serde_json::{Value, json};

use super::{PAT, by_mail, invited, post::start};
use crate::support::{Browser, Database, Letter, TestPortal, databases, spawn};

async fn in_spanish(portal: &TestPortal, external_id: &str) -> Letter {
    let request = json!({
        "external_id": external_id, "friendly_name": "Emma’s visits", "question": "Which word did we agree on?",
        "answer": "violet harbour", "language": "es",
    });
    invited(&portal.clinic(), &request).await
}

#[track_caller]
fn speaks(browser: &Browser, tag: &str) {
    assert!(browser.html.contains(&format!("<html lang=\"{tag}\"")), "{} speaks {tag}", browser.path);
}

#[actix_web::test]
async fn once_the_code_is_accepted_every_page_speaks_the_language_that_the_app_chose() {
    for database in databases() {
        let portal = spawn(database).await;
        let letter = in_spanish(&portal, "patient-1").await;
        assert_eq!(portal.clinic().request(&letter).await["language"], "es");
        let mut patient = portal.browser();
        patient.open("/connect").await;
        speaks(&patient, "en");
        patient.open(&letter.link).await;
        patient.is("question", 200);
        speaks(&patient, "es");
        patient.open("/connect/report").await;
        speaks(&patient, "es");
        patient.open("/connect/question").await;
        patient.answer("not the word").await;
        patient.is("question", 422);
        speaks(&patient, "es");
        assert!(patient.html.contains("Esta respuesta"), "its problems, too");
        patient.answer("violet harbour").await;
        patient.is("sign-in", 200);
        speaks(&patient, "es");
        patient.create_account().await;
        patient.is("record", 200);
        speaks(&patient, "es");
        patient.choose_new("Emma").await;
        patient.is("authorize", 200);
        speaks(&patient, "es");
        patient.allow().await;
        patient.is("success", 200);
        speaks(&patient, "es");
        patient.open("/connections").await;
        speaks(&patient, "en");
    }
}

#[actix_web::test]
async fn what_she_chose_herself_counts_above_it() {
    let portal = spawn(Database::Sqlite).await;
    let letter = in_spanish(&portal, "patient-1").await;
    let mut patient = portal.browser();
    patient.open(&letter.link).await;
    speaks(&patient, "es");
    patient.submit("/language", &[("language", "en"), ("return_to", "/connect/question")]).await;
    patient.is("question", 200);
    speaks(&patient, "en");
    patient.answer("violet harbour").await;
    speaks(&patient, "en");
}

#[actix_web::test]
async fn two_letters_in_two_languages_do_not_mix() {
    let portal = spawn(Database::Sqlite).await;
    let spanish = in_spanish(&portal, "patient-1").await;
    let plain = portal.clinic().invite("violet harbour").await;
    let mut patient = portal.browser();
    patient.open(&spanish.link).await;
    speaks(&patient, "es");
    patient.open(&plain.link).await;
    speaks(&patient, "en");
    patient.open("/connect/question").await;
    speaks(&patient, "es");
}

#[actix_web::test]
async fn the_pages_that_bring_bad_news_speak_it_too() {
    let portal = spawn(Database::Sqlite).await;
    let locked = in_spanish(&portal, "patient-1").await;
    let mut patient = portal.browser();
    patient.open(&locked.link).await;
    for wrong in ["one wrong", "two wrong", "three wrong"] {
        patient.answer(wrong).await;
    }
    patient.is("locked", 410);
    speaks(&patient, "es");
    patient.open("/connect/question").await;
    patient.is("locked", 410);
    speaks(&patient, "es");
    let typed = in_spanish(&portal, "patient-2").await;
    portal.advance_days(28);
    let mut patient = portal.browser();
    patient.open("/connect").await;
    patient.submit("/connect", &[("identity_code", &typed.code)]).await;
    patient.is("expired", 410);
    speaks(&patient, "es");
}

#[actix_web::test]
async fn a_mail_is_written_in_it_and_in_english_where_none_was_chosen() {
    let (portal, post) = start(Database::Sqlite).await;
    let clinic = portal.clinic();
    let with = |external_id: &str, language: Value| {
        let mut request = by_mail(external_id, false);
        request["language"] = language;
        request
    };
    let spanish = invited(&clinic, &with("patient-1", json!("es-MX"))).await;
    assert_eq!(clinic.request(&spanish).await["language"], "es", "the nearest that there is");
    let mail = post.newest(PAT).await;
    assert_eq!((mail.language.as_str(), mail.subject.as_str()), ("es", "Una invitación de Fabrikam Clinic"));
    assert!(
        mail.html.contains("<html lang=\"es\"") && mail.text.contains("No esperaba esto"),
        "{}",
        mail.text
    );
    let plain = invited(&clinic, &with("patient-2", Value::Null)).await;
    assert_eq!(clinic.request(&plain).await["language"], Value::Null);
    assert_eq!(post.newest(PAT).await.language, "en");
}

//! Her language stays with her journey and her account, wherever she goes on.

use serde_json::json;

use super::speaks;
use crate::{
    accounts::{SAFARI, signed_in, somebody},
    support::{Database, databases, spawn},
};

#[actix_web::test]
async fn a_journey_speaks_the_apps_language_on_every_device() {
    for database in databases() {
        let portal = spawn(database).await;
        let clinic = portal.clinic();
        let request = json!({
            "external_id": "patient-1", "friendly_name": "Emma’s visits", "question": "Which word did we agree on?",
            "answer": "violet harbour", "language": "ar-EG",
        });
        let (status, made) = clinic.call("POST", "/connect-requests", Some(request)).await;
        assert_eq!(status, 201);
        for _ in 0..2 {
            let mut device = portal.browser();
            device.open(made["link"].as_str().unwrap()).await;
            device.is("question", 200);
            speaks(&device, "ar");
            assert!(device.html.contains("dir=\"rtl\""));
            device.answer("violet harbour").await;
            speaks(&device, "ar");
        }
    }
}

#[actix_web::test]
async fn the_language_that_she_chose_before_she_had_an_account_goes_with_it_to_her_other_devices() {
    for database in databases() {
        let portal = spawn(database).await;
        let letter = portal.clinic().invite("violet harbour").await;
        let mut patient = portal.browser();
        patient.open(&letter.link).await;
        patient.submit("/language", &[("language", "vi"), ("return_to", "/connect/question")]).await;
        patient.answer("violet harbour").await;
        let (email, password) = patient.create_account().await;
        speaks(&patient, "vi");
        let mut phone = portal.browser();
        phone.open("/sign-in?to=account").await;
        speaks(&phone, "en");
        phone.submit("/sign-in?to=account", &[("email", &email), ("password", password)]).await;
        phone.is("account", 200);
        speaks(&phone, "vi");
    }
}

#[actix_web::test]
async fn what_another_chose_in_her_browser_does_not_change_what_her_account_keeps() {
    let portal = spawn(Database::Sqlite).await;
    let mut her = somebody(&portal).await;
    her.browser.submit("/language", &[("language", "he"), ("return_to", "/account")]).await;
    speaks(&her.browser, "he");
    let mut other = portal.browser();
    other.open("/sign-in?to=account").await;
    other.submit("/language", &[("language", "de"), ("return_to", "/sign-in?to=account")]).await;
    speaks(&other, "de");
    let fields = [("email", her.email.as_str()), ("password", "violet harbour tuesday lantern")];
    other.submit("/sign-in?to=account", &fields).await;
    speaks(&other, "he");
    let again = signed_in(&portal, &her.email, SAFARI).await;
    speaks(&again, "he");
}

#[actix_web::test]
async fn on_a_shared_computer_the_choice_of_who_was_there_before_is_not_kept_as_hers() {
    let portal = spawn(Database::Sqlite).await;
    let her = somebody(&portal).await;
    let mut shared = portal.browser();
    shared.open("/sign-in?to=account").await;
    shared.submit("/language", &[("language", "fr"), ("return_to", "/sign-in?to=account")]).await;
    let fields = [
        ("email", her.email.as_str()),
        ("password", "violet harbour tuesday lantern"),
        ("shared_computer", "yes"),
    ];
    shared.submit("/sign-in?to=account", &fields).await;
    shared.is("account", 200);
    let own = signed_in(&portal, &her.email, SAFARI).await;
    speaks(&own, "en");
}

#[actix_web::test]
async fn a_browsers_language_is_found_by_its_old_and_regional_names() {
    let portal = spawn(Database::Sqlite).await;
    for (accepted, tag, dir) in [
        ("iw-IL,iw;q=0.9,en;q=0.5", "he", "rtl"),
        ("zh-CN,zh;q=0.9", "zh-Hans", "ltr"),
        ("zh-TW,en;q=0.1", "zh-Hans", "ltr"),
        ("pt-BR", "pt", "ltr"),
        ("ar-SA", "ar", "rtl"),
    ] {
        let answer = reqwest::Client::new()
            .get(format!("{}/connect", portal.base))
            .header("Accept-Language", accepted)
            .send()
            .await
            .unwrap();
        assert_eq!(answer.headers()["content-language"], tag, "{accepted}");
        let html = answer.text().await.unwrap();
        assert!(html.contains(&format!("<html lang=\"{tag}\" dir=\"{dir}\">")), "{accepted}");
    }
}

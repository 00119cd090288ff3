//! "The new password ends all sessions … keeps all connections."

use super::{NEW_PASSWORD, PASSWORD, enter_recovery, forget, sign_in};
use crate::support::{databases, spawn_with_mail};

#[actix_web::test]
async fn a_new_password_signs_out_everywhere_and_every_journey_stays() {
    for database in databases() {
        let (portal, mailbox) = spawn_with_mail(database).await;
        let email = super::account(portal.browser(), &mailbox).await;
        let other_email = super::account(portal.browser(), &mailbox).await;
        // She is signed in twice, once in the midst of a journey, and has connected something.
        let letter = portal.clinic().invite("violet harbour").await;
        let mut on_journey = portal.browser();
        on_journey.open(&letter.link).await;
        on_journey.answer(&letter.answer).await;
        sign_in(&mut on_journey, &email, PASSWORD).await;
        on_journey.choose_new("Emma").await;
        on_journey.is("authorize", 200);
        let mut beside = portal.browser();
        beside.open("/sign-in").await;
        sign_in(&mut beside, &email, PASSWORD).await;
        beside.is("connections", 200);
        let mut somebody_else = portal.browser();
        somebody_else.open("/sign-in").await;
        sign_in(&mut somebody_else, &other_email, PASSWORD).await;

        let mut patient = portal.browser();
        patient.open("/sign-in").await;
        forget(&mut patient, &email).await;
        enter_recovery(&mut patient, &mailbox.newest_code(&email).await).await;
        beside.open("/connections").await;
        beside.is("connections", 200);
        patient.submit("/recover/password", &[("password", NEW_PASSWORD)]).await;
        patient.is("sign-in", 200);

        for _ in 0..2 {
            beside.open("/connections").await;
            beside.is("sign-in", 200);
            // A page may be sent that writes the session anew: that brings nobody back.
            beside.submit("/language", &[("language", "en")]).await;
        }
        on_journey.allow().await;
        on_journey.is("sign-in", 200);
        sign_in(&mut on_journey, &email, NEW_PASSWORD).await;
        on_journey.is("authorize", 200);
        on_journey.allow().await;
        on_journey.is("success", 200);
        on_journey.open("/connections").await;
        assert!(on_journey.html.contains("data-testid=\"connection\""));
        somebody_else.open("/connections").await;
        somebody_else.is("connections", 200);
    }
}

#[actix_web::test]
async fn a_connection_outlives_a_new_password() {
    let (portal, mailbox) = spawn_with_mail(crate::support::Database::Sqlite).await;
    let email = super::account(portal.browser(), &mailbox).await;
    let letter = portal.clinic().invite("violet harbour").await;
    let mut patient = portal.browser();
    patient.open(&letter.link).await;
    patient.answer(&letter.answer).await;
    sign_in(&mut patient, &email, PASSWORD).await;
    patient.choose_new("Emma").await;
    patient.allow().await;
    patient.is("success", 200);
    let mut elsewhere = portal.browser();
    elsewhere.open("/sign-in").await;
    forget(&mut elsewhere, &email).await;
    enter_recovery(&mut elsewhere, &mailbox.newest_code(&email).await).await;
    elsewhere.submit("/recover/password", &[("password", NEW_PASSWORD)]).await;
    sign_in(&mut elsewhere, &email, NEW_PASSWORD).await;
    assert!(elsewhere.html.contains("data-testid=\"connection\""));
    let listed = portal.clinic().authorized(None).await;
    assert_eq!(listed["items"].as_array().unwrap().len(), 1);
}

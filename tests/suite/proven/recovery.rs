//! A forgotten password.

use super::{NEW_PASSWORD, PASSWORD, enter_recovery, forget, new_address, sign_in};
use crate::support::{Database, databases, spawn_with_mail};

#[actix_web::test]
async fn a_new_password_takes_the_place_of_the_old_one_and_is_told() {
    for database in databases() {
        let (portal, mailbox) = spawn_with_mail(database).await;
        let email = super::account(portal.browser(), &mailbox).await;
        let mut patient = portal.browser();
        patient.open("/sign-in").await;
        assert!(patient.html.contains("data-testid=\"recover\""));
        forget(&mut patient, &email).await;
        enter_recovery(&mut patient, &mailbox.newest_code(&email).await).await;
        patient.is("recover-password", 200);
        for weak in ["", "short", "passwordpassword", email.as_str(), "Pat Example"] {
            patient.submit("/recover/password", &[("password", weak)]).await;
            patient.is("recover-password", 422);
        }
        let before = mailbox.arrived(&email).await.len();
        patient.submit("/recover/password", &[("password", NEW_PASSWORD)]).await;
        patient.is("sign-in", 200);
        assert_eq!(patient.path, "/sign-in?notice=recovered");
        let arrived = mailbox.arrived(&email).await;
        assert_eq!((arrived.len(), arrived[0].codes.len()), (before + 1, 0));
        assert_eq!(arrived[0].subject, "Your password was changed");
        patient.open("/connections").await;
        patient.is("sign-in", 200);
        sign_in(&mut patient, &email, PASSWORD).await;
        patient.is("sign-in", 422);
        sign_in(&mut patient, &email, NEW_PASSWORD).await;
        patient.is("connections", 200);
        // It is over: the code opens nothing any more.
        let mut again = portal.browser();
        again.open("/recover/password").await;
        again.is("recover", 200);
    }
}

#[actix_web::test]
async fn who_does_not_have_the_code_gets_nowhere() {
    let (portal, mailbox) = spawn_with_mail(Database::Sqlite).await;
    let email = super::account(portal.browser(), &mailbox).await;
    // The code is of use only in the browser that asked for it.
    let (mut patient, mut stranger) = (portal.browser(), portal.browser());
    patient.open("/sign-in").await;
    stranger.open("/sign-in").await;
    forget(&mut stranger, &email).await;
    let strangers = mailbox.newest_code(&email).await;
    forget(&mut patient, &email).await;
    let patients = mailbox.newest_code(&email).await;
    enter_recovery(&mut stranger, &patients).await;
    stranger.is("recover-code", 422);
    enter_recovery(&mut patient, &strangers).await;
    patient.is("recover-code", 422);
    stranger.submit("/recover/password", &[("password", NEW_PASSWORD)]).await;
    stranger.is("recover-code", 200);
    // Once she has a new password, nothing that was asked for before is of use.
    enter_recovery(&mut patient, &patients).await;
    patient.submit("/recover/password", &[("password", NEW_PASSWORD)]).await;
    patient.is("sign-in", 200);
    enter_recovery(&mut stranger, &strangers).await;
    stranger.is("recover", 200);
}

#[actix_web::test]
async fn an_address_without_an_account_gets_the_mail_that_says_so() {
    let (portal, mailbox) = spawn_with_mail(Database::Sqlite).await;
    let (mut somebody, email) = (portal.browser(), new_address());
    somebody.open("/sign-in").await;
    forget(&mut somebody, &email).await;
    let mail = mailbox.newest(&email).await;
    assert_eq!((mail.subject.as_str(), mail.codes.len()), ("This email address has no password here", 0));
    for guess in ["1234 5678", "00000000"] {
        enter_recovery(&mut somebody, guess).await;
        somebody.is("recover-code", 422);
    }
}

#[actix_web::test]
async fn recovery_proves_the_address_too() {
    let (portal, mailbox) = spawn_with_mail(Database::Sqlite).await;
    let email = super::before::account_from_before(&portal).await;
    let mut patient = portal.browser();
    patient.open("/sign-in").await;
    forget(&mut patient, &email).await;
    enter_recovery(&mut patient, &mailbox.newest_code(&email).await).await;
    patient.submit("/recover/password", &[("password", NEW_PASSWORD)]).await;
    sign_in(&mut patient, &email, NEW_PASSWORD).await;
    patient.is("connections", 200);
}

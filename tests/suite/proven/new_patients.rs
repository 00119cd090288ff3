//! A new patient's whole way, with her mailbox beside it.

use super::{NEW_PASSWORD, PASSWORD, enter, enter_recovery, forget, new_address, sign_in, sign_up};
use crate::support::{databases, spawn_with_mail};

#[actix_web::test]
async fn a_new_patient_comes_to_the_success_message_with_the_code_from_her_mailbox() {
    for database in databases() {
        let (portal, mailbox) = spawn_with_mail(database).await;
        let letter = portal.clinic().invite("violet harbour").await;
        let (mut patient, email) = (portal.browser(), new_address());
        patient.open(&letter.link).await;
        patient.answer(&letter.answer).await;
        sign_up(&mut patient, &email, PASSWORD).await;
        assert!(patient.html.contains("data-testid=\"friendly-name\""), "the journey is still there");
        let mail = mailbox.newest(&email).await;
        assert!(mail.text.contains("Fabrikam"), "in the name of the clinic: {}", mail.text);
        assert!(!mail.text.contains("Emma") && !mail.text.contains("word did we"), "{}", mail.text);
        enter(&mut patient, &mail.codes[0]).await;
        patient.is("record", 200);
        patient.choose_new("Emma").await;
        patient.allow().await;
        patient.is("success", 200);
        assert_eq!(portal.clinic().request(&letter).await["status"], "authorized");
    }
}

#[actix_web::test]
async fn a_new_patient_goes_on_where_she_reads_her_mail() {
    for database in databases() {
        let (portal, mailbox) = spawn_with_mail(database).await;
        let letter = portal.clinic().invite("violet harbour").await;
        let (mut phone, email) = (portal.browser(), new_address());
        phone.open(&letter.link).await;
        phone.answer(&letter.answer).await;
        sign_up(&mut phone, &email, PASSWORD).await;
        let first = mailbox.newest_code(&email).await;
        // On another device, a while later, there is no page that asks for the code: she signs in there.
        portal.clock.advance(std::time::Duration::from_secs(300));
        let mut desktop = portal.browser();
        desktop.open("/sign-in").await;
        sign_in(&mut desktop, &email, "not the password at all").await;
        desktop.is("sign-in", 422);
        sign_in(&mut desktop, &email, PASSWORD).await;
        desktop.is("verify-email", 200);
        let second = mailbox.newest_code(&email).await;
        assert_ne!(first, second);
        enter(&mut phone, &first).await;
        phone.is("verify-email", 422);
        enter(&mut desktop, &second).await;
        desktop.is("connections", 200);
        // The journey waits on the phone.
        phone.open("/verify-email").await;
        phone.is("sign-in", 200);
        assert!(phone.html.contains("data-testid=\"friendly-name\""));
        sign_in(&mut phone, &email, PASSWORD).await;
        phone.is("record", 200);
        // And it can be gone through on the desktop, too.
        desktop.open(&letter.link).await;
        desktop.answer(&letter.answer).await;
        desktop.choose_new("Emma").await;
        desktop.allow().await;
        desktop.is("success", 200);
    }
}

#[actix_web::test]
async fn a_password_forgotten_in_the_middle_costs_no_place() {
    for database in databases() {
        let (portal, mailbox) = spawn_with_mail(database).await;
        let email = super::account(portal.browser(), &mailbox).await;
        let letter = portal.clinic().invite("violet harbour").await;
        let mut patient = portal.browser();
        patient.open(&letter.link).await;
        patient.answer(&letter.answer).await;
        patient.is("sign-in", 200);
        forget(&mut patient, &email).await;
        enter_recovery(&mut patient, &mailbox.newest_code(&email).await).await;
        patient.is("recover-password", 200);
        patient.submit("/recover/password", &[("password", "short")]).await;
        patient.is("recover-password", 422);
        patient.submit("/recover/password", &[("password", NEW_PASSWORD)]).await;
        patient.is("sign-in", 200);
        assert!(patient.html.contains("data-testid=\"notice\""));
        assert!(patient.html.contains("data-testid=\"friendly-name\""), "the journey is still there");
        sign_in(&mut patient, &email, PASSWORD).await;
        patient.is("sign-in", 422);
        sign_in(&mut patient, &email, NEW_PASSWORD).await;
        patient.is("record", 200);
        patient.choose_new("Emma").await;
        patient.allow().await;
        patient.is("success", 200);
    }
}

#[actix_web::test]
async fn a_second_letter_in_a_second_tab_keeps_its_own_journey() {
    let (portal, mailbox) = spawn_with_mail(crate::support::Database::Sqlite).await;
    let (first, second) =
        (portal.clinic().invite("violet harbour").await, portal.clinic().invite("green lantern").await);
    let (mut left, email) = (portal.browser(), new_address());
    left.open(&first.link).await;
    left.answer(&first.answer).await;
    let mut right = left.clone();
    right.open(&second.link).await;
    right.submit(&right.path.clone(), &[("answer", &second.answer)]).await;
    right.is("sign-in", 200);
    sign_up(&mut right, &email, PASSWORD).await;
    assert_eq!(right.path, "/verify-email?journey=2");
    enter(&mut right, &mailbox.newest_code(&email).await).await;
    right.is("record", 200);
    assert_eq!(right.path, "/connect/record?journey=2");
    left.open("/sign-in").await;
    left.is("record", 200);
    assert_eq!(left.path, "/connect/record");
}

#[actix_web::test]
async fn a_stranger_who_types_an_address_first_takes_nothing() {
    for database in databases() {
        let (portal, mailbox) = spawn_with_mail(database).await;
        let email = new_address();
        let mut stranger = portal.browser();
        sign_up(&mut stranger, &email, "the password of a stranger").await;
        let strangers = mailbox.newest_code(&email).await;
        let mut owner = portal.browser();
        sign_up(&mut owner, &email, PASSWORD).await;
        let owners = mailbox.newest_code(&email).await;
        assert_eq!(mailbox.arrived(&email).await.len(), 2, "his mail did not keep hers from being sent");
        assert_ne!(strangers, owners);
        enter(&mut stranger, &owners).await;
        stranger.is("verify-email", 422);
        enter(&mut owner, &owners).await;
        owner.is("connections", 200);
        // Nothing waits for him any more, and he learns no more than anybody.
        enter(&mut stranger, &strangers).await;
        stranger.is("sign-in", 200);
        sign_in(&mut stranger, &email, "the password of a stranger").await;
        stranger.is("sign-in", 422);
        sign_in(&mut stranger, &email, PASSWORD).await;
        stranger.is("connections", 200);
    }
}

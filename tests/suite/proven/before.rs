//! Accounts that were made before addresses were confirmed.

use patient_connect::{
    actions::journey::create_account::create_account,
    domain::{email::Email, password::Password},
};

use super::{PASSWORD, enter, new_address, sign_in};
use crate::support::{TestPortal, databases, spawn_with_mail};

/// Makes one.
pub async fn account_from_before(portal: &TestPortal) -> String {
    let email = new_address();
    let (address, password) = (Email::parse(&email).unwrap(), Password::new(PASSWORD).unwrap());
    let context = &portal.installation.context;
    create_account(context, "Pat Example", &address, &password).await.unwrap().unwrap();
    email
}

#[actix_web::test]
async fn they_are_confirmed_at_their_next_sign_in_and_never_again() {
    for database in databases() {
        let (portal, mailbox) = spawn_with_mail(database).await;
        let email = account_from_before(&portal).await;
        let letter = portal.clinic().invite("violet harbour").await;
        let mut patient = portal.browser();
        patient.open(&letter.link).await;
        patient.answer(&letter.answer).await;
        sign_in(&mut patient, &email, "not the password at all").await;
        patient.is("sign-in", 422);
        assert!(mailbox.arrived(&email).await.is_empty());
        sign_in(&mut patient, &email, PASSWORD).await;
        patient.is("verify-email", 200);
        patient.open("/connections").await;
        patient.is("sign-in", 200);
        // In another browser she begins anew; the first waits for nothing then.
        let mut other = portal.browser();
        other.open("/sign-in").await;
        let first = mailbox.newest_code(&email).await;
        sign_in(&mut other, &email, PASSWORD).await;
        other.is("verify-email", 200);
        patient.open("/verify-email").await;
        patient.is("sign-in", 200);
        enter(&mut other, &first).await;
        other.is("verify-email", 422);
        sign_in(&mut patient, &email, PASSWORD).await;
        patient.is("verify-email", 200);
        enter(&mut patient, &mailbox.newest_code(&email).await).await;
        patient.is("record", 200);
        let codes =
            async || mailbox.arrived(&email).await.iter().filter(|mail| !mail.codes.is_empty()).count();
        let count = codes().await;
        let mut later = portal.browser();
        later.open("/sign-in").await;
        sign_in(&mut later, &email, PASSWORD).await;
        later.is("connections", 200);
        assert_eq!(codes().await, count, "no further code");
    }
}

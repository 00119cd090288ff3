//! Who came by a provider has no password that could be forgotten.

use super::{browser, hostile::EMMA, hostile::Hostile, sign_in};
use crate::support::{databases, spawn_with_mail_and_providers};

#[actix_web::test]
async fn who_came_by_a_provider_gets_the_mail_that_her_address_has_no_password_and_stays_who_she_is() {
    for database in databases() {
        let provider = Hostile::start();
        let about = vec![provider.about("state-id")];
        let (portal, mailbox) = spawn_with_mail_and_providers(database, about).await;
        let email = EMMA.email.unwrap();
        let mut hers = browser(&portal);
        hers.open("/sign-in").await;
        sign_in(&mut hers, &provider, &EMMA).await;
        hers.is("connections", 200);
        // An account of a provider asks for no code: the provider has vouched for her.
        assert!(mailbox.arrived(email).await.is_empty());

        let mut subjects = Vec::new();
        for email in [email, "nobody@example.net"] {
            let mut somebody = browser(&portal);
            somebody.open("/recover").await;
            somebody.submit("/recover", &[("email", email)]).await;
            somebody.is("recover-code", 200);
            let mail = mailbox.newest(email).await;
            assert!(mail.codes.is_empty(), "{}", mail.text);
            subjects.push(mail.subject);
            for guess in ["1234 5678", "00000000"] {
                somebody.submit("/recover/code", &[("recovery_code", guess)]).await;
                somebody.is("recover-code", 422);
            }
            somebody.open("/recover/password").await;
            somebody.is("recover-code", 200);
        }
        assert_eq!(subjects[0], subjects[1], "{database:?}");
        hers.open("/connections").await;
        hers.is("connections", 200);
        let mut again = browser(&portal);
        again.open("/sign-in").await;
        sign_in(&mut again, &provider, &EMMA).await;
        again.is("connections", 200);
    }
}

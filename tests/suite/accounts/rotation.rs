//! Another pepper while an account is being changed.

use patient_connect::{
    keys::{Keys, Purpose},
    ports::{SystemRandom, bytes},
    store::passkeys,
};

use super::{link_of, somebody};
use crate::support::{TestPortal, databases, spawn, spawn_with_mail};

/// A node that knows the next pepper, and one that writes with it.
async fn next(portal: &TestPortal) -> (TestPortal, TestPortal) {
    let before = Keys::of(&portal.key_file);
    let known = portal.key_file.with_new(&bytes(&SystemRandom), before.cookie_signature());
    (portal.with_key_file(&known).await, portal.with_key_file(&known.newest_first()).await)
}

#[actix_web::test]
async fn a_new_address_is_confirmed_and_taken_back_with_what_was_mailed_under_the_pepper_of_before() {
    for database in databases() {
        let (portal, mailbox) = spawn_with_mail(database).await;
        let (known, written) = next(&portal).await;
        let her = somebody(&portal).await;
        let mut browser = her.browser.clone();
        browser.open("/account/email").await;
        browser.submit("/account/email", &[("email", "new.zenobia@example.com")]).await;
        browser.is("account-email-code", 200);
        let code = mailbox.newest_code("new.zenobia@example.com").await;
        let mut browser = browser.at(&written.base);
        browser.submit("/account/email/code", &[("email_code", &code)]).await;
        browser.is("account", 200);
        let told = written.mailbox.as_ref().unwrap().newest(&her.email).await;
        let undo = link_of(&told.links, "/account/email/undo");
        let path = undo[undo.find("/account").unwrap()..].to_owned();
        // That link was made with the new pepper; this node only knows it.
        let mut anybody = known.browser();
        anybody.open(&path).await;
        anybody.is("account-undo-email", 200);
        anybody.submit("/account/email/undo", &[]).await;
        assert_eq!(anybody.path, "/recover", "{database:?}");
    }
}

#[actix_web::test]
async fn a_challenge_that_a_passkey_answered_opens_once_on_two_nodes_with_different_peppers() {
    for database in databases() {
        let portal = spawn(database).await;
        let (known, written) = next(&portal).await;
        for round in 0..20_u8 {
            let mut spending = Vec::new();
            for node in [&known, &written, &known, &written] {
                let context = node.installation.context.clone();
                spending.push(tokio::spawn(async move {
                    let challenge = context.keys.hashes(Purpose::Passkey, &[b"spent", &[round]]);
                    let mut tx = context.db.write().await.unwrap();
                    let spent = passkeys::spend(&mut tx, &challenge, context.now()).await.unwrap();
                    tx.commit().await.unwrap();
                    spent
                }));
            }
            let mut times = 0;
            for spent in spending {
                times += usize::from(spent.await.unwrap());
            }
            assert_eq!(times, 1, "{database:?}");
        }
    }
}

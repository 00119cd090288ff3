//! Another pepper: an app's session goes on, and a message that signs in makes no second one.

use patient_connect::{
    keys::Keys,
    ports::{SystemRandom, bytes},
};

use super::client::{NET, NOBODY, client};
use crate::support::{databases, spawn};

#[actix_web::test]
async fn a_session_goes_on_and_its_sign_in_sent_again_is_answered_with_the_same_one() {
    for database in databases() {
        let portal = spawn(database).await;
        let known =
            portal.key_file.with_new(&bytes(&SystemRandom), Keys::of(&portal.key_file).cookie_signature());
        let node = portal.with_key_file(&known.newest_first()).await;
        let mut clinic = client(&portal, NET).await;
        clinic.sign_in().await;
        let content = clinic.content(&[5; 20]);
        let sign_in = clinic.auth_info(&clinic.credential(&content));
        let message = clinic.anonymous("CreateAuthenticatedSessionToken", NET.cast, &sign_in);
        let first = clinic.send(&message).await.ok();
        for base in [&node.base, &portal.base] {
            clinic.base.clone_from(base);
            clinic.call("GetAuthorizedConnectRequests", "", NOBODY).await.ok();
            let again = clinic.send(&message).await.ok();
            assert_eq!(again.one("token"), first.one("token"), "{database:?}");
            assert_eq!(again.all("shared-secret"), first.all("shared-secret"));
        }
    }
}

//! Another pepper while somebody is at her provider's.

use patient_connect::{
    keys::Keys,
    ports::{SystemRandom, bytes},
};

use super::{browser, hostile::EMMA, leave, portals};

#[actix_web::test]
async fn who_left_before_the_pepper_was_changed_comes_back_signed_in() {
    for (portal, provider) in portals().await {
        let before = Keys::of(&portal.key_file);
        let known = portal.key_file.with_new(&bytes(&SystemRandom), before.cookie_signature());
        let known = portal.with_key_file(&known).await;
        let written = portal.with_key_file(&known.key_file.newest_first()).await;
        for (left, back_at) in [(&portal, &known), (&portal, &written), (&written, &known)] {
            let mut patient = browser(left);
            patient.open("/sign-in?to=connections").await;
            leave(&mut patient).await;
            // All nodes have one address in front of them; here each has its port.
            let port = |base: &str| base.rsplit(':').next().unwrap().to_owned();
            patient.elsewhere = patient.elsewhere.replace(&port(&left.base), &port(&back_at.base));
            let back = provider.vouch(&patient, &EMMA);
            let mut patient = patient.at(&back_at.base);
            patient.open(&back).await;
            patient.is("connections", 200);
            patient.open(&back).await;
            assert_ne!(patient.status, 500, "brought twice, it is nothing any more");
        }
    }
}

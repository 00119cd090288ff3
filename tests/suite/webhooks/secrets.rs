//! What messages are signed with.

use data_encoding::BASE64;
use patient_connect::actions::{operator::webhook_secrets, time::purge::purge};

use super::{flush, guess, outbox, sandbox, secrets};
use crate::support::{Receiver, databases, spawn_with};

#[actix_web::test]
async fn while_a_secret_is_changed_both_sign() {
    for database in databases() {
        let portal = spawn_with(database, sandbox()).await;
        let clinic = portal.clinic();
        let context = &portal.installation.context;
        let receiver = Receiver::start().await;
        let day = chrono::TimeDelta::days(1);
        let old = webhook_secrets::new(context, portal.app.id, day).await.unwrap().unwrap().secret.reveal();
        let letter = clinic.invite_with_callback("p-1", &receiver.url()).await;
        assert_eq!(secrets(&portal).await.len(), 1, "none is made beside one that was made by hand");
        let new = webhook_secrets::new(context, portal.app.id, day).await.unwrap().unwrap().secret.reveal();
        let mut outbox = outbox(&portal);
        guess(&portal, &letter, &["a"]).await;
        flush(&mut outbox).await;
        portal.advance_days(1);
        guess(&portal, &letter, &["b"]).await;
        flush(&mut outbox).await;
        let received = receiver.received();
        let signed: Vec<_> =
            received.iter().map(|m| (m.is_signed_with(&old), m.is_signed_with(&new))).collect();
        assert_eq!(signed, [(true, true), (true, true), (false, true)]);
        assert_eq!(secrets(&portal).await, [new.to_string()]);
        purge(context).await.unwrap();
        assert_eq!(secrets(&portal).await, [new.to_string()]);

        let mut tx = context.db.read().await.unwrap();
        let stored = patient_connect::store::webhooks::list_secrets(&mut tx, portal.app.id, portal.now());
        let bytes = BASE64.decode(new.strip_prefix("whsec_").unwrap().as_bytes()).unwrap();
        for row in stored.await.unwrap() {
            assert!(!row.sealed.windows(8).any(|window| window == &bytes[..8]), "it is sealed");
        }
    }
}

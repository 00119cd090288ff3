//! A request may end at any moment: its browser goes, or another part of it is refused. What it was about to do in the
//! database must not fall on who comes next.

use std::{sync::Arc, time::Duration};

use crate::support::{databases, spawn};

#[actix_web::test]
async fn a_request_that_ends_while_its_transaction_begins_spoils_no_other() {
    for database in databases() {
        let portal = spawn(database).await;
        let db = &portal.installation.context.db;
        for round in 0..300u64 {
            // At another moment each time.
            let _ = tokio::time::timeout(Duration::from_micros(round * 3), db.read()).await;
        }
        let clinic = Arc::new(portal.clinic());
        // At once, so that every connection is written on.
        let all = (0..20).map(|_| {
            let clinic = clinic.clone();
            tokio::spawn(async move { clinic.invite("violet harbour").await })
        });
        for one in all.collect::<Vec<_>>() {
            one.await.unwrap();
        }
        let (status, _) = clinic.send("POST", "/letters", &serde_json::json!({ "size": "A4" })).await;
        assert_eq!(status, 400, "refused for its body, while its key is looked up");
        portal.browser().open(&clinic.invite("violet harbour").await.link).await;
    }
}

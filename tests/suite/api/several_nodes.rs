//! "`limit_api` … shared through the database": what an app may call, it may call all nodes together.

use std::time::Duration;

use patient_connect::{
    actions::time::share_counts::{Count, Sharing},
    ports::{SystemRandom, new_pseudonym},
    web::limits::PerMinute,
};

use crate::support::{Database, TestPortal, databases, spawn_limited};

/// What the job does each second.
async fn share(node: &TestPortal, sharing: &mut Sharing) {
    let limits = &node.installation.site.limits;
    let own =
        limits.take_counted().into_iter().map(|(kind, key, counted)| Count { kind, key, counted }).collect();
    for (kind, key, times) in sharing.turn(&node.installation.context, own).await.unwrap() {
        limits.charge(&kind, &key, times);
    }
}

#[actix_web::test]
async fn an_app_has_one_limit_at_all_nodes_together() {
    for database in databases() {
        let several = matches!(database, Database::Postgres);
        let here = spawn_limited(database, PerMinute { api: 20, ..PerMinute::default() }).await;
        let there = here.beside(Duration::ZERO).await;
        let node = || Sharing::new(new_pseudonym(&SystemRandom));
        let (mut sharing_here, mut sharing_there) = (node(), node());
        share(&here, &mut sharing_here).await;
        for _ in 0..19 {
            assert_eq!(there.clinic().call("GET", "/connect-requests", None).await.0, 200);
        }
        share(&there, &mut sharing_there).await;
        share(&here, &mut sharing_here).await;
        assert_eq!(here.clinic().call("GET", "/connect-requests", None).await.0, 200, "the twentieth");
        let wanted = if several { 429 } else { 200 };
        assert_eq!(here.clinic().call("GET", "/connect-requests", None).await.0, wanted);
    }
}

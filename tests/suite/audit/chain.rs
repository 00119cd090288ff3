use std::time::Duration;

use patient_connect::actions::{audit, operator::apps};

use super::verify;
use crate::support::{databases, spawn};

/// How many lines each of the two nodes writes.
const LINES: usize = 60;

#[actix_web::test]
async fn two_nodes_that_write_and_chain_at_the_same_time_make_one_chain() {
    for database in databases() {
        let portal = spawn(database).await;
        let beside = portal.beside(Duration::ZERO).await;
        let mut tasks = Vec::new();
        for node in [&portal, &beside] {
            for _ in 0..4 {
                let (context, id) = (node.installation.context.clone(), node.app.id);
                tasks.push(tokio::spawn(async move {
                    for _ in 0..LINES / 4 {
                        assert!(apps::set_enabled(&context, id, true).await.unwrap());
                        audit::chain(&context).await.unwrap();
                    }
                }));
            }
        }
        for task in tasks {
            task.await.unwrap();
        }
        let context = &portal.installation.context;
        audit::chain(context).await.unwrap();
        let exported = audit::export(context, 0).await.unwrap();
        let enabled = exported.iter().filter(|(_, line)| line.contains("app_enabled")).count();
        assert_eq!(enabled, 2 * LINES, "none is lost and none is there twice");
        assert_eq!(verify(context).await.unwrap().last.number, exported.len() as i64);
    }
}

#[actix_web::test]
async fn what_is_undone_leaves_no_line() {
    for database in databases() {
        let portal = spawn(database).await;
        let context = &portal.installation.context;
        audit::chain(context).await.unwrap();
        let before = verify(context).await.unwrap().last.number;
        let nobody = patient_connect::ports::new_pseudonym(&patient_connect::ports::SystemRandom);
        assert!(!apps::set_enabled(context, nobody, true).await.unwrap());
        assert!(apps::revoke_key(context, portal.app.id, "none").await.unwrap().is_some());
        assert_eq!(audit::chain(context).await.unwrap().chained, 0);
        assert_eq!(verify(context).await.unwrap().last.number, before);
    }
}

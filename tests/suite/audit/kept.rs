use patient_connect::actions::{audit, operator::apps, time::purge::purge};

use super::{by_hand, lines, verify};
use crate::support::{databases, spawn};

#[actix_web::test]
async fn old_lines_are_deleted_and_the_rest_still_verifies() {
    for database in databases() {
        let portal = spawn(database).await;
        let context = &portal.installation.context;
        let old = lines(&portal).await.len() as i64;
        portal.advance_days(729);
        apps::set_enabled(context, portal.app.id, true).await.unwrap();
        audit::chain(context).await.unwrap();
        assert_eq!(purge(context).await.unwrap().audit_lines, 0, "not yet");
        portal.advance_days(2);
        assert_eq!(purge(context).await.unwrap().audit_lines, old as u64);
        let holds = verify(context).await.unwrap();
        assert_eq!((holds.first, holds.last.number), (old + 1, old + 1));
        apps::set_enabled(context, portal.app.id, true).await.unwrap();
        assert_eq!(lines(&portal).await.len(), 2);
        portal.advance_days(800);
        assert_eq!(purge(context).await.unwrap().audit_lines, 2, "all of them");
        let holds = verify(context).await.unwrap();
        assert_eq!((holds.first, holds.last.number), (old + 3, old + 2), "its numbers go on");
        apps::set_enabled(context, portal.app.id, true).await.unwrap();
        assert_eq!(lines(&portal).await[0]["number"], old + 3);
        assert!(verify(context).await.is_ok());
    }
}

/// What was changed would be gone with the proof of it.
#[actix_web::test]
async fn a_log_that_was_changed_is_not_deleted() {
    for database in databases() {
        let portal = spawn(database).await;
        let context = &portal.installation.context;
        let before = lines(&portal).await.len();
        let hide = match &context.db {
            patient_connect::store::Db::Sqlite { .. } => "DROP TRIGGER audit_log_is_not_changed",
            patient_connect::store::Db::Postgres { .. } => {
                "DROP TRIGGER audit_log_is_not_changed ON audit_log"
            }
        };
        by_hand(&context.db, hide).await;
        by_hand(&context.db, "UPDATE audit_log SET line = '{}' WHERE number = 1").await;
        portal.advance_days(900);
        assert_eq!(purge(context).await.unwrap().audit_lines, 0);
        assert_eq!(lines(&portal).await.len(), before);
        assert!(verify(context).await.is_err());
    }
}

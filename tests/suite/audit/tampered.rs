use chrono::TimeZone;
use patient_connect::{
    actions::audit::{self, Anchor, Wrong},
    store::{self, Db, audit::Waiting},
};

use super::{by_hand, try_by_hand, verify};
use crate::support::{Database, TestPortal, databases, spawn};

/// Ten lines in the log.
async fn ten_lines(portal: &TestPortal) {
    let context = &portal.installation.context;
    audit::chain(context).await.unwrap();
    while verify(context).await.unwrap().last.number < 10 {
        patient_connect::actions::operator::apps::set_enabled(context, portal.app.id, true).await.unwrap();
        audit::chain(context).await.unwrap();
    }
}

/// What an owner of the tables can do: the triggers stop only those who are not.
async fn without_guards(db: &Db) {
    let statements: &'static str = match db {
        Db::Sqlite { .. } => {
            "DROP TRIGGER audit_log_is_not_changed; DROP TRIGGER audit_log_is_not_deleted; \
             DROP TRIGGER audit_waiting_is_not_changed; DROP TRIGGER audit_chain_is_not_deleted;"
        }
        Db::Postgres { .. } => "DROP FUNCTION audit_is_append_only() CASCADE;",
    };
    by_hand(db, statements).await;
}

/// The first thing that is found wrong after somebody has changed the tables by hand.
async fn found_after(statement: &'static str) -> Vec<Wrong> {
    let mut found = Vec::new();
    for database in databases() {
        let portal = spawn(database).await;
        ten_lines(&portal).await;
        let db = &portal.installation.context.db;
        without_guards(db).await;
        assert!(by_hand(db, statement).await > 0, "{statement}");
        found.push(verify(&portal.installation.context).await.unwrap_err());
    }
    found
}

#[track_caller]
fn is(found: Vec<Wrong>, wrong: &Wrong) {
    for it in found {
        assert_eq!(it, *wrong);
    }
}

#[actix_web::test]
async fn a_changed_line_is_found() {
    let changed = "UPDATE audit_log SET line = REPLACE(line, 'app_enabled', 'app_created') WHERE number = 7";
    is(found_after(changed).await, &Wrong::Line(7));
    let at = "UPDATE audit_log SET at = (SELECT at FROM audit_log WHERE number = 2) WHERE number = 7";
    is(found_after(at).await, &Wrong::Line(7));
    let hash = "UPDATE audit_log SET hash = (SELECT hash FROM audit_log WHERE number = 6) WHERE number = 7";
    is(found_after(hash).await, &Wrong::Line(7));
}

/// SQLite keeps in a column what is not of its kind; PostgreSQL refuses it.
#[actix_web::test]
async fn a_line_that_cannot_even_be_read_is_found() {
    for (statement, wrong) in [
        ("UPDATE audit_log SET at = 'yesterday' WHERE number = 7", Wrong::Line(7)),
        ("UPDATE audit_log SET id = x'00' WHERE number = 1", Wrong::Line(1)),
        ("UPDATE audit_log SET at = 'yesterday' WHERE number = 10", Wrong::Line(10)),
        (
            "INSERT INTO audit_log (number, id, at, line, hash) VALUES (11, x'01', 'yesterday', '{}', x'02')",
            Wrong::Added(11),
        ),
        (
            "INSERT INTO audit_log (number, id, at, line, hash) VALUES (0, x'01', 'yesterday', '{}', x'02')",
            Wrong::Line(0),
        ),
    ] {
        let portal = spawn(Database::Sqlite).await;
        ten_lines(&portal).await;
        let context = &portal.installation.context;
        without_guards(&context.db).await;
        assert_eq!(by_hand(&context.db, statement).await, 1, "{statement}");
        assert_eq!(verify(context).await.unwrap_err(), wrong, "{statement}");
    }
}

#[actix_web::test]
async fn an_export_goes_on_after_what_is_no_line() {
    let portal = spawn(Database::Sqlite).await;
    ten_lines(&portal).await;
    let context = &portal.installation.context;
    without_guards(&context.db).await;
    by_hand(&context.db, "UPDATE audit_log SET at = 'yesterday' WHERE number = 7").await;
    let told = audit::export(context, 5).await.unwrap();
    assert_eq!(told.iter().map(|(number, _)| *number).collect::<Vec<_>>(), [6, 7, 8, 9, 10]);
    assert_eq!(told[1].1, r#"{"number":7}"#);
    assert!(told[2].1.starts_with(r#"{"number":8,"id":""#), "{}", told[2].1);
}

/// SQLite keeps in a column what is not of its kind; PostgreSQL refuses it.
#[actix_web::test]
async fn what_waits_and_is_no_line_is_found_and_keeps_none_from_the_chain() {
    for statement in [
        "INSERT INTO audit_waiting (id, at, line, proof) VALUES (x'01', 'yesterday', '{}', x'02')",
        "INSERT INTO audit_waiting (id, at, line, proof) SELECT x'01', at, line, hash FROM audit_log WHERE number = 10",
        "INSERT INTO audit_waiting (id, at, line, proof) SELECT x'01', '4000' || substr(at, 5), line, hash FROM audit_log \
         WHERE number = 10",
    ] {
        let portal = spawn(Database::Sqlite).await;
        let context = &portal.installation.context;
        ten_lines(&portal).await;
        assert_eq!(by_hand(&context.db, statement).await, 1, "{statement}");
        let turn = audit::chain(context).await.unwrap();
        assert_eq!((turn.chained, turn.foreign), (0, 1), "{statement}");
        assert_eq!(verify(context).await.unwrap_err(), Wrong::Unreadable, "{statement}");
        patient_connect::actions::operator::apps::set_enabled(context, portal.app.id, true).await.unwrap();
        let turn = audit::chain(context).await.unwrap();
        assert_eq!((turn.chained, turn.foreign), (1, 1), "{statement}");
        assert_eq!(store::audit::count_waiting(&mut context.db.read().await.unwrap()).await.unwrap().0, 1);
    }
}

#[actix_web::test]
async fn the_pages_of_what_waits_tell_of_each_line_and_of_what_is_none_once() {
    let portal = spawn(Database::Sqlite).await;
    let context = &portal.installation.context;
    audit::chain(context).await.unwrap();
    let day = |day: u32| chrono::Utc.with_ymd_and_hms(2026, 1, day, 0, 0, 0).unwrap();
    let mut tx = context.db.write().await.unwrap();
    for n in 1..=7 {
        let id = uuid::Uuid::from_u128(u128::from(n));
        let line = Waiting { id, at: day(n), line: "{}".into(), proof: vec![0; 32] };
        store::audit::insert_waiting(&mut tx, &line).await.unwrap();
    }
    tx.commit().await.unwrap();
    let spoilt = "UPDATE audit_waiting SET line = x'ff' WHERE at < '2026-01-02' OR at LIKE '2026-01-03%' OR at LIKE '2026-01-04%'";
    without_guards(&context.db).await;
    assert_eq!(by_hand(&context.db, spoilt).await, 3);
    for limit in 3..=9 {
        let (mut after, mut lines, mut unreadable) = ((day(1), uuid::Uuid::nil()), Vec::new(), 0);
        loop {
            let mut tx = context.db.read().await.unwrap();
            let page = store::audit::list_waiting(&mut tx, after, limit).await.unwrap();
            lines.extend(page.lines.iter().map(|line| line.id.as_u128()));
            unreadable += page.unreadable;
            let Some(next) = page.next else { break };
            after = next;
        }
        assert_eq!((lines, unreadable), (vec![2, 5, 6, 7], 3), "{limit} at a time");
    }
}

#[actix_web::test]
async fn a_removed_line_is_found() {
    is(found_after("DELETE FROM audit_log WHERE number = 1").await, &Wrong::Missing(1));
    is(found_after("DELETE FROM audit_log WHERE number = 5").await, &Wrong::Missing(5));
    is(found_after("DELETE FROM audit_log WHERE number = 10").await, &Wrong::Missing(10));
    // The others moved up into its place.
    let moved = "UPDATE audit_log SET number = -number WHERE number >= 5; DELETE FROM audit_log WHERE number = -5; \
                 UPDATE audit_log SET number = -number - 1 WHERE number < 0; \
                 UPDATE audit_chain SET last_number = 9";
    is(found_after(moved).await, &Wrong::Line(5));
}

#[actix_web::test]
async fn swapped_lines_are_found() {
    let swapped = "UPDATE audit_log SET number = -4 WHERE number = 4; UPDATE audit_log SET number = 4 WHERE number = 5; \
                   UPDATE audit_log SET number = 5 WHERE number = -4";
    is(found_after(swapped).await, &Wrong::Line(4));
}

#[actix_web::test]
async fn an_added_line_is_found() {
    let copy = "INSERT INTO audit_log (number, id, at, line, hash) \
                SELECT 11, nobody, at, line, hash FROM (SELECT at, line, hash, \
                (SELECT id FROM apps LIMIT 1) AS nobody FROM audit_log WHERE number = 10) AS last";
    is(found_after(copy).await, &Wrong::Added(11));
    let with_the_end = "INSERT INTO audit_log (number, id, at, line, hash) \
                SELECT 11, nobody, at, line, hash FROM (SELECT at, line, hash, \
                (SELECT id FROM apps LIMIT 1) AS nobody FROM audit_log WHERE number = 10) AS last; \
                UPDATE audit_chain SET last_number = 11";
    is(found_after(with_the_end).await, &Wrong::Line(11));
    let before_the_first = "INSERT INTO audit_log (number, id, at, line, hash) \
                SELECT 0, nobody, at, line, hash FROM (SELECT at, line, hash, \
                (SELECT id FROM apps LIMIT 1) AS nobody FROM audit_log WHERE number = 1) AS first";
    is(found_after(before_the_first).await, &Wrong::Line(0));
}

/// What waits to be chained is no back door: neither a line that nobody of ours wrote nor one that is in the log already.
#[actix_web::test]
async fn a_line_that_is_slipped_in_before_the_chain_is_left_out_and_found() {
    for (statement, hers) in [
        (
            "INSERT INTO audit_waiting (id, at, line, proof) SELECT nobody, at, line, hash FROM (SELECT at, line, hash, \
             (SELECT id FROM apps LIMIT 1) AS nobody FROM audit_log WHERE number = 10) AS last",
            true,
        ),
        (
            "INSERT INTO audit_waiting (id, at, line, proof) SELECT id, at, line, proof FROM kept_by_the_thief",
            false,
        ),
    ] {
        for database in databases() {
            let portal = spawn(database).await;
            let context = &portal.installation.context;
            if !hers {
                by_hand(&context.db, "CREATE TABLE kept_by_the_thief AS SELECT * FROM audit_waiting").await;
                by_hand(&context.db, "DELETE FROM kept_by_the_thief WHERE id NOT IN (SELECT id FROM kept_by_the_thief ORDER BY id LIMIT 1)").await;
            }
            ten_lines(&portal).await;
            assert_eq!(by_hand(&context.db, statement).await, 1);
            let turn = audit::chain(context).await.unwrap();
            assert_eq!((turn.chained, turn.foreign), (0, 1));
            assert!(matches!(verify(context).await, Err(Wrong::Foreign(_))));
            // Those that are ours are chained all the same.
            patient_connect::actions::operator::apps::set_enabled(context, portal.app.id, true)
                .await
                .unwrap();
            assert_eq!(audit::chain(context).await.unwrap().chained, 1);
        }
    }
}

#[actix_web::test]
async fn a_cut_tail_is_found_by_a_line_that_was_kept_elsewhere() {
    for database in databases() {
        let portal = spawn(database).await;
        ten_lines(&portal).await;
        let context = &portal.installation.context;
        let last = verify(context).await.unwrap().last;
        assert!(audit::verify(context, Some(&last)).await.unwrap().is_ok());
        without_guards(&context.db).await;
        let cut = "UPDATE audit_chain SET last_number = 8, \
                   last_hash = (SELECT hash FROM audit_log WHERE number = 8); DELETE FROM audit_log WHERE number > 8";
        by_hand(&context.db, cut).await;
        assert_eq!(verify(context).await.map(|holds| holds.last.number), Ok(8), "by itself nobody can tell");
        assert_eq!(audit::verify(context, Some(&last)).await.unwrap(), Err(Wrong::Anchor(10)));
        let other = Anchor { number: 8, hash: last.hash };
        assert_eq!(audit::verify(context, Some(&other)).await.unwrap(), Err(Wrong::Anchor(8)));
        let all = "DELETE FROM audit_chain";
        by_hand(&context.db, all).await;
        assert_eq!(verify(context).await, Err(Wrong::NoBeginning));
    }
}

#[actix_web::test]
async fn lines_that_somebody_else_deleted_in_the_name_of_retention_are_found() {
    let pruned = "UPDATE audit_chain SET pruned = 3, pruned_hash = (SELECT hash FROM audit_log WHERE number = 3); \
                  DELETE FROM audit_log WHERE number <= 3";
    is(found_after(pruned).await, &Wrong::NotPruned(4));
}

#[actix_web::test]
async fn the_database_itself_refuses_to_change_a_line_or_to_delete_one() {
    for database in databases() {
        let portal = spawn(database).await;
        ten_lines(&portal).await;
        let context = &portal.installation.context;
        patient_connect::actions::operator::apps::set_enabled(context, portal.app.id, true).await.unwrap();
        for statement in [
            "UPDATE audit_log SET line = '{}' WHERE number = 7",
            "DELETE FROM audit_log WHERE number = 7",
            "DELETE FROM audit_log",
            "UPDATE audit_waiting SET line = '{}'",
            "DELETE FROM audit_chain",
        ] {
            let refused = try_by_hand(&context.db, statement).await.unwrap_err();
            assert!(refused.to_string().contains("append-only"), "{statement}: {refused}");
        }
        audit::chain(context).await.unwrap();
        assert_eq!(verify(context).await.map(|holds| holds.last.number), Ok(11));
    }
}

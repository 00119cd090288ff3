use serde_json::Value;
use sqlx::{Connection, SqliteConnection};

use crate::{commands::Installation, support::APP_ID};

fn exported(it: &Installation) -> Vec<Value> {
    let out = it.run(&["audit", "export"]).with(0).out;
    out.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn a_command_is_written_down_by_its_words_without_its_arguments() {
    let it = Installation::with_app();
    it.run(&["app", "key", "new", APP_ID]).with(0);
    it.create("patient-1001", &[]).with(0);
    it.run(&["request", "delete", "patient-1001"]).with(0);
    it.run(&["app", "disable", APP_ID]).with(0);
    let lines = exported(&it);
    let told: Vec<(&str, &str)> = lines
        .iter()
        .map(|line| (line["what"].as_str().unwrap(), line["command"].as_str().unwrap()))
        .collect();
    assert_eq!(
        told,
        [
            ("app_created", "app apply"),
            ("key_made", "app key new"),
            ("request_created", "request create"),
            ("request_deleted", "request delete"),
            ("app_disabled", "app disable"),
        ]
    );
    assert!(!format!("{lines:?}").contains("patient-1001"));
    let after: Vec<Value> = {
        let out = it.run(&["audit", "export", "--after", "3"]).with(0).out;
        out.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    };
    assert_eq!(after, lines[3..]);
}

#[actix_web::test]
async fn a_log_that_was_changed_ends_verify_with_status_4_and_the_first_wrong_line() {
    let it = Installation::with_app();
    for _ in 0..3 {
        it.run(&["app", "key", "new", APP_ID]).with(0);
    }
    let held = it.run(&["audit", "verify"]).with(0).out;
    assert!(held.starts_with("the audit log holds: lines 1 to 4\nanchor 4:"), "{held}");
    let anchor = held.trim().rsplit(' ').next().unwrap().to_owned();
    let told = it.run(&["audit", "verify", "--json", "--anchor", &anchor]).with(0).json();
    assert_eq!((&told["first"], &told["last"]), (&1.into(), &4.into()));
    let wrong = anchor.replace("4:", "3:");
    assert!(it.run(&["audit", "verify", "--anchor", &wrong]).with(4).err.contains("anchor"));
    let url = format!("sqlite://{}", it.data().join("patient-connect.db").display());
    let mut connection = SqliteConnection::connect(&url).await.unwrap();
    let change = "DROP TRIGGER audit_log_is_not_changed; UPDATE audit_log SET line = '{}' WHERE number = 3";
    sqlx::raw_sql(change).execute(&mut connection).await.unwrap();
    connection.close().await.unwrap();
    let told = it.run(&["audit", "verify"]).with(4).err;
    assert!(told.contains("line 3 is not the one that was written there"), "{told}");
    assert_eq!(exported(&it).len(), 4, "what is there can be read all the same");
}

#[test]
fn where_nothing_happened_the_log_holds_and_is_empty() {
    let it = Installation::new();
    assert!(it.run(&["audit", "verify"]).with(0).out.contains("no lines"));
    assert_eq!(it.run(&["audit", "export"]).with(0).out, "");
}

//! A backup is worth what comes of it when it is put back.

use std::fs;

use patient_connect::owner_only;
use sqlx::{Connection, SqliteConnection};

use super::{Installation, first_wave::first_wave};
use crate::support::{APP_ID, Browser, Clinic};

/// What is in front of every line of a list of requests, and what the audit log says of itself.
fn facts(it: &Installation) -> (String, String) {
    let verified = it.run(&["audit", "verify"]).with(0).out;
    (it.run(&["request", "list"]).with(0).out, verified)
}

/// One with an app, its key and a request.
fn in_use() -> (Installation, String) {
    let it = Installation::with_app();
    let key = it.run(&["app", "key", "new", APP_ID]).with(0).out.trim().to_owned();
    let create = ["--external-id", "p-1", "--friendly-name", "n", "--question", "Which word?"];
    it.run(&[&["request", "create"], &create[..], &["--answer", "violet harbour"]].concat()).with(0);
    (it, key)
}

/// Its backup and its key file, as they are carried elsewhere.
fn carried(it: &Installation) -> (String, String) {
    let copy = it.path("copy.db").to_str().unwrap().to_owned();
    it.run(&["backup", &copy]).with(0);
    (copy, it.data().join("pepper.key").to_str().unwrap().to_owned())
}

fn names(it: &Installation) -> Vec<String> {
    let Ok(entries) = fs::read_dir(it.data()) else { return Vec::new() };
    entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
}

async fn change(file: &str, statement: &'static str) {
    let mut connection = SqliteConnection::connect(&format!("sqlite://{file}")).await.unwrap();
    sqlx::raw_sql(statement).execute(&mut connection).await.unwrap();
    connection.close().await.unwrap();
}

#[actix_web::test]
async fn a_patient_goes_on_where_she_was_after_a_backup_was_put_back() {
    let (it, key) = in_use();
    let (portal, base) = it.serve().await;
    let letter = Clinic::new(&base, &key).invite("violet harbour").await;
    let mut patient = Browser::new(&base);
    patient.open(&letter.link).await;
    patient.answer(&letter.answer).await;
    patient.create_account().await;
    patient.is("record", 200);
    let (copy, key_file) = carried(&it);
    let listed = it.run(&["request", "list"]).with(0).out;
    drop(portal);

    let other = Installation::new();
    let said = other.run(&["restore", &copy, "--key", &key_file]).with(0).out;
    assert!(said.contains("each table as it was when the backup was made"), "{said}");
    assert_eq!(other.run(&["request", "list"]).with(0).out, listed);
    other.run(&["audit", "verify"]).with(0);
    let log = other.run(&["audit", "export"]).with(0).out;
    assert!(log.lines().last().unwrap().contains("\"what\":\"restored\""), "{log}");
    other.run(&["doctor"]).with(0);

    let (_portal, base) = other.serve().await;
    let mut patient = patient.at(&base);
    patient.choose_new("Emma").await;
    patient.allow().await;
    patient.is("success", 200);
    assert_eq!(Clinic::new(&base, &key).request(&letter).await["status"], "authorized");
}

#[actix_web::test]
async fn a_backup_is_put_into_an_empty_place_only() {
    let (it, _) = in_use();
    let (copy, key_file) = carried(&it);
    let before = facts(&it);
    let refused = it.run(&["restore", &copy]).with(4).err;
    assert!(refused.contains("an empty place"), "{refused}");
    let (_portal, _) = it.serve().await;
    it.run(&["restore", &copy]).with(4);
    assert_eq!(facts(&it).0, before.0);

    let other = Installation::new();
    owner_only::make_directory(&other.data()).unwrap();
    fs::write(other.data().join("patient-connect.db-wal"), "of another database").unwrap();
    assert!(other.run(&["restore", &copy, "--key", &key_file]).with(4).err.contains("-wal is there"));
    fs::remove_file(other.data().join("patient-connect.db-wal")).unwrap();
    other.run(&["restore", &copy, "--key", &key_file]).with(0);
    assert_eq!(facts(&other).0, before.0);
}

#[test]
fn a_backup_without_its_key_is_not_put_back() {
    let (it, _) = in_use();
    let (copy, _) = carried(&it);
    let (stranger, _) = in_use();
    let (_, wrong) = carried(&stranger);
    let other = Installation::new();
    assert!(other.run(&["restore", &copy]).with(1).err.contains("--key FILE"));
    assert!(other.run(&["restore", &copy, "--key", &wrong]).with(1).err.contains("is not the one"));
    assert_eq!(names(&other), Vec::<String>::new(), "nothing was left behind");
}

#[actix_web::test]
async fn a_backup_that_is_damaged_of_tomorrow_or_no_backup_is_not_put_back() {
    let (it, _) = in_use();
    let (copy, key_file) = carried(&it);
    let other = Installation::new();
    let restore = |file: &str| other.run(&["restore", file, "--key", &key_file]);
    let changed = |name: &str| {
        let to = it.path(name).to_str().unwrap().to_owned();
        fs::copy(&copy, &to).unwrap();
        to
    };

    let one_letter = changed("letter.db");
    change(&one_letter, "UPDATE connect_requests SET friendly_name = 'm'").await;
    assert!(restore(&one_letter).with(4).err.contains("connect_requests does not hold"), "a letter");
    let one_row = changed("row.db");
    change(&one_row, "DELETE FROM app_keys").await;
    assert!(restore(&one_row).with(4).err.contains("app_keys does not hold"), "a row");
    let newer = changed("newer.db");
    let tomorrow = "INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time) \
                    VALUES (9999, 'of tomorrow', TRUE, x'00', 0)";
    change(&newer, tomorrow).await;
    assert!(restore(&newer).with(4).err.contains("newer version"));
    let torn = changed("torn.db");
    let whole = fs::read(&torn).unwrap();
    fs::write(&torn, &whole[..whole.len() / 2]).unwrap();
    restore(&torn).with(4);
    restore(&it.file("text.db", "no database, however long one looks at it. ".repeat(200))).with(4);
    restore(it.path("missing.db").to_str().unwrap()).with(1);
    let live = it.database().to_str().unwrap().to_owned();
    if it.data().join("patient-connect.db-wal").exists() {
        assert!(restore(&live).with(4).err.contains("not a backup"));
    }
    assert!(!names(&other).iter().any(|name| name.contains("patient-connect.db")), "{:?}", names(&other));
    restore(&copy).with(0);
}

#[test]
fn a_backup_of_an_older_version_is_put_back_as_it_is_and_brought_up_to_date_later() {
    let (it, _) = first_wave();
    let (copy, key_file) = carried(&it);
    let other = Installation::new();
    let ended = other.run(&["restore", &copy, "--key", &key_file]).with(0);
    assert!(ended.out.contains("did not note what it held"), "{ended:?}");
    assert!(ended.err.contains("`patient-connect migrate`"), "{ended:?}");
    other.run(&["migrate"]).with(0);
    assert!(other.run(&["app", "list"]).with(0).out.contains("Fabrikam Visits"));
}

#[test]
fn a_backup_has_its_name_when_it_is_finished_and_not_before() {
    let (it, _) = in_use();
    let part = it.file("copy.db.part", "of a backup that was cut off");
    let copy = it.path("copy.db");
    assert!(it.run(&["backup", copy.to_str().unwrap()]).with(1).err.contains("delete it"));
    assert!(!copy.exists());
    fs::remove_file(&part).unwrap();
    carried(&it);
    assert!(!it.path("copy.db.part").exists());
}

//! Expand and contract (`migrations/README.md`): what a migration may do beside the version before, who may start beside
//! what, and nodes that start at once.

use std::{
    collections::BTreeMap,
    fs,
    net::TcpListener,
    path::Path,
    process::{Command, Stdio},
};

use patient_connect::{
    owner_only,
    store::{Db, MIGRATIONS},
};
use regex::Regex;
use sqlx::{Connection, SqliteConnection};

use super::{Installation, PROGRAM, ended, ready};
use crate::{
    sources::below,
    support::{APP_FILE, Process, new_postgres},
};

/// The last one that was made before there was the rule.
const LAST_UNMARKED: i64 = 22;

/// Migrations by the name of their file.
fn files() -> BTreeMap<String, String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("migrations");
    fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "sql"))
        .map(|path| {
            (path.file_name().unwrap().to_str().unwrap().to_owned(), fs::read_to_string(path).unwrap())
        })
        .collect()
}

/// Whether the name says what is done, where it must.
fn is_marked(name: &str) -> bool {
    let number: i64 = name.split('_').next().unwrap().parse().unwrap();
    let marked = Regex::new(r"^\d{4}_(expand|contract_after_\d{4})_[a-z0-9_]+\.sql$").unwrap();
    number <= LAST_UNMARKED || marked.is_match(name)
}

/// The statements of a file, without comments, each on one line.
fn statements(sql: &str) -> Vec<String> {
    let code: Vec<&str> = sql.lines().map(|line| line.split("--").next().unwrap_or_default()).collect();
    let line = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    code.join(" ").split(';').map(line).filter(|statement| !statement.is_empty()).collect()
}

/// What in a file that says `expand` would disturb the version before.
fn disturbs(sql: &str) -> Vec<String> {
    let new_table = Regex::new(r"(?i)^CREATE TABLE (?:IF NOT EXISTS )?(\w+)").unwrap();
    let index = Regex::new(r"(?i)^CREATE (UNIQUE )?INDEX (?:IF NOT EXISTS )?\w+ ON (\w+)").unwrap();
    let column = Regex::new(r"(?i)^ALTER TABLE (\w+) ADD COLUMN (.+)$").unwrap();
    let filled = Regex::new(r"(?i)^(INSERT INTO|UPDATE) ").unwrap();
    let tied = Regex::new(r"(?i)\b(UNIQUE|REFERENCES|PRIMARY|CHECK)\b").unwrap();
    let statements = statements(sql);
    let made: Vec<&str> = statements
        .iter()
        .filter_map(|statement| new_table.captures(statement).map(|found| found.get(1).unwrap().as_str()))
        .collect();
    let harmless = |statement: &str| {
        if new_table.is_match(statement) || filled.is_match(statement) {
            return true;
        }
        if let Some(found) = index.captures(statement) {
            return found.get(1).is_none() || made.contains(&&found[2]);
        }
        column.captures(statement).is_some_and(|found| {
            let (upper, on_new) = (found[2].to_uppercase(), made.contains(&&found[1]));
            let has_value = !upper.contains("NOT NULL") || upper.contains(" DEFAULT ");
            on_new || has_value && !tied.is_match(&found[2])
        })
    };
    statements.iter().filter(|statement| !harmless(statement)).cloned().collect()
}

#[test]
fn every_migration_says_in_its_name_whether_the_version_before_can_work_beside_it() {
    for (name, sql) in files() {
        assert!(
            is_marked(&name),
            "migrations/{name}: call it {{number}}_expand_… or {{number}}_contract_after_{{number}}_…: migrations/README.md"
        );
        if name.contains("_expand_") {
            assert_eq!(disturbs(&sql), Vec::<String>::new(), "migrations/{name} says that it only adds");
        }
    }
    assert_eq!(files().len(), MIGRATIONS.iter().count(), "the page beside them is none");
}

#[test]
fn what_would_disturb_the_version_before_is_found() {
    for (name, good) in [
        ("0022_sign_in_era.sql", true),
        ("0031_expand_letters_have_a_tray.sql", true),
        ("0034_contract_after_0031_drop_shelf.sql", true),
        ("0031_letters_have_a_tray.sql", false),
        ("0034_contract_drop_shelf.sql", false),
        ("0031_expanded_letters.sql", false),
    ] {
        assert_eq!(is_marked(name), good, "{name}");
    }
    for fine in [
        "CREATE TABLE trays (id UUID PRIMARY KEY, name TEXT NOT NULL); CREATE UNIQUE INDEX trays_name ON trays (name);",
        "-- DROP TABLE in a comment\nALTER TABLE letters ADD COLUMN tray TEXT;",
        "ALTER TABLE letters ADD COLUMN tray TEXT NOT NULL DEFAULT 'main';",
        "CREATE INDEX letters_by_tray ON letters (tray) WHERE tray IS NOT NULL;",
        "UPDATE letters\n    SET tray = 'main';",
    ] {
        assert_eq!(disturbs(fine), Vec::<String>::new(), "{fine}");
    }
    for bad in [
        "DROP TABLE letters;",
        "ALTER TABLE letters DROP COLUMN shelf;",
        "ALTER TABLE letters RENAME COLUMN shelf TO tray;",
        "ALTER TABLE letters ALTER COLUMN shelf SET NOT NULL;",
        "ALTER TABLE letters ADD COLUMN tray TEXT NOT NULL;",
        "ALTER TABLE letters ADD COLUMN tray TEXT UNIQUE;",
        "ALTER TABLE letters ADD COLUMN tray UUID REFERENCES trays (id);",
        "CREATE UNIQUE INDEX letters_once ON letters (request_id);",
        "DELETE FROM letters;",
    ] {
        assert_eq!(disturbs(bad).len(), 1, "{bad}");
    }
}

#[test]
fn statements_name_their_columns_so_that_new_ones_do_not_reach_them() {
    let nameless = Regex::new(r#"(?i)SELECT \*|RETURNING \*|INSERT INTO "?\w+"? (VALUES|SELECT)"#).unwrap();
    assert!(
        nameless.is_match("SELECT * FROM letters") && nameless.is_match("INSERT INTO letters VALUES ($1)")
    );
    for source in below("src/store") {
        let found = nameless.find(&source.text).map(|found| found.as_str().to_owned());
        assert_eq!(found, None, "{}", source.path);
    }
}

/// Writes that a newer version was here with a migration of this name.
async fn change(database: &Path, description: &str) {
    let mut connection =
        SqliteConnection::connect(&format!("sqlite://{}", database.display())).await.unwrap();
    let applied = "INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time) \
                   VALUES (9000 + (SELECT COUNT(*) FROM _sqlx_migrations), $1, TRUE, x'00', 0)";
    sqlx::query(applied).bind(description).execute(&mut connection).await.unwrap();
    connection.close().await.unwrap();
}

async fn add_a_column(database: &Path) {
    let mut connection =
        SqliteConnection::connect(&format!("sqlite://{}", database.display())).await.unwrap();
    let added = "ALTER TABLE apps ADD COLUMN tray TEXT NOT NULL DEFAULT 'main'";
    sqlx::query(added).execute(&mut connection).await.unwrap();
    connection.close().await.unwrap();
}

#[actix_web::test]
async fn a_program_works_beside_what_a_newer_one_has_added() {
    let it = Installation::with_app();
    let (_running, base) = it.serve().await;
    add_a_column(&it.database()).await;
    change(&it.database(), "expand apps have a tray").await;
    change(&it.database(), "contract after 0001 drop what nobody knows").await;
    ready(&base).await;
    let (_started, second) = it.serve().await;
    for base in [base, second] {
        assert_eq!(reqwest::get(format!("{base}/connect")).await.unwrap().status(), 200);
    }
    assert!(it.run(&["app", "list"]).with(0).out.contains("Fabrikam Visits"));
    let file = it.file("app.toml", APP_FILE.replace("Call", "Phone"));
    it.run(&["app", "apply", &file]).with(0);
    it.run(&["migrate"]).with(0);
    assert!(it.run(&["upgrade-check"]).with(0).out.contains("2 changes of a newer version"));
    let told = it.run(&["doctor"]).with(0).out;
    assert!(told.contains("ok     tables: 2 migrations are of a newer version"), "{told}");
}

#[actix_web::test]
async fn a_running_portal_serves_on_whatever_a_newer_one_does_and_an_old_one_is_not_started_on_what_it_needs()
{
    let it = Installation::with_app();
    let (_running, base) = it.serve().await;
    change(&it.database(), "contract after 9000 drop what this version needs").await;
    // Longer than what was found stands for.
    tokio::time::sleep(std::time::Duration::from_millis(1_100)).await;
    assert_eq!(reqwest::get(format!("{base}/readyz")).await.unwrap().status(), 200);
    assert_eq!(reqwest::get(format!("{base}/connect")).await.unwrap().status(), 200);
    for command in [&["serve"][..], &["migrate"], &["app", "list"]] {
        assert!(it.run(command).with(1).err.contains("newer version"), "{command:?}");
    }
}

#[actix_web::test]
async fn nodes_that_start_at_once_make_the_tables_once_on_postgresql() {
    let Some((_, url)) = new_postgres("upgrades").await else { return };
    let it = Installation::new();
    // The same on every node, and there before they start.
    let key = it.path("keys/pepper.key");
    owner_only::make_directory(key.parent().unwrap()).unwrap();
    owner_only::write_new(&key, format!("{}\n", "A".repeat(43)).as_bytes()).unwrap();
    let nodes: Vec<(Process, String)> = (0..3)
        .map(|_| {
            let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
            let base = format!("http://127.0.0.1:{port}");
            let mut serve = it.program(PROGRAM, &["serve", "--data"]);
            let process = Process::start(on_postgres(&mut serve, &it, &url, port).stdout(Stdio::null()));
            (process, base)
        })
        .collect();
    for (_, base) in &nodes {
        ready(base).await;
    }
    let db = Db::open_postgres(&url).await.unwrap();
    assert_eq!(db.count_rows().await.unwrap()["installation"], 1);
    db.close().await;
    let mut doctor = it.program(PROGRAM, &["doctor", "--data"]);
    let told = ended(on_postgres(&mut doctor, &it, &url, 1)).with(0).out;
    assert!(told.contains("ok     tables: up to date"), "{told}");
}

fn on_postgres<'c>(command: &'c mut Command, it: &Installation, url: &str, port: u16) -> &'c mut Command {
    command
        .arg(it.data())
        .env("PATIENT_CONNECT_LISTEN", format!("127.0.0.1:{port}"))
        .env("PATIENT_CONNECT_DATABASE_URL", url)
        .env("PATIENT_CONNECT_KEY_FILE", it.path("keys/pepper.key"))
}

#[actix_web::test]
async fn many_that_migrate_at_once_wait_for_each_other_on_postgresql() {
    for _ in 0..3 {
        let Some((_, url)) = new_postgres("upgrades").await else { return };
        let nodes: Vec<_> = (0..6)
            .map(|_| {
                let url = url.clone();
                actix_web::rt::spawn(async move {
                    let db = Db::open_postgres(&url).await.unwrap();
                    let migrated = db.migrate().await;
                    db.close().await;
                    migrated
                })
            })
            .collect();
        for node in nodes {
            node.await.unwrap().unwrap();
        }
    }
}

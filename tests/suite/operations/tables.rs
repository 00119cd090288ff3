use std::{fs, path::Path};

use sqlx::{Connection, SqliteConnection};

use super::{Installation, PROGRAM, contents, empty_postgres, ended};
use crate::support::{APP_FILE, APP_ID};

async fn change(database: &Path, statements: &[&'static str]) {
    let url = format!("sqlite://{}", database.display());
    let mut connection = SqliteConnection::connect(&url).await.unwrap();
    for statement in statements {
        sqlx::query(*statement).execute(&mut connection).await.unwrap();
    }
    connection.close().await.unwrap();
}

/// A database as a portal left it that knew one migration less.
async fn older() -> Installation {
    let it = Installation::with_app();
    let undo = [
        "DELETE FROM _sqlx_migrations WHERE version = 8",
        "ALTER TABLE platform_sessions DROP COLUMN thumbprint",
    ];
    change(&it.database(), &undo).await;
    it
}

fn every_command(it: &Installation) -> Vec<Vec<String>> {
    let file = it.file("app.toml", APP_FILE.replace("Call", "Phone"));
    let pem = it.file("one.pem", include_str!("../platform/rsa.pem"));
    [
        "app apply FILE",
        "app apply --dry-run FILE",
        "app list",
        "app show ID",
        "app key new ID",
        "app key revoke ID abcd",
        "app certificate add ID PEM",
        "app certificate list ID",
        "app certificate remove ID ab",
        "app webhook-secret new ID",
        "app webhook-secret list ID",
        "app webhook-secret show ID",
        "app deliveries ID",
        "app disable ID",
        "app enable ID",
        "request create --external-id p --friendly-name n --question which --answer violet-harbour",
        "request list",
        "request show p",
        "request delete p",
        "purge",
    ]
    .iter()
    .map(|line| {
        let words = line.split(' ').map(|word| match word {
            "FILE" => file.clone(),
            "ID" => APP_ID.to_owned(),
            "PEM" => pem.clone(),
            word => word.to_owned(),
        });
        words.collect()
    })
    .collect()
}

#[actix_web::test]
async fn no_command_changes_a_database_that_an_older_portal_may_be_using() {
    let it = older().await;
    let before = contents(&it.data());
    for command in every_command(&it) {
        let arguments: Vec<&str> = command.iter().map(String::as_str).collect();
        let ended = it.run(&arguments).with(1);
        assert!(ended.err.contains("run `patient-connect migrate`"), "{command:?}: {}", ended.err);
        assert_eq!(ended.out, "");
        assert_eq!(contents(&it.data())[0].1, before[0].1, "{command:?} changed it");
    }
    let told = it.run(&["doctor"]).with(1).out;
    assert!(told.contains("WRONG  tables: 1 migration is missing: run `patient-connect migrate`"), "{told}");
    assert_eq!(contents(&it.data())[0].1, before[0].1, "the doctor changed it");

    let copy = it.path("before.db");
    it.run(&["backup", copy.to_str().unwrap()]).with(0);
    it.run(&["migrate"]).with(0);
    assert!(it.run(&["app", "list"]).with(0).out.contains("Fabrikam Visits"));
    let (_running, _) = {
        fs::copy(&copy, it.database()).unwrap();
        it.serve().await
    };
    assert!(
        it.run(&["app", "list"]).with(0).out.contains("Fabrikam Visits"),
        "serve has brought it up to date"
    );
}

#[actix_web::test]
async fn a_database_of_a_newer_version_is_left_alone_by_everything() {
    let it = Installation::with_app();
    let newer = "INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time) \
                 VALUES (9999, 'of tomorrow', TRUE, x'00', 0)";
    change(&it.database(), &[newer]).await;
    let before = contents(&it.data());
    let mut commands = every_command(&it);
    commands.extend([vec!["serve".to_owned()], vec!["migrate".to_owned()]]);
    for command in commands {
        let arguments: Vec<&str> = command.iter().map(String::as_str).collect();
        let ended = it.run(&arguments).with(1);
        assert!(ended.err.contains("newer version"), "{command:?}: {}", ended.err);
        assert_eq!(contents(&it.data())[0].1, before[0].1, "{command:?} changed it");
    }
    assert!(it.run(&["doctor"]).with(1).out.contains("WRONG  tables: "));
}

#[test]
fn the_first_app_makes_the_installation_and_nothing_else_does() {
    let it = Installation::new();
    let file = it.file("app.toml", APP_FILE);
    let dry = it.run(&["app", "apply", "--dry-run", &file]).with(0);
    assert!(dry.out.contains("would be created"), "{}", dry.out);
    assert_eq!(it.run(&["app", "list"]).with(0).out, "");
    assert!(it.run(&["app", "show", APP_ID]).with(3).err.contains("there is no app"));
    assert!(it.run(&["request", "list"]).with(3).err.contains("app apply"));
    let create = [
        "request",
        "create",
        "--external-id",
        "p",
        "--friendly-name",
        "n",
        "--question",
        "which",
        "--answer",
    ];
    assert!(it.run(&[&create[..], &["violet harbour"]].concat()).with(3).err.contains("app apply"));
    it.run(&["purge"]).with(0);
    it.run(&["doctor"]).with(0);
    assert!(!it.data().exists(), "nothing was left behind");

    it.run(&["app", "apply", &file]).with(0);
    assert!(it.run(&["app", "list"]).with(0).out.contains("Fabrikam Visits"));
}

#[actix_web::test]
async fn on_postgresql_only_migrate_makes_the_tables() {
    let Some(url) = empty_postgres().await else { return };
    let it = Installation::new();
    let run = |arguments: &[&str]| {
        let mut program = it.program(PROGRAM, arguments);
        ended(program.arg("--data").arg(it.data()).env("PATIENT_CONNECT_DATABASE_URL", &url))
    };
    let file = it.file("app.toml", APP_FILE);
    for command in [&["app", "list"][..], &["app", "apply", &file], &["purge"]] {
        assert!(run(command).with(1).err.contains("run `patient-connect migrate`"), "{command:?}");
    }
    run(&["migrate"]).with(0);
    run(&["app", "apply", &file]).with(0);
    assert!(run(&["app", "list"]).with(0).out.contains("Fabrikam Visits"));

    let db = sqlx::PgPool::connect(&url).await.unwrap();
    let newer = "INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time) \
                 VALUES (9999, 'of tomorrow', TRUE, '\\x00', 0)";
    sqlx::query(newer).execute(&db).await.unwrap();
    db.close().await;
    for command in [&["app", "list"][..], &["migrate"], &["serve"]] {
        assert!(run(command).with(1).err.contains("newer version"), "{command:?}");
    }
}

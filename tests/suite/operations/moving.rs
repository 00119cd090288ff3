//! An installation leaves the embedded database for PostgreSQL, and comes back through a backup.

use std::{
    io::{BufRead, BufReader},
    process::Stdio,
    time::Duration,
};

use sqlx::Connection;

use super::{Ended, Installation, PROGRAM, empty_postgres, ended, server_url};
use crate::support::{APP_ID, Browser, Clinic, Process};

/// The settings of a node on PostgreSQL that has the installation's key file.
fn on<'a>(url: &'a str, key: &'a str) -> [(&'static str, &'a str); 2] {
    [("PATIENT_CONNECT_DATABASE_URL", url), ("PATIENT_CONNECT_KEY_FILE", key)]
}

fn run_on(it: &Installation, url: &str, arguments: &[&str]) -> Ended {
    let key = it.data().join("pepper.key");
    let mut program = it.program(PROGRAM, arguments);
    ended(program.arg("--data").arg(it.path("nothing")).envs(on(url, key.to_str().unwrap())))
}

fn example(name: &str) -> String {
    format!("{}/examples/brands/{name}", env!("CARGO_MANIFEST_DIR"))
}

/// What an operator can see of an installation.
fn seen(run: impl Fn(&[&str]) -> Ended) -> Vec<String> {
    let commands: [&[&str]; 7] = [
        &["request", "list", "--json"],
        &["app", "show", APP_ID, "--json"],
        &["app", "webhook-secret", "show", APP_ID],
        &["app", "deliveries", APP_ID, "--json"],
        &["app", "certificate", "list", APP_ID, "--json"],
        &["brand", "list", "--json"],
        &["request", "show", "p-1", "--json"],
    ];
    commands.iter().map(|command| run(command).with(0).out).collect()
}

/// One with an app, a key, a certificate, a callback's secret, a brand and a request.
fn furnished() -> (Installation, String) {
    let it = Installation::with_app();
    let key = it.run(&["app", "key", "new", APP_ID]).with(0).out.trim().to_owned();
    let pem = it.file("one.pem", include_str!("../platform/rsa.pem"));
    it.run(&["app", "certificate", "add", APP_ID, &pem]).with(0);
    it.run(&["app", "webhook-secret", "new", APP_ID]).with(0);
    it.run(&["brand", "apply", &example("harbour")]).with(0);
    create(&it, "p-1");
    (it, key)
}

fn create(it: &Installation, external_id: &str) {
    let words =
        ["--friendly-name", "Zoë’s visits 🌊", "--question", "Which word?", "--answer", "violet harbour"];
    it.run(&[&["request", "create", "--external-id", external_id], &words[..]].concat()).with(0);
}

async fn stopped(mut portal: Process) {
    portal.terminate();
    portal.ended_within(Duration::from_secs(40)).await.expect("it ends");
}

#[actix_web::test]
async fn everything_goes_on_in_postgresql_a_patient_in_the_middle_of_her_journey_included() {
    let Some(url) = empty_postgres().await else { return };
    let (it, key) = furnished();
    let (portal, base) = it.serve().await;
    let clinic = Clinic::new(&base, &key);
    let (first, second, third) = (
        clinic.invite("violet harbour").await,
        clinic.invite("violet harbour").await,
        clinic.invite("violet harbour").await,
    );
    let mut connected = Browser::new(&base);
    let mut midway = Browser::new(&base);
    let mut wrong = Browser::new(&base);
    wrong.open(&third.link).await;
    wrong.answer("not this one").await;
    wrong.is("question", 422);
    connected.open(&first.link).await;
    connected.answer(&first.answer).await;
    connected.create_account().await;
    connected.choose_new("Emma").await;
    connected.allow().await;
    connected.is("success", 200);
    midway.open(&second.link).await;
    midway.answer(&second.answer).await;
    midway.create_account().await;
    midway.is("record", 200);
    stopped(portal).await;
    let before = seen(|command| it.run(command));

    // The operator has looked into the new database before.
    run_on(&it, &url, &["migrate"]).with(0);
    run_on(&it, &url, &["app", "list"]).with(0);
    let said = it.run(&["move", "--to", &url]).with(0).out;
    assert!(said.contains("each table the same on both sides"), "{said}");
    assert_eq!(seen(|command| run_on(&it, &url, command)), before);
    run_on(&it, &url, &["audit", "verify"]).with(0);
    let log = run_on(&it, &url, &["audit", "export"]).with(0).out;
    assert!(log.lines().last().unwrap().contains("\"what\":\"moved\""), "{log}");
    run_on(&it, &url, &["doctor"]).with(0);

    let key_file = it.data().join("pepper.key");
    let (portal, base) = it.serve_with(&on(&url, key_file.to_str().unwrap())).await;
    let clinic = Clinic::new(&base, &key);
    let (mut connected, mut midway) = (connected.at(&base), midway.at(&base));
    connected.open("/connections").await;
    assert!(connected.html.contains("Emma"), "she is signed in, and connected");
    midway.choose_new("Noah").await;
    midway.allow().await;
    midway.is("success", 200);
    assert_eq!(clinic.request(&second).await["status"], "authorized");
    assert_eq!(clinic.request(&third).await["attempts_left"], 2);
    assert_eq!(clinic.authorized(None).await["items"].as_array().unwrap().len(), 2);
    stopped(portal).await;
    the_way_back(&it, &url).await;
}

/// Through a backup of PostgreSQL, into a directory and into another PostgreSQL database.
async fn the_way_back(it: &Installation, url: &str) {
    let now = seen(|command| run_on(it, url, command));
    let copy = it.path("copy.db").to_str().unwrap().to_owned();
    run_on(it, url, &["backup", &copy]).with(0);
    let key = it.data().join("pepper.key").to_str().unwrap().to_owned();
    let other = Installation::new();
    other.run(&["restore", &copy, "--key", &key]).with(0);
    assert_eq!(seen(|command| other.run(command)), now);
    other.run(&["audit", "verify"]).with(0);
    let another = empty_postgres().await.unwrap();
    run_on(it, &another, &["restore", &copy]).with(0);
    assert_eq!(seen(|command| run_on(it, &another, command)), now);
    run_on(it, &another, &["audit", "verify"]).with(0);
    // There is one in it now.
    let refused = run_on(it, &another, &["restore", &copy]).with(4).err;
    assert!(refused.contains("is not empty"), "{refused}");
}

#[actix_web::test]
async fn a_backup_of_postgresql_is_of_one_moment_while_patients_go_on() {
    let Some(url) = empty_postgres().await else { return };
    let (it, key) = furnished();
    it.run(&["move", "--to", &url]).with(0);
    let key_file = it.data().join("pepper.key").to_str().unwrap().to_owned();
    let (_portal, base) = it.serve_with(&on(&url, &key_file)).await;
    let clinic = Clinic::new(&base, &key);
    let busy = async {
        let mut letters = Vec::new();
        for _ in 0..20 {
            letters.push(clinic.invite("violet harbour").await);
        }
        letters
    };
    let copy = it.path("copy.db").to_str().unwrap().to_owned();
    let mut backup = it.program(PROGRAM, &["backup", &copy]);
    backup.arg("--data").arg(it.path("nothing")).envs(on(&url, &key_file));
    let (letters, backed_up) = tokio::join!(busy, tokio::task::spawn_blocking(move || ended(&mut backup)));
    backed_up.unwrap().with(0);
    assert_eq!(letters.len(), 20);
    let other = Installation::new();
    other.run(&["restore", &copy, "--key", &key_file]).with(0);
    let listed = other.run(&["request", "list"]).with(0).out.lines().count();
    assert!((1..=21).contains(&listed), "{listed}");
    other.run(&["audit", "verify"]).with(0);
}

#[actix_web::test]
async fn a_database_that_was_left_is_not_served_by_mistake() {
    let Some(url) = empty_postgres().await else { return };
    let (it, _) = furnished();
    it.run(&["move", "--to", &url]).with(0);
    for command in [&["serve"][..], &["app", "list"], &["purge"], &["migrate"]] {
        let refused = it.run(command).with(1).err;
        assert!(refused.contains("has moved elsewhere"), "{command:?}: {refused}");
    }
    assert!(it.run(&["doctor"]).with(1).out.contains("WRONG  moving"));
    let elsewhere = empty_postgres().await.unwrap();
    assert!(it.run(&["move", "--to", &elsewhere]).with(4).err.contains("has left this database already"));
    it.run(&["move", "--undo"]).with(0);
    assert!(it.run(&["app", "list"]).with(0).out.contains("Fabrikam Visits"));
    it.run(&["move", "--undo"]).with(4);
}

#[actix_web::test]
async fn nothing_moves_while_either_database_is_in_use_or_into_one_that_is_not_empty() {
    let Some(url) = empty_postgres().await else { return };
    let (it, _) = furnished();
    let (portal, _) = it.serve().await;
    let refused = it.run(&["move", "--to", &url]).with(4).err;
    assert!(refused.contains("stop the portal"), "{refused}");
    stopped(portal).await;

    // Of whom the role that moves sees that she is there, and little else.
    let name = url.rsplit('/').next().unwrap();
    let somebody = sqlx::PgConnection::connect(&server_url(name)).await.unwrap();
    let refused = it.run(&["move", "--to", &url]).with(4).err;
    assert!(refused.contains("is in use: somebody as "), "{refused}");
    somebody.close().await.unwrap();

    let mut table = sqlx::PgConnection::connect(&url).await.unwrap();
    sqlx::query("CREATE TABLE theirs (id BIGINT)").execute(&mut table).await.unwrap();
    table.close().await.unwrap();
    assert!(it.run(&["move", "--to", &url]).with(4).err.contains("a table theirs"));

    let used = empty_postgres().await.unwrap();
    let (other, _) = furnished();
    run_on(&other, &used, &["migrate"]).with(0);
    let file = other.file("app.toml", crate::support::APP_FILE);
    run_on(&other, &used, &["app", "apply", &file]).with(0);
    assert!(it.run(&["move", "--to", &used]).with(4).err.contains("is not empty"));

    let wrong = it.file("wrong.key", std::fs::read(other.data().join("pepper.key")).unwrap());
    std::process::Command::new("chmod").args(["600", &wrong]).status().unwrap();
    let mut move_it = it.program(PROGRAM, &["move", "--to", &url]);
    let refused = ended(move_it.arg("--data").arg(it.data()).env("PATIENT_CONNECT_KEY_FILE", &wrong)).with(1);
    assert!(refused.err.contains("is not the one"), "{refused:?}");
    it.run(&["move", "--to", "sqlite:elsewhere.db"]).with(1);
    assert!(it.run(&["move", "--from", &url, "--to", &url]).with(1).err.contains("`restore`"));
    it.run(&["app", "list"]).with(0);
}

/// Begins to move, and is killed as soon as the first table is there.
fn killed_midway(it: &Installation, url: &str) {
    let mut begun = it.program(PROGRAM, &["move", "--to", url]);
    let mut begun =
        begun.arg("--data").arg(it.data()).stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap();
    let told = BufReader::new(begun.stderr.take().unwrap()).lines().map(Result::unwrap);
    assert!(told.take_while(|line| !line.contains(" rows")).count() < 10);
    begun.kill().unwrap();
    assert!(!begun.wait().unwrap().success(), "it was killed before it had ended");
}

#[actix_web::test]
async fn a_move_that_was_cut_off_goes_on_and_begins_anew_where_something_has_changed_since() {
    let Some(url) = empty_postgres().await else { return };
    let (it, _) = furnished();
    killed_midway(&it, &url);
    for command in [&["serve"][..], &["app", "list"], &["migrate"]] {
        let refused = run_on(&it, &url, command).with(1).err;
        assert!(refused.contains("is not all there"), "{command:?}: {refused}");
    }
    run_on(&it, &url, &["backup", "half.db"]).with(1);
    let (other, _) = furnished();
    assert!(other.run(&["move", "--to", &url]).with(4).err.contains("another installation"));

    let ended = it.run(&["move", "--to", &url]).with(0);
    assert!(ended.err.contains("goes on: "), "{ended:?}");
    it.run(&["move", "--undo"]).with(0);
    assert_eq!(seen(|command| run_on(&it, &url, command)), seen(|command| it.run(command)));

    let url = empty_postgres().await.unwrap();
    killed_midway(&it, &url);
    // Nobody has left the old database yet: it was served again meanwhile.
    create(&it, "p-2");
    it.run(&["app", "disable", APP_ID]).with(0);
    let ended = it.run(&["move", "--to", &url]).with(0);
    assert!(ended.err.contains("it begins anew"), "{ended:?}");
    let there = run_on(&it, &url, &["request", "list"]).with(0).out;
    assert!(there.contains("p-1") && there.contains("p-2"), "{there}");
    run_on(&it, &url, &["audit", "verify"]).with(0);
}

#[actix_web::test]
async fn a_backup_of_an_older_version_goes_into_either_database_and_is_brought_up_to_date() {
    let Some(url) = empty_postgres().await else { return };
    let (it, _) = furnished();
    it.run(&["move", "--to", &url]).with(0);
    let now = seen(|command| run_on(&it, &url, command));
    // A database as a portal left it that knew one migration less.
    let mut older = sqlx::PgConnection::connect(&url).await.unwrap();
    let undo = "DELETE FROM _sqlx_migrations WHERE version = 8; \
                ALTER TABLE platform_sessions DROP COLUMN thumbprint";
    sqlx::raw_sql(undo).execute(&mut older).await.unwrap();
    older.close().await.unwrap();
    assert!(run_on(&it, &url, &["app", "list"]).with(1).err.contains("run `patient-connect migrate`"));
    let copy = it.path("older.db").to_str().unwrap().to_owned();
    run_on(&it, &url, &["backup", &copy]).with(0);

    let key = it.data().join("pepper.key").to_str().unwrap().to_owned();
    let other = Installation::new();
    let ended = other.run(&["restore", &copy, "--key", &key]).with(0);
    assert!(ended.out.contains("each table as it was when the backup was made"), "{ended:?}");
    assert!(ended.err.contains("1 migration is missing"), "{ended:?}");
    other.run(&["migrate"]).with(0);
    assert_eq!(seen(|command| other.run(command)), now);
    let another = empty_postgres().await.unwrap();
    run_on(&it, &another, &["restore", &copy]).with(0);
    assert_eq!(seen(|command| run_on(&it, &another, command)), now);
}

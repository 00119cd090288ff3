//! `doctor --fix`, `doctor --report` and `ready`: what is mended without asking, and what a report holds.

use std::{
    fs,
    os::unix::{
        fs::{PermissionsExt, symlink},
        net::UnixListener,
    },
    path::Path,
    process::Command,
};

use serde_json::Value;
use sqlx::{Connection, SqliteConnection};

use super::{Ended, Installation, PROGRAM, ended};
use crate::support::APP_FILE;

fn mode(path: &Path) -> u32 {
    fs::metadata(path).unwrap().permissions().mode() & 0o777
}

fn set_mode(path: &Path, mode: u32) {
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
}

fn doctor(it: &Installation, how: &str, settings: &[(&str, &str)]) -> Ended {
    let mut command = it.program(PROGRAM, &["doctor", how, "--data"]);
    let settings = settings.iter().map(|(name, value)| (format!("PATIENT_CONNECT_{name}"), *value));
    ended(command.arg(it.data()).envs(settings))
}

#[test]
fn the_doctor_mends_rights_directories_and_sockets_and_says_so() {
    let it = Installation::with_app();
    let (data, key) = (it.data(), it.data().join("pepper.key"));
    set_mode(&data, 0o755);
    set_mode(&it.database(), 0o644);
    set_mode(&key, 0o640);
    let socket = it.path("portal.sock");
    drop(UnixListener::bind(&socket).unwrap());
    let mails = it.path("mails");
    let listen = format!("unix:{}", socket.display());
    let settings = [
        ("LISTEN", listen.as_str()),
        ("MAIL_FOLDER", mails.to_str().unwrap()),
        ("MAIL_FROM", "connect@clinic.example"),
    ];
    let told = doctor(&it, "--fix", &settings).with(0).out;
    for line in [
        format!("fix    {}: mode 755 to 700", data.display()),
        format!("fix    {}: mode 644 to 600", it.database().display()),
        format!("fix    {}: mode 640 to 600", key.display()),
        format!("fix    {}: make this directory", mails.display()),
        format!("fix    {}: take this socket away", socket.display()),
    ] {
        assert!(told.contains(&line), "{line} in {told}");
    }
    assert_eq!(told.lines().filter(|line| *line == "fixed").count(), 5, "{told}");
    assert_eq!((mode(&data), mode(&it.database()), mode(&key), mode(&mails)), (0o700, 0o600, 0o600, 0o700));
    assert!(!socket.exists());
    let again = doctor(&it, "--fix", &settings).with(0).out;
    assert!(again.contains("nothing that can be mended without you"), "{again}");
    assert!(it.run(&["app", "list"]).with(0).out.contains("Fabrikam Visits"), "its data is as it was");
}

#[test]
fn what_is_in_use_or_somebody_elses_is_left_as_it_is() {
    let it = Installation::with_app();
    let elsewhere = it.path("elsewhere.key");
    fs::rename(it.data().join("pepper.key"), &elsewhere).unwrap();
    symlink(&elsewhere, it.data().join("pepper.key")).unwrap();
    set_mode(&elsewhere, 0o644);
    let socket = it.path("portal.sock");
    let _somebody = UnixListener::bind(&socket).unwrap();
    let listen = format!("unix:{}", socket.display());
    let told = doctor(&it, "--fix", &[("LISTEN", &listen)]).with(1).out;
    assert!(told.contains("nothing that can be mended without you"), "{told}");
    assert!(told.contains("WRONG  key file"), "{told}");
    assert_eq!(mode(&elsewhere), 0o644, "a link is not followed");
    assert!(socket.exists());

    set_mode(&elsewhere, 0o600);
    set_mode(&it.data(), 0o755);
    it.run(&["doctor"]).with(1);
    assert_eq!(mode(&it.data()), 0o755, "without --fix nothing is changed");
}

/// Stands in everything that somebody typed.
const MARKER: &str = "zenobia";

/// An installation in which everything that can have a name has this one. Gives what else must not be told.
async fn marked() -> (Installation, String, Vec<String>) {
    let it = Installation::new();
    let app = APP_FILE
        .replace("Fabrikam Visits", "Zenobia Visits")
        .replace("Fabrikam Clinic", "Zenobia Clinic")
        .replace("Call", "Zenobia, call");
    let file = it.file("zenobia.toml", app);
    it.run(&["app", "apply", &file]).with(0);
    let key = it.run(&["app", "key", "new", crate::support::APP_ID]).with(0).out.trim().to_owned();
    let create = [
        "request",
        "create",
        "--external-id",
        "zenobia-1",
        "--friendly-name",
        "Zenobia’s visits",
        "--question",
        "Zenobia’s word?",
        "--answer",
        "zenobia harbour",
        "--json",
    ];
    let made = it.run(&create).with(0).json();
    let code = made["identity_code"].as_str().unwrap().to_owned();
    let mut db = SqliteConnection::connect(&format!("sqlite://{}", it.database().display())).await.unwrap();
    sqlx::query("CREATE TABLE zenobia_notes (id INT)").execute(&mut db).await.unwrap();
    db.close().await.unwrap();
    let secret = it.file("zenobia.secret", "zenobia-secret");
    set_mode(Path::new(&secret), 0o644);
    let config = it.file(
        "config.toml",
        "[[provider]]\nname = \"zenobia\"\nissuer = \"https://127.0.0.1:9/zenobia\"\nclient_id = \"zenobia\"\n\
         secret_file = \"zenobia.secret\"\nlabel = \"Zenobia\"\n",
    );
    (it, config, vec![code.clone(), code.replace('-', ""), key])
}

fn report(it: &Installation, config: &str, settings: &[(&str, &str)]) -> (Value, String) {
    let mut command: Command = it.program(PROGRAM, &["doctor", "--report", "--config", config, "--data"]);
    let settings = settings.iter().map(|(name, value)| (format!("PATIENT_CONNECT_{name}"), *value));
    let told = ended(command.arg(it.data()).envs(settings)).with(0);
    (told.json(), format!("{}{}", told.out, told.err))
}

fn tells_nothing(told: &str, others: &[String], it: &Installation) {
    let told = told.to_lowercase();
    let place = it.dir.path().to_str().unwrap().to_owned();
    let typed = [MARKER, "203.0.113", "47113", "hunter2", "fabrikam", place.as_str()].map(str::to_owned);
    for secret in typed.iter().chain(others) {
        assert!(!told.contains(&secret.to_lowercase()), "{secret} in {told}");
    }
}

#[actix_web::test]
async fn a_report_has_counts_and_findings_and_nothing_that_somebody_typed() {
    let (it, config, others) = marked().await;
    let settings = [
        ("LISTEN", "127.0.0.1:47113, unix:/run/zenobia/portal.sock"),
        ("LISTEN_SOCKET_GROUP", "zenobia"),
        ("BASE_URL", "https://zenobia.example"),
        ("METRICS_LISTEN", "203.0.113.7:47113"),
        ("REDIRECT_LISTEN", "203.0.113.7:47113"),
        ("TLS_CERTIFICATE", "/etc/zenobia.pem"),
        ("TLS_KEY", "/etc/zenobia.key"),
        ("TRUSTED_PROXIES", "203.0.113.0/24, 203.0.113.9"),
        ("CALLBACK_ALLOWED_NETWORKS", "203.0.113.0/24"),
        ("SMTP_URL", "smtps://zenobia:hunter2@zenobia.example:47113"),
        ("MAIL_FROM", "Zenobia <zenobia@clinic.example>"),
        ("TIME_ZONE", "America/Chicago"),
        ("LOG", "zenobia=debug"),
        ("LIMIT_CODES", "31"),
    ];
    let (told, text) = report(&it, &config, &settings);
    tells_nothing(&text, &others, &it);
    assert_eq!(told["database"]["kind"], "SQLite");
    assert_eq!(told["database"]["newest_migration"], told["program"]["newest_migration"]);
    assert_eq!(told["database"]["rows"]["connect_requests"], 1);
    assert_eq!(told["database"]["rows"]["tables of others"], 1);
    assert!(told["database"]["bytes"].as_i64().unwrap() > 4096);
    let set = &told["settings"];
    assert_eq!((set["limit_codes"].as_i64(), set["smtp_url"].as_str()), (Some(31), Some("smtps")));
    assert_eq!(set["listen"], "loopback, a socket");
    assert_eq!(set["trusted_proxies"], "2 entries");
    assert_eq!((set["time_zone"].as_str(), set["provider"].as_i64()), (Some("America/Chicago"), Some(1)));
    let fine = |check: &str| {
        let findings = told["findings"].as_array().unwrap();
        findings.iter().find(|finding| finding["check"] == check).map(|finding| finding["fine"].clone())
    };
    assert_eq!(fine("tables"), Some(true.into()));
    assert_eq!(fine("certificate"), Some(false.into()));
    assert_eq!(fine("provider"), Some(false.into()));

    // Settings that are wrong, each in a way that their own complaint would repeat.
    let wrong =
        [("TIME_ZONE", "Zenobia/Zenobia"), ("LOG_FORMAT", "zenobia"), ("LISTEN_SOCKET_MODE", "zenobia")];
    for wrong in wrong {
        let (told, text) = report(&it, &config, &[wrong]);
        tells_nothing(&text, &others, &it);
        assert_eq!(told["findings"][0]["fine"], false, "{wrong:?}");
    }
    let broken = it.file("broken.toml", "listen = \"zenobia\"\n");
    let (told, text) = report(&it, &broken, &[]);
    tells_nothing(&text, &others, &it);
    assert_eq!(told["settings"], Value::Null);
}

#[actix_web::test]
async fn whoever_asks_whether_the_portal_is_ready_is_told_by_the_exit_code() {
    let it = Installation::new();
    let socket = it.path("portal.sock");
    let listen = format!("unix:{}", socket.display());
    let asked = |wait: &str| {
        let mut command = it.program(PROGRAM, &["ready", "--wait", wait, "--data"]);
        ended(command.arg(it.data()).env("PATIENT_CONNECT_LISTEN", &listen))
    };
    assert!(asked("0").with(1).err.contains("not ready: the portal does not answer"));
    assert!(!it.data().exists(), "it makes nothing");
    let mut serve = it.program(PROGRAM, &["serve", "--data"]);
    serve.arg(it.data()).env("PATIENT_CONNECT_LISTEN", &listen).stderr(std::process::Stdio::null());
    let _running = crate::support::Process::start(&mut serve);
    assert_eq!(asked("45").with(0).out, "ready\n");

    let other = Installation::new();
    let (mut portal, base) = other.serve().await;
    let address = base.strip_prefix("http://").unwrap().to_owned();
    let asked = || {
        let mut command = other.program(PROGRAM, &["ready"]);
        ended(command.env("PATIENT_CONNECT_LISTEN", &address))
    };
    asked().with(0);
    portal.kill();
    asked().with(1);
}

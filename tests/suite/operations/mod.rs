//! The program as an operator meets it: its files, its tables, its certificates, how it starts, stops and restarts.
//! Everything here runs the real binary.

mod certificates;
mod classic;
mod clock;
mod connections;
#[cfg(unix)]
mod doctor;
mod files;
mod first_wave;
mod full_disk;
#[cfg(unix)]
mod listening;
mod lost_commit;
mod metrics;
mod moving;
mod overheard;
mod readme;
mod restore;
#[cfg(unix)]
mod rotation;
mod settings;
mod stopping;
mod tables;
#[cfg(unix)]
mod traces;
mod upgrades;

use std::{
    net::TcpListener,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    time::{Duration, Instant},
};

use serde_json::Value;

use patient_connect::ports::{SystemRandom, new_pseudonym};

use crate::support::{APP_FILE, Database, Process, client_without_defaults, databases};

/// Far longer than anything here takes.
const PATIENCE: Duration = Duration::from_secs(45);

const PROGRAM: &str = env!("CARGO_BIN_EXE_patient-connect");

const NOBODY: &str = "00000000-0000-4000-8000-000000000001";

/// How a command ended.
#[derive(Debug)]
struct Ended {
    code: Option<i32>,
    out: String,
    err: String,
}

impl Ended {
    #[track_caller]
    fn with(self, code: i32) -> Self {
        assert_eq!(self.code, Some(code), "{self:?}");
        self
    }

    fn json(&self) -> Value {
        serde_json::from_str(&self.out).unwrap_or_else(|e| panic!("{e}: {self:?}"))
    }
}

/// An installation in a directory of its own.
struct Installation {
    dir: tempfile::TempDir,
}

impl Installation {
    fn new() -> Self {
        Self { dir: tempfile::tempdir().unwrap() }
    }

    fn with_app() -> Self {
        let it = Self::new();
        let file = it.file("app.toml", APP_FILE);
        it.run(&["app", "apply", &file]).with(0);
        it
    }

    fn path(&self, name: &str) -> PathBuf {
        self.dir.path().join(name)
    }

    fn file(&self, name: &str, contents: impl AsRef<[u8]>) -> String {
        std::fs::write(self.path(name), contents).unwrap();
        self.path(name).to_str().unwrap().to_owned()
    }

    fn data(&self) -> PathBuf {
        self.path("data")
    }

    fn database(&self) -> PathBuf {
        self.data().join("patient-connect.db")
    }

    /// The program, in this directory and with none of the tests' own settings.
    fn program(&self, program: &str, arguments: &[&str]) -> Command {
        let mut command = Command::new(program);
        for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("PATIENT_CONNECT_")) {
            command.env_remove(name);
        }
        command.args(arguments).current_dir(self.dir.path()).stdin(Stdio::null());
        command
    }

    fn run(&self, arguments: &[&str]) -> Ended {
        let data = self.data();
        ended(self.program(PROGRAM, arguments).arg("--data").arg(data))
    }

    /// The same with a umask that keeps nothing from anybody.
    fn run_open(&self, arguments: &[&str]) -> Ended {
        ended(&mut self.open_handed(arguments))
    }

    fn open_handed(&self, arguments: &[&str]) -> Command {
        let mut command = self.program("sh", &["-c", "umask 000; exec \"$0\" \"$@\"", PROGRAM]);
        command.args(arguments).arg("--data").arg(self.data());
        command
    }

    /// Starts the portal on a free port and waits until it is ready.
    async fn serve(&self) -> (Process, String) {
        self.serve_with(&[]).await
    }

    /// The same with these settings.
    async fn serve_with(&self, settings: &[(&str, &str)]) -> (Process, String) {
        self.serve_as(self.program(PROGRAM, &["serve"]), settings).await
    }

    /// The same by a command that becomes the program.
    async fn serve_as(&self, mut serve: Command, settings: &[(&str, &str)]) -> (Process, String) {
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let base = format!("http://127.0.0.1:{port}");
        serve
            .arg("--data")
            .arg(self.data())
            .env("PATIENT_CONNECT_LISTEN", format!("127.0.0.1:{port}"))
            .env("PATIENT_CONNECT_BASE_URL", &base)
            .envs(settings.iter().copied())
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        let process = Process::start(&mut serve);
        ready(&base).await;
        (process, base)
    }
}

/// A new PostgreSQL database, of a role that owns it and is nothing else, as an operator makes one; `None` where the tests
/// were given no server.
async fn empty_postgres() -> Option<String> {
    if !databases().contains(&Database::Postgres) {
        return None;
    }
    let name = format!("operations_{}", new_pseudonym(&SystemRandom).simple());
    let admin = sqlx::PgPool::connect(&server_url("postgres")).await.unwrap();
    for statement in [
        format!("CREATE ROLE {name} LOGIN PASSWORD '{name}'"),
        format!("CREATE DATABASE {name} OWNER {name}"),
    ] {
        sqlx::query(sqlx::AssertSqlSafe(statement)).execute(&admin).await.unwrap();
    }
    admin.close().await;
    let mut url: url::Url = server_url(&name).parse().unwrap();
    url.set_username(&name).unwrap();
    url.set_password(Some(&name)).unwrap();
    Some(url.into())
}

/// The address of a database for the role that the tests were given, which may do anything.
fn server_url(database: &str) -> String {
    let mut url: url::Url = std::env::var("PATIENT_CONNECT_TEST_POSTGRES").unwrap().parse().unwrap();
    url.set_path(database);
    url.into()
}

fn ended(command: &mut Command) -> Ended {
    let ended = command.output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    Ended { code: ended.status.code(), out: text(ended.stdout), err: text(ended.stderr) }
}

async fn ready(base: &str) {
    client_without_defaults();
    let until = Instant::now() + PATIENCE;
    while !reqwest::get(format!("{base}/readyz")).await.is_ok_and(|answer| answer.status().is_success()) {
        assert!(Instant::now() < until, "it does not start");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

/// Every file of a directory with its bytes.
fn contents(directory: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut all: Vec<_> = std::fs::read_dir(directory)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .map(|path| (path.clone(), std::fs::read(&path).unwrap()))
        .collect();
    all.sort();
    all
}

//! The program as an operator meets it: its files, its tables, its certificates, how it starts, stops and restarts.
//! Everything here runs the real binary.

mod certificates;
mod classic;
mod clock;
mod files;
mod first_wave;
mod readme;
mod settings;
mod stopping;
mod tables;

use std::{
    io::{BufRead, BufReader},
    net::TcpListener,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

use serde_json::Value;

/// Far longer than anything here takes.
const PATIENCE: Duration = Duration::from_secs(45);

const PROGRAM: &str = env!("CARGO_BIN_EXE_patient-connect");

const ID: &str = "3f1c0a52-6c55-4d0c-9a8a-0f6f1f0f5a11";
const NOBODY: &str = "00000000-0000-4000-8000-000000000001";
const APP: &str = r#"
id = "3f1c0a52-6c55-4d0c-9a8a-0f6f1f0f5a11"
name = "Fabrikam Visits"
organization = "Fabrikam Clinic"
methods = ["ConnectPackage"]
success_message = "You are now connected!"
contact = "Call +1 555 0100"

[[rule]]
name = "visits"
why = "So that your visit notes reach your record."
data_types = ["Encounter"]
access = ["create", "read"]
"#;

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

/// A process that ends with the test.
struct Process(Child);

impl Process {
    /// SIGTERM, as a service manager sends it.
    fn terminate(&self) {
        let pid = self.0.id().to_string();
        assert!(Command::new("kill").args(["-TERM", &pid]).status().unwrap().success());
    }

    /// SIGKILL: nothing of it gets to say goodbye.
    fn kill(&mut self) {
        self.0.kill().unwrap();
        self.0.wait().unwrap();
    }

    /// How it ended, and after how long; `None` when it did not end within `most`.
    async fn ended_within(&mut self, most: Duration) -> Option<(Option<i32>, Duration)> {
        let began = Instant::now();
        while began.elapsed() < most {
            if let Some(status) = self.0.try_wait().unwrap() {
                return Some((status.code(), began.elapsed()));
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        None
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        let _ended_before = self.0.kill();
        let _ended_before = self.0.wait();
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
        let file = it.file("app.toml", APP);
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
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let base = format!("http://127.0.0.1:{port}");
        let child = self
            .program(PROGRAM, &["serve"])
            .arg("--data")
            .arg(self.data())
            .env("PATIENT_CONNECT_LISTEN", format!("127.0.0.1:{port}"))
            .env("PATIENT_CONNECT_BASE_URL", &base)
            .envs(settings.iter().copied())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn();
        let process = Process(child.unwrap());
        ready(&base).await;
        (process, base)
    }
}

fn ended(command: &mut Command) -> Ended {
    let ended = command.output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    Ended { code: ended.status.code(), out: text(ended.stdout), err: text(ended.stderr) }
}

async fn ready(base: &str) {
    crate::support::client_without_defaults();
    let until = Instant::now() + PATIENCE;
    while !reqwest::get(format!("{base}/readyz")).await.is_ok_and(|answer| answer.status().is_success()) {
        assert!(Instant::now() < until, "it does not start");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

/// Starts a sandbox and waits for the line that says it listens.
fn announced(mut command: Command) -> (Process, Value) {
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
    let mut line = String::new();
    BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
    (Process(child), serde_json::from_str(&line).unwrap())
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

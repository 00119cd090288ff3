//! The clinic's tools, as a script uses them: what they print, what they change, and how they end.

mod apply;
mod apps;
mod operators;
mod requests;

use std::{io::Write, path::PathBuf, process::Stdio, sync::Arc};

use patient_connect::{
    actions::{Context, Rules},
    domain::audit::Origin,
    hashing::Hasher,
    keys::Keys,
    notifier::Notifier,
    ports::{MovableClock, SystemRandom},
    store::Db,
};
use serde_json::Value;

use crate::support::{APP_FILE, program};

/// How a command ended.
#[derive(Debug)]
pub struct Ended {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Ended {
    #[track_caller]
    pub fn with(self, code: i32) -> Self {
        assert_eq!(self.code, code, "{self:?}");
        if code == 0 {
            assert_eq!(self.err, "", "a command that worked complains of nothing");
        } else {
            assert_eq!(self.out, "", "a failure is told on stderr");
            assert!(!self.err.trim().is_empty());
        }
        self
    }

    pub fn json(&self) -> Value {
        serde_json::from_str(&self.out).unwrap_or_else(|e| panic!("{e}: {self:?}"))
    }

    /// The first column of the first line.
    pub fn first(&self) -> String {
        self.out.split(['\t', '\n']).next().unwrap().to_owned()
    }
}

/// An installation in a directory of its own.
pub struct Installation {
    dir: tempfile::TempDir,
}

pub const NOBODY: &str = "00000000-0000-4000-8000-000000000001";

impl Installation {
    pub fn new() -> Self {
        Self { dir: tempfile::tempdir().unwrap() }
    }

    pub fn with_app() -> Self {
        let it = Self::new();
        let file = it.file("app.toml", APP_FILE);
        it.run(&["app", "apply", &file]).with(0);
        it
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.dir.path().join(name)
    }

    pub fn file(&self, name: &str, text: &str) -> String {
        std::fs::write(self.path(name), text).unwrap();
        self.path(name).to_str().unwrap().to_owned()
    }

    pub fn data(&self) -> PathBuf {
        self.path("data")
    }

    pub fn run(&self, arguments: &[&str]) -> Ended {
        self.run_with(arguments, "")
    }

    pub fn run_with(&self, arguments: &[&str], input: &str) -> Ended {
        let mut child = program(arguments, &self.data())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        // A command that reads nothing may have closed its end already.
        let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
        let ended = child.wait_with_output().unwrap();
        Ended {
            code: ended.status.code().unwrap(),
            out: String::from_utf8(ended.stdout).unwrap(),
            err: String::from_utf8(ended.stderr).unwrap(),
        }
    }

    /// The same installation, as the library sees it, with a clock that can be moved.
    pub async fn context(&self) -> (Context, Arc<MovableClock>) {
        let clock = Arc::new(MovableClock::default());
        let context = Context {
            db: Db::open_sqlite(&self.data().join("patient-connect.db")).await.unwrap(),
            clock: clock.clone(),
            random: Arc::new(SystemRandom),
            keys: Arc::new(Keys::open_or_create(&self.data().join("pepper.key"), &SystemRandom).unwrap()),
            hasher: Hasher::start(),
            rules: Rules::default(),
            notifier: Notifier::default(),
            can_mail: false,
            origin: Origin::default(),
        };
        (context, clock)
    }

    pub fn create(&self, external_id: &str, more: &[&str]) -> Ended {
        let all = [
            "request",
            "create",
            "--external-id",
            external_id,
            "--friendly-name",
            "Emma’s visits",
            "--question",
            "Which word did we agree on?",
            "--answer",
            "violet harbour",
        ];
        self.run(&[&all[..], more].concat())
    }
}

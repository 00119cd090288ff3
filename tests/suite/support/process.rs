//! The program itself, as operators run it: a process of its own.

use std::{
    io::{BufRead, BufReader},
    path::Path,
    process::{Child, Command, ExitStatus, Stdio},
    time::{Duration, Instant},
};

use serde_json::Value;

/// The program with its arguments, without what the environment would set.
pub fn program(arguments: &[&str], data: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_patient-connect"));
    for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("PATIENT_CONNECT_")) {
        command.env_remove(name);
    }
    command.args(arguments).arg("--data").arg(data).stderr(Stdio::null());
    command
}

/// Runs a command that must succeed, and gives what it prints.
pub fn run(arguments: &[&str], data: &Path) -> String {
    let ended = program(arguments, data).output().unwrap();
    assert!(ended.status.success(), "{arguments:?}");
    String::from_utf8(ended.stdout).unwrap()
}

/// A process that ends with the test.
pub struct Process(Child);

impl Process {
    pub fn start(command: &mut Command) -> Self {
        Self(command.spawn().unwrap())
    }

    /// Starts the sandbox and waits for the line that says it listens.
    pub fn sandbox(data: &Path, port: &str) -> (Self, Value) {
        Self::announced(&mut program(&["demo", "--json", "--port", port], data))
    }

    /// Starts a program that is the sandbox and waits for that line.
    pub fn announced(command: &mut Command) -> (Self, Value) {
        let mut process = Self::start(command.stdout(Stdio::piped()).stderr(Stdio::null()));
        let mut line = String::new();
        BufReader::new(process.0.stdout.take().unwrap()).read_line(&mut line).unwrap();
        (process, serde_json::from_str(&line).unwrap())
    }

    pub fn id(&self) -> u32 {
        self.0.id()
    }

    /// SIGKILL: nothing of it gets to say goodbye.
    pub fn kill(&mut self) {
        self.0.kill().unwrap();
        self.0.wait().unwrap();
    }

    /// SIGTERM, as a service manager sends it.
    pub fn terminate(&self) {
        let pid = self.id().to_string();
        assert!(Command::new("kill").args(["-TERM", &pid]).status().unwrap().success());
    }

    /// How it ended, and after how long; `None` when it did not end within `most`.
    pub async fn ended_within(&mut self, most: Duration) -> Option<(Option<i32>, Duration)> {
        let began = Instant::now();
        while began.elapsed() < most {
            if let Some(status) = self.0.try_wait().unwrap() {
                return Some((status.code(), began.elapsed()));
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        None
    }

    pub fn wait(&mut self) -> ExitStatus {
        self.0.wait().unwrap()
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        let _ended_before = self.0.kill();
        let _ended_before = self.0.wait();
    }
}

use std::{
    io::{BufRead, BufReader},
    process::{Child, Command, Stdio},
};

use serde_json::Value;

use crate::support::{Browser, Clinic, Letter, client_without_defaults};

/// The program itself, as a process of its own: killed when the test ends.
struct Process(Child);

impl Process {
    /// Starts the sandbox and waits for the line that says it listens.
    fn sandbox(data: &std::path::Path, port: &str) -> (Self, Value) {
        let mut child = Command::new(env!("CARGO_BIN_EXE_patient-connect"))
            .args(["demo", "--json", "--port", port, "--data"])
            .arg(data)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        (Self(child), serde_json::from_str(&line).unwrap())
    }

    /// SIGKILL: nothing of it gets to say goodbye.
    fn kill(&mut self) {
        self.0.kill().unwrap();
        self.0.wait().unwrap();
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        let _ended_before = self.0.kill();
        let _ended_before = self.0.wait();
    }
}

#[actix_web::test]
async fn what_was_acknowledged_stands_after_the_program_is_killed_and_so_does_the_sign_in() {
    client_without_defaults();
    let data = tempfile::tempdir().unwrap();
    let (mut process, told) = Process::sandbox(data.path(), "0");
    let base = told["base_url"].as_str().unwrap().to_owned();
    let clinic = Clinic::new(&base, told["app"]["api_key"].as_str().unwrap());
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let sent = &told["connect_requests"][0];
    let letter = Letter {
        external_id: text(&sent["external_id"]),
        code: text(&sent["identity_code"]),
        link: text(&sent["link"]),
        answer: text(&sent["answer"]),
    };
    let mut patient = Browser::new(&base);
    patient.connect(&letter, "Emma").await;
    process.kill();

    let port = url::Url::parse(&base).unwrap().port().unwrap().to_string();
    let (_process, told) = Process::sandbox(data.path(), &port);
    assert_eq!(told["base_url"], base.as_str());
    assert!(told["connect_requests"].as_array().unwrap().len() >= 3, "fresh letters wait: {told}");
    let listed = clinic.authorized(None).await["items"].clone();
    assert_eq!(listed.as_array().unwrap().len(), 1);
    assert_eq!(listed[0]["external_id"], letter.external_id.as_str());
    assert_eq!(clinic.request(&letter).await["status"], "authorized");
    patient.open("/connections").await;
    patient.is("connections", 200);
    assert!(patient.html.contains("Emma"));
}

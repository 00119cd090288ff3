//! The example app does its two jobs against a real portal.

use std::{path::PathBuf, process::Output};

use crate::support::{Database, Letter, TestPortal, spawn};

/// Where `cargo test` has put it: beside the folder of the running tests.
fn program() -> PathBuf {
    let tests = std::env::current_exe().unwrap();
    let found = tests.parent().unwrap().parent().unwrap().join("examples/clinic");
    found.with_extension(std::env::consts::EXE_EXTENSION)
}

async fn run(portal: &TestPortal, words: &[&str]) -> Output {
    let mut command = std::process::Command::new(program());
    command
        .args(words)
        .env("PATIENT_CONNECT_URL", &portal.base)
        .env("PATIENT_CONNECT_API_KEY", &portal.key)
        .env("NO_PROXY", "*");
    let output = actix_web::rt::task::spawn_blocking(move || command.output()).await.unwrap();
    output.expect("the example was built: `cargo test` builds it, or `cargo build --example clinic`")
}

async fn said(portal: &TestPortal, words: &[&str]) -> String {
    let output = run(portal, words).await;
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

async fn create(portal: &TestPortal, external_id: &str) -> Letter {
    let words = ["create", external_id, "Emma’s visits", "Which word did we agree on?", "violet harbour"];
    let text = said(portal, &words).await;
    let word_after = |before: &str| {
        let rest = text.split(before).nth(1).unwrap_or_else(|| panic!("no {before:?} in {text}"));
        rest.split_whitespace().next().unwrap().to_owned()
    };
    Letter {
        external_id: external_id.to_owned(),
        code: word_after("type the code "),
        link: word_after("Open "),
        answer: "violet harbour".to_owned(),
    }
}

#[actix_web::test]
async fn it_creates_requests_and_lists_each_new_connection_once() {
    let portal = spawn(Database::Sqlite).await;
    let folder = tempfile::tempdir().unwrap();
    let state = folder.path().join("connected.state").to_str().unwrap().to_owned();
    let poll = ["poll", state.as_str()];

    let emma = create(&portal, "patient-1001").await;
    let noah = create(&portal, "patient-1002").await;
    assert!(emma.link.ends_with(&emma.code));
    assert_eq!(said(&portal, &poll).await, "", "nobody has connected yet");

    portal.browser().connect(&emma, "Emma").await;
    let text = said(&portal, &poll).await;
    assert!(text.starts_with("patient-1001 is connected: person ") && text.lines().count() == 1, "{text}");
    assert_eq!(said(&portal, &poll).await, "", "nothing new");

    portal.browser().connect(&noah, "Noah").await;
    let text = said(&portal, &poll).await;
    assert!(text.starts_with("patient-1002 is connected: person ") && text.lines().count() == 1, "{text}");

    let stored = std::fs::read_to_string(format!("{state}.tsv")).unwrap();
    let ids: Vec<Vec<&str>> = stored.lines().map(|line| line.split('\t').collect()).collect();
    assert_eq!(ids.len(), 2);
    let list = portal.clinic().authorized(None).await;
    for (line, item) in ids.iter().zip(list["items"].as_array().unwrap()) {
        assert_eq!(line[1..], [item["person_id"].as_str().unwrap(), item["record_id"].as_str().unwrap()]);
    }
}

#[actix_web::test]
async fn it_says_what_was_refused_and_fails() {
    let portal = spawn(Database::Sqlite).await;
    create(&portal, "patient-1001").await;
    let words = ["create", "patient-1001", "Emma’s visits", "Which word did we agree on?", "violet harbour"];
    let output = run(&portal, &words).await;
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(!output.status.success() && errors.contains("duplicate_connect_request"), "{errors}");
    let output = run(&portal, &["create"]).await;
    assert!(!output.status.success());
}

//! The ways on which mails leave: a folder, and the sandbox's mailbox. The real program.

use std::fs;

use serde_json::Value;

use crate::support::{Process, client_without_defaults, program};

#[test]
fn doctor_puts_a_mail_into_the_folder_that_nobody_else_may_read() {
    let dir = tempfile::tempdir().unwrap();
    let folder = dir.path().join("mails");
    let doctor = |to: &str| {
        let mut command = program(&["doctor", "--mail", to], &dir.path().join("data"));
        command.env("PATIENT_CONNECT_MAIL_FOLDER", &folder);
        command.env("PATIENT_CONNECT_MAIL_FROM", "Fabrikam Clinic <connect@fabrikam.example>");
        let ended = command.output().unwrap();
        (ended.status.success(), String::from_utf8(ended.stdout).unwrap())
    };
    let (fine, said) = doctor("ana@example.org");
    assert!(fine && said.contains("ok     mail: one is on its way to ana@example.org"), "{said}");
    let files: Vec<_> = fs::read_dir(&folder).unwrap().map(|file| file.unwrap().path()).collect();
    assert_eq!(files.len(), 1, "{files:?}");
    let mail = fs::read_to_string(&files[0]).unwrap();
    for line in [
        "From: \"Fabrikam Clinic\" <connect@fabrikam.example>",
        "To: ana@example.org",
        "Subject: A test of our mails",
        "Message-ID: <",
        "Content-Language: en",
        "Auto-Submitted: auto-generated",
        "Content-Type: multipart/alternative",
        "Content-Type: text/plain; charset=utf-8",
        "Content-Type: text/html; charset=utf-8",
    ] {
        assert!(mail.lines().any(|is| is.starts_with(line)), "{line}: {mail}");
    }
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = |path: &std::path::Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!((mode(&folder), mode(&files[0])), (0o700, 0o600));
    }
    let (fine, said) = doctor("not an address");
    assert!(!fine && said.contains("WRONG  mail"), "{said}");
}

#[test]
fn doctor_says_what_is_missing_without_a_mail_server() {
    let dir = tempfile::tempdir().unwrap();
    let ended = program(&["doctor"], &dir.path().join("data")).output().unwrap();
    let said = String::from_utf8(ended.stdout).unwrap();
    assert!(ended.status.success() && said.contains("ok     mail: none are sent"), "{said}");
    let ended = program(&["doctor", "--mail", "ana@example.org"], &dir.path().join("data")).output().unwrap();
    let said = String::from_utf8(ended.stdout).unwrap();
    assert!(!ended.status.success() && said.contains("set smtp_url and mail_from"), "{said}");
}

#[test]
fn serve_does_not_start_with_a_mail_server_that_it_cannot_use_and_does_not_repeat_its_password() {
    let dir = tempfile::tempdir().unwrap();
    let mut command = program(&["serve"], dir.path());
    command.env("PATIENT_CONNECT_SMTP_URL", "http://user:hunter2@mail.example");
    command.env("PATIENT_CONNECT_MAIL_FROM", "connect@fabrikam.example");
    let ended = command.stderr(std::process::Stdio::piped()).output().unwrap();
    let said = String::from_utf8(ended.stderr).unwrap();
    assert!(!ended.status.success() && said.contains("smtp_url: must be smtp://"), "{said}");
    assert!(!said.contains("hunter2"), "{said}");
}

#[tokio::test]
async fn the_sandbox_has_a_mailbox() {
    client_without_defaults();
    let dir = tempfile::tempdir().unwrap();
    let (_process, started) = Process::sandbox(dir.path(), "0");
    let base = started["base_url"].as_str().unwrap();
    let mails: Value = reqwest::get(format!("{base}/_demo/mail.json")).await.unwrap().json().await.unwrap();
    assert!(mails["items"].is_array(), "{mails}");
    let page = reqwest::get(format!("{base}/_demo/mail")).await.unwrap().text().await.unwrap();
    assert!(page.contains("data-testid=\"page-mailbox\""), "{page}");
    let none = reqwest::get(format!("{base}/_demo/mail/99999")).await.unwrap();
    assert_eq!(none.status(), 404);
}

//! `request …`: as an app would, without a program of its own.

use super::{Installation, NOBODY};
use crate::support::{APP_FILE, APP_ID};

#[test]
fn a_request_is_created_with_its_letter_which_tells_no_secret() {
    let it = Installation::with_app();
    let made = it.create("p-1", &[]).with(0).out;
    let line = |name: &str| {
        let found = made.lines().find(|line| line.starts_with(name)).unwrap();
        found[name.len()..].trim().to_owned()
    };
    let (code, link) = (line("code"), line("link"));
    assert!(regex::Regex::new("^([A-Z]{4}-){4}[A-Z]{4}$").unwrap().is_match(&code), "{code}");
    assert_eq!(link, format!("http://127.0.0.1:8080/connect?packageid={code}"));
    assert!(chrono::DateTime::parse_from_rfc3339(&line("until")).is_ok());
    let letter = made.split_once("\n\n").unwrap().1;
    for part in ["Fabrikam Clinic", "Fabrikam Visits", "Call +1 555 0100", &code, &link, "3 chances"] {
        assert!(letter.contains(part), "{part} in {letter}");
    }
    for secret in ["violet", "Which word", "Emma"] {
        assert!(!letter.contains(secret), "{secret} in {letter}");
    }

    let json = it.create("p-2", &["--language", "es", "--json"]).with(0).json();
    assert_eq!((json["external_id"].as_str(), json["status"].as_str()), (Some("p-2"), Some("pending")));
    let text = json["letter"]["text"].as_str().unwrap();
    assert!(text.contains(json["identity_code"].as_str().unwrap()) && text.contains("expediente"), "{text}");
    assert_eq!(json["letter"]["language"], "es");
    assert!(json["letter"]["subject"].as_str().unwrap().starts_with("Conecte Fabrikam Visits"));
    it.create("p-3", &["--language", "xx"]).with(2);
}

#[test]
fn a_request_that_the_rules_refuse_ends_with_4_and_one_that_is_not_there_with_3() {
    let it = Installation::with_app();
    it.create("p-1", &[]).with(0);
    let twice = it.create("p-1", &[]).with(4);
    assert!(twice.err.contains("already"), "{}", twice.err);
    let with_answer = |answer: &str| {
        let all = ["request", "create", "--external-id", "p-2", "--friendly-name", "Emma"];
        it.run_with(&[&all[..], &["--question", "Which word?"]].concat(), answer)
    };
    let short = with_answer("gray\n").with(4);
    assert!(!short.err.contains("gray"), "an answer is not repeated");
    with_answer("violet harbour\n").with(0);
    it.create("", &[]).with(4);
    it.create("p-3", &["--callback-url", "http://app.example/"]).with(4);
    it.create("p-3", &["--callback-url", "https://app.example/hook"]).with(0);
    it.run(&["request", "create"]).with(2);

    let shown = it.run(&["request", "show", "p-1"]).with(0).out;
    assert!(shown.starts_with("p-1\tpending\t3 chances left\t"), "{shown}");
    let shown = it.run(&["request", "show", "p-1", "--json"]).with(0).json();
    assert_eq!((shown["status"].as_str(), shown["attempts_left"].as_i64()), (Some("pending"), Some(3)));
    assert_eq!(it.run(&["request", "list"]).with(0).out.lines().count(), 3);
    assert_eq!(it.run(&["request", "list", "--json"]).with(0).json().as_array().unwrap().len(), 3);
    assert_eq!(it.run(&["request", "delete", "p-1"]).with(0).out, "p-1\tdeleted\n");
    it.run(&["request", "delete", "p-1"]).with(3);
    it.run(&["request", "show", "p-1"]).with(3);
    it.run(&["request", "list", "--app", NOBODY]).with(3);
}

#[test]
fn which_app_acts_must_be_clear() {
    let it = Installation::new();
    let none = it.run(&["request", "list"]).with(3);
    assert!(none.err.contains("app apply"), "{}", none.err);
    let one = it.file("one.toml", APP_FILE);
    let two = it.file("two.toml", &APP_FILE.replace(APP_ID, NOBODY).replace("Visits", "Pharmacy"));
    it.run(&["app", "apply", &one, &two]).with(0);
    it.run(&["request", "list"]).with(4);
    it.create("p-1", &["--app", NOBODY]).with(0);
    assert_eq!(it.run(&["request", "list", "--app", APP_ID]).with(0).out, "");
    let mobile = it.file("one.toml", &APP_FILE.replace("methods =", "kind = \"mobile\"\nmethods ="));
    it.run(&["app", "apply", &mobile]).with(0);
    let refused = it.create("p-2", &["--app", APP_ID]).with(4);
    assert!(refused.err.contains("Mobile apps"), "{}", refused.err);
}

#[test]
fn a_letter_is_printed_for_a_code_in_large_type_into_a_file() {
    let it = Installation::with_app();
    let made = it.create("p-1", &["--json"]).with(0).json();
    let code = made["identity_code"].as_str().unwrap();
    let html = it.run(&["request", "letter", "--code", code]).with(0).out;
    assert!(html.starts_with("<!doctype html>") && html.contains(code), "{html}");
    let file = it.data().join("letter.html");
    let path = file.to_str().unwrap();
    let all =
        ["request", "letter", "--code", code, "--language", "de", "--large", "--spelled", "--out", path];
    assert!(it.run(&all).with(0).out.contains("ready to print"));
    let written = std::fs::read_to_string(&file).unwrap();
    assert!(written.contains("<html lang=\"de\" dir=\"ltr\" class=\"large\">"), "{written}");
    it.run(&["request", "letter", "--code", "JKYZ"]).with(4);
    it.run(&["request", "letter", "--code", "JKYZ-QNMN-VHRX-ZGNR-GZNH"]).with(3);
}

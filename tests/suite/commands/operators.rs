//! What an operator looks after, and the help that the program gives.

use std::{path::Path, process::Command};

use super::Installation;
use crate::support::APP_FILE;

#[test]
fn the_operators_commands_say_what_they_did() {
    let it = Installation::new();
    assert!(it.run(&["migrate"]).with(0).out.contains("up to date"));
    assert!(it.run(&["migrate"]).with(0).out.contains("up to date"));
    let file = it.file("app.toml", APP_FILE);
    it.run(&["app", "apply", &file]).with(0);
    it.create("p-1", &[]).with(0);
    let purged = it.run(&["purge"]).with(0).out;
    assert!(purged.contains("connect requests: 0\n") && purged.contains("callbacks: 0\n"), "{purged}");
    assert!(it.run(&["doctor"]).with(0).out.lines().all(|line| line.starts_with("ok ")));

    let copy = it.path("copy.db");
    let copy = copy.to_str().unwrap();
    assert!(it.run(&["backup", copy]).with(0).out.contains("pepper.key"));
    it.run(&["backup", copy]).with(1);
    let restored = Installation::new();
    std::fs::create_dir(restored.data()).unwrap();
    std::fs::copy(copy, restored.data().join("patient-connect.db")).unwrap();
    let missing = restored.run(&["app", "list"]).with(1);
    assert!(missing.err.contains("key file"), "{}", missing.err);
    let copied = |name: &str| std::fs::copy(it.data().join(name), restored.data().join(name)).unwrap();
    copied("pepper.key");
    assert!(restored.run(&["app", "list"]).with(0).out.contains("Fabrikam Visits"));
    assert!(restored.run(&["request", "show", "p-1"]).with(0).out.contains("pending"));
    assert_eq!(Installation::new().run(&["backup", "/tmp/never.db"]).with(1).code, 1);
    assert!(!Path::new("/tmp/never.db").exists());

    let wrong =
        it.file("wrong.toml", "base_url = \"http://clinic.example\"\ncallback_allowed_networks = \"x\"");
    let doctor = it.run(&["doctor", "--config", &wrong]);
    assert_eq!(doctor.code, 1);
    assert!(doctor.out.contains("WRONG  settings: base_url"), "{}", doctor.out);
}

#[test]
fn every_command_has_its_help_and_the_exit_codes_are_in_it() {
    let it = Installation::new();
    let help = |arguments: &[&str]| {
        let ended = Command::new(env!("CARGO_BIN_EXE_patient-connect")).args(arguments).output().unwrap();
        assert!(ended.status.success(), "{arguments:?}");
        String::from_utf8(ended.stdout).unwrap()
    };
    let main = help(&["--help"]);
    for code in ["0  done", "1  failed", "2  the command line", "3  there is no", "4  refused"] {
        assert!(main.contains(code), "{code} in {main}");
    }
    for command in [
        &["demo"][..],
        &["serve"],
        &["app", "apply"],
        &["app", "list"],
        &["app", "show"],
        &["app", "key", "new"],
        &["app", "key", "revoke"],
        &["app", "certificate", "add"],
        &["app", "webhook-secret", "new"],
        &["app", "deliveries"],
        &["app", "disable"],
        &["request", "create"],
        &["request", "list"],
        &["request", "show"],
        &["request", "delete"],
        &["migrate"],
        &["purge"],
        &["backup"],
        &["keys", "list"],
        &["keys", "rotate"],
        &["keys", "drop"],
        &["upgrade-check"],
        &["doctor"],
    ] {
        assert!(help(&[command, &["--help"]].concat()).contains("Usage: patient-connect"), "{command:?}");
    }
    assert!(help(&["app", "apply", "--help"]).contains("certificates"));
    it.run(&["app", "nonsense"]).with(2);
}

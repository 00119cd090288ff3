//! `app apply`, and the certificates that it leaves alone.

use serde_json::Value;

use super::{Installation, NOBODY};
use crate::{
    platform::client::{key, other_key},
    support::{APP_FILE, APP_ID},
};

#[test]
fn applying_a_file_again_changes_nothing_and_says_so() {
    let it = Installation::new();
    let file = it.file("app.toml", APP_FILE);
    let first = it.run(&["app", "apply", &file]).with(0);
    assert!(first.out.starts_with(&format!("{APP_ID}\tcreated\tFabrikam Visits\n")), "{}", first.out);
    let again = it.run(&["app", "apply", &file]).with(0);
    assert_eq!(again.out, format!("{APP_ID}\tunchanged\tFabrikam Visits\n"));
    let list = it.run(&["app", "list", "--json"]).with(0).json();
    assert_eq!(list.as_array().unwrap().len(), 1);
    assert_eq!((list[0]["id"].as_str(), list[0]["enabled"].as_bool()), (Some(APP_ID), Some(true)));
}

#[test]
fn a_dry_run_tells_each_field_and_changes_nothing() {
    let it = Installation::new();
    let file = it.file("app.toml", APP_FILE);
    let dry = it.run(&["app", "apply", "--dry-run", &file]).with(0);
    assert!(dry.out.starts_with(&format!("{APP_ID}\twould be created\tFabrikam Visits\n")), "{}", dry.out);
    assert!(dry.out.contains("  contact: + \"Call +1 555 0100\"\n"), "{}", dry.out);
    assert_eq!(it.run(&["app", "list"]).with(0).out, "");

    it.run(&["app", "apply", &file]).with(0);
    let text = APP_FILE.replace("555 0100", "555 0199").replace("[\"create\", \"read\"]", "[\"create\"]");
    let file = it.file("app.toml", &text);
    let expected = [
        "  contact: \"Call +1 555 0100\" -> \"Call +1 555 0199\"",
        "  rule.visits.access: \"create, read\" -> \"create\"",
    ];
    let dry = it.run(&["app", "apply", "--dry-run", &file]).with(0);
    let lines: Vec<_> = dry.out.lines().collect();
    assert_eq!(lines[0], format!("{APP_ID}\twould be updated\tFabrikam Visits"));
    assert_eq!(lines[1..], expected);
    let shown = it.run(&["app", "show", APP_ID]).with(0).out;
    assert!(shown.contains("555 0100"), "nothing was changed");

    let json = it.run(&["app", "apply", "--dry-run", "--json", &file]).with(0).json();
    assert_eq!((json[0]["result"].as_str(), json[0]["dry_run"].as_bool()), (Some("updated"), Some(true)));
    assert_eq!(json[0]["changes"][0]["before"], "Call +1 555 0100");
    let done = it.run(&["app", "apply", &file]).with(0);
    assert_eq!(done.out.lines().collect::<Vec<_>>()[1..], expected);
    assert!(it.run(&["app", "show", APP_ID]).with(0).out.contains("555 0199"));
}

#[test]
fn a_file_without_an_id_stands_for_the_app_of_its_name() {
    let it = Installation::new();
    let text = APP_FILE.lines().filter(|line| !line.starts_with("id =")).collect::<Vec<_>>().join("\n");
    let file = it.file("app.toml", &text);
    assert!(
        it.run(&["app", "apply", "--dry-run", &file]).with(0).out.starts_with("(new id)\twould be created")
    );
    let dry = it.run(&["app", "apply", "--dry-run", "--json", &file]).with(0).json();
    assert_eq!((&dry[0]["id"], dry[0]["result"].as_str()), (&Value::Null, Some("created")));
    let made = it.run(&["app", "apply", &file]).with(0);
    assert!(made.out.contains("write this id into the file"), "{}", made.out);
    let again = it.run(&["app", "apply", &file]).with(0);
    assert!(again.out.starts_with(&format!("{}\tunchanged", made.first())), "{}", again.out);
    let twin = it.file("twin.toml", &text);
    let both = it.run(&["app", "apply", &file, &twin]).with(4);
    assert!(both.err.contains("twin.toml: an earlier file describes the same app"), "{}", both.err);

    let other = it.file("other.toml", APP_FILE);
    it.run(&["app", "apply", &other]).with(0);
    let unclear = it.run(&["app", "apply", &file]).with(4);
    assert!(unclear.err.contains("several apps have this name"), "{}", unclear.err);
}

#[test]
fn every_problem_of_every_file_is_named_and_none_is_applied() {
    let it = Installation::new();
    let good = it.file("good.toml", APP_FILE);
    let one = it.file("one.toml", "nmae = \"x\"\nkind = \"desktop\"\n");
    let two = it.file("two.toml", "name = ");
    let ended = it.run(&["app", "apply", &good, &one, &two]).with(4);
    for problem in
        ["one.toml: name: is missing", "one.toml: nmae: ", "one.toml: kind: ", "two.toml: line 1: "]
    {
        assert!(ended.err.contains(problem), "{problem} in {}", ended.err);
    }
    assert_eq!(it.run(&["app", "list"]).with(0).out, "");
    it.run(&["app", "apply", "/nowhere/app.toml"]).with(1);
    it.run(&["app", "apply"]).with(2);
}

fn certificates(it: &Installation) -> usize {
    it.run(&["app", "show", APP_ID, "--json"]).with(0).json()["certificates"].as_array().unwrap().len()
}

#[test]
fn certificates_added_by_command_stay_unless_the_file_lists_its_own() {
    let it = Installation::with_app();
    let added = it.file("added.pem", &key().pem);
    it.run(&["app", "certificate", "add", APP_ID, &added]).with(0);
    it.run(&["app", "certificate", "add", APP_ID, &added]).with(0);
    assert_eq!(certificates(&it), 1, "repeating it changes nothing");
    let plain = it.file("app.toml", APP_FILE);
    assert!(it.run(&["app", "apply", &plain]).with(0).out.contains("unchanged"));
    assert_eq!(certificates(&it), 1);

    it.file("listed.pem", &other_key().pem);
    let lists =
        it.file("lists.toml", &APP_FILE.replace("\n[[rule]]", "certificates = [\"listed.pem\"]\n[[rule]]"));
    let dry = it.run(&["app", "apply", "--dry-run", &lists]).with(0).out;
    let lines: Vec<_> = dry.lines().filter(|line| line.starts_with("  certificate ")).collect();
    assert!(lines[0].ends_with(": + \"registered\"") && lines[1].ends_with(": - \"registered\""), "{dry}");
    assert_eq!(certificates(&it), 1);
    it.run(&["app", "apply", &lists]).with(0);
    assert_eq!(certificates(&it), 1);
    assert!(it.run(&["app", "apply", &lists]).with(0).out.contains("unchanged"));

    it.run(&["app", "certificate", "add", NOBODY, &added]).with(3);
    let garbage = it.file("garbage.pem", "nothing");
    let refused = it.run(&["app", "certificate", "add", APP_ID, &garbage]).with(4);
    assert!(refused.err.contains("garbage.pem"), "{}", refused.err);
}

#[test]
fn two_apps_cannot_have_one_short_address_and_everything_that_patients_read_is_shown() {
    let it = Installation::new();
    let text = APP_FILE.replace(
        "contact = \"Call +1 555 0100\"",
        "slug = \"fabrikam\"\ntime_zone = \"America/Chicago\"\ncontact.en = \"Call us\"\ncontact.es = \"Llame\"",
    ) + "title = \"Your visits\"\n[return_link]\nlabel = \"Back\"\nurl = \"https://fabrikam.example/\"\n";
    let file = it.file("app.toml", &text);
    let dry = it.run(&["app", "apply", "--dry-run", &file]).with(0).out;
    for line in [
        "  slug: + \"fabrikam\"",
        "  time_zone: + \"America/Chicago\"",
        "  contact.es: + \"Llame\"",
        "  return_link.url: + \"https://fabrikam.example/\"",
        "  rule.visits.title: + \"Your visits\"",
    ] {
        assert!(dry.lines().any(|said| said == line), "{line} in {dry}");
    }
    it.run(&["app", "apply", &file]).with(0);
    assert_eq!(it.run(&["app", "apply", &file]).with(0).out.lines().count(), 1, "again, nothing changes");
    let shown = it.run(&["app", "show", APP_ID]).with(0).out;
    for line in [
        "slug          fabrikam",
        "time_zone     America/Chicago",
        "contact.en    Call us",
        "contact.es    Llame",
        "return_link.label Back",
        "return_link.url https://fabrikam.example/",
    ] {
        assert!(shown.lines().any(|said| said == line), "{line} in {shown}");
    }
    let json = it.run(&["app", "show", "--json", APP_ID]).with(0).json();
    assert_eq!((&json["slug"], &json["time_zone"]), (&"fabrikam".into(), &"America/Chicago".into()));

    let other =
        text.replace(APP_ID, "3f1c0a52-6c55-4d0c-9a8a-0f6f1f0f5a12").replace("Fabrikam Visits", "Other");
    let other = it.file("other.toml", &other);
    let refused = it.run(&["app", "apply", &other]);
    assert_ne!(refused.code, 0);
    assert!(refused.err.contains("slug: another app has this one"), "{}", refused.err);
    assert_eq!(it.run(&["app", "list"]).with(0).out.lines().count(), 1);
}

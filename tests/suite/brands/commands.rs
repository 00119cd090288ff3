//! `brand …` as a script uses it, and the brand in an app's file.

use std::{fs, path::Path};

use serde_json::json;

use crate::{
    commands::{Installation, NOBODY},
    support::{APP_FILE, APP_ID},
};

fn example(name: &str) -> String {
    format!("{}/examples/brands/{name}", env!("CARGO_MANIFEST_DIR"))
}

fn new(it: &Installation, name: &str) -> String {
    let dir = it.path(name).to_str().unwrap().to_owned();
    it.run(&["brand", "new", &dir]).with(0);
    dir
}

#[test]
fn a_new_brand_passes_its_check_and_is_applied_listed_and_restored() {
    let it = Installation::with_app();
    let dir = new(&it, "mine");
    assert_eq!(it.run(&["brand", "check", &dir]).with(0).out, "nothing found\n");
    let json = it.run(&["brand", "check", &dir, "--json"]).with(0).json();
    assert_eq!((&json["contract"], &json["errors"]), (&1.into(), &0.into()));
    assert!(it.run(&["brand", "new", &dir]).with(1).err.contains("is there already"));

    assert_eq!(it.run(&["brand", "apply", &dir]).with(0).out, "1\tstored\tinstallation\n");
    assert_eq!(it.run(&["brand", "apply", &dir]).with(0).out, "1\tunchanged\tinstallation\n");
    let applied = it.run(&["brand", "apply", &example("harbour"), "--json"]).with(0).json();
    assert_eq!((&applied["version"], applied["result"].as_str()), (&2.into(), Some("stored")));
    it.run(&["brand", "apply", &dir, "--app", APP_ID]).with(0);
    it.run(&["brand", "apply", &dir, "--app", NOBODY]).with(3);

    assert_eq!(it.run(&["brand", "restore", "1"]).with(0).out, "1\tworn\tinstallation\n");
    it.run(&["brand", "restore", "9"]).with(3);
    let list = it.run(&["brand", "list", "--json"]).with(0).json();
    let rows: Vec<_> = list
        .as_array()
        .unwrap()
        .iter()
        .map(|row| {
            (row["version"].as_i64().unwrap(), row["scope"].as_str().unwrap(), row["worn"].as_bool().unwrap())
        })
        .collect();
    assert_eq!(rows, [(3, APP_ID, true), (2, "installation", false), (1, "installation", true)]);
    assert!(it.run(&["brand", "list"]).with(0).out.starts_with("3\tworn\t"));
    assert!(it.run(&["doctor"]).out.contains("ok     brands: 2 worn, all can be read"));
}

#[test]
fn a_brand_with_errors_is_refused_with_each_of_them() {
    let it = Installation::new();
    let dir = new(&it, "mine");
    let toml = "contract = 1\n[light]\nink-soft = \"#999999\"\n[logo]\nlight = \"../../etc/passwd\"\n";
    fs::write(Path::new(&dir).join("brand.toml"), toml).unwrap();
    fs::write(Path::new(&dir).join("slots/footer.html"), "<p>Hi</p>\n<script>x</script>\n").unwrap();
    let checked = it.run(&["brand", "check", &dir, "--json"]);
    assert_eq!(checked.code, 4, "{checked:?}");
    let json = checked.json();
    let finding = |code: &str| {
        json["findings"]
            .as_array()
            .unwrap()
            .iter()
            .find(|f| f["code"] == code)
            .unwrap_or_else(|| panic!("{json}"))
    };
    assert_eq!(finding("contrast")["line"], 3);
    assert_eq!(finding("contrast")["needed"], 4.5);
    assert!(finding("contrast")["measured"].as_f64().unwrap() < 4.5);
    assert!(finding("contrast")["suggestion"].as_str().unwrap().starts_with("ink-soft = \"#"));
    assert_eq!(finding("file-path")["line"], 5);
    assert_eq!(finding("markup-element")["line"], 2);
    assert!(json["errors"].as_u64().unwrap() >= 4);
    let plain = it.run(&["brand", "check", &dir]);
    assert_eq!(plain.code, 4);
    assert!(plain.out.contains("error   slots/footer.html:2 markup-element: "), "{}", plain.out);

    let refused = it.run(&["brand", "apply", &dir]).with(4);
    assert!(refused.err.contains("contrast") && refused.err.contains("markup-element"), "{}", refused.err);
    it.run(&["brand", "check", "/nowhere"]).with(1);
}

#[test]
fn the_contract_is_json_of_tokens_words_and_slots() {
    let contract = Installation::new().run(&["brand", "contract"]).with(0).json();
    assert_eq!(contract["contract"], 1);
    assert_eq!(contract["slots"].as_array().unwrap().len(), 12);
    assert_eq!(contract["tokens"]["colours"].as_array().unwrap().len(), 13);
    let texts = contract["words"]["texts"].as_array().unwrap();
    let success = texts.iter().find(|text| text["key"] == "success-heading").unwrap();
    assert_eq!(success["variables"], serde_json::json!(["app"]));
    assert!(texts.len() > 300 && texts.iter().all(|text| text["key"] != "brand-through"));
}

#[test]
fn an_apps_file_brings_its_brand_and_takes_it_away() {
    let it = Installation::new();
    let dir = new(&it, "brand");
    let with = it.file("app.toml", &format!("{APP_FILE}\n[brand]\nfolder = \"brand\"\n"));
    let would = it.run(&["app", "apply", &with, "--dry-run"]).with(0);
    assert!(would.out.contains("brand.folder: + \"a new version\""), "{}", would.out);
    assert_eq!(it.run(&["brand", "list"]).with(0).out, "");
    let done = it.run(&["app", "apply", &with]).with(0);
    assert!(done.out.contains("brand.folder: + \"version 1\""), "{}", done.out);
    let again = it.run(&["app", "apply", &with, "--json"]).with(0).json();
    assert_eq!((&again[0]["result"], &again[0]["changes"]), (&json!("unchanged"), &json!([])));
    let list = it.run(&["brand", "list", "--json"]).with(0).json();
    assert_eq!(list.as_array().unwrap().len(), 1);
    assert_eq!((list[0]["scope"].as_str(), list[0]["made_by"].as_str()), (Some(APP_ID), Some("app apply")));

    let without = it.file("without.toml", APP_FILE);
    let would = it.run(&["app", "apply", &without, "--dry-run", "--json"]).with(0).json();
    assert_eq!(would[0]["result"], "updated");
    assert_eq!(
        would[0]["changes"],
        json!([{ "field": "brand.folder", "before": "version 1", "after": null }])
    );
    assert_eq!(it.run(&["brand", "list", "--json"]).with(0).json()[0]["worn"], true, "a dry run");
    it.run(&["app", "apply", &without]).with(0);
    assert_eq!(it.run(&["brand", "list", "--json"]).with(0).json()[0]["worn"], false);
    // What a command of its own stored is not the file's to take away.
    it.run(&["brand", "apply", &dir, "--app", APP_ID]).with(0);
    it.run(&["app", "apply", &without]).with(0);
    assert_eq!(it.run(&["brand", "list", "--json"]).with(0).json()[0]["worn"], true);

    fs::write(it.path("brand").join("shell.html"), "<main>{{head}}{{content}}</main>").unwrap();
    let refused = it.run(&["app", "apply", &with]).with(4);
    assert!(refused.err.contains("shell-main"), "{}", refused.err);
}

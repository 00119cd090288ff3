//! What is documented is what there is.

use std::{collections::BTreeSet, fs, path::Path};

use patient_connect::{
    brands::{Files, examples},
    domain::brand::{CONTRACT, Code, Token, slots::Slot},
};

fn read(path: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap()
}

#[test]
fn every_finding_is_explained_with_its_level_and_no_other_is() {
    let page = read("docs/branding/findings.md");
    let sections: Vec<(&str, &str)> =
        page.split("\n## ").skip(1).map(|section| section.split_once('\n').unwrap()).collect();
    let explained: BTreeSet<&str> = sections.iter().map(|(code, _)| *code).collect();
    let codes: BTreeSet<&str> = Code::ALL.iter().map(|code| code.as_str()).collect();
    assert_eq!(explained, codes);
    for code in Code::ALL {
        let (_, text) = sections.iter().find(|(name, _)| *name == code.as_str()).unwrap();
        let level = format!("*{}, ", code.level()).to_lowercase();
        assert!(text.trim().to_lowercase().starts_with(&level), "{}: {text}", code.as_str());
    }
}

#[test]
fn the_guide_names_every_slot_and_every_colour() {
    let guide = read("docs/branding/README.md");
    for slot in Slot::ALL {
        assert!(guide.contains(&format!("`{}`", slot.as_str())), "{}", slot.as_str());
    }
    for token in Token::ALL.iter().filter(|token| !token.is_mixed()) {
        assert!(guide.contains(&format!("`{}`", token.as_str())), "{}", token.as_str());
    }
    assert!(guide.contains(&format!("contract = {CONTRACT}")));
}

#[test]
fn every_file_of_the_examples_is_in_the_binary() {
    let names: Vec<&str> = examples::names().collect();
    assert_eq!(names, ["harbour", "noor"]);
    for name in names {
        let on_disk: Files = super::folder(&format!("examples/brands/{name}"));
        assert_eq!(examples::find(name).unwrap(), on_disk, "{name}");
    }
}

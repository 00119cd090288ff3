//! Arrows go one way: rules know nothing of what uses them, SQL stands in one place, and `ARCHITECTURE.md` names every
//! arrow that there is.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

use crate::sources::{Source, arrows, below, circle, files};

#[track_caller]
fn knows_nothing_of(folder: &str, others: &[&str]) {
    for source in below(&format!("src/{folder}")) {
        let code = source.code();
        for other in others {
            assert!(!code.contains(other), "{} knows {other}", source.path);
        }
    }
}

#[test]
fn the_rules_know_no_database_no_web_no_clock_and_no_randomness() {
    let others = ["sqlx", "actix", "askama", "tokio", "async fn", "Utc::now", "getrandom"];
    knows_nothing_of("domain", &others);
    assert_eq!(arrows()["domain"], BTreeSet::new(), "the rules name nothing of ours");
}

#[test]
fn use_cases_know_no_web_and_write_no_sql() {
    knows_nothing_of("actions", &["actix", "askama", "sqlx", "SELECT ", "UPDATE "]);
}

#[test]
fn pages_and_calls_write_no_sql_and_open_no_transaction() {
    for folder in ["portal", "api", "platform", "sandbox", "gallery", "web"] {
        knows_nothing_of(folder, &["sqlx", "SELECT ", "INSERT INTO", "db.read()", "db.write()"]);
    }
}

#[test]
fn the_store_decides_nothing_and_knows_no_web() {
    knows_nothing_of("store", &["actix", "askama", "crate::actions"]);
}

/// The doors know neither each other nor the store.
#[test]
fn portal_api_and_platform_name_neither_each_other_nor_the_store() {
    let arrows = arrows();
    let doors = ["portal", "api", "platform"];
    for door in doors {
        for other in doors.iter().copied().chain(["store"]).filter(|other| *other != door) {
            assert!(!arrows[door].contains(other), "{door} names {other}");
        }
    }
}

/// Only the ground floor and what is above the doors may know how HTTP is spoken; the ground floor knows no feature.
#[test]
fn the_ground_floor_knows_no_feature() {
    let allowed: BTreeSet<String> = ["metrics".to_owned()].into();
    assert!(arrows()["web"].is_subset(&allowed), "web names {:?}", arrows()["web"]);
}

#[test]
fn no_arrow_leads_back_to_where_it_began() {
    assert_eq!(circle(&arrows()), None, "rooms in a circle");
    assert_eq!(circle(&files()), None, "files in a circle");
}

/// The lines `room → others` of ARCHITECTURE.md.
fn documented() -> BTreeMap<String, BTreeSet<String>> {
    let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("ARCHITECTURE.md")).unwrap();
    let block = text.split("```arrows\n").nth(1).expect("ARCHITECTURE.md has its arrows");
    let block = block.split("```").next().unwrap();
    block
        .lines()
        .map(|line| {
            let (room, others) = line.split_once('→').expect("each line is `room → others`");
            let others = others.split_whitespace().filter(|word| *word != "–").map(str::to_owned);
            (room.trim().to_owned(), others.collect())
        })
        .collect()
}

#[test]
fn the_architecture_names_every_arrow_and_no_other() {
    let (written, drawn) = (documented(), arrows());
    let block: Vec<String> = drawn
        .iter()
        .map(|(room, others)| {
            let others: Vec<&str> = others.iter().map(String::as_str).collect();
            format!("{room} → {}", if others.is_empty() { "–".to_owned() } else { others.join(" ") })
        })
        .collect();
    assert_eq!(written, drawn, "ARCHITECTURE.md must say:\n{}\n", block.join("\n"));
}

#[test]
fn the_reader_of_sources_takes_use_trees_apart() {
    let source = Source {
        path: "src/portal/journey/question.rs".to_owned(),
        text: "use super::{gate, record::A};\nuse crate::{\n    domain::step::{self as s, Step, x::{Y, Z}},\n    web::limits::Limit,\n};\n\
               fn f() { super::super::fault::g(); crate::keys::h(); }\n// crate::nothing\n"
            .to_owned(),
    };
    let named: Vec<String> = source.named().into_iter().map(|path| path.join("::")).collect();
    for path in [
        "domain::step::Step",
        "domain::step::x::Y",
        "domain::step::x::Z",
        "keys::h",
        "portal::fault::g",
        "portal::journey::gate",
        "portal::journey::record::A",
        "web::limits::Limit",
    ] {
        assert!(named.contains(&path.to_owned()), "{path} in {named:?}");
    }
    assert!(!named.contains(&"nothing".to_owned()));
}

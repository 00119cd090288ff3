//! Arrows go one way: rules know nothing of what uses them, and SQL stands in one place.

use std::{
    fs,
    path::{Path, PathBuf},
};

/// Every Rust file below a folder of the project.
pub fn rust_files(folder: &str) -> Vec<PathBuf> {
    sources(folder.strip_prefix("src/").unwrap_or(folder)).into_iter().map(|(path, _)| path).collect()
}

fn sources(folder: &str) -> Vec<(PathBuf, String)> {
    fn below(folder: &Path, found: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                below(&path, found);
            } else if path.extension().is_some_and(|e| e == "rs") {
                found.push(path);
            }
        }
    }
    let mut found = Vec::new();
    below(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src").join(folder), &mut found);
    assert!(!found.is_empty());
    found.into_iter().map(|path| (path.clone(), fs::read_to_string(path).unwrap())).collect()
}

/// The code of a file without its tests and comments.
fn code(text: &str) -> String {
    let text = text.split("#[cfg(test)]").next().unwrap_or_default();
    text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

#[track_caller]
fn knows_nothing_of(folder: &str, others: &[&str]) {
    for (path, text) in sources(folder) {
        for other in others {
            assert!(!code(&text).contains(other), "{} knows {other}", path.display());
        }
    }
}

#[test]
fn the_rules_know_no_database_no_web_no_clock_and_no_chance() {
    knows_nothing_of(
        "domain",
        &[
            "sqlx",
            "actix",
            "askama",
            "tokio",
            "async fn",
            "crate::store",
            "crate::actions",
            "crate::portal",
            "crate::api",
            "crate::ports",
            "Utc::now",
            "getrandom",
        ],
    );
}

#[test]
fn use_cases_know_no_web_and_write_no_sql() {
    knows_nothing_of(
        "actions",
        &["actix", "askama", "sqlx", "crate::portal", "crate::api", "SELECT ", "UPDATE "],
    );
}

#[test]
fn pages_and_calls_write_no_sql() {
    for folder in ["portal", "api", "platform", "sandbox"] {
        knows_nothing_of(folder, &["sqlx", "SELECT ", "INSERT INTO"]);
    }
}

#[test]
fn the_store_decides_nothing_and_knows_no_web() {
    knows_nothing_of("store", &["actix", "askama", "crate::actions", "crate::portal", "crate::api"]);
}

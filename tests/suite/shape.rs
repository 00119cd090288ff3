//! The house stays one that a head can hold: no long file, no long function.

use std::{collections::BTreeMap, fs, path::Path};

use crate::sources::{Source, below};

const LONGEST_FILE: usize = 400;
const LONGEST_FUNCTION: usize = 60;
const LONGEST_MEDIAN: usize = 110;

fn everything() -> Vec<Source> {
    ["src", "tests/suite", "benches", "examples"].into_iter().flat_map(below).collect()
}

/// The functions of a file with their lengths, by indentation, which the formatter keeps.
fn functions(source: &Source) -> Vec<(String, usize)> {
    let lines: Vec<&str> = source.text.lines().collect();
    let mut found = Vec::new();
    for (start, line) in lines.iter().enumerate() {
        let code = line.trim_start();
        let words: Vec<&str> = code.split_whitespace().collect();
        let Some(at) = words.iter().position(|word| *word == "fn") else { continue };
        let ahead =
            words[..at].iter().all(|w| w.starts_with("pub") || ["async", "const", "crate)"].contains(w));
        if !ahead || code.starts_with("//") {
            continue;
        }
        let closing = format!("{}}}", &line[..line.len() - code.len()]);
        let end = lines[start..].iter().position(|line| *line == closing || line.ends_with("; }"));
        if let Some(length) = end {
            found.push((format!("{}:{} {}", source.path, start + 1, words[at + 1]), length + 1));
        }
    }
    found
}

#[test]
fn no_file_is_longer_than_a_head_can_hold() {
    let long: Vec<_> = everything()
        .iter()
        .map(|source| (source.text.lines().count(), source.path.clone()))
        .filter(|(lines, _)| *lines > LONGEST_FILE)
        .collect();
    assert!(long.is_empty(), "longer than {LONGEST_FILE} lines: {long:#?}");
}

#[test]
fn no_function_is_longer_than_a_screen() {
    let all: BTreeMap<String, usize> = everything().iter().flat_map(functions).collect();
    assert!(all.len() > 1_000, "the functions were found: {}", all.len());
    let long: Vec<_> = all.iter().filter(|(_, lines)| **lines > LONGEST_FUNCTION).collect();
    assert!(long.is_empty(), "longer than {LONGEST_FUNCTION} lines: {long:#?}");
}

#[test]
fn the_usual_file_is_short() {
    let mut lengths: Vec<usize> = below("src").iter().map(|source| source.text.lines().count()).collect();
    lengths.sort_unstable();
    let median = lengths[lengths.len() / 2];
    assert!(median <= LONGEST_MEDIAN, "the median file has {median} lines");
}

/// The files below a folder whose path has this word in it.
fn named(folder: &Path, word: &str) -> Vec<String> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(named(&path, word));
        } else if path.to_string_lossy().contains(word) {
            found.push(path.strip_prefix(env!("CARGO_MANIFEST_DIR")).unwrap().to_string_lossy().into_owned());
        }
    }
    found.sort();
    found
}

#[test]
fn a_newcomer_finds_by_one_listing_what_she_looks_for() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for (listing, word, files, holds) in [
        ("src/domain", "chance", &["src/domain/chances.rs"][..], "fn take_attempt"),
        (
            "templates",
            "words",
            &[
                "templates/words/ar.ftl",
                "templates/words/de.ftl",
                "templates/words/en.ftl",
                "templates/words/es.ftl",
                "templates/words/fr.ftl",
                "templates/words/he.ftl",
                "templates/words/pt.ftl",
                "templates/words/vi.ftl",
                "templates/words/zh-Hans.ftl",
            ],
            "\nlocked-heading = ",
        ),
        ("src/store", "authoriz", &["src/store/authorizations.rs"], "const LIST_PICKUPS: &str = \"SELECT"),
        ("src/portal", "question", &["src/portal/journey/question.rs"], "pub async fn post"),
        ("templates", "question", &["templates/journey/question.html"], "name=\"answer\""),
    ] {
        assert_eq!(named(&root.join(listing), word), files, "{listing}: {word}");
        for file in files {
            assert!(fs::read_to_string(root.join(file)).unwrap().contains(holds), "{file} holds {holds}");
        }
    }
}

//! The house stays one that a head can hold: no long file, no long function.

use std::collections::BTreeMap;

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

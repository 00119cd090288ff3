//! A clinic's own templates: the blocks that ours offer are those that their page lists, and the example names them.

use std::{collections::BTreeSet, fs, path::Path};

use regex::Regex;

fn read(path: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap()
}

fn blocks_below(folder: &str) -> BTreeSet<String> {
    let block = Regex::new(r"\{%-? block (\w+)").unwrap();
    let mut found = BTreeSet::new();
    for entry in fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        let path = format!("{folder}/{name}");
        if Path::new(env!("CARGO_MANIFEST_DIR")).join(&path).is_dir() {
            found.extend(blocks_below(&path));
        } else if path.ends_with(".html") {
            found.extend(block.captures_iter(&read(&path)).map(|name| name[1].to_owned()));
        }
    }
    found
}

#[test]
fn every_block_that_a_template_offers_is_listed_and_every_listed_one_is_offered() {
    let listed: BTreeSet<String> = Regex::new(r"(?m)^\| `(\w+)` \|")
        .unwrap()
        .captures_iter(&read("docs/branding/templates.md"))
        .map(|row| row[1].to_owned())
        .collect();
    assert_eq!(listed, blocks_below("templates"));
}

#[test]
fn the_example_changes_blocks_that_there_are_and_says_which_version_it_was_made_for() {
    let version = Regex::new(r"const BLOCKS: u32 = (\d+);").unwrap();
    let version = version.captures(&read("build.rs")).unwrap()[1].to_owned();
    let example = read("examples/own-templates/refusals/locked.html");
    assert!(example.starts_with(&format!("{{#- blocks {version} -#}}\n")));
    assert!(read("docs/branding/templates.md").contains(&format!("## Blocks, version {version}")));
    let changed = blocks_below("examples/own-templates");
    assert!(!changed.is_empty() && changed.is_subset(&blocks_below("templates")), "{changed:?}");
}

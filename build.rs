//! Lists the files of words, so that a new language is a new file and nothing else.

use std::{env, fs, path::Path};

/// The language in which the words are written first; whatever another one lacks is said in it.
const FIRST: &str = "en";

/// Writes the list of `templates/words/*.ftl` that `src/copy/mod.rs` includes: the first language, then by tag.
fn main() {
    let folder = Path::new(&variable("CARGO_MANIFEST_DIR")).join("templates").join("words");
    println!("cargo::rerun-if-changed={}", folder.display());
    let entries = fs::read_dir(&folder).expect("the folder of words is there");
    let mut tags: Vec<String> = entries
        .filter_map(|entry| {
            let path = entry.expect("the folder of words can be read").path();
            let is_words = path.extension().is_some_and(|extension| extension == "ftl");
            is_words.then(|| path.file_stem().map(|tag| tag.to_string_lossy().into_owned())).flatten()
        })
        .collect();
    tags.sort_by_key(|tag| (tag != FIRST, tag.clone()));
    let line = |tag: &String| {
        let file = folder.join(format!("{tag}.ftl"));
        println!("cargo::rerun-if-changed={}", file.display());
        format!("    ({tag:?}, include_str!({:?})),\n", file.display().to_string())
    };
    let list = format!("&[\n{}]\n", tags.iter().map(line).collect::<String>());
    fs::write(Path::new(&variable("OUT_DIR")).join("words.rs"), list).expect("the list can be written");
}

fn variable(name: &str) -> String {
    env::var(name).expect("Cargo sets it")
}

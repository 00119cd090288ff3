//! Lists the files of words, so that a new language is a new file and nothing else; and looks at a clinic's own
//! templates, if there are any, before they are compiled.

use std::{
    env, fs,
    path::{Path, PathBuf},
};

/// The language in which the words are written first; whatever another one lacks is said in it.
const FIRST: &str = "en";

/// Where a clinic puts its own templates: `docs/branding/templates.md`.
const OWN: &str = "own-templates";
/// The version of the blocks that ours offer. Raised when one is renamed or taken away.
const BLOCKS: u32 = 1;

fn main() {
    list_words();
    look_at_own_templates();
}

/// Stops the build where a template of the clinic's own would be used by nothing, or was made for other blocks.
fn look_at_own_templates() {
    let root = PathBuf::from(variable("CARGO_MANIFEST_DIR"));
    let own = root.join(OWN);
    println!("cargo::rerun-if-changed=askama.toml");
    println!("cargo::rerun-if-changed={}", own.display());
    for file in files_below(&own).into_iter().filter(|file| !file.ends_with("README.md")) {
        println!("cargo::rerun-if-changed={}", file.display());
        let name = file.strip_prefix(&own).expect("it lies below").display().to_string();
        assert!(
            name.starts_with("own/") || root.join("templates").join(&name).is_file(),
            "{OWN}/{name} takes the place of no template of ours: there is no templates/{name}. Parts of your own belong \
             in {OWN}/own/. See docs/branding/templates.md."
        );
        let text = fs::read_to_string(&file).expect("a template can be read");
        let first = text.lines().next().unwrap_or_default().trim();
        assert!(
            first == format!("{{#- blocks {BLOCKS} -#}}"),
            "{OWN}/{name} must say in its first line for which blocks it was made. This version has {{#- blocks {BLOCKS} -#}}; \
             docs/branding/templates.md lists them and says what changed."
        );
    }
}

fn files_below(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    entries
        .map(|entry| entry.expect("the folder can be read").path())
        .flat_map(|path| if path.is_dir() { files_below(&path) } else { vec![path] })
        .collect()
}

/// Writes the list of `templates/words/*.ftl` that `src/copy/mod.rs` includes: the first language, then by tag.
fn list_words() {
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

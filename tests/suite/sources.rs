//! The program's own sources, read as text: what they name, how long they are.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

/// One file of Rust.
pub struct Source {
    /// Its path below the project, with `/`.
    pub path: String,
    /// All of it.
    pub text: String,
}

impl Source {
    /// Its code, without its tests and comments.
    pub fn code(&self) -> String {
        let text = self.text.split("#[cfg(test)]").next().unwrap_or_default();
        text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
    }

    /// Its module: `["portal", "journey", "question"]`; a `mod.rs` is its folder.
    pub fn module(&self) -> Vec<String> {
        let inner = self.path.strip_prefix("src/").unwrap_or(&self.path).trim_end_matches(".rs");
        let mut parts: Vec<String> = inner.split('/').map(str::to_owned).collect();
        if parts.last().is_some_and(|last| last == "mod" || last == "lib") {
            parts.pop();
        }
        parts
    }

    /// The paths that it names, made absolute: what stands behind `crate::`, `super::` and `self::`, use trees taken
    /// apart.
    pub fn named(&self) -> BTreeSet<Vec<String>> {
        let code = self.code();
        let here = self.module();
        let mut named = BTreeSet::new();
        for (start, word) in ["crate::", "super::", "self::"]
            .iter()
            .flat_map(|w| code.match_indices(w).map(|(at, _)| (at, *w)).collect::<Vec<_>>())
        {
            let before = code[..start].chars().next_back();
            if before.is_some_and(|c| c.is_alphanumeric() || c == '_' || c == ':') {
                continue;
            }
            let mut base = match word {
                "crate::" => Vec::new(),
                "super::" => here[..here.len().saturating_sub(1)].to_vec(),
                _ => here.clone(),
            };
            let mut rest = &code[start + word.len()..];
            while let Some(further) = rest.strip_prefix("super::") {
                base.pop();
                rest = further;
            }
            tree(&base, rest, &mut named);
        }
        named
    }
}

/// Takes a use tree apart: `a::{b, c::d}` names `a::b` and `a::c::d`. Gives what is left of the text behind it.
fn tree<'t>(base: &[String], text: &'t str, named: &mut BTreeSet<Vec<String>>) -> &'t str {
    let text = text.trim_start();
    if let Some(mut rest) = text.strip_prefix('{') {
        loop {
            rest = without_alias(tree(base, rest, named).trim_start());
            match rest.strip_prefix(',') {
                Some(further) => rest = further,
                None => return rest.strip_prefix('}').unwrap_or(rest),
            }
            if let Some(end) = rest.trim_start().strip_prefix('}') {
                return end;
            }
        }
    }
    let end = text.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(text.len());
    if end == 0 {
        return text;
    }
    let mut path = base.to_vec();
    path.push(text[..end].to_owned());
    let rest = &text[end..];
    match rest.strip_prefix("::") {
        Some(further) if further.starts_with(|c: char| c.is_alphabetic() || c == '_' || c == '{') => {
            tree(&path, further, named)
        }
        _ => {
            named.insert(path);
            rest
        }
    }
}

/// What stands behind the ` as name` of a use tree, if it stands here.
fn without_alias(text: &str) -> &str {
    let Some(named) = text.strip_prefix("as ") else { return text };
    named.trim_start_matches(|c: char| c.is_alphanumeric() || c == '_').trim_start()
}

/// Every Rust file below a folder of the project.
pub fn below(folder: &str) -> Vec<Source> {
    fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                walk(&path, found);
            } else if path.extension().is_some_and(|e| e == "rs") {
                found.push(path);
            }
        }
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    walk(&root.join(folder), &mut found);
    found.sort();
    assert!(!found.is_empty(), "{folder} has Rust files");
    found
        .into_iter()
        .map(|path| Source {
            text: fs::read_to_string(&path).unwrap(),
            path: path.strip_prefix(root).unwrap().to_string_lossy().replace('\\', "/"),
        })
        .collect()
}

/// Which rooms (the folders and files right below `src`) name which others.
pub fn arrows() -> BTreeMap<String, BTreeSet<String>> {
    let sources = below("src");
    let rooms: BTreeSet<String> =
        sources.iter().filter_map(|s| s.module().first().cloned()).filter(|room| room != "main").collect();
    let mut arrows: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for source in &sources {
        let Some(room) = source.module().first().cloned() else { continue };
        let named = source.named().into_iter().filter_map(|path| path.first().cloned());
        let others = named.filter(|other| *other != room && rooms.contains(other));
        arrows.entry(room.clone()).or_default().extend(others);
    }
    arrows
}

/// Which files name which others, leaving out what a folder and the files in it say of each other.
pub fn files() -> BTreeMap<String, BTreeSet<String>> {
    let sources = below("src");
    let by_module: BTreeMap<Vec<String>, &str> =
        sources.iter().map(|source| (source.module(), source.path.as_str())).collect();
    let mut files: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for source in &sources {
        let here = source.module();
        let mut others = BTreeSet::new();
        for path in source.named() {
            let known = (1..=path.len()).rev().find_map(|n| by_module.get_key_value(&path[..n]));
            if let Some((module, file)) = known
                && !here.starts_with(module)
                && !module.starts_with(&here)
            {
                others.insert((*file).to_owned());
            }
        }
        files.insert(source.path.clone(), others);
    }
    files
}

/// A way that leads back to where it began, if there is one.
pub fn circle(arrows: &BTreeMap<String, BTreeSet<String>>) -> Option<Vec<String>> {
    fn visit(
        at: &str,
        arrows: &BTreeMap<String, BTreeSet<String>>,
        way: &mut Vec<String>,
        done: &mut BTreeSet<String>,
    ) -> Option<Vec<String>> {
        if let Some(start) = way.iter().position(|seen| seen == at) {
            return Some(way[start..].to_vec());
        }
        if done.contains(at) {
            return None;
        }
        way.push(at.to_owned());
        let found = arrows.get(at).into_iter().flatten().find_map(|to| visit(to, arrows, way, done));
        way.pop();
        done.insert(at.to_owned());
        found
    }
    let mut done = BTreeSet::new();
    arrows.keys().find_map(|at| visit(at, arrows, &mut Vec::new(), &mut done))
}

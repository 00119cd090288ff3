//! Reads a brand's folder: regular files within it, of the kinds that a brand has, and nothing through a link.

use std::{
    fs, io,
    path::{Path, PathBuf},
    time::SystemTime,
};

use super::files::Files;
use crate::domain::brand::{
    Code, Finding, MAX_WEIGHT,
    paths::{Kind, is_plain},
};

/// The most files that are looked at: a brand has a dozen.
const MOST_FILES: usize = 500;

/// What lies in a folder, before it is read.
struct Entry {
    name: String,
    path: PathBuf,
    size: u64,
    is_link: bool,
    modified: Option<SystemTime>,
}

/// Reads a folder, with what cannot be read of it. Fails when there is no folder.
pub fn read_folder(folder: &Path) -> io::Result<(Files, Vec<Finding>)> {
    let (mut files, mut findings) = (Files::default(), Vec::new());
    let mut weight: u64 = 0;
    for entry in entries(folder)? {
        let Entry { name, path, size, is_link, .. } = entry;
        if is_link {
            let message = "is a link or no regular file, and is not read: put the file itself here";
            findings.push(Finding::new(Code::FileLink, &name, message));
            continue;
        }
        if !is_plain(&name) || Kind::of(&name) == Kind::Other {
            let message = "is not of a kind or name that a brand has, and is not read";
            findings.push(Finding::new(Code::FileUnused, &name, message));
            continue;
        }
        weight += size;
        // What is too heavy is told, and never read.
        if size > MAX_WEIGHT as u64 || weight > 4 * MAX_WEIGHT as u64 {
            let message = format!("has {size} bytes; a whole brand may have {MAX_WEIGHT}");
            findings
                .push(Finding::new(Code::Weight, &name, message).measured(size as f64, MAX_WEIGHT as f64));
            continue;
        }
        files.0.insert(name, fs::read(path)?);
    }
    Ok((files, findings))
}

/// Stands for the state of a folder: another one after a file was saved, added or removed.
pub fn changed(folder: &Path) -> u64 {
    use std::hash::{DefaultHasher, Hash, Hasher};
    let mut hasher = DefaultHasher::new();
    for entry in entries(folder).unwrap_or_default() {
        (entry.name, entry.size, entry.modified).hash(&mut hasher);
    }
    hasher.finish()
}

/// Everything in the folder and the folders in it, three deep, in order. What begins with a dot is not a brand's.
fn entries(folder: &Path) -> io::Result<Vec<Entry>> {
    let mut found = Vec::new();
    walk(folder, "", 1, &mut found)?;
    found.sort_by(|one, two| one.name.cmp(&two.name));
    Ok(found)
}

fn walk(folder: &Path, prefix: &str, depth: usize, found: &mut Vec<Entry>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.starts_with('.') {
            continue;
        }
        if found.len() >= MOST_FILES {
            return Err(io::Error::other(format!(
                "has more than {MOST_FILES} files: it is no brand’s folder"
            )));
        }
        let path = entry.path();
        // Of the link itself, not of where it leads.
        let about = fs::symlink_metadata(&path)?;
        let name = format!("{prefix}{name}");
        if about.is_dir() {
            if depth < 3 {
                walk(&path, &format!("{name}/"), depth + 1, found)?;
            }
            continue;
        }
        let is_link = !about.is_file();
        found.push(Entry { name, path, size: about.len(), is_link, modified: about.modified().ok() });
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_files_of_a_brand_are_read_and_no_link_is_followed() {
        let dir = tempfile::tempdir().unwrap();
        let at = |name: &str| dir.path().join(name);
        fs::write(at("brand.toml"), "contract = 1").unwrap();
        fs::write(at("notes.txt"), "x").unwrap();
        fs::write(at(".DS_Store"), "x").unwrap();
        fs::create_dir_all(at("slots/ar")).unwrap();
        fs::write(at("slots/ar/footer.html"), "<p>x</p>").unwrap();
        fs::write(at("huge.png"), vec![0; MAX_WEIGHT + 1]).unwrap();
        std::os::unix::fs::symlink("/etc/passwd", at("logo.svg")).unwrap();
        std::os::unix::fs::symlink("/etc", at("fonts")).unwrap();
        let (files, findings) = read_folder(dir.path()).unwrap();
        assert_eq!(files.0.keys().collect::<Vec<_>>(), ["brand.toml", "slots/ar/footer.html"]);
        let told: Vec<_> = findings.iter().map(|f| (f.file.as_str(), f.code.as_str())).collect();
        let expected = [
            ("fonts", "file-link"),
            ("huge.png", "weight"),
            ("logo.svg", "file-link"),
            ("notes.txt", "file-unused"),
        ];
        assert_eq!(told, expected);
        assert!(read_folder(&at("nowhere")).is_err());
    }

    #[test]
    fn a_saved_file_is_noticed() {
        let dir = tempfile::tempdir().unwrap();
        let before = changed(dir.path());
        fs::write(dir.path().join("brand.toml"), "contract = 1").unwrap();
        assert_ne!(changed(dir.path()), before);
    }
}

use std::{fs, os::unix::fs::PermissionsExt, path::Path};

use super::Installation;
use crate::support::{APP_FILE, Process};

fn mode(path: &Path) -> u32 {
    fs::metadata(path).unwrap_or_else(|e| panic!("{}: {e}", path.display())).permissions().mode() & 0o777
}

fn set_mode(path: &Path, mode: u32) {
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
}

/// The directory and everything in it, with what is wrong with their modes.
fn open_to_others(directory: &Path) -> Vec<String> {
    let inside = fs::read_dir(directory).unwrap().map(|entry| entry.unwrap().path());
    [directory.to_owned()]
        .into_iter()
        .chain(inside)
        .filter(|path| mode(path) & 0o077 != 0)
        .map(|path| format!("{} {:o}", path.display(), mode(&path)))
        .collect()
}

#[test]
fn what_the_commands_make_is_the_owners_alone_whatever_the_umask() {
    let it = Installation::new();
    let file = it.file("app.toml", APP_FILE);
    it.run_open(&["app", "apply", &file]).with(0);
    assert_eq!(mode(&it.data()), 0o700);
    assert_eq!(mode(&it.database()), 0o600);
    assert_eq!(open_to_others(&it.data()), Vec::<String>::new());

    let copy = it.path("copy.db");
    it.run_open(&["backup", copy.to_str().unwrap()]).with(0);
    assert_eq!(mode(&copy), 0o600);

    let other = Installation::new();
    other.run_open(&["migrate"]).with(0);
    assert_eq!((mode(&other.data()), mode(&other.database())), (0o700, 0o600));
}

#[test]
fn what_a_running_program_keeps_is_the_owners_alone_with_all_that_sqlite_puts_beside_it() {
    let it = Installation::new();
    let (_running, _) = Process::announced(&mut it.open_handed(&["demo", "--json", "--port", "0"]));
    for name in ["patient-connect.db", "patient-connect.db-wal", "patient-connect.db-shm", "pepper.key"] {
        assert_eq!(mode(&it.data().join(name)), 0o600, "{name}");
    }
    assert_eq!(open_to_others(&it.data()), Vec::<String>::new());
}

#[test]
fn the_doctor_tells_what_others_can_read_and_how_to_mend_it() {
    let it = Installation::with_app();
    it.run(&["doctor"]).with(0);
    let data = it.data();
    set_mode(&data, 0o755);
    set_mode(&it.database(), 0o644);
    let beside = data.join("patient-connect.db-wal");
    // There or not: whoever closes a database last takes it away.
    fs::OpenOptions::new().append(true).create(true).open(&beside).unwrap();
    set_mode(&beside, 0o640);
    let told = it.run(&["doctor"]).with(1).out;
    for line in [
        format!("run `chmod 700 {}`", data.display()),
        format!("run `chmod 600 {}`", it.database().display()),
        format!("run `chmod 600 {}`", beside.display()),
    ] {
        assert!(
            told.lines().any(|told| told.starts_with("WRONG") && told.ends_with(&line)),
            "{line} in {told}"
        );
    }
    set_mode(&beside, 0o600);
    set_mode(&data, 0o700);
    set_mode(&it.database(), 0o600);
    it.run(&["doctor"]).with(0);

    set_mode(&data.join("pepper.key"), 0o604);
    let told = it.run(&["doctor"]).with(1).out;
    assert!(told.contains("WRONG  key file") && told.contains("chmod 600"), "{told}");
}

#[test]
fn a_backup_overwrites_nothing_and_leaves_nothing_when_it_fails() {
    let it = Installation::with_app();
    let full = it.file("full.db", "mine");
    let empty = it.file("empty.db", "");
    for taken in [&full, &empty] {
        assert!(it.run(&["backup", taken]).with(1).err.contains("exists already"));
    }
    assert_eq!(fs::read(&full).unwrap(), b"mine");
    let it = Installation::new();
    fs::create_dir(it.data()).unwrap();
    fs::write(it.database(), "this is no database, however long one looks at it. ".repeat(200)).unwrap();
    let copy = it.path("copy.db");
    it.run(&["backup", copy.to_str().unwrap()]).with(1);
    assert!(!copy.exists());
}

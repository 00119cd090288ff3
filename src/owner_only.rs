//! Files and directories that belong to their owner alone: from the first byte, whatever the umask.
//!
//! The mode is given to the system call that makes the file, so there is no moment at which others could open it. The
//! process's umask is left alone: it could only take rights away, never give some. On systems without modes of this
//! kind these functions make plain files.

use std::{
    fs,
    io::{self, Write},
    path::{Path, PathBuf},
};

/// What the owner of a directory may do.
#[cfg(unix)]
const DIRECTORY_MODE: u32 = 0o700;
/// What the owner of a file may do.
#[cfg(unix)]
const FILE_MODE: u32 = 0o600;

/// Makes a directory, and those above it that are missing. One that is there already stays as it is.
pub fn make_directory(path: &Path) -> io::Result<()> {
    if path.as_os_str().is_empty() || path.is_dir() {
        return Ok(());
    }
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, DIRECTORY_MODE);
    builder.create(path)
}

/// Makes a new, empty file. Fails with [`io::ErrorKind::AlreadyExists`] when anything has that name, even a dangling
/// link.
pub fn make_file(path: &Path) -> io::Result<fs::File> {
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, FILE_MODE);
    options.open(path)
}

/// Writes a new file; it is on the disk before this returns. Fails if there is one already.
pub fn write_new(path: &Path, contents: &[u8]) -> io::Result<()> {
    let mut file = make_file(path)?;
    file.write_all(contents)?;
    file.sync_all()
}

/// Writes a new file which nobody finds before all of it is on the disk, under a name of its own (`suffix`) until then. Fails with
/// [`io::ErrorKind::AlreadyExists`] when anything has its name: of several who write it at once, one succeeds.
pub fn write_new_whole(path: &Path, contents: &[u8], suffix: &str) -> io::Result<()> {
    let mut beside = path.as_os_str().to_owned();
    beside.push(suffix);
    let beside = PathBuf::from(beside);
    let written = write_new(&beside, contents).and_then(|()| match fs::hard_link(&beside, path) {
        // No links here: who comes in the middle finds a part.
        Err(e) if matches!(e.kind(), io::ErrorKind::Unsupported | io::ErrorKind::PermissionDenied) => {
            write_new(path, contents)
        }
        linked => linked,
    });
    let removed = fs::remove_file(&beside);
    written.and(removed).and_then(|()| sync_folder_of(path))
}

/// Writes a file in the place of the one that is there: whoever reads it finds the old contents or the new ones, even
/// after a crash. It stays its owner's, also when somebody else may replace it (root, by a command). Where it cannot be
/// replaced, nothing of the new contents stays.
pub fn replace(path: &Path, contents: &[u8]) -> io::Result<()> {
    let mut beside = path.as_os_str().to_owned();
    beside.push(".new");
    let beside = PathBuf::from(beside);
    match fs::remove_file(&beside) {
        // What a crash left.
        Ok(()) => {}
        Err(e) if e.kind() == io::ErrorKind::NotFound => {}
        Err(e) => return Err(e),
    }
    let replaced = write_new(&beside, contents)
        .and_then(|()| keep_owner(path, &beside))
        .and_then(|()| fs::rename(&beside, path));
    if replaced.is_err() {
        // Nothing more can be done about one that stays, and why is said of the first failure.
        let _stays = fs::remove_file(&beside);
    }
    replaced.and_then(|()| sync_folder_of(path))
}

/// Gives a file to whom another one belongs, where that is somebody else.
#[cfg(unix)]
fn keep_owner(of: &Path, file: &Path) -> io::Result<()> {
    use std::os::unix::fs::{MetadataExt, chown};
    let owner = match fs::metadata(of) {
        Ok(found) => found,
        Err(e) if e.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(e) => return Err(e),
    };
    if owner.uid() == fs::metadata(file)?.uid() {
        return Ok(());
    }
    chown(file, Some(owner.uid()), Some(owner.gid()))
}

/// Files have no owners of this kind here.
#[cfg(not(unix))]
fn keep_owner(_: &Path, _: &Path) -> io::Result<()> {
    Ok(())
}

/// Sees to it that a new name in a folder is on the disk.
#[cfg(unix)]
fn sync_folder_of(path: &Path) -> io::Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    fs::File::open(folder.unwrap_or(Path::new(".")))?.sync_all()
}

/// Folders cannot be synced here.
#[cfg(not(unix))]
fn sync_folder_of(_: &Path) -> io::Result<()> {
    Ok(())
}

/// Gives a finished file its name: whoever finds that name finds all of it, also after a crash. Fails with
/// [`io::ErrorKind::AlreadyExists`] when anything has the name.
pub fn put(finished: &Path, path: &Path) -> io::Result<()> {
    fs::File::open(finished)?.sync_all()?;
    // The name is taken first, since to rename would replace what has it.
    make_file(path)?;
    fs::rename(finished, path)?;
    sync_folder_of(path)
}

/// The rights that others than the owner have on what is there; `None` when they have none, or nothing is there.
#[cfg(unix)]
pub fn rights_of_others(path: &Path) -> io::Result<Option<u32>> {
    use std::os::unix::fs::PermissionsExt;
    match fs::metadata(path) {
        Ok(found) => {
            // The service manager gives credentials to the service's own group alone (systemd.exec(5), LoadCredential=).
            let others = if is_credential(path) { 0o037 } else { 0o077 };
            Ok(Some(found.permissions().mode() & 0o777).filter(|mode| mode & others != 0))
        }
        Err(e) if e.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(e) => Err(e),
    }
}

/// Whether the service manager put this file there for the service.
#[cfg(unix)]
fn is_credential(path: &Path) -> bool {
    std::env::var_os("CREDENTIALS_DIRECTORY")
        .is_some_and(|folder| !folder.is_empty() && path.starts_with(folder))
}

/// Nothing is known of them here.
#[cfg(not(unix))]
pub fn rights_of_others(_: &Path) -> io::Result<Option<u32>> {
    Ok(None)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(unix)]
    #[test]
    fn a_file_that_root_replaces_stays_its_owners() {
        use std::os::unix::fs::{MetadataExt, chown};
        let dir = tempfile::tempdir().unwrap();
        let file = dir.path().join("pepper.key");
        replace(&file, b"one").unwrap();
        if let Err(e) = chown(&file, Some(65_534), Some(65_534)) {
            eprintln!("not tried, since it takes root to give a file away: {e}");
            return;
        }
        replace(&file, b"two").unwrap();
        let found = fs::metadata(&file).unwrap();
        assert_eq!((found.uid(), found.gid()), (65_534, 65_534));
        assert_eq!(rights_of_others(&file).unwrap(), None);
    }

    #[test]
    fn of_what_takes_no_files_place_nothing_stays() {
        let dir = tempfile::tempdir().unwrap();
        let taken = dir.path().join("pepper.key");
        fs::create_dir_all(taken.join("something")).unwrap();
        assert!(replace(&taken, b"secret").is_err());
        assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 1, "a secret stays beside it");
    }

    #[test]
    fn a_new_file_takes_nobodys_place_and_leaves_nothing_beside_it() {
        let dir = tempfile::tempdir().unwrap();
        let file = dir.path().join("pepper.key");
        write_new_whole(&file, b"one", ".a").unwrap();
        let again = write_new_whole(&file, b"two", ".b").unwrap_err();
        assert_eq!(again.kind(), io::ErrorKind::AlreadyExists);
        assert_eq!(fs::read(&file).unwrap(), b"one");
        assert_eq!(rights_of_others(&file).unwrap(), None);
        assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 1);
        let nowhere = dir.path().join("nowhere").join("pepper.key");
        assert_eq!(write_new_whole(&nowhere, b"one", ".a").unwrap_err().kind(), io::ErrorKind::NotFound);
    }

    #[test]
    fn a_file_is_replaced_whole_even_over_what_a_crash_left() {
        let dir = tempfile::tempdir().unwrap();
        let file = dir.path().join("clock.json");
        replace(&file, b"one").unwrap();
        fs::write(dir.path().join("clock.json.new"), b"half").unwrap();
        replace(&file, b"two").unwrap();
        assert_eq!(fs::read(&file).unwrap(), b"two");
        assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 1, "nothing is left beside it");
        assert_eq!(rights_of_others(&file).unwrap(), None);
        let finished = dir.path().join("finished");
        write_new(&finished, b"mine").unwrap();
        assert_eq!(put(&finished, &file).unwrap_err().kind(), io::ErrorKind::AlreadyExists);
        put(&finished, &dir.path().join("named")).unwrap();
        assert_eq!(fs::read(dir.path().join("named")).unwrap(), b"mine");
        assert_eq!(write_new(&file, b"three").unwrap_err().kind(), io::ErrorKind::AlreadyExists);
    }
}

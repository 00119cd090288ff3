//! `doctor --fix`: mends what can be mended without asking anybody, and nothing else: rights that others should not have,
//! directories that are missing, sockets that were left behind. Each is said before it is done, and after.

use std::{
    fmt, fs, io,
    path::{Path, PathBuf},
};

use super::private_paths;
use crate::{cli::say, config::Settings, owner_only};

/// One thing to mend.
#[derive(Debug, PartialEq, Eq)]
enum Mend {
    /// Others have rights on it: the mode that it has, and the one that it should have.
    #[cfg(unix)]
    Rights(PathBuf, u32, u32),
    /// It is missing.
    Directory(PathBuf),
    /// Nobody listens at it any more.
    #[cfg(unix)]
    Socket(PathBuf),
}

impl fmt::Display for Mend {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            #[cfg(unix)]
            Self::Rights(path, from, to) => write!(f, "{}: mode {from:03o} to {to:03o}", path.display()),
            Self::Directory(path) => write!(f, "{}: make this directory, its owner's alone", path.display()),
            #[cfg(unix)]
            Self::Socket(path) => {
                write!(f, "{}: take this socket away, at which nobody listens", path.display())
            }
        }
    }
}

impl Mend {
    fn mend(&self) -> io::Result<()> {
        match self {
            #[cfg(unix)]
            Self::Rights(path, _, to) => {
                fs::set_permissions(path, std::os::unix::fs::PermissionsExt::from_mode(*to))
            }
            Self::Directory(path) => owner_only::make_directory(path),
            #[cfg(unix)]
            Self::Socket(path) => match crate::listening::socket::take_away_stale(path) {
                Ok(true) => Ok(()),
                Ok(false) => Err(io::Error::other("somebody listens at it now")),
                Err(e) => Err(io::Error::other(e)),
            },
        }
    }
}

/// Mends what was found, in words. What could not be mended is found again by whoever looks next.
pub(super) fn mend(settings: &Settings) {
    let found = found(settings);
    if found.is_empty() {
        say("fix    nothing that can be mended without you");
    }
    for thing in found {
        say(format!("fix    {thing}"));
        match thing.mend() {
            Ok(()) => say("fixed"),
            Err(e) => say(format!("LEFT   as it is: {e}")),
        }
    }
}

fn found(settings: &Settings) -> Vec<Mend> {
    let mut found = Vec::new();
    let key = settings.key_path();
    let embedded = settings.database_url.is_empty();
    let directories = embedded.then(|| settings.data.clone()).into_iter();
    let directories = directories.chain(key.parent().map(Path::to_owned)).chain(settings.mail_folder.clone());
    for directory in directories {
        let missing = matches!(directory.try_exists(), Ok(false)) && !directory.as_os_str().is_empty();
        if missing && !found.contains(&Mend::Directory(directory.clone())) {
            found.push(Mend::Directory(directory));
        }
    }
    #[cfg(unix)]
    {
        let secrets = settings.provider.iter().map(|provider| provider.secret_file.clone());
        let private = private_paths(settings).into_iter().chain([key]).chain(secrets);
        found.extend(private.filter_map(|path| too_open(path, 0o077)));
        // A group may read it: Debian's ssl-cert.
        found.extend(settings.tls_key.clone().and_then(|path| too_open(path, 0o007)));
        found.extend(settings.listen.sockets().filter_map(left_behind));
    }
    found
}

/// What others may do with it, unless it is a link: what that leads to may be somebody else's.
#[cfg(unix)]
fn too_open(path: PathBuf, others: u32) -> Option<Mend> {
    let there = fs::symlink_metadata(&path).ok()?;
    let mode = owner_only::rights_of_others(&path).ok()??;
    let is_plain = there.is_file() || there.is_dir();
    (is_plain && mode & others != 0).then_some(Mend::Rights(path, mode, mode & !others))
}

#[cfg(unix)]
fn left_behind(path: &Path) -> Option<Mend> {
    use crate::listening::socket::{Found, look_at};
    matches!(look_at(path), Ok(Found::Stale)).then(|| Mend::Socket(path.to_owned()))
}

//! A Unix socket: made, given to those who may connect, and taken away again.
//!
//! Who may connect is decided by the file's mode and group, and both are set before the socket listens: until then whoever
//! connects is refused by the system, whatever the umask let through.

use std::{
    ffi::OsString,
    fs::{self, File, TryLockError},
    io,
    os::{
        fd::OwnedFd,
        unix::{
            fs::{FileTypeExt, OpenOptionsExt, PermissionsExt, chown},
            net::{UnixListener, UnixStream},
        },
    },
    path::{Path, PathBuf},
};

use nix::unistd::Group;
use socket2::{Domain, SockAddr, Socket, Type};

/// Connections that wait to be accepted.
const WAITING: i32 = 1024;

/// Why a socket cannot be opened.
#[derive(Debug, thiserror::Error)]
pub enum SocketProblem {
    /// Somebody listens there.
    #[error("another program listens there")]
    Taken,
    /// A file, a directory or a link has its name.
    #[error("what has this name is no socket, and is left as it is")]
    NoSocket,
    /// There is no such group on this machine.
    #[error("there is no group `{0}` on this machine")]
    NoGroup(String),
    /// The system refuses it.
    #[error(transparent)]
    Io(#[from] io::Error),
}

/// What is at a socket's path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Found {
    /// Nothing.
    Nothing,
    /// A socket that nobody listens at: what a program left that could not tidy up.
    Stale,
    /// A socket that somebody listens at.
    Listening,
    /// Something else.
    Other,
}

/// Looks what is there, by connecting to it.
///
/// Fails when the directory cannot be read, or this user may not connect.
pub fn look_at(path: &Path) -> io::Result<Found> {
    match fs::symlink_metadata(path) {
        Err(e) if e.kind() == io::ErrorKind::NotFound => return Ok(Found::Nothing),
        Err(e) => return Err(e),
        Ok(there) if !there.file_type().is_socket() => return Ok(Found::Other),
        Ok(_) => {}
    }
    match UnixStream::connect(path) {
        Ok(_) => Ok(Found::Listening),
        Err(e) if e.kind() == io::ErrorKind::ConnectionRefused => Ok(Found::Stale),
        Err(e) if e.kind() == io::ErrorKind::NotFound => Ok(Found::Nothing),
        Err(e) => Err(e),
    }
}

/// The socket's file, while the program listens. It is taken away when this is dropped.
#[derive(Debug)]
pub struct SocketFile {
    path: PathBuf,
    /// Held for as long as the program listens, so that of two that start at once one gives way.
    _lock: File,
}

impl Drop for SocketFile {
    fn drop(&mut self) {
        if let Err(e) = fs::remove_file(&self.path) {
            tracing::warn!(path = %self.path.display(), cause = %e, "the socket could not be taken away");
        }
    }
}

/// Opens a socket at `path` with this mode, for this group where one is named. A stale socket is taken away first; a lock on
/// the file `PATH.lock` keeps two programs from doing so to each other.
pub fn open(
    path: &Path,
    mode: u32,
    group: Option<&str>,
) -> Result<(UnixListener, SocketFile), SocketProblem> {
    let lock = lock(path)?;
    if !clear(path)? {
        return Err(SocketProblem::Taken);
    }
    let group = group.map(number_of).transpose()?;
    let socket = Socket::new(Domain::UNIX, Type::STREAM, None)?;
    socket.bind(&SockAddr::unix(path)?)?;
    let file = SocketFile { path: path.to_owned(), _lock: lock };
    chown(path, None, group)?;
    fs::set_permissions(path, fs::Permissions::from_mode(mode))?;
    socket.listen(WAITING)?;
    Ok((UnixListener::from(OwnedFd::from(socket)), file))
}

/// Takes a stale socket away that nobody is about to listen at. True when its path is free then.
pub fn take_away_stale(path: &Path) -> Result<bool, SocketProblem> {
    let _lock = lock(path)?;
    clear(path)
}

fn clear(path: &Path) -> Result<bool, SocketProblem> {
    match look_at(path)? {
        Found::Nothing => Ok(true),
        Found::Listening => Ok(false),
        Found::Other => Err(SocketProblem::NoSocket),
        Found::Stale => fs::remove_file(path).map(|()| true).map_err(Into::into),
    }
}

fn lock(path: &Path) -> Result<File, SocketProblem> {
    let mut name: OsString = path.as_os_str().to_owned();
    name.push(".lock");
    let file = File::options().write(true).create(true).truncate(false).mode(0o600).open(name)?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(SocketProblem::Taken),
        Err(TryLockError::Error(e)) => Err(e.into()),
    }
}

/// Whether there is such a group on this machine.
pub fn group_is_known(group: &str) -> io::Result<bool> {
    Ok(Group::from_name(group).map_err(io::Error::from)?.is_some())
}

fn number_of(group: &str) -> Result<u32, SocketProblem> {
    let found = Group::from_name(group).map_err(io::Error::from)?;
    found.map(|found| found.gid.as_raw()).ok_or_else(|| SocketProblem::NoGroup(group.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mode(path: &Path) -> u32 {
        fs::metadata(path).unwrap().permissions().mode() & 0o777
    }

    #[test]
    fn a_socket_has_its_mode_and_goes_with_the_program() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("portal.sock");
        let (listener, file) = open(&path, 0o620, None).unwrap();
        assert_eq!(mode(&path), 0o620);
        assert_eq!(look_at(&path).unwrap(), Found::Listening);
        assert!(matches!(open(&path, 0o600, None), Err(SocketProblem::Taken)));
        drop(listener);
        drop(file);
        assert_eq!(look_at(&path).unwrap(), Found::Nothing);
    }

    #[test]
    fn what_a_killed_program_left_is_taken_away_and_nothing_else_is() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("portal.sock");
        drop(UnixListener::bind(&path).unwrap());
        assert_eq!(look_at(&path).unwrap(), Found::Stale);
        let (_listener, _file) = open(&path, 0o660, None).unwrap();

        let strangers = dir.path().join("strangers.sock");
        let _somebody = UnixListener::bind(&strangers).unwrap();
        assert!(matches!(open(&strangers, 0o660, None), Err(SocketProblem::Taken)));
        assert_eq!(look_at(&strangers).unwrap(), Found::Listening);

        let file = dir.path().join("notes.txt");
        fs::write(&file, "mine").unwrap();
        assert!(matches!(open(&file, 0o660, None), Err(SocketProblem::NoSocket)));
        assert_eq!(fs::read(&file).unwrap(), b"mine");
        let group = open(&dir.path().join("b.sock"), 0o660, Some("no-such-group-here"));
        assert!(matches!(group, Err(SocketProblem::NoGroup(_))));
        assert!(!dir.path().join("b.sock").exists());
    }
}

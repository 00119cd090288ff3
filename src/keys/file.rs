//! The key file: one pepper a line. What is written is written with the first; all are known again (decision 48).
//!
//! The pepper of the first start stands alone and has no mark. Each further one has the next number in front (`2:`), and with
//! it comes the line `cookies:`, the key that session cookies are signed with, which stays what it was. A program that knows
//! one pepper alone refuses such a file, as it must.

use std::{fmt, fs, path::Path};

use data_encoding::{BASE64URL_NOPAD, HEXLOWER};
use zeroize::Zeroizing;

use crate::{
    owner_only,
    ports::{Random, bytes},
};

/// The bytes of a pepper.
pub const PEPPER_BYTES: usize = 32;

type Secret = Zeroizing<[u8; PEPPER_BYTES]>;

/// The number of a pepper: the first start's is 1, each further one has the next. So a greater one is newer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Mark(u32);

impl Mark {
    /// The pepper of the first start, whose hashes have no mark.
    pub const FIRST: Mark = Mark(1);

    /// Its number.
    pub fn number(self) -> u32 {
        self.0
    }

    /// The mark of this number; `None` for what no line has.
    pub fn of_number(number: i64) -> Option<Self> {
        u32::try_from(number).ok().filter(|number| *number >= 1).map(Self)
    }

    /// The mark in front of a colon: one way to write each, and the first start's never.
    pub fn parse(text: &str) -> Option<Self> {
        let number = text.parse::<u32>().ok().filter(|number| *number >= 2)?;
        (number.to_string() == text).then_some(Self(number))
    }
}

impl fmt::Display for Mark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// Why a key file could not be used.
#[derive(Debug, thiserror::Error)]
pub enum KeyFileError {
    /// It could not be read or made.
    #[error("the key file {0} cannot be used: {1}")]
    Io(String, std::io::Error),
    /// It is a mount of its own, as containers have for one file: another one cannot take its place.
    #[error(
        "the key file {0} is mounted by itself, so no other can take its place, and nothing was changed: copy it into a \
         folder, run this again with PATIENT_CONNECT_KEY_FILE naming the copy, and mount that one"
    )]
    Mounted(String),
    /// It does not hold a key.
    #[error(
        "the key file {0} does not hold a key: put back the file that was made at the first start, or by `keys rotate`"
    )]
    Malformed(String),
    /// Others than its owner may read it.
    #[error("the key file {0} can be read by others: run `chmod 600 {0}`")]
    TooOpen(String),
}

/// A pepper and its number.
#[derive(Clone)]
pub struct Pepper {
    /// Its number.
    pub mark: Mark,
    /// The secret itself.
    pub bytes: Secret,
}

/// What stands in a key file: at least one pepper. Does not print, and is wiped when dropped.
#[derive(Clone)]
pub struct KeyFile {
    peppers: Vec<Pepper>,
    cookies: Option<Secret>,
}

impl fmt::Debug for KeyFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.peppers.iter().map(|pepper| pepper.mark)).finish()
    }
}

const COOKIES: &str = "cookies:";

fn secret(text: &str) -> Option<Secret> {
    let decoded = Zeroizing::new(BASE64URL_NOPAD.decode(text.as_bytes()).ok()?);
    <[u8; PEPPER_BYTES]>::try_from(decoded.as_slice()).ok().map(Zeroizing::new)
}

impl KeyFile {
    /// The file of a first start.
    pub fn new(pepper: &[u8; PEPPER_BYTES]) -> Self {
        let pepper = Pepper { mark: Mark::FIRST, bytes: Zeroizing::new(*pepper) };
        Self { peppers: vec![pepper], cookies: None }
    }

    /// Reads the text of a key file. `None` when it is none, or not a whole one.
    pub fn parse(text: &str) -> Option<Self> {
        let (mut peppers, mut cookies) = (Vec::<Pepper>::new(), None);
        for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
            if let Some(key) = line.strip_prefix(COOKIES) {
                if cookies.replace(secret(key)?).is_some() {
                    return None;
                }
                continue;
            }
            let (mark, bytes) = match line.split_once(':') {
                Some((mark, bytes)) => (Mark::parse(mark)?, bytes),
                None => (Mark::FIRST, line),
            };
            if peppers.iter().any(|known| known.mark == mark) {
                return None;
            }
            peppers.push(Pepper { mark, bytes: secret(bytes)? });
        }
        // Without its key, every session cookie that is out there would be worth nothing.
        let rotated = peppers.iter().any(|pepper| pepper.mark != Mark::FIRST);
        (!peppers.is_empty() && (cookies.is_some() || !rotated)).then_some(Self { peppers, cookies })
    }

    /// The text to write.
    pub fn text(&self) -> Zeroizing<String> {
        let mut text = Zeroizing::new(String::with_capacity(64 * (self.peppers.len() + 1)));
        for Pepper { mark, bytes } in &self.peppers {
            if *mark != Mark::FIRST {
                text.push_str(&format!("{mark}:"));
            }
            text.push_str(&Zeroizing::new(BASE64URL_NOPAD.encode(&bytes[..])));
            text.push('\n');
        }
        if let Some(cookies) = &self.cookies {
            text.push_str(COOKIES);
            text.push_str(&Zeroizing::new(BASE64URL_NOPAD.encode(&cookies[..])));
            text.push('\n');
        }
        text
    }

    /// Reads the file at `path`. `None` where there is none.
    pub fn read(path: &Path) -> Result<Option<Self>, KeyFileError> {
        let name = path.display().to_string();
        let io = |e| KeyFileError::Io(name.clone(), e);
        let text = match fs::read_to_string(path) {
            Ok(text) => Zeroizing::new(text),
            Err(e) if e.kind() == std::io::ErrorKind::NotFound => return Ok(None),
            Err(e) => return Err(io(e)),
        };
        if owner_only::rights_of_others(path).map_err(io)?.is_some() {
            return Err(KeyFileError::TooOpen(name));
        }
        Self::parse(&text).map(Some).ok_or(KeyFileError::Malformed(name))
    }

    /// Reads the file at `path`, or makes it there at the first start, readable by its owner only. Of several nodes that
    /// start at once one makes it, and all have it.
    pub fn open_or_create(path: &Path, random: &dyn Random) -> Result<Self, KeyFileError> {
        if let Some(file) = Self::read(path)? {
            return Ok(file);
        }
        let made = Self::new(&Zeroizing::new(bytes::<PEPPER_BYTES>(random)));
        let suffix = format!(".{}.new", HEXLOWER.encode(&bytes::<8>(random)));
        match owner_only::write_new_whole(path, made.text().as_bytes(), &suffix) {
            Ok(()) => Ok(made),
            Err(e) => match Self::read(path) {
                Ok(Some(others)) if e.kind() == std::io::ErrorKind::AlreadyExists => Ok(others),
                Err(unusable) => Err(unusable),
                Ok(_) => Err(KeyFileError::Io(path.display().to_string(), e)),
            },
        }
    }

    /// Puts it in the place of the file that is there, also where a link leads to it: whoever reads it finds the old one or
    /// this one, whole.
    pub fn save(&self, path: &Path) -> Result<(), KeyFileError> {
        let saved =
            fs::canonicalize(path).and_then(|file| owner_only::replace(&file, self.text().as_bytes()));
        saved.map_err(|e| {
            let name = path.display().to_string();
            match e.kind() {
                // rename(2): "EBUSY … oldpath or newpath is a directory that is in use … or as mount point".
                std::io::ErrorKind::ResourceBusy => KeyFileError::Mounted(name),
                _ => KeyFileError::Io(name, e),
            }
        })
    }

    /// The peppers, the one that is written with first.
    pub fn peppers(&self) -> &[Pepper] {
        &self.peppers
    }

    /// The key that session cookies are signed with, where it has a line of its own.
    pub fn cookies(&self) -> Option<&[u8; PEPPER_BYTES]> {
        self.cookies.as_deref()
    }

    /// The mark of the pepper that is written with.
    pub fn written_with(&self) -> Mark {
        self.peppers[0].mark
    }

    /// The newest pepper that is known and not written with yet.
    pub fn waiting(&self) -> Option<Mark> {
        self.peppers.iter().map(|pepper| pepper.mark).max().filter(|newest| *newest > self.written_with())
    }

    /// The peppers that are older than the one that is written with.
    pub fn older(&self) -> Vec<Mark> {
        self.peppers.iter().map(|pepper| pepper.mark).filter(|mark| *mark < self.written_with()).collect()
    }

    /// The same with one more pepper, known and not written with. `cookies` is what cookies are signed with until now.
    #[must_use]
    pub fn with_new(&self, pepper: &[u8; PEPPER_BYTES], cookies: &[u8; PEPPER_BYTES]) -> Self {
        let newest = self.peppers.iter().map(|pepper| pepper.mark.0).max().unwrap_or_default();
        let mut new = self.clone();
        new.peppers.push(Pepper { mark: Mark(newest + 1), bytes: Zeroizing::new(*pepper) });
        new.cookies.get_or_insert_with(|| Zeroizing::new(*cookies));
        new
    }

    /// The same, written with its newest pepper.
    #[must_use]
    pub fn newest_first(&self) -> Self {
        let mut new = self.clone();
        new.peppers.sort_by_key(|pepper| std::cmp::Reverse(pepper.mark));
        new
    }

    /// The same without the peppers that are older than the one that is written with.
    #[must_use]
    pub fn without_older(&self) -> Self {
        let (first, mut new) = (self.written_with(), self.clone());
        new.peppers.retain(|pepper| pepper.mark >= first);
        new
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ports::SeededRandom;

    const OLD: &str = "AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE";
    const NEW: &str = "AgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgI";
    const COOKIE_KEY: &str = "AwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwM";

    #[test]
    fn a_key_file_is_made_once_for_its_owner_only_and_read_again() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("pepper.key");
        let first = KeyFile::open_or_create(&path, &SeededRandom::new(1)).unwrap();
        let again = KeyFile::open_or_create(&path, &SeededRandom::new(2)).unwrap();
        assert_eq!(*first.text(), *again.text());
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            let mode = |path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
            assert_eq!(mode(&path), 0o600);
            let link = dir.path().join("link");
            std::os::unix::fs::symlink(&path, &link).unwrap();
            first.with_new(&[2; 32], &[3; 32]).save(&link).unwrap();
            assert_eq!(mode(&path), 0o600);
            assert!(KeyFile::read(&path).unwrap().unwrap().waiting().is_some());
            assert!(fs::symlink_metadata(&link).unwrap().is_symlink(), "the link stays");
            fs::set_permissions(&path, fs::Permissions::from_mode(0o644)).unwrap();
            assert!(matches!(
                KeyFile::open_or_create(&path, &SeededRandom::new(1)),
                Err(KeyFileError::TooOpen(_))
            ));
        }
    }

    #[test]
    fn nodes_that_start_at_once_have_one_key_file() {
        const NODES: u64 = 8;
        for round in 0..20 {
            let dir = tempfile::tempdir().unwrap();
            let path = dir.path().join("pepper.key");
            let start = std::sync::Barrier::new(usize::try_from(NODES).unwrap());
            let opened: Vec<_> = std::thread::scope(|scope| {
                let node = |seed| {
                    let (start, path) = (&start, &path);
                    scope.spawn(move || {
                        start.wait();
                        KeyFile::open_or_create(path, &SeededRandom::new(seed)).unwrap().text().to_string()
                    })
                };
                let nodes: Vec<_> = (0..NODES).map(|n| node(round * NODES + n)).collect();
                nodes.into_iter().map(|node| node.join().unwrap()).collect()
            });
            assert!(opened.iter().all(|text| *text == opened[0]), "round {round}");
            assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 1);
        }
    }

    #[test]
    fn a_damaged_key_file_is_refused_instead_of_replaced() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("pepper.key");
        owner_only::write_new(&path, b"too short").unwrap();
        assert!(matches!(
            KeyFile::open_or_create(&path, &SeededRandom::new(1)),
            Err(KeyFileError::Malformed(_))
        ));
        assert_eq!(fs::read(&path).unwrap(), b"too short");
    }

    #[test]
    fn a_file_of_before_is_read_and_one_of_a_rotation_is_written_as_it_was_read() {
        let before = KeyFile::parse(&format!("{OLD}\n")).unwrap();
        assert_eq!((before.written_with(), before.waiting(), before.older()), (Mark::FIRST, None, vec![]));
        let known = before.with_new(&[2; 32], &[3; 32]);
        assert_eq!(*known.text(), format!("{OLD}\n2:{NEW}\ncookies:{COOKIE_KEY}\n"));
        assert_eq!((known.written_with(), known.waiting()), (Mark::FIRST, Some(Mark(2))));
        let first = known.newest_first();
        assert_eq!(*first.text(), format!("2:{NEW}\n{OLD}\ncookies:{COOKIE_KEY}\n"));
        assert_eq!(
            (first.written_with(), first.waiting(), first.older()),
            (Mark(2), None, vec![Mark::FIRST])
        );
        let alone = first.without_older();
        assert_eq!(*alone.text(), format!("2:{NEW}\ncookies:{COOKIE_KEY}\n"));
        for file in [before, known, first, alone] {
            assert_eq!(*KeyFile::parse(&file.text()).unwrap().text(), *file.text());
        }
    }

    #[test]
    fn each_further_pepper_has_the_next_number_and_the_cookies_keep_their_key() {
        let third = KeyFile::new(&[1; 32])
            .with_new(&[2; 32], &[3; 32])
            .newest_first()
            .with_new(&[4; 32], &[5; 32])
            .newest_first();
        let marks: Vec<u32> = third.peppers().iter().map(|pepper| pepper.mark.number()).collect();
        assert_eq!(marks, [3, 2, 1]);
        assert_eq!(third.cookies(), Some(&[3; 32]));
        assert_eq!(third.without_older().with_new(&[6; 32], &[7; 32]).waiting(), Some(Mark(4)));
    }

    #[test]
    fn what_is_not_a_whole_key_file_is_none() {
        for text in [
            "",
            "\n",
            "#",
            &format!("{OLD}\n{OLD}"),
            &format!("{OLD}\n2:{NEW}"),
            &format!("{OLD}\n2:\ncookies:{COOKIE_KEY}"),
            &format!("1:{OLD}\ncookies:{COOKIE_KEY}"),
            &format!("02:{OLD}\ncookies:{COOKIE_KEY}"),
            &format!("2:{OLD}\n2:{NEW}\ncookies:{COOKIE_KEY}"),
            &format!("cookies:{COOKIE_KEY}"),
            &format!("{OLD}\ncookies:{COOKIE_KEY}\ncookies:{COOKIE_KEY}"),
        ] {
            assert!(KeyFile::parse(text).is_none(), "{text}");
        }
    }
}

//! Browsers that an account knows, because someone signed in to it there: OWASP's device cookies. Such a browser's tries
//! are counted by themselves, so that nobody elsewhere can use them up.
//!
//! The cookie is sealed: it holds the browser's own number and, for each account, a keyed hash over that number, the person
//! and the salt of her password, which is another one for each that she chooses. So it names nobody, cannot be made up, and
//! is worth nothing once the password was changed: whoever knew the old one keeps no browser that is known.

use data_encoding::BASE64URL_NOPAD;
use subtle::ConstantTimeEq;
use uuid::Uuid;

use crate::{
    actions::{ActionError, Context},
    hashing::StoredHash,
    keys::{Hash, Hashes, Keys, Purpose},
    ports,
    store::{StoreError, Tx, persons},
};

const NUMBER_BYTES: usize = 16;
const MARK_BYTES: usize = 16;
/// How many accounts know one browser: a family's. The one used longest ago makes room.
const MOST_ACCOUNTS: usize = 8;
const CONTEXT: &[u8] = b"device cookie";

type Mark = [u8; MARK_BYTES];

/// A browser that has signed in before.
#[derive(Clone, PartialEq, Eq)]
pub struct Device {
    number: [u8; NUMBER_BYTES],
    /// The account used last comes first.
    marks: Vec<Mark>,
}

impl std::fmt::Debug for Device {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Device(…)")
    }
}

impl Device {
    /// Reads a cookie. `None` when we did not write it.
    pub fn open(context: &Context, cookie: &str) -> Option<Self> {
        let sealed = BASE64URL_NOPAD.decode(cookie.as_bytes()).ok()?;
        let opened = context.keys.open(Purpose::Device, CONTEXT, &sealed)?;
        let (number, marks) = opened.split_first_chunk::<NUMBER_BYTES>()?;
        let marks = marks.as_chunks::<MARK_BYTES>().0.to_vec();
        Some(Self { number: *number, marks })
    }

    /// The cookie's value.
    pub fn cookie(&self, context: &Context) -> String {
        let parts: Vec<u8> = self.number.iter().chain(self.marks.iter().flatten()).copied().collect();
        BASE64URL_NOPAD.encode(&context.keys.seal(Purpose::Device, CONTEXT, &*context.random, &parts))
    }

    /// Its own number, by which a flood from it is counted.
    pub fn number(&self) -> [u8; NUMBER_BYTES] {
        self.number
    }

    /// What a person's account is remembered by here, under each pepper. It stands for the password as she chose it, not
    /// for its hash, which is renewed when there is another pepper.
    fn marks(&self, keys: &Keys, person_id: Uuid, password: &StoredHash) -> Hashes {
        let parts = [b"choice", &self.number[..], person_id.as_bytes(), password.choice().as_bytes()];
        keys.proofs(Purpose::Device, &parts)
    }

    /// The same as versions wrote it that never renewed a hash.
    fn older_marks(&self, keys: &Keys, person_id: Uuid, password: &StoredHash) -> Hashes {
        let parts = [b"mark", &self.number[..], person_id.as_bytes(), password.as_str().as_bytes()];
        keys.proofs(Purpose::Device, &parts)
    }

    fn has(&self, marks: &Hashes) -> bool {
        marks.all().map(shortened).any(|mark| self.marks.iter().any(|known| known.ct_eq(&mark).into()))
    }

    /// Whether someone signed in to this account here, with the password that it has now.
    pub(in crate::actions) fn is_known_to(
        &self,
        keys: &Keys,
        person_id: Uuid,
        password: &StoredHash,
    ) -> bool {
        self.has(&self.marks(keys, person_id, password))
            || self.has(&self.older_marks(keys, person_id, password))
    }

    fn remember(&mut self, keys: &Keys, person_id: Uuid, password: &StoredHash) {
        let marks = self.marks(keys, person_id, password);
        for marks in [&marks, &self.older_marks(keys, person_id, password)] {
            for mark in marks.all().map(shortened) {
                self.marks.retain(|known| *known != mark);
            }
        }
        self.add(shortened(marks.written()));
    }

    fn add(&mut self, mark: Mark) {
        self.marks.retain(|known| *known != mark);
        self.marks.insert(0, mark);
        self.marks.truncate(MOST_ACCOUNTS);
    }
}

fn shortened(hash: &Hash) -> Mark {
    std::array::from_fn(|n| hash[n])
}

/// What a person's marks are bound to: her password as it is stored, and nothing where a provider signs her in.
async fn bound_to(tx: &mut Tx, person_id: Uuid) -> Result<StoredHash, StoreError> {
    let found = persons::find_password_of(tx, person_id).await?;
    Ok(found.unwrap_or_else(|| StoredHash::from_stored(String::new())))
}

/// Whether a person's account knows a browser. After her password was changed it knows only the one that changed it.
pub(in crate::actions) async fn is_known(
    context: &Context,
    tx: &mut Tx,
    device: Option<&Device>,
    person_id: Uuid,
) -> Result<bool, StoreError> {
    let Some(device) = device else { return Ok(false) };
    let password = bound_to(tx, person_id).await?;
    Ok(device.is_known_to(&context.keys, person_id, &password))
}

/// Someone proved that an account is hers in this browser: from now on the account knows it.
pub async fn remember(
    context: &Context,
    device: Option<Device>,
    person_id: Uuid,
) -> Result<Device, ActionError> {
    let password = {
        let mut tx = context.db.read().await?;
        bound_to(&mut tx, person_id).await?
    };
    let new = || Device { number: ports::bytes(&*context.random), marks: Vec::new() };
    let mut device = device.unwrap_or_else(new);
    device.remember(&context.keys, person_id, &password);
    Ok(device)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::keys::KeyFile;

    #[test]
    fn a_browser_is_known_to_one_person_while_her_password_stays_the_same() {
        let keys = Keys::derive(&[7; 32]);
        let (anna, bo) = (Uuid::from_u128(1), Uuid::from_u128(2));
        let (old, new) = (StoredHash::from_stored("old".into()), StoredHash::from_stored("new".into()));
        let mut device = Device { number: [7; NUMBER_BYTES], marks: Vec::new() };
        device.remember(&keys, anna, &old);
        assert!(device.is_known_to(&keys, anna, &old));
        assert!(!device.is_known_to(&keys, anna, &new));
        assert!(!device.is_known_to(&keys, bo, &old));
        let elsewhere = Device { number: [8; NUMBER_BYTES], ..device };
        assert!(!elsewhere.is_known_to(&keys, anna, &old));
    }

    #[test]
    fn a_browser_stays_known_when_the_password_gets_another_pepper_and_the_one_of_before_is_dropped() {
        let before = KeyFile::new(&[7; 32]);
        let rotated = before.with_new(&[8; 32], &[9; 32]).newest_first();
        let (before, rotated, dropped) =
            (Keys::of(&before), Keys::of(&rotated), Keys::of(&rotated.without_older()));
        let anna = Uuid::from_u128(1);
        let hash = |text: &str| StoredHash::from_stored(text.to_owned());
        let old = hash("$argon2id$v=19$m=19456,t=2,p=1$AgICAgICAgICAgICAgICAg$AAAA");
        let renewed = hash("2:$argon2id$v=19$m=19456,t=2,p=1$AgICAgICAgICAgICAgICAg$BBBB");
        let chosen = hash("2:$argon2id$v=19$m=19456,t=2,p=1$AwMDAwMDAwMDAwMDAwMDAw$BBBB");
        let mut device = Device { number: [7; NUMBER_BYTES], marks: Vec::new() };
        device.remember(&before, anna, &old);
        for (keys, stored) in [(&before, &old), (&rotated, &old), (&rotated, &renewed)] {
            assert!(device.is_known_to(keys, anna, stored));
        }
        assert!(!device.is_known_to(&rotated, anna, &chosen));
        device.remember(&rotated, anna, &renewed);
        assert_eq!(device.marks.len(), 1, "the mark of before makes room");
        assert!(device.is_known_to(&dropped, anna, &renewed));
    }

    #[test]
    fn a_browser_that_an_older_version_remembered_is_known_until_the_password_is_renewed() {
        let keys = Keys::derive(&[7; 32]);
        let anna = Uuid::from_u128(1);
        let stored =
            StoredHash::from_stored("$argon2id$v=19$m=19456,t=2,p=1$AgICAgICAgICAgICAgICAg$AAAA".to_owned());
        let mut device = Device { number: [7; NUMBER_BYTES], marks: Vec::new() };
        device.add(shortened(device.older_marks(&keys, anna, &stored).written()));
        assert!(device.is_known_to(&keys, anna, &stored));
        device.remember(&keys, anna, &stored);
        assert_eq!(device.marks, [shortened(device.marks(&keys, anna, &stored).written())]);
    }

    #[test]
    fn a_browser_is_known_to_the_accounts_of_a_family_and_forgets_the_one_used_longest_ago() {
        let mut device = Device { number: [7; NUMBER_BYTES], marks: Vec::new() };
        for n in 0..9 {
            device.add([n; MARK_BYTES]);
        }
        device.add([5; MARK_BYTES]);
        let firsts: Vec<u8> = device.marks.iter().map(|mark| mark[0]).collect();
        assert_eq!(firsts, [5, 8, 7, 6, 4, 3, 2, 1]);
    }
}

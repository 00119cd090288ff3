//! Browsers that an account knows, because someone signed in to it there: OWASP's device cookies. Such a browser's tries
//! are counted by themselves, so that nobody elsewhere can use them up.
//!
//! The cookie is sealed: it holds the browser's own number and, for each account, a keyed hash over that number, the person
//! and the stored hash of her password. So it names nobody, cannot be made up, and is worth nothing once the password was
//! changed: whoever knew the old one keeps no browser that is known.

use data_encoding::BASE64URL_NOPAD;
use subtle::ConstantTimeEq;
use uuid::Uuid;

use crate::{
    actions::{ActionError, Context},
    hashing::StoredHash,
    keys::{Keys, Purpose},
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

    fn mark(&self, keys: &Keys, person_id: Uuid, password: &StoredHash) -> Mark {
        let parts = [b"mark", &self.number[..], person_id.as_bytes(), password.as_str().as_bytes()];
        let hash = keys.hash(Purpose::Device, &parts);
        std::array::from_fn(|n| hash[n])
    }

    /// Whether someone signed in to this account here, with the password that it has now.
    pub(in crate::actions) fn is_known_to(
        &self,
        keys: &Keys,
        person_id: Uuid,
        password: &StoredHash,
    ) -> bool {
        let mark = self.mark(keys, person_id, password);
        self.marks.iter().any(|known| known.ct_eq(&mark).into())
    }

    fn add(&mut self, mark: Mark) {
        self.marks.retain(|known| *known != mark);
        self.marks.insert(0, mark);
        self.marks.truncate(MOST_ACCOUNTS);
    }
}

/// What a person's marks are bound to: the hash of her password, and nothing where a provider signs her in.
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
    let mark = device.mark(&context.keys, person_id, &password);
    device.add(mark);
    Ok(device)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_browser_is_known_to_one_person_while_her_password_stays_the_same() {
        let keys = Keys::derive(&[7; 32]);
        let (anna, bo) = (Uuid::from_u128(1), Uuid::from_u128(2));
        let (old, new) = (StoredHash::from_stored("old".into()), StoredHash::from_stored("new".into()));
        let mut device = Device { number: [7; NUMBER_BYTES], marks: Vec::new() };
        device.add(device.mark(&keys, anna, &old));
        assert!(device.is_known_to(&keys, anna, &old));
        assert!(!device.is_known_to(&keys, anna, &new));
        assert!(!device.is_known_to(&keys, bo, &old));
        let elsewhere = Device { number: [8; NUMBER_BYTES], ..device };
        assert!(!elsewhere.is_known_to(&keys, anna, &old));
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

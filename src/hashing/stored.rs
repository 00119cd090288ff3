//! Slow hashes as they are stored.

use std::fmt;

use argon2_rust::{Algorithm, Decoded, Params, Version, decode_string, encode_string_alloc};

use super::argon2id::ALLOWED;
use crate::keys::{Hash, Mark, Secrets};

/// How many bytes the salt of a new hash has.
pub(super) const SALT_BYTES: usize = 16;

/// A hash as it is stored: Argon2id in the PHC string form, behind the mark of the pepper that it was keyed with (`2:`); that
/// of the first start has none.
#[derive(Clone, PartialEq, Eq)]
pub struct StoredHash(String);

impl StoredHash {
    /// Takes what the database gave back. A text that is no such hash matches nothing.
    pub fn from_stored(text: String) -> Self {
        Self(text)
    }

    /// The text to store.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The mark of its pepper, and the PHC string. `None` in front of what is no mark.
    fn parts(&self) -> (Option<Mark>, &str) {
        match self.0.split_once(':') {
            Some((mark, phc)) => (Mark::parse(mark), phc),
            None => (Some(Mark::FIRST), &self.0),
        }
    }

    /// `None`: it is no Argon2id hash of this version, or one that would take more than [`ALLOWED`].
    pub(super) fn parse(&self) -> Option<Decoded> {
        let found = decode_string(self.parts().1, Algorithm::Argon2id).ok()?;
        let allowed = found.version == Version::V0x13
            && found.params.memory_kib() <= ALLOWED.memory_kib()
            && found.params.passes() <= ALLOWED.passes()
            && found.params.lanes() <= ALLOWED.lanes();
        allowed.then_some(found)
    }

    pub(super) fn new(
        mark: Mark,
        params: &Params,
        salt: &[u8],
        hash: &[u8],
    ) -> Result<Self, argon2_rust::Error> {
        let phc = encode_string_alloc(Algorithm::Argon2id, Version::V0x13, params, salt, hash)?;
        Ok(Self(if mark == Mark::FIRST { phc } else { format!("{mark}:{phc}") }))
    }

    /// What it was made from, if these are it: the secret under the pepper that it names. One that names a pepper which is
    /// dropped matches nothing, and takes as long.
    pub(super) fn secret<'s>(&self, secrets: &'s Secrets) -> &'s Hash {
        self.parts().0.and_then(|mark| secrets.under(mark)).unwrap_or_else(|| secrets.written())
    }

    /// Whether it is under an older pepper than the one that is written with.
    pub fn is_outdated(&self, secrets: &Secrets) -> bool {
        self.parts().0.is_some_and(|mark| mark < secrets.written_with())
    }

    /// Whether both are hashes of one secret, chosen once: a hash that is renewed with another pepper keeps its salt, and a
    /// secret that is chosen has a new one.
    pub fn is_of_the_same_choice(&self, other: &Self) -> bool {
        self.choice() == other.choice()
    }

    /// What stands for the choosing of the secret: the salt. Of a text that is no hash, all of it.
    pub fn choice(&self) -> &str {
        // The salt is the last but one of the fields.
        let mut fields = self.parts().1.rsplit('$').skip(1);
        match (fields.next(), fields.next()) {
            (Some(salt), Some(_)) => salt,
            _ => &self.0,
        }
    }

    /// The salt, where it has the length of ours.
    pub(super) fn salt(&self) -> Option<[u8; SALT_BYTES]> {
        self.parse()?.salt.try_into().ok()
    }
}

impl fmt::Debug for StoredHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("StoredHash(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::keys::{KeyFile, Keys, Purpose};

    fn hash(mark: &str, salt: &str) -> StoredHash {
        StoredHash::from_stored(format!(
            "{mark}$argon2id$v=19$m=19456,t=2,p=1${salt}$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
        ))
    }

    #[test]
    fn a_hash_names_its_pepper_and_keeps_its_salt() {
        let before = KeyFile::new(&[7; 32]);
        let keys = Keys::of(&before.with_new(&[8; 32], &[9; 32]).newest_first());
        let secrets = keys.secrets(Purpose::Password, &[b"violet harbour"]);
        let (old, new) = (hash("", "AgICAgICAgICAgICAgICAg"), hash("2:", "AgICAgICAgICAgICAgICAg"));
        assert!(old.is_outdated(&secrets) && !new.is_outdated(&secrets));
        assert_ne!(old.secret(&secrets), new.secret(&secrets));
        assert!(old.is_of_the_same_choice(&new));
        assert!(!old.is_of_the_same_choice(&hash("", "AwMDAwMDAwMDAwMDAwMDAw")));
        assert_eq!((old.salt(), new.salt()), (Some([2; 16]), Some([2; 16])));
        let before = Keys::of(&before).secrets(Purpose::Password, &[b"violet harbour"]);
        assert_eq!(before.written(), old.secret(&secrets));
        assert!(!old.is_outdated(&before) && !new.is_outdated(&before), "a newer one is left as it is");
        for strange in [hash("1:", "AgICAgICAgICAgICAgICAg"), hash("x:", "AgICAgICAgICAgICAgICAg")] {
            assert!(!strange.is_outdated(&secrets));
        }
    }

    #[test]
    fn a_hash_that_was_not_made_here_is_none() {
        let hash = "AgICAgICAgICAgICAgICAg$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
        let parsed = |parts: &str| StoredHash::from_stored(format!("{parts}${hash}")).parse().is_some();
        assert!(parsed("$argon2id$v=19$m=19456,t=2,p=1"));
        assert!(parsed("$argon2id$v=19$m=262144,t=16,p=16"), "the most that is allowed");
        for other in [
            "$argon2id$v=19$m=262145,t=2,p=1",
            "$argon2id$v=19$m=4294967295,t=2,p=1",
            "$argon2id$v=19$m=19456,t=17,p=1",
            "$argon2id$v=19$m=19456,t=2,p=17",
            "$argon2id$v=16$m=19456,t=2,p=1",
            "$argon2id$m=19456,t=2,p=1",
            "$argon2i$v=19$m=19456,t=2,p=1",
            "$argon2d$v=19$m=19456,t=2,p=1",
        ] {
            assert!(!parsed(other), "{other}");
        }
    }

    #[test]
    fn what_is_no_hash_stands_for_itself_alone() {
        let of = |text: &str| StoredHash::from_stored(text.to_owned());
        assert!(!of("old").is_of_the_same_choice(&of("new")));
        assert!(of("").is_of_the_same_choice(&of("")));
        assert_eq!(of("$argon2id$").salt(), None);
    }
}

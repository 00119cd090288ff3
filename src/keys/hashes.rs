//! What becomes of one value under several peppers: a keyed hash each. Whoever looks something up, or compares it, holds
//! all of them, so that none is forgotten.

use std::fmt;

use serde::{Deserialize, Serialize};
use subtle::ConstantTimeEq;
use zeroize::Zeroizing;

use super::file::Mark;

/// A keyed hash.
pub type Hash = [u8; 32];

/// The keyed hashes of one value, one a pepper. What is stored is [`Hashes::written`]; what was stored may be any of them.
/// Does not print.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hashes {
    written: Hash,
    /// Of peppers older than the one that is written with, the oldest first.
    older: Vec<Hash>,
    /// Of newer ones, which another node may write with already.
    newer: Vec<Hash>,
}

impl fmt::Debug for Hashes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Hashes({})", self.all().count())
    }
}

impl Hashes {
    /// With one pepper nothing is allocated.
    pub(super) fn new(written: Hash, older: Vec<Hash>, newer: Vec<Hash>) -> Self {
        Self { written, older, newer }
    }

    /// The one to store.
    pub fn written(&self) -> &Hash {
        &self.written
    }

    /// Each once, the oldest pepper's first: in one order on all nodes.
    pub fn all(&self) -> impl Iterator<Item = &Hash> {
        self.older.iter().chain([&self.written]).chain(&self.newer)
    }

    /// In which order to look something up. Where there are several: the one that is written with first, since that is where
    /// most is found; then all of them from the oldest on. What is renamed meanwhile goes from an older to a newer one and
    /// never back, so whoever looks in that order cannot pass it by.
    pub fn tries(&self) -> impl Iterator<Item = &Hash> {
        let again = (!self.older.is_empty()).then_some(&self.written);
        again.into_iter().chain(self.all())
    }

    /// Whether something stored, or brought, is one of them. In constant time for each.
    pub fn has(&self, other: &[u8]) -> bool {
        self.all().fold(false, |found, hash| found | bool::from(hash[..].ct_eq(other)))
    }

    /// What is found under `found` is to be called this from now on; `None` where it has its name already, or a newer one.
    pub fn renamed(&self, found: &Hash) -> Option<&Hash> {
        self.older.contains(found).then_some(&self.written)
    }
}

/// What of a secret goes into a slow hash, under each pepper. Does not print, and is wiped when dropped.
pub struct Secrets {
    written_with: Mark,
    under: Vec<(Mark, Zeroizing<Hash>)>,
}

impl fmt::Debug for Secrets {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secrets(…)")
    }
}

impl Secrets {
    pub(super) fn new(written_with: Mark, under: Vec<(Mark, Zeroizing<Hash>)>) -> Self {
        Self { written_with, under }
    }

    /// The pepper that is written with.
    pub fn written_with(&self) -> Mark {
        self.written_with
    }

    /// What it is under that one.
    pub fn written(&self) -> &Hash {
        self.under(self.written_with).expect("what is written with is known")
    }

    /// What it is under a pepper; `None` when the key file has none of this mark (any more).
    pub fn under(&self, mark: Mark) -> Option<&Hash> {
        self.under.iter().find(|(known, _)| *known == mark).map(|(_, secret)| &**secret)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hashes(written: u8, older: &[u8], newer: &[u8]) -> Hashes {
        let all = |of: &[u8]| of.iter().map(|n| [*n; 32]).collect();
        Hashes::new([written; 32], all(older), all(newer))
    }

    fn order(hashes: &Hashes) -> Vec<u8> {
        hashes.tries().map(|hash| hash[0]).collect()
    }

    #[test]
    fn with_one_pepper_there_is_one_look_up() {
        let one = hashes(1, &[], &[]);
        assert_eq!(order(&one), [1]);
        assert_eq!(one.renamed(&[1; 32]), None);
        assert!(one.has(&[1; 32]) && !one.has(&[2; 32]) && !one.has(b"short"));
    }

    #[test]
    fn what_is_renamed_from_old_to_new_meanwhile_is_not_passed_by() {
        assert_eq!(order(&hashes(2, &[1], &[])), [2, 1, 2]);
        assert_eq!(order(&hashes(3, &[1, 2], &[])), [3, 1, 2, 3]);
        assert_eq!(order(&hashes(1, &[], &[2])), [1, 2]);
        assert_eq!(order(&hashes(2, &[1], &[3])), [2, 1, 2, 3]);
        for it in [hashes(2, &[1], &[]), hashes(1, &[], &[2]), hashes(2, &[1], &[3])] {
            // Wherever it is at each look, as long as it never goes back.
            let tries = order(&it);
            for moved in 0..=tries.len() {
                let (from, to) = (1, 2);
                let found = tries.iter().enumerate().any(|(at, n)| *n == if at < moved { from } else { to });
                assert!(found, "{tries:?} renamed before look {moved}");
            }
        }
    }

    #[test]
    fn a_name_is_changed_for_a_newer_one_and_never_for_an_older_one() {
        let it = hashes(2, &[1], &[3]);
        assert_eq!(it.renamed(&[1; 32]), Some(&[2; 32]));
        assert_eq!(it.renamed(&[2; 32]), None);
        assert_eq!(it.renamed(&[3; 32]), None);
        assert!(it.has(&[3; 32]) && it.has(&[1; 32]));
        assert_eq!(it.all().map(|hash| hash[0]).collect::<Vec<_>>(), [1, 2, 3]);
    }
}

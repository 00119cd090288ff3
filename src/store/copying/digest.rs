//! One form of a row for both databases, and a hash over all rows of a table.

use chrono::{DateTime, Utc};
use sha2::{Digest as _, Sha256};
use uuid::Uuid;

/// A value as it is read from either database and written into either.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Value {
    Uuid(Option<Uuid>),
    Text(Option<String>),
    Integer(Option<i64>),
    Boolean(Option<bool>),
    Bytes(Option<Vec<u8>>),
    Instant(Option<DateTime<Utc>>),
}

impl Value {
    /// About how many bytes it takes.
    pub(super) fn size(&self) -> usize {
        match self {
            Value::Text(Some(it)) => it.len(),
            Value::Bytes(Some(it)) => it.len(),
            _ => 16,
        }
    }

    /// Its canonical bytes: what kind it is, how long, and what: no two rows of one table have the same.
    fn hash_into(&self, hasher: &mut Sha256) {
        let mut part = |kind: u8, bytes: &[u8]| {
            hasher.update([kind]);
            hasher.update((bytes.len() as u64).to_le_bytes());
            hasher.update(bytes);
        };
        match self {
            Value::Uuid(Some(it)) => part(1, it.as_bytes()),
            Value::Text(Some(it)) => part(2, it.as_bytes()),
            Value::Integer(Some(it)) => part(3, &it.to_le_bytes()),
            Value::Boolean(Some(it)) => part(4, &[u8::from(*it)]),
            Value::Bytes(Some(it)) => part(5, it),
            Value::Instant(Some(it)) => {
                let (seconds, nanos) =
                    (it.timestamp().to_le_bytes(), it.timestamp_subsec_nanos().to_le_bytes());
                part(6, &[&seconds[..], &nanos[..]].concat());
            }
            Value::Uuid(None)
            | Value::Text(None)
            | Value::Integer(None)
            | Value::Boolean(None)
            | Value::Bytes(None)
            | Value::Instant(None) => part(0, &[]),
        }
    }
}

/// How many rows a table has, and a hash over all of them: the sum (modulo 2²⁵⁶) of their SHA-256. A sum, because the two
/// databases keep their rows in different orders, and neither has to sort a table for it; and no exclusive or, in which a
/// row that is there twice would be as if it were not there. It tells a loss or a slip, not an adversary: who can write
/// into a database can write its rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Digest {
    rows: i64,
    sum: [u64; 4],
}

impl Digest {
    /// As it was kept; `None` when it is none.
    pub(in crate::store) fn of_kept(rows: i64, hash: &[u8]) -> Option<Self> {
        let hash: &[u8; 32] = hash.try_into().ok()?;
        Some(Self { rows, sum: words(hash) })
    }

    /// How many rows.
    pub fn rows(&self) -> i64 {
        self.rows
    }

    /// The hash over all of them.
    pub fn hash(&self) -> [u8; 32] {
        let mut hash = [0; 32];
        for (bytes, word) in hash.chunks_exact_mut(8).zip(self.sum) {
            bytes.copy_from_slice(&word.to_le_bytes());
        }
        hash
    }

    pub(super) fn add(&mut self, row: &[Value]) {
        let mut hasher = Sha256::new();
        row.iter().for_each(|value| value.hash_into(&mut hasher));
        let mut carried = false;
        for (sum, word) in self.sum.iter_mut().zip(words(&hasher.finalize().into())) {
            let (with_word, over) = sum.overflowing_add(word);
            let (with_carry, over_again) = with_word.overflowing_add(u64::from(carried));
            (*sum, carried) = (with_carry, over || over_again);
        }
        self.rows += 1;
    }
}

fn words(hash: &[u8; 32]) -> [u64; 4] {
    let mut words = [0; 4];
    for (word, bytes) in words.iter_mut().zip(hash.chunks_exact(8)) {
        let mut eight = [0; 8];
        eight.copy_from_slice(bytes);
        *word = u64::from_le_bytes(eight);
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    fn digest(rows: &[&[Value]]) -> Digest {
        let mut digest = Digest::default();
        rows.iter().for_each(|row| digest.add(row));
        digest
    }

    fn text(it: &str) -> Value {
        Value::Text(Some(it.to_owned()))
    }

    #[test]
    fn rows_may_come_in_any_order_and_none_may_be_lost_doubled_or_changed() {
        let (one, two): (&[Value], &[Value]) = (&[text("a"), text("b")], &[text("ab"), text("")]);
        let both = digest(&[one, two]);
        assert_eq!(both, digest(&[two, one]));
        for other in [&[one][..], &[two], &[one, one], &[one, two, two], &[one, one, two, two], &[]] {
            assert_ne!(both, digest(other));
        }
        assert_ne!(digest(&[one]).hash(), digest(&[two]).hash(), "where a value ends is part of it");
    }

    #[test]
    fn values_that_look_alike_differ_by_their_kind_and_nothing_differs_from_empty() {
        let zero = DateTime::from_timestamp(0, 0);
        let alike = [
            Value::Text(Some(String::new())),
            Value::Text(None),
            Value::Bytes(Some(Vec::new())),
            Value::Integer(Some(0)),
            Value::Boolean(Some(false)),
            Value::Uuid(Some(Uuid::nil())),
            Value::Instant(zero),
        ];
        for (at, one) in alike.iter().enumerate() {
            for other in &alike[at + 1..] {
                assert_ne!(
                    digest(&[std::slice::from_ref(one)]),
                    digest(&[std::slice::from_ref(other)]),
                    "{one:?} {other:?}"
                );
            }
        }
        let later = Value::Instant(zero.map(|at| at + chrono::TimeDelta::nanoseconds(1)));
        assert_ne!(digest(&[&[later]]), digest(&[&[Value::Instant(zero)]]), "cut off is changed, too");
    }

    #[test]
    fn a_sum_carries_over_its_words_and_is_read_again_as_it_was_kept() {
        let mut full = Digest { rows: 0, sum: [u64::MAX; 4] };
        let row: &[Value] = &[text("x")];
        full.add(row);
        let mut alone = digest(&[row]);
        // All ones and one is nothing: the sum is one less than the row's.
        alone.sum[0] -= 1;
        assert_eq!(full.sum, alone.sum);
        assert_eq!(Digest::of_kept(full.rows(), &full.hash()), Some(full));
        assert_eq!(Digest::of_kept(1, b"short"), None);
    }
}

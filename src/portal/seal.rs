//! The seal of a page: stands for all that its form's decision rests on.

use data_encoding::BASE64URL_NOPAD;

use subtle::ConstantTimeEq;

use crate::keys::{Hash, Keys, Purpose};

/// Stands for what a page showed ("Every form carries a seal of what its page showed: the person, the connect request,
/// the record or the name of the new one, the rules"). The value of the hidden field `seal`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seal {
    text: String,
    /// What it is under other peppers: a page that was shown while another one was written with.
    others: Vec<String>,
}

impl Seal {
    /// The seal of a page on which the decision rests on these facts, each in a fixed place.
    pub fn of(keys: &Keys, page: &str, shown: &[&[u8]]) -> Self {
        let facts: Vec<&[u8]> = [b"seal", page.as_bytes()].into_iter().chain(shown.iter().copied()).collect();
        let hashes = keys.proofs(Purpose::Form, &facts);
        let text = |hash: &Hash| BASE64URL_NOPAD.encode(&hash[..18]);
        let others = hashes.all().filter(|hash| *hash != hashes.written()).map(text).collect();
        Self { text: text(hashes.written()), others }
    }

    /// Whether a form brought it. In constant time.
    pub(super) fn is(&self, sent: &str) -> bool {
        let same = |text: &String| bool::from(text.as_bytes().ct_eq(sent.as_bytes()));
        same(&self.text) || self.others.iter().any(same)
    }

    /// One that no form carries, for samples.
    pub fn sample() -> Self {
        Self { text: "sample".to_owned(), others: Vec::new() }
    }
}

impl std::fmt::Display for Seal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::keys::KeyFile;

    #[test]
    fn a_seal_stands_for_its_page_and_for_each_fact_in_its_place() {
        let keys = Keys::derive(&[7; 32]);
        let seal = |page: &str, shown: &[&[u8]]| Seal::of(&keys, page, shown);
        assert_eq!(seal("record", &[b"a", b"b"]), seal("record", &[b"a", b"b"]));
        assert_ne!(seal("record", &[b"a", b"b"]), seal("record", &[b"ab", b""]));
        assert_ne!(seal("record", &[b"a", b"b"]), seal("record", &[b"b", b"a"]));
        assert_ne!(seal("record", &[b"a"]), seal("authorize", &[b"a"]));
        assert_ne!(seal("record", &[b"a"]), Seal::of(&Keys::derive(&[8; 32]), "record", &[b"a"]));
    }

    #[test]
    fn a_page_that_was_shown_under_another_pepper_is_still_what_it_was() {
        let before = KeyFile::new(&[7; 32]);
        let rotated = before.with_new(&[8; 32], &[9; 32]).newest_first();
        let seal = |file: &KeyFile, facts: &[&[u8]]| Seal::of(&Keys::of(file), "record", facts);
        let shown = seal(&before, &[b"a"]).to_string();
        assert!(seal(&rotated, &[b"a"]).is(&shown) && !seal(&rotated, &[b"b"]).is(&shown));
        assert!(!seal(&rotated.without_older(), &[b"a"]).is(&shown));
        assert!(!seal(&before, &[b"a"]).is(&seal(&rotated, &[b"a"]).to_string()));
    }
}

//! The seal of a page: stands for all that its form's decision rests on.

use data_encoding::BASE64URL_NOPAD;

use crate::keys::{Keys, Purpose};

/// Stands for what a page showed ("Every form carries a seal of what its page showed: the person, the connect request,
/// the record or the name of the new one, the rules"). The value of the hidden field `seal`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seal(String);

impl Seal {
    /// The seal of a page on which the decision rests on these facts, each in a fixed place.
    pub fn of(keys: &Keys, page: &str, shown: &[&[u8]]) -> Self {
        let facts: Vec<&[u8]> = [b"seal", page.as_bytes()].into_iter().chain(shown.iter().copied()).collect();
        let hash = keys.hash(Purpose::Form, &facts);
        Self(BASE64URL_NOPAD.encode(&hash[..18]))
    }

    /// Its text, to be compared in constant time.
    pub(super) fn as_bytes(&self) -> &[u8] {
        self.0.as_bytes()
    }

    /// One that no form carries, for samples.
    pub fn sample() -> Self {
        Self("sample".to_owned())
    }
}

impl std::fmt::Display for Seal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
}

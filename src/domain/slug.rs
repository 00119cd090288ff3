//! The word by which an app's own entry is found: `/at/WORD`, short enough for paper.

use std::fmt;

use serde::{Deserialize, Serialize};

/// The most characters of one.
const MAX: usize = 40;

/// Lower-case letters, digits and single dashes, of which none stands at an end.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Slug(String);

/// Why a text cannot stand in a short address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("may have lower-case letters (a to z), digits and single dashes between them, at most {MAX} of all")]
pub struct SlugProblem;

impl Slug {
    /// Reads one.
    pub fn parse(text: &str) -> Result<Slug, SlugProblem> {
        let piece = |piece: &str| {
            !piece.is_empty() && piece.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
        };
        if text.len() <= MAX && text.split('-').all(piece) {
            Ok(Slug(text.to_owned()))
        } else {
            Err(SlugProblem)
        }
    }

    /// As it stands in the address.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Slug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl TryFrom<String> for Slug {
    type Error = SlugProblem;

    fn try_from(text: String) -> Result<Self, SlugProblem> {
        Slug::parse(&text)
    }
}

impl From<Slug> for String {
    fn from(slug: Slug) -> Self {
        slug.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_address_needs_no_escaping_and_no_second_look() {
        for good in ["fabrikam", "st-mary-2", "7"] {
            assert_eq!(Slug::parse(good).unwrap().as_str(), good);
        }
        for bad in ["", "Fabrikam", "a b", "a/b", "-a", "a-", "a--b", "é", &"x".repeat(41)] {
            assert_eq!(Slug::parse(bad), Err(SlugProblem), "{bad}");
        }
    }
}

//! A person's email address, which is her name when she signs in.
//!
//! What lives here: what can be an address, and which two addresses are the same. What must not: sending mail,
//! or finding out whether anyone reads it. Where to look next: `password`.

use icu_normalizer::ComposingNormalizerBorrowed;

/// The most characters an address may have.
pub const MAX_CHARACTERS: usize = 254;

/// What is wrong with a typed address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EmailProblem {
    /// Nothing was typed.
    Empty,
    /// Not of the form `name@example.org`.
    Malformed,
    /// More characters than an address can have.
    TooLong {
        /// The most allowed.
        max: usize,
    },
}

impl EmailProblem {
    /// One English sentence, for those who read no page.
    pub fn reason(&self) -> String {
        match self {
            EmailProblem::Empty => "The email address is empty.".into(),
            EmailProblem::Malformed => "The email address does not have the form name@example.org.".into(),
            EmailProblem::TooLong { max } => format!("The email address may have at most {max} characters."),
        }
    }
}

/// An email address as its owner typed it, without the spaces around it. Never printed by `Debug`.
#[derive(Clone)]
pub struct Email(String);

impl std::fmt::Debug for Email {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Email(…)")
    }
}

impl Email {
    /// Takes anything with one @, something before it and a domain after it; who reads the mail is not for a
    /// pattern to say. Spaces, brackets and separators are refused, since they would make it several addresses
    /// or another header.
    pub fn parse(typed: &str) -> Result<Email, EmailProblem> {
        let address = typed.trim();
        if address.is_empty() {
            return Err(EmailProblem::Empty);
        }
        if address.chars().nth(MAX_CHARACTERS).is_some() {
            return Err(EmailProblem::TooLong { max: MAX_CHARACTERS });
        }
        let (local, domain) = address.split_once('@').ok_or(EmailProblem::Malformed)?;
        let strange = |c: char| c.is_whitespace() || c.is_control() || "@<>()[],;:\\\"".contains(c);
        if local.is_empty() || address.replacen('@', "", 1).contains(strange) {
            return Err(EmailProblem::Malformed);
        }
        if domain.split('.').any(str::is_empty) {
            return Err(EmailProblem::Malformed);
        }
        Ok(Email(address.to_owned()))
    }

    /// The address to write to.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What must be unique: composed (NFC) and in lower case, so that nobody has two accounts for the want of
    /// a capital.
    pub fn key(&self) -> String {
        let nfc = ComposingNormalizerBorrowed::new_nfc();
        nfc.normalize(&nfc.normalize(&self.0).to_lowercase()).into_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn an_address_is_kept_as_typed_without_the_spaces_around_it() {
        for typed in
            ["emma@example.org", " Emma.O'Hara+visits@Example.org\n", "josé@клиника.example", "a@localhost"]
        {
            assert_eq!(Email::parse(typed).unwrap().as_str(), typed.trim());
        }
    }

    #[test]
    fn what_cannot_be_an_address_is_refused() {
        for typed in [
            "emma",
            "emma@",
            "@example.org",
            "emma@@example.org",
            "emma@exam ple.org",
            "em ma@example.org",
            "emma@example..org",
            "emma@.org",
            "emma@example.org.",
            "a@b.c,d@e.f",
            "Emma <emma@example.org>",
            "emma@example.org\nBcc: all@example.org",
            "<emma@example.org>",
            "mailto:emma@example.org",
        ] {
            assert_eq!(Email::parse(typed).unwrap_err(), EmailProblem::Malformed, "{typed}");
        }
        assert_eq!(Email::parse(" \t").unwrap_err(), EmailProblem::Empty);
        let long = format!("{}@example.org", "e".repeat(243));
        assert_eq!(Email::parse(&long).unwrap_err(), EmailProblem::TooLong { max: 254 });
        assert!(Email::parse(&long[1..]).is_ok());
    }

    #[test]
    fn one_person_has_one_address_however_she_types_it() {
        let key = |typed| Email::parse(typed).unwrap().key();
        assert_eq!(key("Emma@Example.ORG"), key("emma@example.org "));
        assert_eq!(key("jos\u{e9}@example.org"), key("JOSE\u{301}@example.org"));
        assert_ne!(key("emma@example.org"), key("emma@example.com"));
    }

    #[test]
    fn an_address_is_never_printed_by_accident() {
        assert_eq!(format!("{:?}", Email::parse("emma@example.org")), "Ok(Email(…))");
    }

    #[test]
    fn every_reason_is_a_sentence() {
        for problem in [EmailProblem::Empty, EmailProblem::Malformed, EmailProblem::TooLong { max: 254 }] {
            assert!(problem.reason().starts_with("The email address ") && problem.reason().ends_with('.'));
        }
    }

    proptest! {
        #[test]
        fn no_input_makes_it_panic(typed in ".{0,10}[@. ]?.{0,10}[@. ]?.{0,10}") {
            if let Ok(email) = Email::parse(&typed) {
                prop_assert!(!email.key().contains(char::is_whitespace));
            }
        }
    }
}

//! Short texts that people and apps choose: friendly names, external and alternate IDs, names of persons, of records and
//! of passkeys.
//!
//! What lives here: which texts are allowed. What must not: uniqueness, which only the store can know. Where
//! to look next: `secret` for the question and answer, `email` for addresses.
//!
//! All of them tell who someone is, so `Debug` prints none of them.

use super::invisible::is_invisible;

/// What is wrong with a label; the sentence needs to be told which label it is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LabelProblem {
    /// Empty, or nothing that can be seen.
    Blank,
    /// Too many characters.
    TooLong {
        /// The most allowed.
        max: usize,
    },
    /// It has a line break, a NUL or another control character.
    ControlCharacter,
}

impl LabelProblem {
    /// One English sentence about `what`, such as [`FriendlyName::WHAT`], for the API's problem details.
    pub fn reason(&self, what: &str) -> String {
        match self {
            LabelProblem::Blank => format!("The {what} is empty or has nothing but spaces."),
            LabelProblem::TooLong { max } => format!("The {what} may have at most {max} characters."),
            LabelProblem::ControlCharacter => {
                format!("The {what} has a line break, a NUL or another control character.")
            }
        }
    }
}

fn check(text: &str, max: usize) -> Result<(), LabelProblem> {
    if text.chars().nth(max).is_some() {
        return Err(LabelProblem::TooLong { max });
    }
    // A name of nothing else would look empty.
    if text.chars().all(|c| c.is_whitespace() || c == '\u{ad}' || is_invisible(c)) {
        return Err(LabelProblem::Blank);
    }
    if text.chars().any(char::is_control) {
        return Err(LabelProblem::ControlCharacter);
    }
    Ok(())
}

macro_rules! label {
    ($(#[$doc:meta])* $name:ident, $what:literal, $max:literal, $prepared:expr) => {
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, Hash)]
        pub struct $name(String);

        impl $name {
            /// What it is called in sentences.
            pub const WHAT: &'static str = $what;
            /// The most characters it may have.
            pub const MAX: usize = $max;

            /// Takes it if it is neither blank nor too long and has no control characters.
            pub fn parse(typed: &str) -> Result<$name, LabelProblem> {
                let prepare: fn(&str) -> &str = $prepared;
                let text = prepare(typed);
                check(text, $max)?;
                Ok($name(text.to_owned()))
            }

            /// The text itself.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(concat!(stringify!($name), "(…)"))
            }
        }
    };
}

label! {
    /// "Shown only after a right answer; tells one request from another (“Emma's visits”)." Kept as the app
    /// wrote it.
    FriendlyName, "friendly name", 255, |typed| typed
}

label! {
    /// "The app's own identifier for its patient; one connect request per external ID per app." Compared
    /// exactly, spaces and capitals included.
    ExternalId, "external ID", 255, |typed| typed
}

/// "The app's own key stored with us for a person and record." Compared by exact code points: capitals, spaces and
/// the way an accent is written count, nothing is trimmed. Wider than the other labels, as the classic service was:
/// it only refuses what is blank, what is too long, and NUL, which PostgreSQL cannot keep.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct AlternateId(String);

impl AlternateId {
    /// What it is called in sentences.
    pub const WHAT: &'static str = "alternate ID";
    /// The most characters it may have.
    pub const MAX: usize = 255;

    /// Takes it if it has something other than white space, is not too long and has no NUL.
    pub fn parse(typed: &str) -> Result<AlternateId, LabelProblem> {
        if typed.chars().nth(Self::MAX).is_some() {
            return Err(LabelProblem::TooLong { max: Self::MAX });
        }
        if typed.chars().all(char::is_whitespace) {
            return Err(LabelProblem::Blank);
        }
        if typed.contains('\0') {
            return Err(LabelProblem::ControlCharacter);
        }
        Ok(AlternateId(typed.to_owned()))
    }

    /// The text itself.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Debug for AlternateId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("AlternateId(…)")
    }
}

label! {
    /// What a person is called on the portal.
    PersonName, "name", 200, str::trim
}

label! {
    /// What a record is called by those who hold it: "a person may hold several (her own, her children's)".
    RecordName, "name of the record", 200, str::trim
}

label! {
    /// What a person calls a passkey of hers.
    PasskeyName, "name of the passkey", 60, str::trim
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_friendly_name_is_kept_as_the_app_wrote_it() {
        assert_eq!(FriendlyName::parse("Emma's visits").unwrap().as_str(), "Emma's visits");
        assert_eq!(FriendlyName::parse(" Emma ").unwrap().as_str(), " Emma ");
    }

    #[test]
    fn external_ids_are_compared_exactly() {
        assert_ne!(ExternalId::parse("patient 7"), ExternalId::parse("Patient 7"));
        assert_ne!(ExternalId::parse("7"), ExternalId::parse("7 "));
        assert_eq!(ExternalId::parse("7"), ExternalId::parse("7"));
    }

    #[test]
    fn alternate_ids_are_compared_by_exact_code_points_and_kept_untrimmed() {
        for kept in ["a", " a ", "A", "a/b", "100%", "..", "a\nb", "\u{200b}", "e\u{301}", "é", "🩺"] {
            assert_eq!(AlternateId::parse(kept).unwrap().as_str(), kept);
        }
        assert_ne!(AlternateId::parse("a"), AlternateId::parse("A"));
        assert_ne!(AlternateId::parse("é"), AlternateId::parse("e\u{301}"));
        assert!(AlternateId::parse(&"🩺".repeat(255)).is_ok());
        assert_eq!(AlternateId::parse(&"a".repeat(256)), Err(LabelProblem::TooLong { max: 255 }));
        for blank in ["", " ", "\t\n", "\u{3000}"] {
            assert_eq!(AlternateId::parse(blank), Err(LabelProblem::Blank));
        }
        assert_eq!(AlternateId::parse("a\0b"), Err(LabelProblem::ControlCharacter));
        assert_eq!(format!("{:?}", AlternateId::parse("mrn 7")), "Ok(AlternateId(…))");
    }

    #[test]
    fn names_of_persons_and_records_lose_the_spaces_around_them() {
        assert_eq!(PersonName::parse("  María José ").unwrap().as_str(), "María José");
        assert_eq!(RecordName::parse("\tEmma\u{a0}").unwrap().as_str(), "Emma");
    }

    #[test]
    fn what_cannot_be_seen_is_blank() {
        for blank in ["", " ", "\u{3000}", "\u{200b}", " \u{feff} \u{200e}"] {
            assert_eq!(FriendlyName::parse(blank), Err(LabelProblem::Blank));
            assert_eq!(ExternalId::parse(blank), Err(LabelProblem::Blank));
            assert_eq!(PersonName::parse(blank), Err(LabelProblem::Blank));
            assert_eq!(RecordName::parse(blank), Err(LabelProblem::Blank));
        }
    }

    #[test]
    fn length_is_counted_in_characters_not_bytes() {
        assert!(FriendlyName::parse(&"é".repeat(255)).is_ok());
        assert_eq!(FriendlyName::parse(&"é".repeat(256)), Err(LabelProblem::TooLong { max: 255 }));
        assert!(PersonName::parse(&format!(" {} ", "漢".repeat(200))).is_ok());
        assert_eq!(PersonName::parse(&"漢".repeat(201)), Err(LabelProblem::TooLong { max: 200 }));
    }

    #[test]
    fn control_characters_are_refused() {
        for typed in ["a\0b", "a\nb", "a\tb", "a\u{7f}b", "a\u{9b}b"] {
            assert_eq!(FriendlyName::parse(typed), Err(LabelProblem::ControlCharacter));
            assert_eq!(ExternalId::parse(typed), Err(LabelProblem::ControlCharacter));
            assert_eq!(PersonName::parse(typed), Err(LabelProblem::ControlCharacter));
        }
    }

    #[test]
    fn nobodys_name_is_printed_by_accident() {
        assert_eq!(format!("{:?}", PersonName::parse("Emma")), "Ok(PersonName(…))");
        assert_eq!(format!("{:?}", ExternalId::parse("Emma")), "Ok(ExternalId(…))");
    }

    #[test]
    fn a_reason_names_what_it_is_about() {
        assert_eq!(
            LabelProblem::TooLong { max: 255 }.reason(FriendlyName::WHAT),
            "The friendly name may have at most 255 characters."
        );
        assert_eq!(
            LabelProblem::Blank.reason(ExternalId::WHAT),
            "The external ID is empty or has nothing but spaces."
        );
        assert!(LabelProblem::ControlCharacter.reason(RecordName::WHAT).ends_with('.'));
    }

    proptest! {
        #[test]
        fn what_is_taken_is_taken_again_unchanged(typed in any::<String>()) {
            if let Ok(name) = RecordName::parse(&typed) {
                prop_assert_eq!(RecordName::parse(name.as_str()), Ok(name));
            }
        }
    }
}

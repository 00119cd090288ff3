//! A person's password: long enough, hard to guess, and otherwise as she likes it.
//!
//! What lives here: what is accepted, and the bytes that are hashed. What must not: hashing, and any limit on
//! attempts. Where to look next: `email` for the other half of signing in.

use icu_normalizer::ComposingNormalizerBorrowed;
use zeroize::Zeroizing;

/// The fewest characters; there are no rules of composition.
pub const MIN_CHARACTERS: usize = 12;

/// The most characters, so that nobody makes us hash a book.
pub const MAX_CHARACTERS: usize = 256;

/// How many characters the estimate sees. It gets slow with length, worst where many of them can be read as other
/// letters (`4` as `a`), and has made up its mind by then: so many characters that are hard to guess are enough.
///
/// Measured with the most words about the person, on one core of a small machine: 32 characters take 1 to 12 ms, and
/// 105 ms where they are chosen to be slow; 48 of those take 270 ms, 64 take 440 ms and 100 take 1.1 s.
const ESTIMATED_CHARACTERS: usize = 32;

/// How many words about the person the estimate is given, and how long each may be.
const MOST_WORDS: usize = 24;
const LONGEST_WORD: usize = 64;

/// What every guesser of passwords of this portal tries first.
const OUR_WORDS: [&str; 6] = ["patient connect", "patient", "connect", "patientconnect", "clinic", "health"];

/// What is wrong with a password.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PasswordProblem {
    /// Nothing was typed.
    Empty,
    /// Fewer characters than needed.
    TooShort {
        /// The fewest allowed.
        min: usize,
    },
    /// More characters than allowed.
    TooLong {
        /// The most allowed.
        max: usize,
    },
    /// Long enough, but on the list of those that were stolen elsewhere most often.
    Common,
    /// Long enough, but among the first that anyone would try.
    Weak,
}

impl PasswordProblem {
    /// One English sentence, for those who read no page.
    pub fn reason(&self) -> String {
        match self {
            PasswordProblem::Empty => "The password is empty.".into(),
            PasswordProblem::TooShort { min } => format!("The password needs at least {min} characters."),
            PasswordProblem::TooLong { max } => format!("The password may have at most {max} characters."),
            PasswordProblem::Common => {
                "The password is among those that were stolen elsewhere most often; choose another one."
                    .into()
            }
            PasswordProblem::Weak => {
                "The password is easy to guess; three or four unrelated words are better.".into()
            }
        }
    }
}

/// A password in the one form that is hashed: composed (NFC), spaces kept. Never printed, wiped when dropped.
#[derive(Clone)]
pub struct Password(Zeroizing<String>);

impl std::fmt::Debug for Password {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Password(…)")
    }
}

impl Password {
    /// Takes a new password, unless it was stolen elsewhere too often. How easily it is guessed is another question: see
    /// [`Password::check_strength`].
    pub fn new(typed: &str) -> Result<Password, PasswordProblem> {
        let password = Password::given(typed)?;
        if password.0.chars().count() < MIN_CHARACTERS {
            return Err(PasswordProblem::TooShort { min: MIN_CHARACTERS });
        }
        if password.is_common() {
            return Err(PasswordProblem::Common);
        }
        Ok(password)
    }

    /// Whether it is one of the hundred thousand that were found in stolen lists most often, as it is or in small letters.
    /// A search through a megabyte of text: a millisecond. (`zxcvbn` knows ten thousand that are not on it.)
    fn is_common(&self) -> bool {
        let lower = Zeroizing::new(self.0.to_lowercase());
        let (typed, lower) = (self.0.trim(), lower.trim());
        let is_common = passwords::analyzer::is_common_password;
        is_common(typed) || (lower != typed && is_common(lower))
    }

    /// Refuses what is easily guessed. `about` are the person's name and email address, which make a password no
    /// better. Takes up to a tenth of a second: never on a thread that serves pages.
    pub fn check_strength(&self, about: &[&str]) -> Result<(), PasswordProblem> {
        let estimated: Zeroizing<String> =
            Zeroizing::new(self.0.chars().take(ESTIMATED_CHARACTERS).collect());
        let words: Vec<&str> = about
            .iter()
            .flat_map(|input| input.split(|c: char| !c.is_alphanumeric()).chain([*input]))
            .filter(|word| word.chars().nth(2).is_some() && word.len() <= LONGEST_WORD)
            .take(MOST_WORDS)
            .chain(OUR_WORDS)
            .collect();
        match zxcvbn::zxcvbn(&estimated, &words).score() {
            score if score < zxcvbn::Score::Three => Err(PasswordProblem::Weak),
            _ => Ok(()),
        }
    }

    /// Takes the password that someone signs in with: whatever it is, it is only compared.
    pub fn given(typed: &str) -> Result<Password, PasswordProblem> {
        if typed.is_empty() {
            return Err(PasswordProblem::Empty);
        }
        if typed.chars().nth(MAX_CHARACTERS).is_some() {
            return Err(PasswordProblem::TooLong { max: MAX_CHARACTERS });
        }
        let composed = ComposingNormalizerBorrowed::new_nfc().normalize(typed).into_owned();
        Ok(Password(Zeroizing::new(composed)))
    }

    /// The bytes to hash.
    pub fn as_bytes(&self) -> &[u8] {
        self.0.as_bytes()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[expect(clippy::disallowed_methods, reason = "nobody waits for a page here")]
    fn parse_about(typed: &str, about: &[&str]) -> Result<(), PasswordProblem> {
        Password::new(typed)?.check_strength(about)
    }

    fn parse(typed: &str) -> Result<(), PasswordProblem> {
        parse_about(typed, &["Emma Fernández", "emma.fernandez@example.org"])
    }

    #[test]
    fn a_few_unrelated_words_make_a_password() {
        assert_eq!(parse("correct horse battery staple"), Ok(()));
        assert_eq!(parse("wooden kettle Thursday moss"), Ok(()));
        assert_eq!(parse("vñ7#Qm2!xLp9"), Ok(()));
    }

    #[test]
    fn twelve_characters_are_needed_and_no_kind_of_character_is() {
        assert_eq!(parse(""), Err(PasswordProblem::Empty));
        assert_eq!(parse("vñ7#Qm2!xLp"), Err(PasswordProblem::TooShort { min: 12 }));
        assert_eq!(parse("kuvzomtraqeb"), Ok(()));
    }

    #[test]
    fn what_everyone_tries_first_is_weak() {
        for typed in ["passwordpasswords", "aaaaaaaaaaaaaaab", "123456789013", "qwertyuiop13", "            "]
        {
            assert_eq!(parse(typed), Err(PasswordProblem::Weak), "{typed}");
        }
    }

    #[test]
    fn what_was_stolen_most_often_is_refused_however_it_is_written() {
        for typed in ["010203040506", "huangfeisuny", "HuangFeisuny", " amoremiotiamo "] {
            assert_eq!(parse(typed), Err(PasswordProblem::Common), "{typed}");
        }
        assert_eq!(parse("amoremiotiamo wooden kettle"), Ok(()));
    }

    #[test]
    fn ones_own_name_and_address_make_no_password() {
        for typed in ["emma.fernandez@example.org", "fernandezemma", "Patient Connect"] {
            assert_eq!(parse(typed), Err(PasswordProblem::Weak), "{typed}");
        }
    }

    #[test]
    fn a_book_is_not_a_password() {
        let long: String = (0..MAX_CHARACTERS).map(|n| char::from(b'a' + (n * n % 23) as u8)).collect();
        assert_eq!(parse(&long), Ok(()));
        assert_eq!(parse(&format!("{long}x")), Err(PasswordProblem::TooLong { max: 256 }));
    }

    #[test]
    fn accents_are_the_same_however_the_keyboard_sends_them_and_spaces_are_kept() {
        let composed = Password::given(" ca\u{f1}\u{f3}n ").unwrap();
        let decomposed = Password::given(" can\u{303}o\u{301}n ").unwrap();
        assert_eq!(composed.as_bytes(), decomposed.as_bytes());
        assert_eq!(composed.as_bytes(), " ca\u{f1}\u{f3}n ".as_bytes());
    }

    #[test]
    fn a_password_is_never_printed_by_accident() {
        assert_eq!(format!("{:?}", Password::given("hunter2")), "Ok(Password(…))");
    }

    #[test]
    fn every_reason_is_a_sentence() {
        for problem in [
            PasswordProblem::Empty,
            PasswordProblem::TooShort { min: 12 },
            PasswordProblem::TooLong { max: 256 },
            PasswordProblem::Common,
            PasswordProblem::Weak,
        ] {
            assert!(problem.reason().starts_with("The password ") && problem.reason().ends_with('.'));
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        #[test]
        fn no_input_makes_it_panic(typed in any::<String>(), input in any::<String>()) {
            let _ = parse_about(&typed, &[&input]);
        }
    }
}

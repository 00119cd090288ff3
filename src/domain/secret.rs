//! The secret question and its answer: what an app may set, and how a patient's answer is compared.
//!
//! What lives here: emptiness, length, guessability and case folding. What must not: hashing, counting
//! attempts, showing anything to anyone. Where to look next: `connect_request` for what a wrong answer costs.
//!
//! "Never stored in the clear … Never logged, never in a URL, never returned": so no type here prints what it
//! holds, and all of them wipe it when dropped.

use icu_casemap::CaseMapper;
use icu_normalizer::ComposingNormalizerBorrowed;
use zeroize::Zeroizing;

/// No question and no answer may be longer, in characters as typed.
pub const MAX_CHARACTERS: usize = 1_000;

/// "Our own API and CLI ask for at least six characters."
pub const MIN_STRICT_CHARACTERS: usize = 6;

/// How much an app's question and answer are held to, which depends on the door they come through.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Policy {
    /// "The XML method accepts any non-empty one, as the classic service did (real clients send `gray` and
    /// `green`)."
    Classic,
    /// "Our own API and CLI ask for at least six characters", and refuse an answer "that is contained in its
    /// question, or is on a short list of commonly guessed answers".
    Strict,
}

/// What is wrong with a question that an app sets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum QuestionProblem {
    /// "Question and answer may not be empty (blank counts as empty)."
    Blank,
    /// Fewer characters than our own API asks for.
    TooShort {
        /// The fewest allowed.
        min: usize,
    },
    /// More characters than anyone would read.
    TooLong {
        /// The most allowed.
        max: usize,
    },
    /// It has a line break, a NUL or another control character, which no page could show.
    ControlCharacter,
}

/// What is wrong with an answer: one that an app sets, or one that a patient gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AnswerProblem {
    /// "Question and answer may not be empty (blank counts as empty)"; and from a patient, "an empty field is
    /// a form error, not an attempt".
    Blank,
    /// Fewer characters than our own API asks for.
    TooShort {
        /// The fewest allowed.
        min: usize,
    },
    /// More characters than anyone would type.
    TooLong {
        /// The most allowed.
        max: usize,
    },
    /// "An answer that is contained in its question … is refused by our own API with a reason."
    InQuestion,
    /// "An answer that … is on a short list of commonly guessed answers, is refused by our own API with a
    /// reason."
    CommonlyGuessed,
}

impl QuestionProblem {
    /// One English sentence for the API's problem details.
    pub fn reason(&self) -> String {
        match self {
            QuestionProblem::Blank => "The question is empty or has nothing but spaces.".into(),
            QuestionProblem::TooShort { min } => format!("The question needs at least {min} characters."),
            QuestionProblem::TooLong { max } => format!("The question may have at most {max} characters."),
            QuestionProblem::ControlCharacter => {
                "The question has a line break, a NUL or another control character.".into()
            }
        }
    }
}

impl AnswerProblem {
    /// One English sentence for the API's problem details. It never repeats the answer.
    pub fn reason(&self) -> String {
        match self {
            AnswerProblem::Blank => "The answer is empty or has nothing but spaces.".into(),
            AnswerProblem::TooShort { min } => format!("The answer needs at least {min} characters."),
            AnswerProblem::TooLong { max } => format!("The answer may have at most {max} characters."),
            AnswerProblem::InQuestion => "The answer is contained in the question.".into(),
            AnswerProblem::CommonlyGuessed => {
                "The answer is one of those that are commonly guessed; choose one that only the patient knows."
                    .into()
            }
        }
    }
}

/// The question that an app sets for its patient, exactly as the app wrote it.
#[derive(Clone, PartialEq, Eq)]
pub struct SecretQuestion(Zeroizing<String>);

impl std::fmt::Debug for SecretQuestion {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("SecretQuestion(…)")
    }
}

impl SecretQuestion {
    /// Takes the question that an app sets. A stored question is read with [`Policy::Classic`], which every
    /// question satisfies that was ever accepted.
    pub fn parse(typed: &str, policy: Policy) -> Result<SecretQuestion, QuestionProblem> {
        if longer_than_allowed(typed) {
            return Err(QuestionProblem::TooLong { max: MAX_CHARACTERS });
        }
        if typed.trim().is_empty() {
            return Err(QuestionProblem::Blank);
        }
        if typed.chars().any(char::is_control) {
            return Err(QuestionProblem::ControlCharacter);
        }
        if policy == Policy::Strict && typed.chars().count() < MIN_STRICT_CHARACTERS {
            return Err(QuestionProblem::TooShort { min: MIN_STRICT_CHARACTERS });
        }
        Ok(SecretQuestion(Zeroizing::new(typed.to_owned())))
    }

    /// The question as the patient reads it.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// An answer as it was typed, by the app that sets it or by the patient who gives it.
#[derive(Clone)]
pub struct SecretAnswer(Zeroizing<String>);

impl std::fmt::Debug for SecretAnswer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("SecretAnswer(…)")
    }
}

impl SecretAnswer {
    /// Takes the answer that an app sets for its question.
    pub fn set(
        typed: &str,
        question: &SecretQuestion,
        policy: Policy,
    ) -> Result<SecretAnswer, AnswerProblem> {
        let answer = SecretAnswer::given(typed)?;
        if policy == Policy::Strict {
            if typed.chars().count() < MIN_STRICT_CHARACTERS {
                return Err(AnswerProblem::TooShort { min: MIN_STRICT_CHARACTERS });
            }
            let core = fold(typed.trim());
            if fold(question.as_str()).0.contains(core.0.as_str()) {
                return Err(AnswerProblem::InQuestion);
            }
            if COMMONLY_GUESSED.binary_search(&core.0.as_str()).is_ok() {
                return Err(AnswerProblem::CommonlyGuessed);
            }
        }
        Ok(answer)
    }

    /// Takes the answer that a patient gives. "An empty field is a form error, not an attempt"; a blank one
    /// too, since no blank answer can have been set.
    pub fn given(typed: &str) -> Result<SecretAnswer, AnswerProblem> {
        if longer_than_allowed(typed) {
            return Err(AnswerProblem::TooLong { max: MAX_CHARACTERS });
        }
        if typed.trim().is_empty() {
            return Err(AnswerProblem::Blank);
        }
        Ok(SecretAnswer(Zeroizing::new(typed.to_owned())))
    }

    /// The form that is hashed and compared.
    pub fn fold(&self) -> FoldedAnswer {
        fold(&self.0)
    }
}

/// An answer in the one form that is hashed and compared; two answers are the same if these bytes are.
#[derive(Clone)]
pub struct FoldedAnswer(Zeroizing<String>);

impl std::fmt::Debug for FoldedAnswer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("FoldedAnswer(…)")
    }
}

impl FoldedAnswer {
    /// The bytes to hash.
    pub fn as_bytes(&self) -> &[u8] {
        self.0.as_bytes()
    }
}

/// "Compared case-insensitively by full Unicode case folding after NFC; whitespace counts exactly, leading and
/// trailing too."
///
/// Lower case would not do: it leaves `Straße` and `STRASSE` apart. Folding can take composed letters apart,
/// so what it leaves is composed again. The folding is the same in every language: a Turkish dotless ı is not
/// an i here, as it is not in most of the world's programs.
pub fn fold(answer: &str) -> FoldedAnswer {
    let nfc = ComposingNormalizerBorrowed::new_nfc();
    let composed = Zeroizing::new(nfc.normalize(answer).into_owned());
    let folded = Zeroizing::new(CaseMapper::new().fold_string(&composed).into_owned());
    FoldedAnswer(Zeroizing::new(nfc.normalize(&folded).into_owned()))
}

fn longer_than_allowed(typed: &str) -> bool {
    typed.chars().nth(MAX_CHARACTERS).is_some()
}

/// Colours, pets, names, cities, teams, foods, months and evasions that strangers try first, in English and
/// Spanish, folded and sorted. Short ones are here because spaces around an answer count as characters.
#[rustfmt::skip]
const COMMONLY_GUESSED: &[&str] = &[
    "000000", "111111", "123456", "1234567", "12345678", "123456789", "abc123", "abcdef", "abuela",
    "abuelo", "agosto", "amarillo", "amigo", "amor", "angel", "animal", "answer", "apple", "april", "arroz",
    "arsenal", "august", "autumn", "azul", "baby", "ball", "banana", "barca", "barcelona", "bear", "beer",
    "berlin", "bird", "birthday", "biscuit", "black", "blanco", "blue", "boca juniors", "bogota", "bogotá",
    "boston", "bread", "brother", "brown", "buddy", "buenos aires", "burger", "butter", "café", "candy",
    "caracas", "carlos", "cars", "cat", "charlie", "cheese", "chelsea", "cherry", "chicago", "chicken",
    "chocolate", "christmas", "clinic", "coffee", "colombia", "computer", "contrasena", "contraseña",
    "cookie", "cooking", "daddy", "daniel", "david", "december", "diciembre", "doctor", "dog", "dogs",
    "dolphin", "domingo", "don't know", "dragon", "elephant", "enero", "england", "espana", "españa",
    "familia", "family", "father", "febrero", "february", "fish", "flower", "flowers", "football", "fresa",
    "friday", "friend", "futbol", "fútbol", "gato", "gold", "golden", "grandma", "grandpa", "gray", "green",
    "grey", "guitar", "hamburger", "happy", "heaven", "hello", "hermana", "hermano", "hija", "hijo",
    "horse", "hospital", "hunter", "i don't know", "ice cream", "iceland", "india", "invierno", "italy",
    "january", "jennifer", "jessica", "jesus", "jesús", "john", "johnson", "jordan", "josé", "juan",
    "jueves", "julio", "july", "june", "junio", "lakers", "lemon", "letmein", "lima", "liverpool", "london",
    "los angeles", "love", "lucky", "luna", "lunes", "madre", "madrid", "maggie", "mamá", "manchester",
    "manchester united", "march", "martes", "mary", "marzo", "maría", "matthew", "max", "mexico", "michael",
    "miercoles", "miércoles", "monday", "monkey", "morado", "mother", "mum", "mummy", "music", "méxico",
    "naranja", "negro", "new york", "no answer", "no sé", "none", "nosé", "nothing", "november",
    "noviembre", "october", "octubre", "orange", "otoño", "padre", "paella", "papá", "parents", "paris",
    "password", "pasta", "patient", "peanut", "pepper", "perro", "pink", "pizza", "plata", "pollo",
    "primavera", "princesa", "princess", "purple", "qwerty", "rabbit", "rainbow", "rangers", "reading",
    "real madrid", "red", "robert", "rojo", "rosa", "rose", "running", "sabado", "saturday", "school",
    "secret", "secreto", "september", "septiembre", "sevilla", "shadow", "silver", "sister", "smith",
    "soccer", "spaghetti", "spain", "spring", "steak", "strawberry", "summer", "sunday", "sunshine",
    "sydney", "sábado", "tacos", "teacher", "tennis", "tequila", "test", "the answer", "thomas", "thursday",
    "tiger", "tortilla", "tuesday", "turtle", "unknown", "valencia", "vanilla", "verano", "verde",
    "viernes", "violet", "violeta", "water", "wednesday", "white", "william", "winter", "wizard", "yankees",
    "yellow", "york",
];

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn same(one: &str, other: &str) -> bool {
        fold(one).as_bytes() == fold(other).as_bytes()
    }

    fn question(typed: &str) -> SecretQuestion {
        SecretQuestion::parse(typed, Policy::Strict).unwrap()
    }

    fn set(question_typed: &str, answer: &str, policy: Policy) -> Result<(), AnswerProblem> {
        SecretAnswer::set(answer, &question(question_typed), policy).map(|_| ())
    }

    const QUESTION: &str = "Who took you home after the operation?";

    #[test]
    fn capitals_do_not_matter_in_any_script() {
        assert!(same("Fred Flint", "fred flint"));
        assert!(same("Straße", "STRASSE"));
        assert!(same("straẞe", "strasse"));
        assert!(same("ΟΔΥΣΣΕΥΣ", "οδυσσευς"));
        assert!(same("οδυσσευσ", "οδυσσευς"));
        assert!(same("МОСКВА", "москва"));
        assert!(same("ŐRSÉG", "őrség"));
        assert!(same("ISTANBUL", "istanbul"));
    }

    #[test]
    fn a_turkish_dotted_capital_is_not_a_plain_i() {
        assert!(!same("İstanbul", "istanbul"));
        assert!(same("İstanbul", "i\u{307}stanbul"));
        assert!(!same("ısı", "isi"));
    }

    #[test]
    fn spaces_matter_wherever_they_are() {
        assert!(!same("Fred Flint", "fred  flint"));
        assert!(!same("Fred Flint", " Fred Flint"));
        assert!(!same("Fred Flint", "Fred Flint "));
        assert!(!same("Fred Flint", "FredFlint"));
        assert!(!same("Fred Flint", "Fred\u{a0}Flint"));
        assert!(!same("Fred Flint", "Fred\tFlint"));
    }

    #[test]
    fn accents_are_the_same_however_the_keyboard_sends_them() {
        assert!(same("Jos\u{e9}", "Jose\u{301}"));
        assert!(same("JOSE\u{301}", "jos\u{e9}"));
        assert!(same("\u{1f0}", "J\u{30c}"));
        assert!(!same("José", "Jose"));
    }

    #[test]
    fn the_classic_method_takes_any_answer_that_is_not_blank() {
        for answer in ["gray", "green", "1", " x", "Home"] {
            assert_eq!(set(QUESTION, answer, Policy::Classic), Ok(()), "{answer}");
        }
        for blank in ["", " ", "\u{3000}\t\n"] {
            assert_eq!(set(QUESTION, blank, Policy::Classic), Err(AnswerProblem::Blank));
            assert_eq!(SecretQuestion::parse(blank, Policy::Classic), Err(QuestionProblem::Blank));
        }
        assert!(SecretQuestion::parse("?", Policy::Classic).is_ok());
    }

    #[test]
    fn our_own_doors_ask_for_six_characters() {
        assert_eq!(set(QUESTION, "Smurf", Policy::Strict), Err(AnswerProblem::TooShort { min: 6 }));
        assert_eq!(set(QUESTION, "Smurfs", Policy::Strict), Ok(()));
        assert_eq!(set(QUESTION, "éèêëēė", Policy::Strict), Ok(()));
        assert_eq!(SecretQuestion::parse("Who??", Policy::Strict), Err(QuestionProblem::TooShort { min: 6 }));
        assert!(SecretQuestion::parse("Who???", Policy::Strict).is_ok());
    }

    #[test]
    fn an_answer_that_stands_in_its_question_is_refused() {
        let asked = "Was it the Fountain Street clinic?";
        assert_eq!(set(asked, "fountain street", Policy::Strict), Err(AnswerProblem::InQuestion));
        assert_eq!(set(asked, "  Street ", Policy::Strict), Err(AnswerProblem::InQuestion));
        assert_eq!(set(asked, "fountain  street", Policy::Strict), Ok(()));
        assert_eq!(set(asked, "fountain street", Policy::Classic), Ok(()));
    }

    #[test]
    fn a_commonly_guessed_answer_is_refused() {
        for answer in ["orange", "Barcelona", " GREEN ", "fútbol", "Miércoles", "new york", "I don't know"]
        {
            assert_eq!(
                set(QUESTION, answer, Policy::Strict),
                Err(AnswerProblem::CommonlyGuessed),
                "{answer}"
            );
        }
        assert_eq!(set(QUESTION, "orange", Policy::Classic), Ok(()));
    }

    #[test]
    fn the_list_of_guessed_answers_is_folded_and_sorted() {
        assert!(COMMONLY_GUESSED.len() >= 200);
        assert!(COMMONLY_GUESSED.windows(2).all(|pair| pair[0] < pair[1]));
        for answer in COMMONLY_GUESSED {
            assert_eq!(fold(answer.trim()).as_bytes(), answer.as_bytes());
        }
    }

    #[test]
    fn too_long_is_refused_and_the_longest_allowed_is_not() {
        let most = "x".repeat(MAX_CHARACTERS);
        let more = format!("{most}x");
        assert!(SecretAnswer::given(&most).is_ok());
        assert_eq!(SecretAnswer::given(&more).unwrap_err(), AnswerProblem::TooLong { max: MAX_CHARACTERS });
        assert!(SecretQuestion::parse(&most, Policy::Strict).is_ok());
        let problem = SecretQuestion::parse(&more, Policy::Classic).unwrap_err();
        assert_eq!(problem, QuestionProblem::TooLong { max: MAX_CHARACTERS });
    }

    #[test]
    fn a_question_that_no_page_could_show_is_refused() {
        for typed in ["What\0 now?", "What\nnow?", "What\u{85}now?", "What\u{1b}[1m now?"] {
            let problem = SecretQuestion::parse(typed, Policy::Classic).unwrap_err();
            assert_eq!(problem, QuestionProblem::ControlCharacter);
        }
    }

    #[test]
    fn neither_question_nor_answer_is_ever_printed_by_accident() {
        let answer = SecretAnswer::given("Smurfette").unwrap();
        let printed = format!("{:?} {:?} {:?}", question(QUESTION), answer, answer.fold());
        assert_eq!(printed, "SecretQuestion(…) SecretAnswer(…) FoldedAnswer(…)");
    }

    #[test]
    fn every_reason_is_a_sentence_without_the_answer() {
        for reason in [
            AnswerProblem::Blank.reason(),
            AnswerProblem::TooShort { min: 6 }.reason(),
            AnswerProblem::TooLong { max: 1_000 }.reason(),
            AnswerProblem::InQuestion.reason(),
            AnswerProblem::CommonlyGuessed.reason(),
            QuestionProblem::Blank.reason(),
            QuestionProblem::TooShort { min: 6 }.reason(),
            QuestionProblem::TooLong { max: 1_000 }.reason(),
            QuestionProblem::ControlCharacter.reason(),
        ] {
            assert!(reason.starts_with("The ") && reason.ends_with('.'), "{reason}");
        }
    }

    proptest! {
        #[test]
        fn folding_twice_changes_nothing_more(answer in any::<String>()) {
            let once = fold(&answer);
            let twice = fold(std::str::from_utf8(once.as_bytes()).unwrap());
            prop_assert_eq!(twice.as_bytes(), once.as_bytes());
        }

        // Two signs have no case-insensitive partner and are left out: the dotless ı, whose capital is a plain
        // I, and the combining iota, whose capital is a letter of its own.
        #[test]
        fn a_change_of_case_changes_nothing(answer in r"[\p{L}\p{N}\p{P}\p{Zs}&&[^ı]]{0,30}") {
            prop_assert!(same(&answer, &answer.to_lowercase()));
            prop_assert!(same(&answer, &answer.to_uppercase()));
        }

        #[test]
        fn one_more_space_anywhere_is_another_answer(
            answer in r"[\p{L}\p{M}\p{N} \t\u{a0}]{0,30}",
            space in r"[ \t\u{a0}\u{2003}\u{3000}]",
            at in any::<prop::sample::Index>(),
        ) {
            let places: Vec<usize> = answer.char_indices().map(|(at, _)| at).chain([answer.len()]).collect();
            let mut spaced = answer.clone();
            spaced.insert_str(places[at.index(places.len())], &space);
            prop_assert!(!same(&answer, &spaced));
        }

        #[test]
        fn composed_and_decomposed_answers_are_the_same(answer in any::<String>()) {
            let nfd = icu_normalizer::DecomposingNormalizerBorrowed::new_nfd().normalize(&answer).into_owned();
            prop_assert!(same(&answer, &nfd));
        }
    }
}

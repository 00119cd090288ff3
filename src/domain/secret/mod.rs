//! The secret question and its answer: what an app may set, and how a patient's answer is compared.
//!
//! What lives here: emptiness, length, guessability and case folding. What must not: hashing, counting
//! attempts, showing anything to anyone. Where to look next: `connect_request` for what a wrong answer costs.
//!
//! "Never stored in the clear … Never logged, never in a URL, never returned": so no type here prints what it
//! holds, and all of them wipe it when dropped.

mod folded;
mod guessed;

pub use self::folded::{FoldedAnswer, fold};

use zeroize::Zeroizing;

use self::guessed::COMMONLY_GUESSED;

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
            if fold(question.as_str()).as_str().contains(core.as_str()) {
                return Err(AnswerProblem::InQuestion);
            }
            if COMMONLY_GUESSED.binary_search(&core.as_str()).is_ok() {
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

fn longer_than_allowed(typed: &str) -> bool {
    typed.chars().nth(MAX_CHARACTERS).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn question(typed: &str) -> SecretQuestion {
        SecretQuestion::parse(typed, Policy::Strict).unwrap()
    }

    fn set(question_typed: &str, answer: &str, policy: Policy) -> Result<(), AnswerProblem> {
        SecretAnswer::set(answer, &question(question_typed), policy).map(|_| ())
    }

    const QUESTION: &str = "Who took you home after the operation?";

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
}

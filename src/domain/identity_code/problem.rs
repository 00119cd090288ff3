//! What is wrong with a typed code, and which group is at fault where it can be known.

use super::{
    GROUP, LETTERS, MAX_TYPED, is_code_letter,
    words::{Word, letters_in},
};

/// What is wrong with a typed code. "Anything else: a clear error naming what is wrong."
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CodeProblem {
    /// Nothing was typed, or nothing but spaces and punctuation.
    Empty,
    /// More than [`MAX_TYPED`] characters.
    TooLong,
    /// Not twenty letters, and no telling which group is at fault.
    WrongLength {
        /// How many letters and digits were typed.
        letters: usize,
    },
    /// Five groups were typed and this one has not four letters: "which group looks wrong is said where it
    /// can be known".
    GroupLength {
        /// One to five.
        group: u8,
        /// How many letters and digits it has.
        letters: usize,
    },
    /// A letter or digit that codes never use, such as O, 0, 1, L or S.
    Letter {
        /// As typed, in upper case.
        letter: char,
        /// One to five.
        group: u8,
    },
    /// "A slip of the pen (any one letter wrong, any two neighbours swapped) is told apart from an unknown
    /// code before any look-up."
    Slip,
}

impl CodeProblem {
    /// One English sentence for those who read no page: the API's problem details and the command line.
    pub fn reason(&self) -> String {
        match self {
            CodeProblem::Empty => "The identity code is empty.".into(),
            CodeProblem::TooLong => format!("The identity code is longer than {MAX_TYPED} characters."),
            CodeProblem::WrongLength { letters } => {
                format!("An identity code has {LETTERS} letters; this one has {letters}.")
            }
            CodeProblem::GroupLength { group, letters } => {
                format!("Each group of an identity code has {GROUP} letters; group {group} has {letters}.")
            }
            CodeProblem::Letter { letter, group } => {
                format!("Identity codes never use {letter:?}, which is in group {group}.")
            }
            CodeProblem::Slip => {
                "One letter of the identity code is wrong, or two of them are swapped.".into()
            }
        }
    }
}

/// Finds the part of what was typed that was meant to be the code, and says what is wrong with it.
pub(super) fn diagnose(words: &[Word<'_>]) -> CodeProblem {
    let by_dashes = || words.chunk_by(|_, next| next.after_dash);
    let by_looks = || words.chunk_by(|this, next| this.resembles_group() && next.resembles_group());
    let groups = |run: &[Word<'_>]| run.iter().filter(|word| word.is_group()).count();
    let meant = [words]
        .into_iter()
        .chain(by_dashes())
        .find(|run| is_five_groups(run))
        .or_else(|| by_looks().filter(|run| groups(run) >= 3).max_by_key(|run| groups(run)))
        .or_else(|| by_dashes().filter(|run| run.len() >= 4).max_by_key(|run| run.len()))
        .or_else(|| words.chunks(1).find(|word| (16..=24).contains(&word[0].letters)))
        .unwrap_or(words);
    problem_in(meant)
}

/// Five groups, most of them of the right length: then the others are at fault, and can be named.
fn is_five_groups(run: &[Word<'_>]) -> bool {
    run.len() == LETTERS / GROUP && run.iter().filter(|word| word.letters == GROUP).count() >= 3
}

pub(super) fn problem_in(words: &[Word<'_>]) -> CodeProblem {
    let letters = letters_in(words);
    if is_five_groups(words) {
        for (word, group) in words.iter().zip(1..) {
            if let Some(letter) = word.text.chars().find(|c| !is_code_letter(*c)) {
                return CodeProblem::Letter { letter, group };
            }
        }
        for (word, group) in words.iter().zip(1..) {
            if word.letters != GROUP {
                return CodeProblem::GroupLength { group, letters: word.letters };
            }
        }
    }
    if letters == LETTERS {
        let typed = words.iter().flat_map(|word| word.text.chars());
        for (letter, group) in typed.zip((1..).flat_map(|group| [group; GROUP])) {
            if !is_code_letter(letter) {
                return CodeProblem::Letter { letter, group };
            }
        }
    }
    CodeProblem::WrongLength { letters }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::identity_code::IdentityCode;

    fn is_refused(typed: &str, problem: CodeProblem) {
        assert_eq!(IdentityCode::parse(typed), Err(problem), "{typed}");
    }

    #[test]
    fn the_group_that_looks_wrong_is_named() {
        is_refused("JKYZ-QNM-VHRX-ZGNR-GZNH", CodeProblem::GroupLength { group: 2, letters: 3 });
        is_refused("JKYZ QNMN VHRX ZGNR GZN", CodeProblem::GroupLength { group: 5, letters: 3 });
        is_refused("JKYZ-QNMN-VHRXX-ZGNR-GZNH.", CodeProblem::GroupLength { group: 3, letters: 5 });
        is_refused("Code: JKYZ-QNMN-VHRX-ZGN-GZNH.", CodeProblem::GroupLength { group: 4, letters: 3 });
        is_refused(
            "Your code is JKYZ QNMN VHRX ZGNR GZN.",
            CodeProblem::GroupLength { group: 5, letters: 3 },
        );
        is_refused("JK?Z-QNMN-VHRX-ZGNR-GZNH", CodeProblem::WrongLength { letters: 19 });
    }

    #[test]
    fn a_letter_that_codes_never_use_is_named_with_its_group() {
        is_refused("JKYZ-QNMN-VHRX-ZGNR-GZN0", CodeProblem::Letter { letter: '0', group: 5 });
        is_refused("jkyz-qnmn-vhrx-zgno-gznh", CodeProblem::Letter { letter: 'O', group: 4 });
        is_refused("1KYZQNMNVHRXZGNRGZNH", CodeProblem::Letter { letter: '1', group: 1 });
        is_refused("jkyzqnmnlhrxzgnrgznh", CodeProblem::Letter { letter: 'L', group: 3 });
        is_refused("JKYZ QSSS VHRX ZGNR GZNH", CodeProblem::Letter { letter: 'S', group: 2 });
        is_refused("JKYZ-QNMN-VHRX-ZGNR-GZNHO", CodeProblem::Letter { letter: 'O', group: 5 });
        is_refused("Your code is JKYZ-QNMN-VHRX-ZGNR-GZN5.", CodeProblem::Letter { letter: '5', group: 5 });
        is_refused("JKYZ-QNMN-VHRX-ZGNR-GZÑH", CodeProblem::Letter { letter: 'Ñ', group: 5 });
    }

    #[test]
    fn a_wrong_number_of_letters_is_told() {
        is_refused("JKYZ", CodeProblem::WrongLength { letters: 4 });
        is_refused("JKYZ-QNMN-VHRX-ZGNR", CodeProblem::WrongLength { letters: 16 });
        is_refused("JKYZQNMNVHRXZGNRGZN", CodeProblem::WrongLength { letters: 19 });
        is_refused("JKYZ-QNMN-VHRX-ZGNR-GZNH-BBBB", CodeProblem::WrongLength { letters: 24 });
        is_refused("Code JKYZ-QNMN-VHRX-ZGNR-GZNH-BBBB.", CodeProblem::WrongLength { letters: 24 });
        is_refused(
            "JKYZ-QNMN-VHRX-ZGNR-GZNH JKYZ-QNMN-VHRX-ZGNR-GZNH",
            CodeProblem::WrongLength { letters: 40 },
        );
        is_refused("https://portal.example/connect?packageid=JKYZ", CodeProblem::WrongLength { letters: 4 });
        is_refused("I do not have it", CodeProblem::WrongLength { letters: 12 });
    }

    #[test]
    fn a_slip_is_told_apart_from_an_unknown_code() {
        is_refused("JKYZ-QNMN-VHRX-ZGNR-GZHN", CodeProblem::Slip);
        is_refused("KKYZ-QNMN-VHRX-ZGNR-GZNH", CodeProblem::Slip);
        is_refused("Your code is JKYZ-QNMN-VHRX-ZGNR-GZNK.", CodeProblem::Slip);
        is_refused("https://portal.example/connect?packageid=JKYZ-QNMN-VHRX-ZGNR-GZNK", CodeProblem::Slip);
    }

    #[test]
    fn every_reason_is_a_sentence() {
        for problem in [
            CodeProblem::Empty,
            CodeProblem::TooLong,
            CodeProblem::WrongLength { letters: 3 },
            CodeProblem::GroupLength { group: 2, letters: 3 },
            CodeProblem::Letter { letter: 'O', group: 1 },
            CodeProblem::Slip,
        ] {
            assert!(problem.reason().ends_with('.'));
        }
    }
}

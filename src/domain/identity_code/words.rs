//! The runs of letters and digits in what was typed, and the dashes between them.

use super::{GROUP, is_code_letter};

/// A run of letters and digits, and whether a dash stands between it and the run before.
pub(super) struct Word<'a> {
    pub(super) text: &'a str,
    pub(super) letters: usize,
    pub(super) after_dash: bool,
}

impl Word<'_> {
    pub(super) fn only_code_letters(&self) -> bool {
        self.text.chars().all(is_code_letter)
    }

    pub(super) fn is_group(&self) -> bool {
        self.letters == GROUP && self.only_code_letters()
    }

    /// Might be a group with a slip in it, and is hardly a word of a sentence.
    pub(super) fn resembles_group(&self) -> bool {
        let strange = self.text.chars().filter(|c| !is_code_letter(*c) && !c.is_numeric()).count();
        self.letters <= 2 * GROUP && strange <= 1
    }
}

/// What was typed, taken apart.
pub(super) fn words(text: &str) -> Vec<Word<'_>> {
    let mut words = Vec::new();
    let mut start = None;
    let mut letters = 0;
    let mut after_dash = false;
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        if c.is_alphanumeric() && !is_dash(c) {
            start.get_or_insert(at);
            letters += 1;
            continue;
        }
        if let Some(from) = start.take() {
            words.push(Word { text: &text[from..at], letters, after_dash });
            letters = 0;
            after_dash = false;
        }
        after_dash |= is_dash(c);
    }
    words
}

pub(super) fn letters_in(words: &[Word<'_>]) -> usize {
    words.iter().map(|word| word.letters).sum()
}

/// Dashes of every script, the minus sign, the soft hyphen, and the long-vowel mark that Japanese keyboards
/// type for a dash.
fn is_dash(c: char) -> bool {
    matches!(
        c,
        '-' | '\u{ad}' | '\u{58a}' | '\u{5be}' | '\u{1400}' | '\u{1806}' | '\u{2010}'
            ..='\u{2015}'
                | '\u{2043}'
                | '\u{207b}'
                | '\u{208b}'
                | '\u{2212}'
                | '\u{2e17}'
                | '\u{2e1a}'
                | '\u{2e3a}'
                | '\u{2e3b}'
                | '\u{2e40}'
                | '\u{2e5d}'
                | '\u{301c}'
                | '\u{3030}'
                | '\u{30a0}'
                | '\u{30fc}'
                | '\u{fe31}'
                | '\u{fe32}'
                | '\u{fe58}'
                | '\u{fe63}'
                | '\u{ff0d}'
                | '\u{10ead}'
    )
}

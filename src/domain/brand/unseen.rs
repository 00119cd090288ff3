//! What of a brand's texts is not seen, or is painted over what stands beside it.

use crate::domain::invisible::is_invisible;

/// The most marks on one letter: Hebrew and Vietnamese have up to three, Arabic with signs of recitation four.
const MOST_MARKS: usize = 4;

/// Whether a character is not seen, or turns the text around. The joiners and the marks of direction that Persian,
/// Arabic and Hebrew are written with are not meant.
pub fn hides(c: char) -> bool {
    (c.is_control() && !matches!(c, '\n' | '\r' | '\t'))
        || (is_invisible(c) && !matches!(c, '\u{200c}'..='\u{200f}'))
}

/// Marks that stand above, below or across the letter before them, of the scripts of our languages and of all.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{591}'..='\u{5bd}' | '\u{5bf}' | '\u{5c1}' | '\u{5c2}'
        | '\u{5c4}' | '\u{5c5}' | '\u{5c7}' | '\u{610}'..='\u{61a}' | '\u{64b}'..='\u{65f}' | '\u{670}'
        | '\u{6d6}'..='\u{6dc}' | '\u{6df}'..='\u{6e4}' | '\u{6e7}' | '\u{6e8}' | '\u{6ea}'..='\u{6ed}' | '\u{e31}'
        | '\u{e34}'..='\u{e3a}' | '\u{e47}'..='\u{e4e}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}'
        | '\u{20d0}'..='\u{20ff}' | '\u{fe20}'..='\u{fe2f}')
}

/// Letters that are none for who reads: the fillers of Hangul.
fn is_filler(c: char) -> bool {
    matches!(c, '\u{115f}' | '\u{1160}' | '\u{3164}' | '\u{ffa0}')
}

/// Whether a character is one that can be read.
pub fn is_read(c: char) -> bool {
    c.is_alphanumeric() && !is_filler(c)
}

/// The byte of the first character that is not seen, or of the first mark too many on a letter.
pub fn find_unseen(text: &str) -> Option<usize> {
    let mut marks = 0;
    let found = text.char_indices().find(|(_, c)| {
        marks = if is_mark(*c) { marks + 1 } else { 0 };
        hides(*c) || marks > MOST_MARKS
    });
    found.map(|(at, _)| at)
}

/// The text without what [`find_unseen`] finds.
pub fn without_unseen(text: &str) -> String {
    let mut marks = 0;
    let stays = |c: &char| {
        // What goes parts no marks: behind it they are on the same letter.
        if hides(*c) {
            return false;
        }
        marks = if is_mark(*c) { marks + 1 } else { 0 };
        marks <= MOST_MARKS
    };
    text.chars().filter(stays).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn words_of_our_languages_are_seen() {
        for text in [
            "Bệnh nhân",
            "Be\u{323}\u{302}nh nha\u{302}n",
            "مُؤَلَّفٌ",
            "בְּרֵאשִׁית",
            "ท่าน",
            "a\u{200d}b",
            "two\nlines\t",
        ] {
            assert_eq!(find_unseen(text), None, "{text}");
        }
    }

    #[test]
    fn what_is_not_seen_or_piles_up_is_found() {
        let pile = format!("Z{}", "\u{335}".repeat(60));
        for (text, at) in [("a\u{202e}b", 1), ("\u{200b}", 0), ("a\u{0}", 1), (pile.as_str(), 9)] {
            assert_eq!(find_unseen(text), Some(at), "{text:?}");
        }
        assert_eq!(without_unseen(&pile).chars().count(), 5);
        assert!(!"\u{3164}\u{115f}".chars().any(is_read));
    }

    proptest! {
        #[test]
        fn nothing_unseen_is_left(text in "[a-z\u{300}-\u{305}\u{202a}-\u{202e}\u{0}\n]{0,40}") {
            prop_assert_eq!(find_unseen(&without_unseen(&text)), None);
        }
    }
}

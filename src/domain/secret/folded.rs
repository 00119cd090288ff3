//! The one form of an answer that is hashed and compared.

use icu_casemap::CaseMapper;
use icu_normalizer::ComposingNormalizerBorrowed;
use zeroize::Zeroizing;

/// An answer in the one form that is hashed and compared; two answers are the same if these bytes are.
#[derive(Clone)]
pub struct FoldedAnswer(Zeroizing<String>);

impl std::fmt::Debug for FoldedAnswer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("FoldedAnswer(…)")
    }
}

impl FoldedAnswer {
    pub(super) fn as_str(&self) -> &str {
        &self.0
    }

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

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn same(one: &str, other: &str) -> bool {
        fold(one).as_bytes() == fold(other).as_bytes()
    }

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
            let gaps: Vec<usize> = answer.char_indices().map(|(at, _)| at).chain([answer.len()]).collect();
            let mut spaced = answer.clone();
            spaced.insert_str(gaps[at.index(gaps.len())], &space);
            prop_assert!(!same(&answer, &spaced));
        }

        #[test]
        fn composed_and_decomposed_answers_are_the_same(answer in any::<String>()) {
            let nfd = icu_normalizer::DecomposingNormalizerBorrowed::new_nfd().normalize(&answer).into_owned();
            prop_assert!(same(&answer, &nfd));
        }
    }
}

//! Reading what people type or paste: a code among dashes, spaces, sentences and links.

use icu_normalizer::ComposingNormalizerBorrowed;
use zeroize::Zeroizing;

use super::{
    CodeProblem, IdentityCode, LETTERS, REMAINDER,
    problem::{diagnose, problem_in},
    weighted_sum,
    words::{Word, letters_in, words},
};
use crate::domain::invisible::is_invisible;

/// More than this many typed characters are refused before any work is done with them.
pub const MAX_TYPED: usize = 2_000;

impl IdentityCode {
    /// Reads what a person typed or pasted.
    ///
    /// "Typed in any case, with or without dashes or spaces, any dash character, pasted with surrounding text
    /// such as a full stop. Anything else: a clear error naming what is wrong." A whole pasted link or letter
    /// is read too, percent-encoded any number of times that mail programs do.
    pub fn parse(typed: &str) -> Result<IdentityCode, CodeProblem> {
        if typed.chars().nth(MAX_TYPED).is_some() {
            return Err(CodeProblem::TooLong);
        }
        let as_it_is = read(typed);
        if as_it_is.is_ok() || !typed.contains('%') {
            return as_it_is;
        }
        read(&percent_decoded(typed))
    }
}

fn read(typed: &str) -> Result<IdentityCode, CodeProblem> {
    let plain = plain(typed);
    let text = match value_in_link(&plain) {
        Some(value) => value,
        None => &plain,
    };
    let words = words(text);
    if words.is_empty() {
        return Err(CodeProblem::Empty);
    }
    if words.iter().all(Word::only_code_letters) {
        if letters_in(&words) == LETTERS { check(&words) } else { Err(problem_in(&words)) }
    } else {
        code_in_sentence(&words).unwrap_or_else(|| Err(diagnose(&words)))
    }
}

/// Full-width and other compatibility forms become plain letters, all in upper case; what cannot be seen goes.
fn plain(typed: &str) -> Zeroizing<String> {
    let normal = Zeroizing::new(ComposingNormalizerBorrowed::new_nfkc().normalize(typed).into_owned());
    let mut plain = Zeroizing::new(String::with_capacity(normal.len()));
    plain.extend(normal.chars().filter(|c| !is_invisible(*c)).map(|c| c.to_ascii_uppercase()));
    plain
}

/// What follows `packageid=` in a link, up to the next parameter.
fn value_in_link(text: &str) -> Option<&str> {
    const PARAMETER: &str = "PACKAGEID";
    let value = text
        .match_indices(PARAMETER)
        .find_map(|(at, _)| text[at + PARAMETER.len()..].trim_start().strip_prefix('='))?
        .trim_start();
    let value = value.split(['&', '#', '"', '\'', '<', '>']).next().unwrap_or(value);
    // A mail program may have broken the link in two, and then the code goes on after the white space.
    let unbroken = value.split_whitespace().next().unwrap_or(value);
    Some(if letters_in(&words(unbroken)) >= LETTERS { unbroken } else { value })
}

/// Twenty letters of the alphabet are a code if the check letter is right, and a slip if it is not.
fn check(words: &[Word<'_>]) -> Result<IdentityCode, CodeProblem> {
    let mut letters = Zeroizing::new(String::with_capacity(LETTERS));
    for word in words {
        letters.push_str(word.text);
    }
    if weighted_sum(&letters) == REMAINDER { Ok(IdentityCode { letters }) } else { Err(CodeProblem::Slip) }
}

/// Neighbouring words that make up exactly twenty letters of the alphabet, among words that do not. The first
/// with a right check letter wins; `None` when no words make up twenty.
fn code_in_sentence(words: &[Word<'_>]) -> Option<Result<IdentityCode, CodeProblem>> {
    let mut slip = None;
    for first in 0..words.len() {
        let mut letters = 0;
        for last in first..words.len() {
            letters += words[last].letters;
            if letters > LETTERS || !words[last].only_code_letters() {
                break;
            }
            if letters == LETTERS && !goes_on(words, first, last) {
                match check(&words[first..=last]) {
                    Ok(code) => return Some(Ok(code)),
                    problem => slip = Some(problem),
                }
            }
        }
    }
    slip
}

/// Whether more groups hang on to these by a dash, so that they are not the whole of what was typed.
fn goes_on(words: &[Word<'_>], first: usize, last: usize) -> bool {
    let before = first > 0 && words[first].after_dash && words[first - 1].only_code_letters();
    let after = words.get(last + 1).is_some_and(|next| next.after_dash && next.only_code_letters());
    before || after
}

/// Mail programs and link checkers encode links, some of them twice and more.
fn percent_decoded(typed: &str) -> Zeroizing<String> {
    let mut text = Zeroizing::new(typed.to_owned());
    for _ in 0..4 {
        let mut decoded = Zeroizing::new(Vec::with_capacity(text.len()));
        decoded.extend(percent_encoding::percent_decode_str(&text));
        text = Zeroizing::new(String::from_utf8_lossy(&decoded).into_owned());
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::identity_code::tests::{EXAMPLE, any_code, example};
    use proptest::prelude::*;

    fn is_example(typed: &str) {
        assert_eq!(IdentityCode::parse(typed), Ok(example()), "{typed}");
    }

    fn is_refused(typed: &str, problem: CodeProblem) {
        assert_eq!(IdentityCode::parse(typed), Err(problem), "{typed}");
    }

    #[test]
    fn a_code_is_read_in_every_case_and_with_every_separator() {
        for typed in [
            "jkyz-qnmn-vhrx-zgnr-gznh",
            "JKYZQNMNVHRXZGNRGZNH",
            "jkyz qnmn vhrx zgnr gznh",
            "jkyz  qnmn\tvhrx\nzgnr\r\ngznh",
            "JKYZ.QNMN.VHRX.ZGNR.GZNH",
            "JKYZ_QNMN_VHRX_ZGNR_GZNH",
            "JKYZ–QNMN–VHRX–ZGNR–GZNH",
            "JKYZ—QNMN—VHRX—ZGNR—GZNH",
            "JKYZ−QNMN−VHRX−ZGNR−GZNH",
            "JKYZ\u{2011}QNMN\u{2011}VHRX\u{2011}ZGNR\u{2011}GZNH",
            "JKYZ\u{ad}QNMN\u{ad}VHRX\u{ad}ZGNR\u{ad}GZNH",
            "JKYZ\u{a0}QNMN\u{a0}VHRX\u{202f}ZGNR\u{3000}GZNH",
            "JKYZーQNMNーVHRXーZGNRーGZNH",
            "JK YZ-QN MN-VHRX-ZGNR-GZ NH",
            "J K Y Z Q N M N V H R X Z G N R G Z N H",
            "JKYZ -QNMN -VHRX- ZGNR - GZNH",
            "\u{feff}JK\u{200b}YZ-QN\u{2060}MN-VHRX-ZGNR-GZNH\u{200e}",
            "ＪＫＹＺ－ＱＮＭＮ－ＶＨＲＸ－ＺＧＮＲ－ＧＺＮＨ",
            "ｊｋｙｚ　ｑｎｍｎ　ｖｈｒｘ　ｚｇｎｒ　ｇｚｎｈ",
        ] {
            is_example(typed);
        }
    }

    #[test]
    fn a_code_is_read_with_what_was_pasted_around_it() {
        for typed in [
            " JKYZ-QNMN-VHRX-ZGNR-GZNH. ",
            "JKYZ-QNMN-VHRX-ZGNR-GZNH,",
            "\"JKYZ-QNMN-VHRX-ZGNR-GZNH\"",
            "“JKYZ-QNMN-VHRX-ZGNR-GZNH”",
            "«JKYZ-QNMN-VHRX-ZGNR-GZNH»!",
            "(JKYZ-QNMN-VHRX-ZGNR-GZNH)",
            "<JKYZ-QNMN-VHRX-ZGNR-GZNH>",
            "[ JKYZ-QNMN-VHRX-ZGNR-GZNH ];",
            "Your code is JKYZ-QNMN-VHRX-ZGNR-GZNH.",
            "Your code is: JKYZ QNMN VHRX ZGNR GZNH. Keep it safe.",
            "Your code is JKYZQNMNVHRXZGNRGZNH.Thank you",
            "Code - JKYZ-QNMN-VHRX-ZGNR-GZNH - keep it safe",
            "Tu código es JKYZ-QNMN-VHRX-ZGNR-GZNH",
            "Dear my code JKYZ-QNMN-VHRX-ZGNR-GZNH",
            "1. JKYZ-QNMN-VHRX-ZGNR-GZNH",
        ] {
            is_example(typed);
        }
    }

    #[test]
    fn a_code_is_read_out_of_a_whole_link() {
        for typed in [
            "https://portal.example/connect?packageid=JKYZ-QNMN-VHRX-ZGNR-GZNH",
            "https://portal.example/connect?packageid=jkyzqnmnvhrxzgnrgznh.",
            "https://portal.example/connect?PackageId=JKYZ-QNMN-VHRX-ZGNR-GZNH&culture=es-ES",
            "https://portal.example/connect?culture=es-ES&PACKAGEID=JKYZ-QNMN-VHRX-ZGNR-GZNH#top",
            "https://portal.example/connect?packageid=JKYZ%20QNMN+VHRX%20ZGNR%20GZNH",
            "https://portal.example/connect?packageid=JKYZ%E2%80%93QNMN-VHRX-ZGNR-GZNH",
            "https://portal.example/redirect.aspx?target=CONNECT&targetqs=packageid%3dJKYZ-QNMN-VHRX-ZGNR-GZNH",
            "https://portal.example/redirect.aspx?target=CONNECT&targetqs=packageid%3DJKYZ-QNMN-VHRX-ZGNR-GZNH%26culture%3Den",
            "https://portal.example/redirect.aspx?target=CONNECT&targetqs=%3fpackageid%3dJKYZ-QNMN-VHRX-ZGNR-GZNH",
            "HTTPS://PORTAL.EXAMPLE/REDIRECT.ASPX?TARGET=CONNECT&TARGETQS=PACKAGEID%253DJKYZ%252DQNMN-VHRX-ZGNR-GZNH",
            "https://portal.example/redirect.aspx?target=CONNECT&targetqs=packageid%25253dJKYZ-QNMN-VHRX-ZGNR-GZNH",
            "https://filter.example/?url=https%3A%2F%2Fportal.example%2Fconnect%3Fpackageid%3DJKYZ-QNMN-VHRX-ZGNR-GZNH&data=05",
            "<https://portal.example/connect?packageid=JKYZ-QNMN-VHRX-ZGNR-GZNH>",
            "Open https://portal.example/connect?packageid=JKYZ-QNMN-VHRX-ZGNR-GZNH. Then answer.",
            "Open https://portal.example/connect?packageid=JKYZ-QNMN-VHRX-ZGNR-GZNH by Monday",
            "https://portal.example/connect?packageid=JKYZ-QNMN-\nVHRX-ZGNR-GZNH\nThen answer.",
            "https://portal.example/connect/JKYZ-QNMN-VHRX-ZGNR-GZNH",
            "packageid=JKYZ-QNMN-VHRX-ZGNR-GZNH",
            "packageid = JKYZ-QNMN-VHRX-ZGNR-GZNH",
        ] {
            is_example(typed);
        }
    }

    #[test]
    fn nothing_typed_is_not_a_code() {
        for typed in ["", " ", "\u{a0}\u{200b}", "-", "….", "https://", "packageid=", "packageid=&x=y"] {
            let problem = IdentityCode::parse(typed).unwrap_err();
            if typed == "https://" {
                assert_eq!(problem, CodeProblem::WrongLength { letters: 5 });
            } else {
                assert_eq!(problem, CodeProblem::Empty, "{typed}");
            }
        }
    }

    #[test]
    fn too_much_is_refused_before_any_work() {
        is_refused(&"B".repeat(MAX_TYPED + 1), CodeProblem::TooLong);
        is_refused(&"B".repeat(MAX_TYPED), CodeProblem::WrongLength { letters: MAX_TYPED });
        is_example(&format!("{EXAMPLE}{}", " ".repeat(MAX_TYPED - EXAMPLE.len())));
    }

    proptest! {
        #[test]
        fn every_spelling_is_read_again(
            code in any_code(),
            separators in prop::collection::vec("[-–—−‐‑ .\u{a0}\u{ad}\u{200b}\u{3000}]{0,3}", LETTERS),
            lower in prop::collection::vec(any::<bool>(), LETTERS),
            wide in any::<bool>(),
            around in prop::sample::select(vec![
                ("", ""), ("(", ")."), ("Your code is ", ". Keep it safe."), ("https://portal.example/connect?packageid=", ""),
            ]),
        ) {
            let mut typed = String::from(around.0);
            for ((letter, separator), lower) in code.letters().chars().zip(&separators).zip(&lower) {
                let letter = if *lower { letter.to_ascii_lowercase() } else { letter };
                typed.push(if wide { char::from_u32(letter as u32 - 0x20 + 0xff00).unwrap() } else { letter });
                typed.push_str(separator);
            }
            typed.push_str(around.1);
            prop_assert_eq!(IdentityCode::parse(&typed), Ok(code));
        }

        #[test]
        fn no_input_makes_it_panic(typed in any::<String>()) {
            let _ = IdentityCode::parse(&typed);
        }

        #[test]
        fn no_input_like_a_code_makes_it_panic(typed in "(?s)(packageid|PackageId|[=%&#. ]|%[0-9a-f]{2}|[-–]|[A-Z0-9]{1,5}|[\u{200b}é漢ﷺ]|.){0,40}") {
            if let Ok(code) = IdentityCode::parse(&typed) {
                prop_assert_eq!(weighted_sum(code.letters()), REMAINDER);
            }
        }
    }
}

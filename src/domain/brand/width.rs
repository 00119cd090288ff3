//! How wide a word is on the narrowest phone, near enough for a hint: browsers have other letters than this table.

/// What a line holds on a screen of 320 pixels, between the page's margins.
pub const NARROWEST: f64 = 288.0;
/// The size of letters in a heading there (`h1` of `static/portal/page.css`), and in the text.
const HEADING: f64 = 27.0;
const TEXT: f64 = 18.0;

/// The widest word of a text in pixels, as a heading or as a text, and that word. Scripts that break a line between any two
/// letters have no long words.
pub fn widest(text: &str, is_heading: bool) -> Option<(f64, &str)> {
    let (size, weight) = if is_heading { (HEADING, 1.06) } else { (TEXT, 1.0) };
    text.split(|c: char| c.is_whitespace() || breaks_after(c))
        .filter(|word| !word.is_empty())
        .map(|word| (word.chars().map(em).sum::<f64>() * size * weight, word))
        .max_by(|(a, _), (b, _)| a.total_cmp(b))
}

/// A hyphen, a slash, and the letters between which Chinese, Japanese and Korean break a line.
fn breaks_after(c: char) -> bool {
    matches!(c, '-' | '‐' | '–' | '—' | '/' | '\u{200b}' | '\u{ad}')
        || matches!(c, '\u{2e80}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ffef}')
}

/// The width of a letter in parts of its size, as common letters without serifs have it.
fn em(c: char) -> f64 {
    match c {
        'i' | 'j' | 'l' | 'I' | '.' | ',' | ':' | ';' | '\'' | '’' | '|' | '!' => 0.27,
        'f' | 't' | 'r' | '(' | ')' => 0.36,
        'm' | 'w' | 'M' | 'W' | '@' | '%' => 0.86,
        _ if c.is_uppercase() => 0.69,
        // Arabic and Hebrew letters are narrower, marks above a letter have no width of their own.
        '\u{300}'..='\u{36f}' | '\u{591}'..='\u{5c7}' | '\u{64b}'..='\u{65f}' => 0.0,
        '\u{5d0}'..='\u{6ff}' => 0.5,
        _ => 0.55,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fits(text: &str, is_heading: bool) -> bool {
        widest(text, is_heading).is_none_or(|(width, _)| width <= NARROWEST)
    }

    #[test]
    fn a_word_that_fits_as_text_may_not_fit_as_a_heading() {
        let word = "Gesundheitsaktenverbindung";
        assert!(fits(word, false));
        assert!(!fits(word, true));
        assert!(fits("Gesundheitsakten-Verbindung", true), "it breaks at the hyphen");
    }

    #[test]
    fn what_breaks_anywhere_is_never_too_wide_and_every_script_is_measured() {
        assert!(fits(&"连接".repeat(40), true));
        assert!(!fits(&"ق".repeat(40), false));
        assert!(!fits(&"ä".repeat(40), false));
        assert_eq!(widest(" \n", false), None);
    }
}

//! Characters that nobody sees: the one table of them.

/// Zero-width characters, marks of direction, byte order marks and variation selectors. Not the soft hyphen, which is
/// seen where a line ends.
pub fn is_invisible(c: char) -> bool {
    matches!(c, '\u{34f}' | '\u{61c}' | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{e0000}'..='\u{e0fff}')
}

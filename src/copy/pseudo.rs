//! A made-up language: English with accents, about two fifths longer, in brackets. What stands on a page without
//! accents was not translated, and what is too tight for other languages does not fit.

/// Its tag: `XA` is nobody's region, which Unicode's CLDR keeps for this.
pub const PSEUDO: &str = "en-XA";

/// The messages that pages do not show but obey.
const KEPT: &[&str] = &["language-dir"];

/// Makes the file of the made-up language from the file of another. What is in braces stays as it is.
pub fn pseudo(source: &str) -> String {
    source.lines().map(|line| pseudo_line(line) + "\n").collect()
}

/// Our files have a line a text: behind a key, behind the name of a plural form, or by itself.
fn pseudo_line(line: &str) -> String {
    let text = line.trim_start();
    let inner = text.strip_prefix('*').unwrap_or(text);
    let starts = if text.len() == line.len() && !line.starts_with('#') {
        let key = line.split_once(" =").filter(|(key, _)| !KEPT.contains(key));
        key.map(|(key, _)| key.len() + " =".len())
    } else if inner.starts_with('[') {
        line.find(']').map(|end| end + 1)
    } else if text.is_empty() || text.starts_with('}') || line.trim_end().ends_with("->") {
        None
    } else {
        (!line.starts_with('#')).then_some(line.len() - text.len())
    };
    let Some(starts) = starts else { return line.to_owned() };
    let (before, said) = line.split_at(starts);
    let said = said.trim();
    if said.is_empty() { line.to_owned() } else { format!("{before} ⟦{}⟧", pseudo_text(said)) }
}

/// Accents on all letters, vowels twice; braces and what is in them untouched.
fn pseudo_text(said: &str) -> String {
    let mut out = String::with_capacity(said.len() * 2);
    let mut depth = 0u32;
    for letter in said.chars() {
        match letter {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > 0 || letter == '}' {
            out.push(letter);
            continue;
        }
        let accented = accented(letter);
        out.push(accented);
        if "aeiouAEIOU".contains(letter) {
            out.extend(accented.to_lowercase());
        }
    }
    out
}

fn accented(letter: char) -> char {
    const PLAIN: &str = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    const ACCENTED: &str = "áƀçđéƒĝĥíĵķĺɱñóþɋŕšţúṽŵẋýžÁƁÇĐÉƑĜĤÍĴĶĹṀÑÓÞɊŔŠŢÚṼŴẊÝŽ";
    PLAIN.chars().zip(ACCENTED.chars()).find(|(plain, _)| *plain == letter).map_or(letter, |(_, other)| other)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_made_up_language_has_accents_is_longer_and_keeps_its_variables() {
        let source = "# A comment\nlanguage-dir = ltr\ncode = Your code, { $name }\n\nleft =\n    { $left ->\n        \
                      [one] { $left } chance\n       *[other] { $left } chances\n    }\n";
        assert_eq!(
            pseudo(source),
            "# A comment\nlanguage-dir = ltr\ncode = ⟦Ýóóúúŕ çóóđéé, { $name }⟧\n\nleft =\n    { $left ->\n        \
             [one] ⟦{ $left } çĥááñçéé⟧\n       *[other] ⟦{ $left } çĥááñçééš⟧\n    }\n"
        );
    }
}

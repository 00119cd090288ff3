//! The tags of a piece of HTML, with their lines: enough to tell a clinic what in its markup is not taken, and where.
//! It is no parser of HTML, and nothing rests on it for safety: `crate::brands::clean` writes the markup anew whatever
//! is found here.

/// One tag as it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tag {
    /// In lower case.
    pub name: String,
    /// `</p>`.
    pub closes: bool,
    /// In order, names in lower case, values as they are written, without their quotes.
    pub attributes: Vec<(String, String)>,
    /// From 1.
    pub line: usize,
    /// The first byte.
    pub start: usize,
    /// Behind the last byte.
    pub end: usize,
}

impl Tag {
    /// The value of an attribute.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(own, _)| own == name).map(|(_, value)| value.as_str())
    }
}

/// The tags of a text in order. Where one does not end, `Err` has its line. Comments are skipped; what begins with `<!` or
/// `<?` otherwise is a tag named `!`.
pub fn tags(html: &str) -> Result<Vec<Tag>, usize> {
    let mut found = Vec::new();
    let mut at = 0;
    // Counted on from tag to tag: a file has thousands of them.
    let (mut line, mut counted) = (1, 0);
    while let Some(start) = html[at..].find('<').map(|offset| at + offset) {
        let rest = &html[start..];
        line += html[counted..start].matches('\n').count();
        counted = start;
        if let Some(inner) = rest.strip_prefix("<!--") {
            at = start + "<!--".len() + end_of_comment(inner).ok_or(line)?;
            continue;
        }
        let Some(next) = rest[1..].chars().next() else { return Err(line) };
        if !next.is_ascii_alphabetic() && !"/!?".contains(next) {
            at = start + 1;
            continue;
        }
        let end = start + end_of_tag(rest).ok_or(line)?;
        found.push(tag(&html[start..end], line, start, end));
        at = end;
    }
    Ok(found)
}

/// Behind what ends a comment. `<!-->` and `<!--->` are whole ones, and `--!>` ends one, too.
fn end_of_comment(inner: &str) -> Option<usize> {
    let at_once = [">", "->"].into_iter().find(|end| inner.starts_with(end)).map(str::len);
    let later = ["-->", "--!>"].into_iter().filter_map(|end| inner.find(end).map(|at| at + end.len())).min();
    at_once.or(later)
}

/// Behind the `>` that ends a tag; one in quotes does not.
fn end_of_tag(rest: &str) -> Option<usize> {
    let mut quote = None;
    for (at, c) in rest.char_indices().skip(1) {
        match (quote, c) {
            (None, '>') => return Some(at + 1),
            (None, '"' | '\'') => quote = Some(c),
            (Some(open), c) if open == c => quote = None,
            _ => {}
        }
    }
    None
}

fn tag(text: &str, line: usize, start: usize, end: usize) -> Tag {
    let inner = text.trim_start_matches('<').trim_end_matches('>');
    let closes = inner.starts_with('/');
    let inner = inner.trim_start_matches('/');
    if inner.starts_with(['!', '?']) {
        return Tag { name: "!".to_owned(), closes: false, attributes: Vec::new(), line, start, end };
    }
    let name_end = inner.find(|c: char| c.is_whitespace() || c == '/').unwrap_or(inner.len());
    let name = inner[..name_end].to_ascii_lowercase();
    let attributes = attributes(&inner[name_end..]);
    Tag { name, closes, attributes, line, start, end }
}

fn attributes(mut rest: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == '/');
        if rest.is_empty() {
            return found;
        }
        // A name may begin with any character, also with `=`.
        let ends = |c: char| c.is_whitespace() || c == '=' || c == '/';
        let name_end = rest.char_indices().skip(1).find(|(_, c)| ends(*c)).map_or(rest.len(), |(at, _)| at);
        let name = rest[..name_end].to_ascii_lowercase();
        rest = rest[name_end..].trim_start();
        let Some(after) = rest.strip_prefix('=') else {
            found.push((name, String::new()));
            continue;
        };
        let after = after.trim_start();
        let (value, further) = match after.chars().next() {
            Some(quote @ ('"' | '\'')) => after[1..].split_once(quote).unwrap_or((&after[1..], "")),
            _ => after.split_at(after.find(char::is_whitespace).unwrap_or(after.len())),
        };
        found.push((name, value.to_owned()));
        rest = further;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn tags_have_names_attributes_and_lines() {
        let all = tags("<P Class=x>a < b\n<!-- <i> --><img src='a>b.png' alt=\"\" hidden></P>").unwrap();
        let names: Vec<_> = all.iter().map(|tag| (tag.name.as_str(), tag.closes, tag.line)).collect();
        assert_eq!(names, [("p", false, 1), ("img", false, 2), ("p", true, 2)]);
        assert_eq!(all[1].attribute("src"), Some("a>b.png"));
        assert_eq!(all[1].attribute("hidden"), Some(""));
        assert_eq!(all[0].attribute("class"), Some("x"));
    }

    #[test]
    fn what_does_not_end_is_told() {
        for text in ["\n<p", "\n<a href=\"x>", "\n<!-- ", "\n<"] {
            assert_eq!(tags(text), Err(2), "{text}");
        }
        assert_eq!(tags("<!doctype html>").unwrap()[0].name, "!");
    }

    proptest! {
        #[test]
        fn no_text_makes_it_panic(text in "[<>/!?\"'= a-zé\\n-]{0,60}") {
            if let Ok(found) = tags(&text) {
                for tag in found {
                    prop_assert!(text[tag.start..tag.end].starts_with('<'));
                }
            }
        }
    }
}

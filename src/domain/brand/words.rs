//! A brand's words: any single text of ours, said its own way. A text is taken when the pages can use it in its place:
//! the same variables, no markup, nothing that is not seen. Ones that are not are left out, the others stay.

use std::collections::{BTreeMap, BTreeSet};

use fluent_bundle::FluentResource;

use super::{
    findings::{Code, Finding, line_of},
    unseen::{find_unseen, is_read},
    width::{NARROWEST, widest},
};

/// Texts that stay ours: a language's own facts, and what tells a patient where she is.
pub const KEPT: [&str; 5] =
    ["language-dir", "language-name", "brand-through", "sandbox-ribbon", "skip-to-main"];
/// The most characters of a text, all its forms together. Our longest has half of that.
const MOST_CHARACTERS: usize = 1_500;

/// One text of a Fluent file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message<'t> {
    /// Its key.
    pub key: &'t str,
    /// All of it, key and all.
    pub source: &'t str,
    /// What stands behind the `=`.
    pub pattern: &'t str,
    /// The line on which it begins, from 1.
    pub line: usize,
}

/// The texts of a Fluent file, in order. Terms and comments are none.
pub fn messages(source: &str) -> Vec<Message<'_>> {
    let mut starts: Vec<usize> = Vec::new();
    let mut at = 0;
    for line in source.split_inclusive('\n') {
        // A text goes on with what is indented, and with the brace that ends a choice.
        let first = line.chars().next().unwrap_or('\n');
        if !first.is_whitespace() && first != '}' {
            starts.push(at);
        }
        at += line.len();
    }
    let ends = starts.iter().skip(1).copied().chain([source.len()]);
    // Counted on from text to text: there are hundreds.
    let (mut line, mut counted) = (1, 0);
    let message = |(start, end): (usize, usize)| {
        line += source[counted..start].matches('\n').count();
        counted = start;
        let text = &source[start..end];
        let (key, pattern) = text.split_once('=')?;
        let key = key.trim_end();
        let is_key = key.starts_with(|c: char| c.is_ascii_alphabetic())
            && key.chars().all(|c| c.is_ascii_alphanumeric() || "-_".contains(c));
        is_key.then_some(Message { key, source: text, pattern, line })
    };
    starts.iter().copied().zip(ends).filter_map(message).collect()
}

/// What a pattern is made of, as far as a brand is asked about it.
#[derive(Debug, Default, PartialEq, Eq)]
struct Parts {
    variables: BTreeSet<String>,
    /// Something in braces that is neither a variable nor a choice of one.
    reference: bool,
    /// A variant without a word.
    blank: bool,
}

/// Where in a pattern one is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Within {
    Text { has_words: bool },
    Variants { has_words: bool },
}

fn parts(pattern: &str) -> Parts {
    let mut parts = Parts::default();
    let mut stack = vec![Within::Text { has_words: false }];
    let mut rest = pattern;
    while let Some(c) = rest.chars().next() {
        if c == '{' {
            let inner = rest[1..].trim_start();
            let end =
                inner.find(|c: char| c == '}' || c.is_whitespace() || c == '-' && inner.starts_with("->"));
            let word = &inner[..end.unwrap_or(inner.len())];
            match word.strip_prefix('$') {
                Some(name) => _ = parts.variables.insert(name.to_owned()),
                None => parts.reference = true,
            }
            mark(&mut stack);
            rest = inner[word.len()..].trim_start();
            if let Some(body) = rest.strip_prefix("->") {
                // Behind the first key there is text; before it there is none to be blank.
                stack.push(Within::Variants { has_words: true });
                rest = body;
            } else if let Some(after) = rest.strip_prefix('}') {
                rest = after;
            } else {
                parts.reference = true;
                rest = rest.split_once('}').map_or("", |(_, after)| after);
            }
            continue;
        }
        rest = &rest[c.len_utf8()..];
        match stack.last().copied() {
            Some(Within::Variants { has_words }) if c == '}' || c == '[' => {
                parts.blank |= !has_words;
                stack.pop();
                if c == '[' {
                    rest = rest.split_once(']').map_or("", |(_, after)| after);
                    stack.push(Within::Variants { has_words: false });
                }
            }
            _ if is_read(c) => mark(&mut stack),
            _ => {}
        }
    }
    parts.blank |= stack.first() == Some(&Within::Text { has_words: false });
    parts
}

fn mark(stack: &mut [Within]) {
    if let Some(last) = stack.last_mut() {
        *last = match last {
            Within::Text { .. } => Within::Text { has_words: true },
            Within::Variants { .. } => Within::Variants { has_words: true },
        };
    }
}

/// The variables of a pattern.
pub fn variables(pattern: &str) -> BTreeSet<String> {
    parts(pattern).variables
}

/// Our own texts: the variables of each, by its key.
pub type Ours = BTreeMap<String, BTreeSet<String>>;

/// Our own texts from the source of a Fluent file.
pub fn ours(source: &str) -> Ours {
    messages(source).into_iter().map(|m| (m.key.to_owned(), variables(m.pattern))).collect()
}

/// What of a brand's words can be taken, as a Fluent file, and what is wrong with the rest.
pub fn check(file: &str, source: &str, ours: &Ours) -> (String, Vec<Finding>) {
    let mut findings = syntax(file, source);
    let mut good = String::new();
    let mut seen = BTreeSet::new();
    for message in messages(source) {
        // Told above, at the place itself.
        if FluentResource::try_new(message.source.to_owned()).is_err() {
            continue;
        }
        let problems = problems(file, &message, ours, !seen.insert(message.key));
        if !problems.iter().any(Finding::is_error) {
            good.push_str(message.source.trim_end());
            good.push('\n');
        }
        findings.extend(problems);
    }
    // What is no text of the form `key = …` and yet no comment: a term, which no page asks for.
    let mut at = 0;
    for line in source.split_inclusive('\n') {
        if line.starts_with('-') {
            let message = "a term is used by none of our texts: leave it out";
            findings.push(Finding::new(Code::WordsKey, file, message).at(line_of(source, at)));
        }
        at += line.len();
    }
    findings.sort_by_key(|finding| finding.line);
    (good, findings)
}

fn syntax(file: &str, source: &str) -> Vec<Finding> {
    let Err((_, errors)) = FluentResource::try_new(source.to_owned()) else { return Vec::new() };
    let finding = errors.iter().map(|error| {
        let message = format!("is no Fluent here: {error}");
        Finding::new(Code::WordsSyntax, file, message).at(line_of(source, error.pos.start))
    });
    finding.collect()
}

fn problems(file: &str, message: &Message<'_>, ours: &Ours, twice: bool) -> Vec<Finding> {
    let key = message.key;
    let one = |code, text: String| vec![Finding::new(code, file, text).at(message.line)];
    let Some(expected) = ours.get(key) else {
        return one(Code::WordsKey, format!("{key} is no text of ours: `brand contract` lists them"));
    };
    if KEPT.contains(&key) {
        return one(Code::WordsKept, format!("{key} stays the portal’s: leave it out"));
    }
    if twice {
        return one(Code::WordsTwice, format!("{key} is said twice"));
    }
    if message.pattern.lines().any(|line| line.trim_start().starts_with('.')) {
        return one(Code::WordsKey, format!("{key} has an attribute, which none of our texts has"));
    }
    let Parts { variables, reference, blank } = parts(message.pattern);
    let mut found = Vec::new();
    let mut add = |code, text: String| found.push(Finding::new(code, file, text).at(message.line));
    if reference {
        let text = "braces hold a variable of ours or a choice by one, nothing else";
        add(Code::WordsReference, format!("{key}: {text}"));
    }
    let named =
        |names: Vec<&String>| names.into_iter().map(|name| format!("${name}")).collect::<Vec<_>>().join(", ");
    let missing = named(expected.difference(&variables).collect());
    if !missing.is_empty() {
        add(Code::WordsVariable, format!("{key} must say {missing}, as our text does"));
    }
    let unknown = named(variables.difference(expected).collect());
    if !unknown.is_empty() {
        add(Code::WordsVariable, format!("{key} cannot say {unknown}: our text has no such variable"));
    }
    // A `>` alone closes nothing, and stands in every choice.
    if message.pattern.contains('<') || has_reference(message.pattern) {
        add(Code::WordsMarkup, format!("{key}: words are text; < and &…; are not taken"));
    }
    if blank {
        add(Code::WordsBlank, format!("{key} must say something a patient can read"));
    }
    if find_unseen(message.pattern).is_some() {
        let text = "has a character that is not seen, turns the text around, or piles up marks";
        add(Code::WordsHidden, format!("{key} {text}"));
    }
    let size = message.pattern.chars().count();
    if size > MOST_CHARACTERS {
        let text = format!("{key} has {size} characters: a page would begin below the first screen");
        let finding = Finding::new(Code::WordsSize, file, text).at(message.line);
        found.push(finding.measured(size as f64, MOST_CHARACTERS as f64));
    }
    if let Some((width, word)) = widest(message.pattern, key.ends_with("-heading"))
        && width > NARROWEST
    {
        let text = format!("{key} has a word that breaks on a phone of 320 pixels: {word}");
        found.push(
            Finding::new(Code::WordsLong, file, text).at(message.line).measured(width.round(), NARROWEST),
        );
    }
    found
}

/// `&lt;`, `&#60;`: what HTML reads as another character.
fn has_reference(text: &str) -> bool {
    text.match_indices('&').any(|(at, _)| {
        let rest = text[at + 1..].trim_start_matches('#');
        rest.starts_with(|c: char| c.is_ascii_alphanumeric())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const OURS: &str = "continue = Go on\nleft = { $count ->\n    [one] One chance left\n   *[other] { $count } chances left\n}\n\
        hello = Hello { $name }\nlanguage-dir = ltr\n# a comment\n";

    fn codes(source: &str) -> Vec<String> {
        let (_, findings) = check("words.en.ftl", source, &ours(OURS));
        findings.iter().map(|f| format!("{}:{}", f.code.as_str(), f.line.unwrap_or_default())).collect()
    }

    #[test]
    fn a_file_is_taken_apart() {
        let all = ours(OURS);
        assert_eq!(
            all.keys().map(String::as_str).collect::<Vec<_>>(),
            ["continue", "hello", "language-dir", "left"]
        );
        assert_eq!(all["left"], BTreeSet::from(["count".to_owned()]));
        assert!(all["continue"].is_empty());
    }

    #[test]
    fn good_words_are_taken() {
        let source = "# ours\ncontinue = Next & on\nleft = { $count ->\n    [one] Just one\n   *[other] { $count } more\n}\nhello =\n    Dear { $name },\n    welcome\n";
        let (good, findings) = check("words.en.ftl", source, &ours(OURS));
        assert_eq!(findings, []);
        assert_eq!(messages(&good).len(), 3);
        assert!(FluentResource::try_new(good).is_ok());
    }

    #[test]
    fn each_kind_of_fault_has_its_code_and_line() {
        for (source, code) in [
            ("\nnowhere = x", "words-key:2"),
            ("-term = x", "words-key:1"),
            ("language-dir = rtl", "words-kept:1"),
            ("continue = a\ncontinue = b", "words-twice:2"),
            ("hello = Hello", "words-variable:1"),
            ("continue = Go { $name }", "words-variable:1"),
            ("continue = { hello }", "words-reference:1"),
            ("continue = { -term }", "words-reference:1"),
            ("continue = { \"\\u003Cb>\" }", "words-reference:1"),
            ("hello = { NUMBER($name) }", "words-reference:1"),
            ("continue = </p><script>x</script>", "words-markup:1"),
            ("continue = &lt;b", "words-markup:1"),
            ("continue = …", "words-blank:1"),
            ("left = { $count ->\n    [one] -\n   *[other] { $count } more\n}", "words-blank:1"),
            ("continue = Go \u{202e}no", "words-hidden:1"),
            ("continue = \u{200b}", "words-blank:1"),
            ("continue = \u{3164}", "words-blank:1"),
            ("continue = Go\u{335}\u{335}\u{335}\u{335}\u{335}", "words-hidden:1"),
            (format!("continue = {}", "go on ".repeat(300)).as_str(), "words-size:1"),
            ("continue =", "words-syntax:1"),
            ("\n\nhello = Hello { $name", "words-syntax:3"),
            ("continue = Aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "words-long:1"),
        ] {
            assert!(codes(source).contains(&code.to_owned()), "{source}: {:?}", codes(source));
        }
    }

    #[test]
    fn one_broken_text_takes_no_other_with_it() {
        let (good, findings) = check("words.en.ftl", "continue = Next\nhello = Hello\n", &ours(OURS));
        assert_eq!(good, "continue = Next\n");
        assert_eq!(findings.len(), 1);
    }

    proptest! {
        #[test]
        fn no_source_makes_it_panic_and_what_is_taken_is_fluent(source in "[a-z{}$ =>\\[\\]*\n\"é-]{0,80}") {
            let (good, _) = check("words.en.ftl", &source, &ours(OURS));
            prop_assert!(FluentResource::try_new(good).is_ok());
        }
    }
}

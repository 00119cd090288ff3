//! `brand.toml` as a list of keys with their lines, taken out one by one: what is left at the end is unknown.

use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

use super::{
    findings::{Code, Finding, line_of},
    paths::TOKENS,
};

/// A value of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Value {
    Text(String),
    Whole(i64),
    Other,
}

/// The keys of the file, dotted: `light.accent`.
#[derive(Debug, Default)]
pub(super) struct Keys {
    left: Vec<(String, Value, usize)>,
    pub(super) findings: Vec<Finding>,
}

impl Keys {
    /// Reads the text. One that is no TOML has no keys and one finding.
    pub(super) fn read(text: &str) -> Keys {
        let mut keys = Keys::default();
        match DeTable::parse(text) {
            Ok(table) => keys.walk(text, "", table.get_ref()),
            Err(e) => {
                let line = e.span().map_or(1, |span| line_of(text, span.start));
                let message = format!("is not TOML: {}", e.message());
                keys.findings.push(Finding::new(Code::TomlSyntax, TOKENS, message).at(line));
            }
        }
        keys
    }

    fn walk(&mut self, text: &str, path: &str, table: &DeTable<'_>) {
        for (key, value) in table {
            let name = key.get_ref().as_ref();
            let path = if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") };
            let line = line_of(text, key.span().start);
            match value_of(value) {
                Ok(value) => self.left.push((path, value, line)),
                // Two tables deep is all there is; a deeper key is left over, and so unknown.
                Err(inner) if path.matches('.').count() < 2 => self.walk(text, &path, inner),
                Err(_) => self.left.push((path, Value::Other, line)),
            }
        }
    }

    /// Takes a key out.
    pub(super) fn take(&mut self, path: &str) -> Option<(Value, usize)> {
        let at = self.left.iter().position(|(own, ..)| own == path)?;
        let (_, value, line) = self.left.remove(at);
        Some((value, line))
    }

    /// Takes the keys below a table out, by their last name.
    pub(super) fn take_below(&mut self, table: &str) -> Vec<(String, Value, usize)> {
        let prefix = format!("{table}.");
        let (taken, left) = self.left.drain(..).partition(|(own, ..)| own.starts_with(&prefix));
        self.left = left;
        let short =
            |(own, value, line): (String, Value, usize)| (own[prefix.len()..].to_owned(), value, line);
        Vec::into_iter(taken).map(short).collect()
    }

    /// Takes a text out.
    pub(super) fn text(&mut self, path: &str) -> Option<(String, usize)> {
        match self.take(path)? {
            (Value::Text(text), line) => Some((text, line)),
            (_, line) => {
                self.wrong(line, format!("{path} must be a text in quotes"));
                None
            }
        }
    }

    /// Takes a whole number out that lies within a range.
    pub(super) fn number(&mut self, path: &str, least: u32, most: u32) -> Option<u32> {
        let (value, line) = self.take(path)?;
        let number = match value {
            Value::Whole(number) => u32::try_from(number).ok().filter(|n| (least..=most).contains(n)),
            _ => None,
        };
        if number.is_none() {
            self.wrong(line, format!("{path} must be a whole number from {least} to {most}"));
        }
        number
    }

    /// Takes a choice out.
    pub(super) fn choice<T: Copy>(&mut self, path: &str, choices: &[(&str, T)]) -> Option<T> {
        let (text, line) = self.text(path)?;
        let chosen = choices.iter().find(|(word, _)| *word == text).map(|(_, choice)| *choice);
        if chosen.is_none() {
            let words: Vec<_> = choices.iter().map(|(word, _)| format!("\"{word}\"")).collect();
            self.wrong(line, format!("{path} must be {}", words.join(" or ")));
        }
        chosen
    }

    /// A value that cannot be used.
    pub(super) fn wrong(&mut self, line: usize, message: String) {
        self.findings.push(Finding::new(Code::TomlValue, TOKENS, message).at(line));
    }

    /// What is left is unknown. Gives everything that was found, by line.
    pub(super) fn end(mut self) -> Vec<Finding> {
        for (path, _, line) in std::mem::take(&mut self.left) {
            let message = format!("{path} is not a key that this file can have");
            self.findings.push(Finding::new(Code::TomlKey, TOKENS, message).at(line));
        }
        self.findings.sort_by_key(|finding| finding.line);
        self.findings
    }
}

fn value_of<'v, 'i>(value: &'v Spanned<DeValue<'i>>) -> Result<Value, &'v DeTable<'i>> {
    Ok(match value.get_ref() {
        DeValue::String(text) => Value::Text(text.to_string()),
        DeValue::Integer(number) => {
            i64::from_str_radix(number.as_str(), number.radix()).map_or(Value::Other, Value::Whole)
        }
        DeValue::Table(table) => return Err(table),
        _ => Value::Other,
    })
}

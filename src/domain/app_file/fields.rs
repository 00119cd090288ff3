//! A TOML table whose keys are taken out one by one, with a complaint for each that is not as it should be.

use toml::{Table, Value};

use super::{AppFileProblem, MAX_NAME};

#[derive(Default)]
pub(super) struct Problems(pub(super) Vec<AppFileProblem>);

impl Problems {
    pub(super) fn add(&mut self, key: impl Into<String>, problem: impl Into<String>) {
        self.0.push(AppFileProblem { key: key.into(), problem: problem.into() });
    }
}

/// A table whose keys are taken out one by one; what is left over at the end is unknown.
pub(super) struct Fields<'a> {
    pub(super) table: Table,
    pub(super) path: String,
    pub(super) problems: &'a mut Problems,
}

impl Fields<'_> {
    fn path_of(&self, key: &str) -> String {
        if self.path.is_empty() { key.to_owned() } else { format!("{}.{key}", self.path) }
    }

    pub(super) fn wrong(&mut self, key: &str, problem: impl Into<String>) {
        let key = self.path_of(key);
        self.problems.add(key, problem);
    }

    pub(super) fn take(&mut self, key: &str) -> Option<Value> {
        self.table.remove(key)
    }

    /// A value of one type; a complaint when it has another, and when it is `required` and missing.
    pub(super) fn typed<T>(
        &mut self,
        key: &str,
        required: bool,
        wanted: &str,
        read: fn(Value) -> Option<T>,
    ) -> Option<T> {
        let Some(value) = self.take(key) else {
            if required {
                self.wrong(key, "is missing");
            }
            return None;
        };
        let found = value.type_str();
        let read = read(value);
        if read.is_none() {
            self.wrong(key, format!("must be {wanted}, not {}", with_article(found)));
        }
        read
    }

    pub(super) fn string(&mut self, key: &str, required: bool) -> Option<String> {
        self.typed(key, required, "a string", into_string)
    }

    /// A text that is not blank, has no control characters and at most `max` others.
    pub(super) fn text(&mut self, key: &str, max: usize) -> Option<String> {
        let text = self.string(key, true)?;
        match text_problem(&text, max) {
            Some(problem) => {
                self.wrong(key, problem);
                None
            }
            None => Some(text.trim().to_owned()),
        }
    }

    /// A list of strings, none of them blank.
    pub(super) fn list(&mut self, key: &str, required: bool) -> Option<Vec<String>> {
        let values = self.typed(key, required, "a list of strings", into_list)?;
        let mut strings = Vec::with_capacity(values.len());
        for (at, value) in (1..).zip(values) {
            let found = value.type_str();
            match into_string(value) {
                Some(text) => match text_problem(&text, MAX_NAME) {
                    Some(problem) => self.wrong(&format!("{key}[{at}]"), problem),
                    None => strings.push(text),
                },
                None => {
                    self.wrong(
                        &format!("{key}[{at}]"),
                        format!("must be a string, not {}", with_article(found)),
                    );
                }
            }
        }
        Some(strings)
    }

    pub(super) fn table(&mut self, key: &str) -> Option<Fields<'_>> {
        let table = self.typed(key, false, "a table", into_table)?;
        Some(Fields { table, path: self.path_of(key), problems: self.problems })
    }

    pub(super) fn finish(mut self) {
        for key in std::mem::take(&mut self.table).keys() {
            self.wrong(key, "is not a key that this file can have here");
        }
    }
}

pub(super) fn into_string(value: Value) -> Option<String> {
    if let Value::String(text) = value { Some(text) } else { None }
}

pub(super) fn into_list(value: Value) -> Option<Vec<Value>> {
    if let Value::Array(values) = value { Some(values) } else { None }
}

pub(super) fn into_table(value: Value) -> Option<Table> {
    if let Value::Table(table) = value { Some(table) } else { None }
}

fn with_article(type_name: &str) -> String {
    let article = if type_name.starts_with(['a', 'e', 'i', 'o', 'u']) { "an" } else { "a" };
    format!("{article} {type_name}")
}

pub(super) fn text_problem(text: &str, max: usize) -> Option<String> {
    if text.trim().is_empty() {
        Some("must not be blank".into())
    } else if text.trim().chars().nth(max).is_some() {
        Some(format!("may have at most {max} characters"))
    } else if text.trim().chars().any(|c| c.is_control() && c != '\n' && c != '\r') {
        Some("has a control character".into())
    } else {
        None
    }
}

pub(super) fn one_line(fields: &mut Fields<'_>, key: &str, max: usize) -> Option<String> {
    let text = fields.text(key, max)?;
    if text.contains(['\n', '\r']) {
        fields.wrong(key, "must be a single line");
        return None;
    }
    Some(text)
}

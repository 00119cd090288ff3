//! One authorization rule as patients read it.

use crate::portal::copy::Words;

/// One authorization rule: what the app asks for, and why.
#[derive(Clone, Debug)]
pub struct RuleView {
    /// Its name: the value of its checkbox.
    pub name: String,
    /// The clinic's sentence that says why.
    pub why: String,
    /// The kinds of information it covers.
    pub data_types: Vec<String>,
    /// What the app may do: `create`, `read`, `update`, `delete`.
    pub access: Vec<&'static str>,
    /// Whether its box is ticked (optional rules), or it was granted.
    pub checked: bool,
}

impl RuleView {
    /// The kinds of information, as a list in one line.
    pub fn kinds(&self) -> String {
        self.data_types.join(", ")
    }

    /// What the app may do, in plain words.
    pub fn may(&self, words: &Words) -> String {
        let said: Vec<&str> = self
            .access
            .iter()
            .map(|access| match *access {
                "create" => words.text("access-create"),
                "read" => words.text("access-read"),
                "update" => words.text("access-update"),
                "delete" => words.text("access-delete"),
                other => other,
            })
            .collect();
        said.join(", ")
    }
}

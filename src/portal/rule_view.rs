//! One authorization rule as patients read it.

use crate::{
    copy::Words,
    domain::application::{Access, AuthorizationRule},
};

/// One authorization rule: what the app asks for, and why.
#[derive(Clone, Debug)]
pub struct RuleView {
    /// Its name: the value of its checkbox.
    pub name: String,
    /// The clinic's sentence that says why.
    pub why: String,
    /// The kinds of information it covers.
    pub data_types: Vec<String>,
    /// What the app may do.
    pub access: Vec<Access>,
    /// Whether its box is ticked (optional rules), or it was granted.
    pub checked: bool,
}

impl RuleView {
    /// A rule of an app.
    pub fn of(rule: &AuthorizationRule, checked: bool) -> Self {
        Self {
            name: rule.name.clone(),
            why: rule.why.clone(),
            data_types: rule.data_types.clone(),
            access: rule.access.clone(),
            checked,
        }
    }

    /// The kinds of information, as a list in one line.
    pub fn kinds(&self) -> String {
        self.data_types.join(", ")
    }

    /// What the app may do, in plain words.
    pub fn may(&self, words: &Words) -> String {
        let said: Vec<&str> = self
            .access
            .iter()
            .map(|access| match access {
                Access::Create => words.text("access-create"),
                Access::Read => words.text("access-read"),
                Access::Update => words.text("access-update"),
                Access::Delete => words.text("access-delete"),
            })
            .collect();
        said.join(", ")
    }
}

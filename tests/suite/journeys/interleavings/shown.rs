//! What an authorize page says: the person in the header, the record, the friendly name, the rules.

use std::sync::LazyLock;

use regex::Regex;

use crate::journeys::{
    tabs::{Page, text_of},
    truth::{Granted, Rule, rule_in},
};

/// What an authorize page says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    pub person: String,
    pub record: String,
    pub request: String,
    pub required: Vec<Rule>,
    /// By the value of its checkbox.
    pub optional: Vec<(String, Rule)>,
}

impl Shown {
    /// `None` for another page.
    pub fn on(page: &Page, people: &[String; 2]) -> Option<Self> {
        static RULE: LazyLock<Regex> = LazyLock::new(|| {
            Regex::new(r#"(?s)<(?:li|label)\b[^>]*data-testid="rule"[^>]*>(.*?)</(?:li|label)>"#).unwrap()
        });
        static BOX: LazyLock<Regex> =
            LazyLock::new(|| Regex::new(r#"name="rule"[^>]*value="([^"]*)""#).unwrap());
        if page.name() != "authorize" {
            return None;
        }
        let (mut required, mut optional) = (Vec::new(), Vec::new());
        for shown in RULE.captures_iter(&page.html) {
            let says = rule_in(&text_of(&shown[1]));
            match BOX.captures(&shown[1]) {
                Some(value) => optional.push((value[1].to_owned(), says)),
                None => required.push(says),
            }
        }
        let header = page.header();
        Some(Self {
            person: people.iter().find(|name| header.contains(*name)).cloned().unwrap_or_default(),
            record: page.text("record-name")?,
            request: page.text("friendly-name")?,
            required,
            optional,
        })
    }

    /// What Allow means there, with these ticked.
    pub fn grants(&self, ticked: &[String]) -> Granted {
        let optional = self.optional.iter().filter(|(value, _)| ticked.contains(value)).map(|(_, rule)| rule);
        Granted {
            person: self.person.clone(),
            record: self.record.clone(),
            request: self.request.clone(),
            rules: self.required.iter().chain(optional).cloned().collect(),
        }
    }
}

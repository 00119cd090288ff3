//! One authorization rule as patients read it.

use askama::filters::Safe;

use crate::{
    copy::Words,
    domain::{
        application::{Access, AuthorizationRule},
        data_type,
        local_text::Said,
    },
};

/// One authorization rule: what the app asks for, and why.
#[derive(Clone, Debug)]
pub struct RuleView {
    /// Its name: the value of its checkbox.
    pub name: String,
    /// What the patient reads as its name.
    pub title: Said,
    /// The clinic's sentence that says why.
    pub why: Said,
    /// The kinds of information it covers, as the app names them.
    pub data_types: Vec<String>,
    /// What the app may do.
    pub access: Vec<Access>,
    /// Whether its box is ticked (optional rules), or it was granted.
    pub checked: bool,
}

impl RuleView {
    /// A rule of an app, for a reader of these words.
    pub fn of(rule: &AuthorizationRule, checked: bool, words: &Words) -> Self {
        Self {
            name: rule.name.clone(),
            title: rule.title_in(words.tag()),
            why: rule.why.said_in(words.tag()),
            data_types: rule.data_types.clone(),
            access: rule.access.clone(),
            checked,
        }
    }

    /// Rules that were granted.
    pub fn granted(rules: &[AuthorizationRule], words: &Words) -> Vec<Self> {
        rules.iter().map(|rule| Self::of(rule, true, words)).collect()
    }

    /// What the app may do with what, as one sentence. Kinds of information that we have no words for stand at its
    /// end, as the app wrote them. `None` where the rule says neither.
    pub fn sentence(&self, words: &Words) -> Option<Safe<String>> {
        let access: Vec<&str> = self.access.iter().map(|access| words.text(access_key(*access))).collect();
        let (mut known, mut foreign) = (Vec::new(), Vec::new());
        for name in &self.data_types {
            match data_type::words_for(name).map(|key| words.text(key)) {
                Some(kind) if known.contains(&kind) => {}
                Some(kind) => known.push(kind),
                None => foreign.push(name.as_str()),
            }
        }
        let no_types = known.is_empty() && foreign.is_empty();
        let access_list = || ("access", words.list_of(&access, &[]));
        let types = || ("types", words.list_of(&known, &foreign));
        match (access.is_empty(), no_types) {
            (false, false) => Some(words.rich("rule-may", &[access_list(), types()])),
            (false, true) => Some(words.rich("rule-may-only", &[access_list()])),
            (true, false) => Some(words.rich("rule-about", &[types()])),
            (true, true) => None,
        }
    }
}

fn access_key(access: Access) -> &'static str {
    match access {
        Access::Create => "access-create",
        Access::Read => "access-read",
        Access::Update => "access-update",
        Access::Delete => "access-delete",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::copy::Catalogue;

    fn sentence(tag: &str, access: &[Access], data_types: &[&str]) -> String {
        let catalogue = Catalogue::load();
        let view = RuleView {
            name: "visits".to_owned(),
            title: "Visits".into(),
            why: "So.".into(),
            data_types: data_types.iter().map(ToString::to_string).collect(),
            access: access.to_vec(),
            checked: false,
        };
        view.sentence(catalogue.find(tag).unwrap()).map(|said| said.0).unwrap_or_default()
    }

    #[test]
    fn what_an_app_may_do_is_one_sentence_in_every_language() {
        let said =
            |tag| sentence(tag, &[Access::Create, Access::Read], &["Encounter", "Care plan", "visits"]);
        assert_eq!(said("en"), "It may add and read your visits and care plans.");
        assert_eq!(
            said("es"),
            "La aplicación puede agregar y leer esta información: visitas médicas y planes de cuidados."
        );
        assert_eq!(
            said("de"),
            "Die App darf diese Daten hinzufügen und lesen: Besuche in der Klinik und Behandlungspläne."
        );
    }

    #[test]
    fn what_we_have_no_words_for_is_shown_as_the_app_wrote_it_at_the_end() {
        assert_eq!(
            sentence("en", &Access::ALL, &["<i>Mood</i> score", "Weight"]),
            "It may add, read, change and delete your weight measurements and <bdi>&lt;i&gt;Mood&lt;/i&gt; score</bdi>."
        );
        assert_eq!(sentence("en", &[Access::Read], &[]), "It may read this information.");
        assert_eq!(sentence("en", &[], &["Weight"]), "It is about your weight measurements.");
        assert_eq!(sentence("en", &[], &[]), "");
    }
}

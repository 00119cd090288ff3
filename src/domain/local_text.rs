//! A clinic's text: one for everybody, or one per language. "A clinic's texts exist per language; where one is missing,
//! the nearest is shown and marked with its `lang`."

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize, Serializer};
use unic_langid::LanguageIdentifier;

/// One text, or one per language. Kept as a string where it is one text, else with its languages.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(from = "Kept")]
pub struct LocalText {
    default: String,
    default_language: Option<String>,
    by_language: BTreeMap<String, String>,
}

/// The forms in which a text is, and was, kept: a text alone, and a text with its languages.
#[derive(Deserialize)]
#[serde(untagged)]
enum Kept {
    Alone(String),
    Table {
        default: String,
        #[serde(default)]
        default_language: Option<String>,
        #[serde(default)]
        by_language: BTreeMap<String, String>,
    },
}

/// The second of them, as it is written.
#[derive(Serialize)]
struct Table<'a> {
    default: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    default_language: Option<&'a str>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    by_language: &'a BTreeMap<String, String>,
}

impl From<Kept> for LocalText {
    fn from(kept: Kept) -> Self {
        match kept {
            Kept::Alone(text) => LocalText::plain(text),
            Kept::Table { default, default_language, by_language } => {
                LocalText { default, default_language, by_language }
            }
        }
    }
}

impl Serialize for LocalText {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.by_language.is_empty() {
            serializer.serialize_str(&self.default)
        } else {
            self.serialize_with_languages(serializer)
        }
    }
}

impl From<&str> for LocalText {
    fn from(text: &str) -> Self {
        LocalText::plain(text)
    }
}

/// A text as it is shown to a reader.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// The text.
    pub text: String,
    /// The language that it is in, where that is known and not the reader's: for its `lang` attribute.
    pub lang: Option<String>,
}

impl From<&str> for Said {
    fn from(text: &str) -> Self {
        Said { text: text.to_owned(), lang: None }
    }
}

impl LocalText {
    /// One text for every language; nobody knows which it is written in.
    pub fn plain(text: impl Into<String>) -> LocalText {
        LocalText { default: text.into(), default_language: None, by_language: BTreeMap::new() }
    }

    /// One text per language. Whoever reads none of them gets English if there is one, or else the first.
    /// `None` when there are no texts.
    pub fn by_language(texts: BTreeMap<String, String>) -> Option<LocalText> {
        let english = texts.iter().find(|(tag, _)| primary(tag).eq_ignore_ascii_case("en"));
        let (tag, text) = english.or_else(|| texts.iter().next())?;
        let (default, default_language) = (text.clone(), Some(tag.clone()));
        Some(LocalText { default, default_language, by_language: texts })
    }

    /// The text for a reader of `tag`, and the language that it is in, where known:
    /// the same tag, or else the same language without a region, or with another, or else the default.
    pub fn for_language(&self, tag: &str) -> (&str, Option<&str>) {
        let find = |same: &dyn Fn(&str) -> bool| self.by_language.iter().find(|(tag, _)| same(tag));
        find(&|other| other.eq_ignore_ascii_case(tag))
            .or_else(|| find(&|other| other.eq_ignore_ascii_case(primary(tag))))
            .or_else(|| find(&|other| primary(other).eq_ignore_ascii_case(primary(tag))))
            .map_or((&self.default, self.default_language.as_deref()), |(tag, text)| (text, Some(tag)))
    }

    /// The text for a reader of `tag`, with its language where that is another.
    pub fn said_in(&self, tag: &str) -> Said {
        let (text, lang) = self.for_language(tag);
        let lang = lang.filter(|lang| !lang.eq_ignore_ascii_case(tag)).map(str::to_owned);
        Said { text: text.to_owned(), lang }
    }

    /// The text that stands for all: for programs, which read no language.
    pub fn default_text(&self) -> &str {
        &self.default
    }

    /// Whether there is nothing to read.
    pub fn is_blank(&self) -> bool {
        self.texts().all(|(text, _)| text.trim().is_empty())
    }

    /// Every text, with its language where known.
    pub fn texts(&self) -> impl Iterator<Item = (&str, Option<&str>)> {
        let all = self.by_language.iter().map(|(tag, text)| (text.as_str(), Some(tag.as_str())));
        let only = self.by_language.is_empty().then_some((self.default.as_str(), None));
        all.chain(only)
    }

    /// The form that success messages have always been kept in: older versions of the program read no other.
    pub(super) fn serialize_with_languages<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let default_language = self.default_language.as_deref();
        Table { default: &self.default, default_language, by_language: &self.by_language }
            .serialize(serializer)
    }
}

fn primary(tag: &str) -> &str {
    tag.split(['-', '_']).next().unwrap_or(tag)
}

/// Whether `tag` is a language's, such as `es` or `es-MX`.
pub(super) fn is_language_tag(tag: &str) -> bool {
    tag.parse::<LanguageIdentifier>().is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(texts: &[(&str, &str)]) -> LocalText {
        let texts = texts.iter().map(|(tag, text)| (tag.to_string(), text.to_string())).collect();
        LocalText::by_language(texts).unwrap()
    }

    #[test]
    fn one_text_serves_every_language_and_claims_none() {
        let text = LocalText::plain("Done.");
        assert_eq!(text.for_language("es"), ("Done.", None));
        assert_eq!(text.texts().collect::<Vec<_>>(), [("Done.", None)]);
    }

    #[test]
    fn a_reader_gets_the_nearest_language() {
        let text = texts(&[("de", "Fertig."), ("en", "Done."), ("es", "Listo."), ("pt-BR", "Pronto.")]);
        assert_eq!(text.for_language("es"), ("Listo.", Some("es")));
        assert_eq!(text.for_language("es-MX"), ("Listo.", Some("es")));
        assert_eq!(text.for_language("ES"), ("Listo.", Some("es")));
        assert_eq!(text.for_language("pt"), ("Pronto.", Some("pt-BR")));
        assert_eq!(text.for_language("pt-br"), ("Pronto.", Some("pt-BR")));
        assert_eq!(text.for_language("fr"), ("Done.", Some("en")));
        assert_eq!(texts(&[("de", "Fertig.")]).for_language("fr"), ("Fertig.", Some("de")));
        assert_eq!(text.texts().count(), 4);
        assert_eq!(LocalText::by_language(BTreeMap::new()), None);
    }

    #[test]
    fn only_a_text_in_another_language_is_marked() {
        let text = texts(&[("en", "Done."), ("es", "Listo.")]);
        assert_eq!(text.said_in("es"), "Listo.".into());
        assert_eq!(text.said_in("ar"), Said { text: "Done.".to_owned(), lang: Some("en".to_owned()) });
        assert_eq!(LocalText::plain("Done.").said_in("ar").lang, None);
    }

    #[test]
    fn texts_that_older_versions_kept_are_still_read() {
        let read = |kept: &str| serde_json::from_str::<LocalText>(kept).unwrap();
        assert_eq!(read("\"Done.\""), LocalText::plain("Done."));
        assert_eq!(read(r#"{"default":"Done."}"#), LocalText::plain("Done."));
        let both = texts(&[("en", "Done."), ("es", "Listo.")]);
        let kept =
            r#"{"default":"Done.","default_language":"en","by_language":{"en":"Done.","es":"Listo."}}"#;
        assert_eq!(read(kept), both);
        assert_eq!(serde_json::to_string(&both).unwrap(), kept);
        assert_eq!(serde_json::to_string(&LocalText::plain("Done.")).unwrap(), "\"Done.\"");
    }
}

//! The keys whose texts patients read: one text, or a table with one for each language.

use std::collections::BTreeMap;

use toml::Value;

use super::{
    MAX_NAME, MAX_SENTENCE,
    fields::{Fields, into_string, text_problem},
};
use crate::domain::{
    contact::{Contact, ContactCard, ContactKind},
    email::Email,
    local_text::{LocalText, is_language_tag},
    markup,
    return_link::{ReturnLink, ReturnUrl},
};

/// What is right of a text, or what is wrong with it.
type Checked = Result<String, String>;

/// A text of at most `max` characters.
fn some_lines(text: &str, max: usize) -> Checked {
    match text_problem(text, max) {
        Some(problem) => Err(problem),
        None => Ok(text.trim().to_owned()),
    }
}

/// The same without a line break.
pub(super) fn single_line(text: &str, max: usize) -> Checked {
    let text = some_lines(text, max)?;
    if text.contains(['\n', '\r']) { Err("must be a single line".to_owned()) } else { Ok(text) }
}

/// One text, or a table with one for each language; each is checked.
pub(super) fn local_text(
    fields: &mut Fields<'_>,
    key: &str,
    required: bool,
    check: impl Fn(&str) -> Checked,
) -> Option<LocalText> {
    if !matches!(fields.table.get(key), Some(Value::Table(_))) {
        let wanted = "a string, or a table with one string per language";
        let text = fields.typed(key, required, wanted, into_string)?;
        return match check(&text) {
            Ok(text) => Some(LocalText::plain(text)),
            Err(problem) => {
                fields.wrong(key, problem);
                None
            }
        };
    }
    let mut languages = fields.table(key)?;
    let tags: Vec<String> = languages.table.keys().cloned().collect();
    let mut texts = BTreeMap::new();
    for tag in tags {
        if !is_language_tag(&tag) {
            languages.take(&tag);
            languages.wrong(&tag, "is not a language, such as en or es-MX");
        } else if let Some(text) = languages.string(&tag, true) {
            match check(&text) {
                Ok(text) => _ = texts.insert(tag, text),
                Err(problem) => languages.wrong(&tag, problem),
            }
        }
    }
    let text = LocalText::by_language(texts);
    if text.is_none() {
        fields.wrong(key, "needs a text in at least one language");
    }
    text
}

/// "Plain text or Markdown; one per language."
pub(super) fn success_message(fields: &mut Fields<'_>) -> Option<LocalText> {
    local_text(fields, "success_message", true, |text| match markup::check(text) {
        Ok(()) => Ok(text.to_owned()),
        Err(problem) => Err(problem.to_string()),
    })
}

/// A text "also per language", or a table with `phone`, `email`, `hours`, `address` and `text`.
pub(super) fn contact(fields: &mut Fields<'_>) -> Option<Contact> {
    const KEY: &str = "contact";
    const PARTS: [ContactKind; 5] =
        [ContactKind::Phone, ContactKind::Email, ContactKind::Hours, ContactKind::Address, ContactKind::Text];
    let is_card = match fields.table.get(KEY) {
        Some(Value::Table(table)) => PARTS.iter().any(|part| table.contains_key(part.as_str())),
        _ => false,
    };
    if !is_card {
        return local_text(fields, KEY, true, |text| some_lines(text, MAX_SENTENCE)).map(Contact::Text);
    }
    let mut table = fields.table(KEY)?;
    let mut part =
        |kind: ContactKind| local_text(&mut table, kind.as_str(), false, |text| contact_part(kind, text));
    let card = ContactCard {
        phone: part(ContactKind::Phone),
        email: part(ContactKind::Email),
        hours: part(ContactKind::Hours),
        address: part(ContactKind::Address),
        text: part(ContactKind::Text),
    };
    table.finish();
    Some(Contact::Card(Box::new(card)))
}

fn contact_part(kind: ContactKind, text: &str) -> Checked {
    match kind {
        ContactKind::Phone => {
            let text = single_line(text, MAX_NAME)?;
            match kind.link(&text) {
                Some(_) => Ok(text),
                None => Err("has no number that a phone can call".to_owned()),
            }
        }
        ContactKind::Email => {
            let text = single_line(text, MAX_NAME)?;
            let address = Email::parse(&text).map_err(|_| "has not the form name@example.org".to_owned())?;
            Ok(address.as_str().to_owned())
        }
        ContactKind::Hours | ContactKind::Address | ContactKind::Text => some_lines(text, MAX_SENTENCE),
    }
}

/// `label` "(or per language)" and `url`, "an `https` address".
pub(super) fn return_link(fields: &mut Fields<'_>) -> Option<ReturnLink> {
    let mut table = fields.table("return_link")?;
    let label = local_text(&mut table, "label", true, |text| single_line(text, MAX_NAME));
    let url = table.string("url", true).and_then(|text| match ReturnUrl::parse(&text) {
        Ok(url) => Some(url),
        Err(problem) => {
            table.wrong("url", problem.to_string());
            None
        }
    });
    table.finish();
    Some(ReturnLink { label: label?, url: url? })
}

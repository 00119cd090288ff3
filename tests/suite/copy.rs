//! The words: complete in every language, all of them used, none of them broken.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use chrono::{TimeZone, Utc};
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::parser;
use patient_connect::copy::{Catalogue, FILES};
use regex::Regex;

/// A message: its variables and every text in it.
#[derive(Default)]
struct Message {
    variables: BTreeSet<String>,
    texts: Vec<String>,
}

fn read_inline(inline: &InlineExpression<&str>, message: &mut Message) {
    match inline {
        InlineExpression::VariableReference { id } => {
            message.variables.insert(id.name.to_owned());
        }
        InlineExpression::Placeable { expression } => read_expression(expression, message),
        _ => {}
    }
}

fn read_expression(expression: &Expression<&str>, message: &mut Message) {
    match expression {
        Expression::Inline(inline) => read_inline(inline, message),
        Expression::Select { selector, variants } => {
            read_inline(selector, message);
            for variant in variants {
                read_pattern(&variant.value, message);
            }
        }
    }
}

fn read_pattern(pattern: &Pattern<&str>, message: &mut Message) {
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => message.texts.push((*value).to_owned()),
            PatternElement::Placeable { expression } => read_expression(expression, message),
        }
    }
}

fn messages(language: &str) -> BTreeMap<String, Message> {
    let (_, source) = FILES.iter().find(|(tag, _)| *tag == language).expect("the language is embedded");
    let resource = parser::parse(*source).unwrap_or_else(|(_, errors)| panic!("{language}.ftl: {errors:?}"));
    let mut messages = BTreeMap::new();
    for entry in &resource.body {
        if let Entry::Message(found) = entry {
            let mut message = Message::default();
            read_pattern(found.value.as_ref().expect("a message has a value"), &mut message);
            let twice = messages.insert(found.id.name.to_owned(), message);
            assert!(twice.is_none(), "{language}.ftl says {} twice", found.id.name);
        }
    }
    messages
}

/// The keys of one language.
pub fn keys(language: &str) -> Vec<String> {
    messages(language).into_keys().collect()
}

fn files_below(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("the folder is there") {
        let path = entry.expect("the folder can be read").path();
        if path.is_dir() {
            files_below(&path, found);
        } else {
            found.push(path);
        }
    }
}

/// All templates and all source of the portal, which alone speaks to patients, as one text.
fn everything_that_speaks() -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    files_below(&root.join("templates"), &mut files);
    files_below(&root.join("src/portal"), &mut files);
    files_below(&root.join("src/mail"), &mut files);
    files_below(&root.join("src/brands"), &mut files);
    files.push(root.join("src/copy.rs"));
    files
        .iter()
        .filter(|file| file.extension().is_some_and(|extension| extension == "html" || extension == "rs"))
        .map(|file| fs::read_to_string(file).expect("a source file can be read"))
        .collect()
}

#[test]
fn every_file_of_words_is_in_the_binary() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("templates/words");
    let mut found: Vec<String> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path().file_stem().unwrap().to_str().unwrap().to_owned())
        .collect();
    found.sort();
    let mut embedded: Vec<String> = FILES.iter().map(|(tag, _)| (*tag).to_owned()).collect();
    embedded.sort();
    assert_eq!(found, embedded);
}

#[test]
fn every_language_says_everything_with_the_same_variables() {
    let english = messages("en");
    for (language, _) in FILES {
        let other = messages(language);
        let missing: Vec<_> = english.keys().filter(|key| !other.contains_key(*key)).collect();
        let surplus: Vec<_> = other.keys().filter(|key| !english.contains_key(*key)).collect();
        assert!(
            missing.is_empty() && surplus.is_empty(),
            "{language}: missing {missing:?}, surplus {surplus:?}"
        );
        for (key, message) in &english {
            assert_eq!(message.variables, other[key].variables, "{language}: {key} has the same variables");
        }
    }
}

#[test]
fn no_language_was_left_in_english() {
    // Words that are the same in both languages, and names.
    let same = [
        "service-name",
        "date-time",
        "title-error",
        "language-dir",
        "help-cookies-heading",
        "disconnect-link-what",
    ];
    let english = messages("en");
    for (language, _) in FILES.iter().filter(|(tag, _)| *tag != "en") {
        for (key, message) in messages(language) {
            let translated = message.texts != english[&key].texts || same.contains(&key.as_str());
            assert!(translated, "{language}: {key} is not translated");
        }
    }
}

#[test]
fn every_word_is_used_and_every_word_used_is_there() {
    let spoken = everything_that_speaks();
    let keys = messages("en");
    let unused: Vec<_> = keys.keys().filter(|key| !spoken.contains(&format!("\"{key}\""))).collect();
    assert!(unused.is_empty(), "nobody says {unused:?}");
    let call = Regex::new(r#"(?s)\b(?:t|say|ours|ours_plain|text|with|rich)\(\s*"([a-z0-9-]+)""#).unwrap();
    let prefix = Regex::new(r#""((?:problem|notice)-[a-z-]+)""#).unwrap();
    for found in call.captures_iter(&spoken).chain(prefix.captures_iter(&spoken)) {
        assert!(keys.contains_key(&found[1]), "there are no words for {}", &found[1]);
    }
}

#[test]
fn no_words_are_empty_or_hold_straight_quotes_or_markup() {
    for (language, _) in FILES {
        for (key, message) in messages(language) {
            let whole = message.texts.concat();
            assert!(!whole.trim().is_empty() || !message.variables.is_empty(), "{language}: {key} is empty");
            for mark in ['"', '\'', '<', '>', '&'] {
                assert!(!whole.contains(mark), "{language}: {key} holds {mark}");
            }
            assert!(!whole.contains("..."), "{language}: {key} holds three dots instead of …");
        }
    }
}

#[test]
fn a_language_is_found_by_tag_by_number_and_by_preference() {
    let catalogue = Catalogue::load();
    for tag in ["es", "ES", "es-ES", "es_MX", "es-419"] {
        assert_eq!(catalogue.find(tag).map(|words| words.tag()), Some("es"), "{tag}");
    }
    for tag in ["", "xx", "eso", "english"] {
        assert!(catalogue.find(tag).is_none(), "{tag}");
    }
    for (number, tag) in [(1033, "en"), (2057, "en"), (3082, "es"), (1034, "es"), (2058, "es")] {
        assert_eq!(catalogue.find_lcid(number).map(|words| words.tag()), Some(tag), "{number}");
    }
    assert!(catalogue.find_lcid(0x411).is_none());
    for (header, tag) in [
        ("es-MX,es;q=0.9,en;q=0.8", "es"),
        ("en-GB,en;q=0.9,es;q=0.8", "en"),
        ("fr-CH, fr;q=0.9, es;q=0.8, *;q=0.5", "es"),
        ("ja", "en"),
        ("", "en"),
        ("not a language;;;", "en"),
    ] {
        assert_eq!(catalogue.negotiate(header).tag(), tag, "{header}");
    }
}

#[test]
fn dates_and_lengths_of_time_are_said_as_people_say_them() {
    let catalogue = Catalogue::load();
    let (english, spanish) = (catalogue.default(), catalogue.find("es").unwrap());
    let at = Utc.with_ymd_and_hms(2026, 11, 23, 9, 5, 59).unwrap();
    assert_eq!(english.date(at), "23 November 2026");
    assert_eq!(spanish.date(at), "23 de noviembre de 2026");
    assert_eq!(english.date_time(at), "23 November 2026, 09:05 UTC");
    for (days, said) in [(1, "1 day"), (7, "1 week"), (28, "4 weeks"), (30, "30 days"), (90, "90 days")] {
        assert_eq!(english.duration_days(days), said);
    }
    for (seconds, said) in
        [(0, "1 second"), (30, "30 seconds"), (61, "2 minutes"), (120, "2 minutes"), (3601, "2 hours")]
    {
        assert_eq!(english.duration(std::time::Duration::from_secs(seconds)), said);
    }
}

#[test]
fn names_in_sentences_are_escaped_and_isolated() {
    let catalogue = Catalogue::load();
    let said = catalogue.default().rich("authorize-allow", &[("app", "<b>A&B</b>".into())]);
    assert_eq!(said.0, "Allow <bdi>&lt;b&gt;A&amp;B&lt;/b&gt;</bdi>");
    let plain = catalogue.default().with("authorize-allow", &[("app", "A&B".into())]);
    assert_eq!(plain, "Allow A&B");
}

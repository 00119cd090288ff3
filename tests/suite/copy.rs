//! The words: complete in every language, all of them used, none of them broken.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use fluent_bundle::{FluentArgs, FluentBundle, FluentResource};
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, Variant, VariantKey};
use fluent_syntax::parser;
use patient_connect::copy::{Catalogue, FILES};
use regex::Regex;

/// A message: its variables, every text in it, and the names of the forms between which it chooses by number.
#[derive(Default)]
struct Message {
    variables: BTreeSet<String>,
    texts: Vec<String>,
    forms: Vec<BTreeSet<String>>,
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
            let name = |variant: &Variant<&str>| match variant.key {
                VariantKey::Identifier { name } => Some(name.to_owned()),
                VariantKey::NumberLiteral { .. } => None,
            };
            message.forms.push(variants.iter().filter_map(name).collect());
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
    files_below(&root.join("src/letter"), &mut files);
    files_below(&root.join("src/brands"), &mut files);
    files_below(&root.join("src/copy"), &mut files);
    // Whose words are found by what the rules name.
    files.push(root.join("src/domain/contact.rs"));
    files.push(root.join("src/domain/data_type.rs"));
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

/// The forms that a language has for the numbers that patients meet, as the Unicode CLDR says.
fn forms_of(language: &str) -> BTreeSet<String> {
    let all = ["zero", "one", "two", "few", "many"].map(|form| format!("        [{form}] {form}\n")).concat();
    let source = format!("form = {{ $n ->\n{all}       *[other] other\n    }}\n");
    let mut bundle = FluentBundle::new(vec![language.parse().unwrap()]);
    bundle.add_resource(FluentResource::try_new(source).unwrap()).unwrap();
    let pattern = bundle.get_message("form").unwrap().value().unwrap();
    let form = |n: i64| {
        let mut args = FluentArgs::new();
        args.set("n", n);
        bundle.format_pattern(pattern, Some(&args), &mut Vec::new()).into_owned()
    };
    let mut forms: BTreeSet<String> = (0..1000).map(form).collect();
    // The rules that Fluent comes with are older than the CLDR's version 42, which has no such form of Hebrew any more.
    if language == "he" {
        forms.remove("many");
    }
    forms
}

#[test]
fn every_language_has_the_plural_forms_that_it_needs() {
    assert_eq!(forms_of("ar").len(), 6);
    assert_eq!(forms_of("zh-Hans"), ["other".to_owned()].into());
    let english = messages("en");
    for (language, _) in FILES {
        let needed = forms_of(language);
        for (key, message) in messages(language) {
            for forms in message.forms.iter().filter(|forms| forms.len() > 1) {
                let missing: Vec<_> = needed.difference(forms).collect();
                assert!(missing.is_empty(), "{language}: {key} lacks the forms {missing:?}");
            }
            let chooses = |message: &Message| message.forms.iter().any(|forms| forms.len() > 1);
            let must = chooses(&english[&key]) && needed.len() > 1;
            assert!(
                !must || chooses(&message),
                "{language}: {key} does not choose by number as English does"
            );
        }
    }
}

/// Languages share words with English (“Cookies”), but no sentences, and not many words.
#[test]
fn no_language_was_left_in_english() {
    let sentence = Regex::new(r"[[:alpha:]]{2,}\s+[[:alpha:]]{2,}").unwrap();
    let english = messages("en");
    for (language, _) in FILES.iter().filter(|(tag, _)| *tag != "en") {
        let other = messages(language);
        let same: Vec<&String> = other
            .iter()
            .filter(|(key, message)| message.texts == english[*key].texts)
            .map(|(key, _)| key)
            .collect();
        let left: Vec<_> = same
            .iter()
            .filter(|key| {
                **key != "service-name" && other[**key].texts.iter().any(|text| sentence.is_match(text))
            })
            .collect();
        assert!(left.is_empty(), "{language}: {left:?} are not translated");
        assert!(same.len() * 50 < other.len(), "{language}: {same:?} are the same as in English");
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
    for (tag, found) in [
        ("zh", "zh-Hans"),
        ("zh-CN", "zh-Hans"),
        ("zh-Hans-CN", "zh-Hans"),
        ("zh_SG", "zh-Hans"),
        ("zh-TW", "zh-Hans"),
        ("zh-Hant-HK", "zh-Hans"),
        ("iw", "he"),
        ("iw-IL", "he"),
        ("pt-PT", "pt"),
        ("pt-BR", "pt"),
        ("ar-EG", "ar"),
        ("vi-VN", "vi"),
        ("de-CH-1996", "de"),
    ] {
        assert_eq!(catalogue.find(tag).map(|words| words.tag()), Some(found), "{tag}");
    }
    for tag in ["", "-", "xx", "eso", "english", "zhx", "€"] {
        assert!(catalogue.find(tag).is_none(), "{tag}");
    }
    for (number, tag) in [(1033, "en"), (2057, "en"), (3082, "es"), (1034, "es"), (2058, "es")]
        .into_iter()
        .chain([(2052, "zh-Hans"), (1028, "zh-Hans"), (1037, "he"), (1046, "pt"), (2070, "pt"), (1025, "ar")])
        .chain([(1066, "vi"), (1031, "de"), (1036, "fr")])
    {
        assert_eq!(catalogue.find_lcid(number).map(|words| words.tag()), Some(tag), "{number}");
    }
    assert!(catalogue.find_lcid(0x411).is_none());
    for (header, tag) in [
        ("es-MX,es;q=0.9,en;q=0.8", "es"),
        ("en-GB,en;q=0.9,es;q=0.8", "en"),
        ("fr-CH, fr;q=0.9, es;q=0.8, *;q=0.5", "fr"),
        ("it-CH, it;q=0.9, es;q=0.8, *;q=0.5", "es"),
        ("en;q=0.5, he;q=0.7", "he"),
        ("zh-TW,zh;q=0.9,en;q=0.8", "zh-Hans"),
        ("iw-IL,iw;q=0.9,en-US;q=0.8", "he"),
        ("pt-BR", "pt"),
        ("ja", "en"),
        ("", "en"),
        ("not a language;;;", "en"),
    ] {
        assert_eq!(catalogue.negotiate(header).tag(), tag, "{header}");
    }
}

#[test]
fn dates_times_numbers_and_lists_have_the_form_of_the_language() {
    let catalogue = Catalogue::load();
    let at = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap().and_hms_opt(14, 5, 59).unwrap();
    for (tag, date, date_time, number, list) in [
        ("en", "23 November 2026", "23 November 2026 at 14:05", "12,345", "a, b and c"),
        ("ar", "23 نوفمبر 2026", "23 نوفمبر 2026 في 2:05 م", "12,345", "a وb وc"),
        ("de", "23. November 2026", "23. November 2026 um 14:05", "12.345", "a, b und c"),
        ("es", "23 de noviembre de 2026", "23 de noviembre de 2026 a las 14:05", "12.345", "a, b y c"),
        ("fr", "23 novembre 2026", "23 novembre 2026 à 14:05", "12\u{202f}345", "a, b et c"),
        ("he", "23 בנובמבר 2026", "23 בנובמבר 2026 בשעה 14:05", "12,345", "a, b ו\u{2011}c"),
        ("pt", "23 de novembro de 2026", "23 de novembro de 2026 às 14:05", "12.345", "a, b e c"),
        ("vi", "23 tháng 11 2026", "lúc 14:05 23 tháng 11 2026", "12.345", "a, b và c"),
        ("zh-Hans", "2026年11月23日", "2026年11月23日 14:05", "12,345", "a、b和c"),
    ] {
        let words = catalogue.find(tag).unwrap();
        assert_eq!(words.date(at), date, "{tag}");
        assert_eq!(words.date_time(at), date_time, "{tag}");
        let said = words.with("account-export-lines", &[("count", 12_345_u32.into())]);
        assert!(said.contains(number), "{tag}: {said}");
        assert_eq!(words.list_and(&["a", "b", "c"]), list, "{tag}");
    }
}

#[test]
fn lengths_of_time_are_said_as_people_say_them() {
    let catalogue = Catalogue::load();
    let english = catalogue.default();
    for (days, said) in [(1, "1 day"), (7, "1 week"), (28, "4 weeks"), (30, "30 days"), (90, "90 days")] {
        assert_eq!(english.duration_days(days), said);
    }
    for (seconds, said) in
        [(0, "1 second"), (30, "30 seconds"), (61, "2 minutes"), (120, "2 minutes"), (3601, "2 hours")]
    {
        assert_eq!(english.duration(std::time::Duration::from_secs(seconds)), said);
    }
    assert_eq!(english.duration_days(1500), "1,500 days", "a number has the form of its language");
}

#[test]
fn names_in_sentences_are_escaped_and_isolated() {
    let catalogue = Catalogue::load();
    let said = catalogue.default().rich("authorize-allow", &[("app", "<b>A&B</b>".into())]);
    assert_eq!(said.0, "Allow <bdi>&lt;b&gt;A&amp;B&lt;/b&gt;</bdi>");
    let plain = catalogue.default().with("authorize-allow", &[("app", "A&B".into())]);
    assert_eq!(plain, "Allow A&B");
}

/// What a template says by itself: its text between tags, and in the attributes that are read out.
fn said_by(template: &str) -> Vec<String> {
    let ours = Regex::new(r"(?s)\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}").unwrap();
    let read_out = Regex::new(r#"(?:alt|title|aria-label|placeholder|content)="([^"]*)""#).unwrap();
    let styles = Regex::new(r"(?s)<(style|svg)\b.*?</(style|svg)>|<meta [^>]*>").unwrap();
    let tag = Regex::new(r"(?s)<[^>]*>").unwrap();
    let html = styles.replace_all(template, "");
    let html = ours.replace_all(&html, "\u{1}");
    let attributes = read_out.captures_iter(&html).map(|found| found[1].to_owned()).collect::<Vec<_>>();
    let text = tag.replace_all(&html, "\n");
    // Parts that stand within the tags of other templates.
    let text = Regex::new(r#" [a-z-]+="[^"\n]*""#).unwrap().replace_all(&text, "");
    let words = text.split(['\n', '\u{1}']).map(str::to_owned).chain(attributes);
    words.map(|said| said.trim().to_owned()).filter(|said| said.chars().any(char::is_alphabetic)).collect()
}

/// “Tests fail … on text outside the copy files.”
#[test]
fn no_template_says_anything_that_does_not_come_from_the_words() {
    assert_eq!(said_by("<p class=\"a\">{{ x }} Hello{% if y %}</p><img alt=\"A dog\">"), ["Hello", "A dog"]);
    let templates = Path::new(env!("CARGO_MANIFEST_DIR")).join("templates");
    // The API's documentation and the sandbox's own pages are for programmers and testers.
    let others = ["words", "api", "sandbox", "gallery"].map(|folder| templates.join(folder));
    // How a code looks.
    let example = "JKYZ-QNMN-VHRX-ZGNR-GZNH";
    let mut files = Vec::new();
    files_below(&templates, &mut files);
    files.retain(|file| others.iter().all(|other| !file.starts_with(other)));
    assert!(files.len() > 40);
    for file in files {
        let said = said_by(&fs::read_to_string(&file).unwrap());
        let said: Vec<_> = said.iter().filter(|said| *said != example).collect();
        assert!(said.is_empty(), "{}: {said:?}", file.display());
    }
}

/// WCAG 2.5.3: who speaks to her computer says what she sees.
#[test]
fn what_a_button_is_called_holds_what_stands_on_it() {
    for words in Catalogue::load().languages() {
        for button in ["password-show", "password-hide"] {
            let (seen, called) = (words.text(button), format!("{button}-label"));
            let called = words.text(&called).to_lowercase();
            assert!(called.contains(&seen.to_lowercase()), "{}: {seen:?} in {called:?}", words.tag());
        }
    }
}

//! The made-up language: what stands on a page without accents does not come from the words.

use std::sync::Arc;

use patient_connect::{
    copy::{Catalogue, PSEUDO, Words},
    gallery,
};
use regex::Regex;

use crate::gallery::chrome;

fn pseudo() -> (Catalogue, Arc<Words>) {
    let catalogue = Catalogue::load().with_pseudo();
    let words = catalogue.find(PSEUDO).expect("it is there").clone();
    (catalogue, words)
}

/// What the samples are about: names of people, clinics, apps, browsers and providers, and what clinics wrote.
const SAMPLES: &[&str] = &[
    "Fabrikam Visits",
    "Fabrikam Clinic",
    "Contoso Smile",
    "Northwind Children’s Hospital",
    "Anna",
    "Emma",
    "Oskar",
    "Español",
    "Firefox",
    "Safari",
    "Windows",
    "iPhone",
    "7F3K-92QD",
    "What is the name of the street where you grew up?",
    "What did the doctor with the red glasses, whom you met on the second floor of the old building, say to you about \
     Kraftfahrzeughaftpflichtversicherungsgesellschaften on your first visit?",
];

/// What the form of the language brings: months and the words in lists and dates.
const FORMS: &[&str] = &["November", "at", "and"];

/// The visible text of a page, a piece a line, with what is read out of attributes.
fn pieces(html: &str) -> Vec<String> {
    let unseen = Regex::new(r"(?s)<(style|script|svg|title)\b.*?</(style|script|svg|title)>").unwrap();
    // What others wrote is isolated, or stands in a quotation; other languages say so.
    let foreign = Regex::new(
        r#"(?s)<bdi\b.*?</bdi>|<blockquote\b.*?</blockquote>|<(?:span|button)[^>]* lang="[^"]*".*?</(?:span|button)>"#,
    )
    .unwrap();
    let code = Regex::new(r"[A-Z]{4}(-[A-Z]{4}){4}|https?://[^\s<]+").unwrap();
    let read_out = Regex::new(r#"(?:alt|title|aria-label|placeholder)="([^"]*)""#).unwrap();
    let tag = Regex::new(r"(?s)<[^>]*>").unwrap();
    let html = unseen.replace_all(html, "");
    let html = foreign.replace_all(&html, "");
    let attributes: Vec<String> = read_out.captures_iter(&html).map(|found| found[1].to_owned()).collect();
    let text = tag.replace_all(&html, "\n");
    let text = code.replace_all(&text, "");
    text.lines().map(str::to_owned).chain(attributes).collect()
}

#[test]
fn the_made_up_language_is_offered_only_where_it_was_asked_for() {
    assert!(Catalogue::load().find(PSEUDO).is_some_and(|words| words.tag() == "en"));
    let (catalogue, words) = pseudo();
    assert_eq!(words.tag(), "en-XA");
    assert_eq!(catalogue.find("en").unwrap().tag(), "en");
    assert_eq!(catalogue.negotiate("en-US,en;q=0.5").tag(), "en");
    let (plain, longer) = (catalogue.default().text("letter-keep"), words.text("letter-keep"));
    let longer = longer.chars().count() as f64 / plain.chars().count() as f64;
    assert!((1.3..1.6).contains(&longer), "about two fifths longer: {longer}");
    assert_eq!(words.with("letter-subject", &[("app", "Visits".into())]).matches("Visits").count(), 1);
}

/// “A pseudo-language run that shows a word not from copy.”
#[test]
fn no_page_and_no_mail_says_a_word_that_does_not_come_from_the_words() {
    let (catalogue, words) = pseudo();
    let chrome = chrome(&catalogue, &words);
    let word = Regex::new(r"[A-Za-z]{2,}").unwrap();
    let mut strays = std::collections::BTreeMap::<String, String>::new();
    for sample in gallery::all(&chrome) {
        for piece in pieces(&sample.render().unwrap()) {
            let mut piece = piece;
            for known in SAMPLES {
                piece = piece.replace(known, "");
            }
            for stray in word.find_iter(&piece).map(|found| found.as_str()) {
                if !FORMS.contains(&stray) {
                    strays.insert(stray.to_owned(), format!("{}/{}: {piece}", sample.page, sample.state));
                }
            }
        }
    }
    assert!(strays.is_empty(), "not from the words: {strays:#?}");
}

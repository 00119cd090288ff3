//! The words that patients read. They live in `templates/words/<language>.ftl` (Fluent) and nowhere else, so that a
//! plain-language reviewer reads one file, and a new language is a new file and one line in [`FILES`].

use std::borrow::Cow;
use std::collections::HashMap;
use std::fmt;
use std::sync::{Arc, RwLock};
use std::time::Duration;

use askama::filters::Safe;
use chrono::{DateTime, Datelike, Timelike, Utc};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use fluent_langneg::{NegotiationStrategy, negotiate_languages, parse_accepted_languages};
use pulldown_cmark_escape::escape_html;

/// Every language's file, by its tag, the fallback language first. A test makes sure that no file is forgotten.
pub const FILES: &[(&str, &str)] =
    &[("en", include_str!("../templates/words/en.ftl")), ("es", include_str!("../templates/words/es.ftl"))];

/// Windows primary language identifiers, which the classic links carry as `lcid`.
const PRIMARY_LANGUAGES: &[(u32, &str)] = &[
    (0x01, "ar"),
    (0x04, "zh"),
    (0x07, "de"),
    (0x09, "en"),
    (0x0a, "es"),
    (0x0c, "fr"),
    (0x0d, "he"),
    (0x10, "it"),
    (0x11, "ja"),
    (0x12, "ko"),
    (0x13, "nl"),
    (0x15, "pl"),
    (0x16, "pt"),
    (0x19, "ru"),
    (0x1f, "tr"),
    (0x22, "uk"),
    (0x29, "fa"),
    (0x2a, "vi"),
    (0x39, "hi"),
];

/// Every language that the portal speaks.
#[derive(Debug, Clone)]
pub struct Catalogue {
    languages: Vec<Arc<Words>>,
    /// Their tags in the same order, as the negotiation wants them.
    available: Vec<fluent_langneg::LanguageIdentifier>,
    /// What came of the headers that were met so far: browsers of one region all send the same few.
    negotiated: Arc<RwLock<HashMap<String, usize>>>,
}

/// How many headers are remembered, and how long one may be.
const REMEMBERED: usize = 512;
const LONGEST_REMEMBERED: usize = 200;

impl Catalogue {
    /// Reads the embedded files.
    ///
    /// # Panics
    /// When an embedded file is broken, which a test rules out.
    pub fn load() -> Catalogue {
        let mut languages: Vec<Arc<Words>> = Vec::with_capacity(FILES.len());
        for (tag, source) in FILES {
            let words = Words::parse(tag, source, languages.first().cloned());
            languages.push(Arc::new(words));
        }
        let available =
            FILES.iter().map(|(tag, _)| tag.parse().expect("the tags in FILES are well-formed")).collect();
        Catalogue { languages, available, negotiated: Arc::default() }
    }

    /// All of them, the default one first.
    pub fn languages(&self) -> &[Arc<Words>] {
        &self.languages
    }

    /// The language of a tag in any of its usual spellings: `es`, `es-ES`, `es_MX`, `ES`. `None` for one that we do
    /// not speak.
    pub fn find(&self, tag: &str) -> Option<&Arc<Words>> {
        let tag = tag.trim().replace('_', "-");
        let primary = tag.split('-').next().unwrap_or_default();
        let named = |name: &str| self.languages.iter().find(|words| words.tag.eq_ignore_ascii_case(name));
        named(&tag).or_else(|| named(primary))
    }

    /// The language of a Windows locale number (1033 is English, 3082 Spanish): regions share their language.
    pub fn find_lcid(&self, lcid: u32) -> Option<&Arc<Words>> {
        let primary = lcid & 0x3ff;
        let (_, tag) = PRIMARY_LANGUAGES.iter().find(|(number, _)| *number == primary)?;
        self.find(tag)
    }

    /// The best language for an `Accept-Language` header; the default one when nothing fits.
    pub fn negotiate(&self, accept_language: &str) -> &Arc<Words> {
        let known = self.negotiated.read().ok().and_then(|known| known.get(accept_language).copied());
        let place = known.unwrap_or_else(|| {
            let place = self.best(accept_language);
            if accept_language.len() <= LONGEST_REMEMBERED
                && let Ok(mut known) = self.negotiated.write()
                && known.len() < REMEMBERED
            {
                known.insert(accept_language.to_owned(), place);
            }
            place
        });
        &self.languages[place]
    }

    /// The place of the best language for a header.
    fn best(&self, accept_language: &str) -> usize {
        let requested = parse_accepted_languages(accept_language);
        negotiate_languages(&requested, &self.available, None, NegotiationStrategy::Lookup)
            .first()
            .and_then(|best| self.available.iter().position(|one| one == *best))
            .unwrap_or_default()
    }

    /// The language of those who asked for none.
    pub fn default(&self) -> &Arc<Words> {
        &self.languages[0]
    }
}

/// One value that a message is filled with.
#[derive(Clone, Debug)]
pub enum Arg<'a> {
    /// A name, a place, a piece of text.
    Text(Cow<'a, str>),
    /// A count, which also picks singular or plural.
    Number(i64),
}

impl<'a> From<&'a str> for Arg<'a> {
    fn from(text: &'a str) -> Self {
        Arg::Text(Cow::Borrowed(text))
    }
}

impl<'a> From<&'a String> for Arg<'a> {
    fn from(text: &'a String) -> Self {
        Arg::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Arg<'_> {
    fn from(text: String) -> Self {
        Arg::Text(Cow::Owned(text))
    }
}

impl From<char> for Arg<'_> {
    fn from(letter: char) -> Self {
        Arg::Text(Cow::Owned(letter.to_string()))
    }
}

impl From<i64> for Arg<'_> {
    fn from(number: i64) -> Self {
        Arg::Number(number)
    }
}

impl From<u32> for Arg<'_> {
    fn from(number: u32) -> Self {
        Arg::Number(i64::from(number))
    }
}

impl From<usize> for Arg<'_> {
    fn from(number: usize) -> Self {
        Arg::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

/// The words of one language.
pub struct Words {
    tag: String,
    dir: String,
    name: String,
    /// Messages without variables, resolved once: rendering a page is a matter of look-ups.
    texts: HashMap<String, String>,
    bundle: FluentBundle<FluentResource>,
    fallback: Option<Arc<Words>>,
}

impl fmt::Debug for Words {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Words").field("tag", &self.tag).finish_non_exhaustive()
    }
}

impl Words {
    fn parse(tag: &str, source: &str, fallback: Option<Arc<Words>>) -> Words {
        Words::read(tag, source, fallback)
            .unwrap_or_else(|errors| panic!("templates/words/{tag}.ftl is broken: {errors}"))
    }

    /// The same language with some of its texts said otherwise, as a brand does. `None` when the source is no Fluent or
    /// says something twice; that a text has our variables and no markup is for who checks brands.
    pub fn above(below: &Arc<Words>, source: &str) -> Option<Words> {
        let above = Words::read(&below.tag, source, Some(below.clone())).ok()?;
        Some(Words { dir: below.dir.clone(), name: below.name.clone(), ..above })
    }

    fn read(tag: &str, source: &str, fallback: Option<Arc<Words>>) -> Result<Words, String> {
        let resource =
            FluentResource::try_new(source.to_owned()).map_err(|(_, errors)| format!("{errors:?}"))?;
        let keys = source
            .lines()
            .filter(|line| line.starts_with(|first: char| first.is_ascii_alphabetic()))
            .filter_map(|line| line.split_once(" ="))
            .map(|(key, _)| key.to_owned());
        let language = tag.parse().expect("the tags in FILES are well-formed");
        let mut bundle = FluentBundle::new_concurrent(vec![language]);
        // Isolation marks would end up in what people copy; templates put <bdi> around names instead.
        bundle.set_use_isolating(false);
        bundle.add_resource(resource).map_err(|errors| format!("says something twice: {errors:?}"))?;
        let mut texts = HashMap::new();
        for key in keys {
            let mut errors = Vec::new();
            let pattern = bundle.get_message(&key).and_then(|message| message.value());
            let text = pattern.map(|pattern| bundle.format_pattern(pattern, None, &mut errors).into_owned());
            // A message with variables cannot be resolved yet: that is what the error says.
            if let (Some(text), true) = (text, errors.is_empty()) {
                texts.insert(key, text);
            }
        }
        let own = |key: &str| texts.get(key).cloned().unwrap_or_default();
        Ok(Words {
            tag: tag.to_owned(),
            dir: own("language-dir"),
            name: own("language-name"),
            texts,
            bundle,
            fallback,
        })
    }

    /// The language tag, for `lang`.
    pub fn tag(&self) -> &str {
        &self.tag
    }

    /// The writing direction, for `dir`: `ltr` or `rtl`.
    pub fn dir(&self) -> &str {
        &self.dir
    }

    /// The language's own name: `Español`.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// A message without variables. A key that is missing here is taken from the fallback language, then shown as it
    /// is; a test keeps both from happening.
    pub fn text<'a>(&'a self, key: &'a str) -> &'a str {
        match (self.texts.get(key), &self.fallback) {
            (Some(text), _) => text,
            (None, Some(fallback)) => fallback.text(key),
            (None, None) => key,
        }
    }

    /// A message with variables, as plain text.
    pub fn with(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        let Some(pattern) = self.bundle.get_message(key).and_then(|message| message.value()) else {
            return match &self.fallback {
                Some(fallback) => fallback.with(key, args),
                None => key.to_owned(),
            };
        };
        let mut values = FluentArgs::with_capacity(args.len());
        for (name, value) in args {
            let value = match value {
                Arg::Text(text) => FluentValue::String(Cow::Borrowed(text.as_ref())),
                Arg::Number(number) => FluentValue::from(*number),
            };
            values.set(*name, value);
        }
        self.bundle.format_pattern(pattern, Some(&values), &mut Vec::new()).into_owned()
    }

    /// A message with variables, as HTML: every text is escaped and stands in a `<bdi>`, so that a name in another
    /// script does not turn the sentence around. The messages themselves are ours and hold no markup (a test says so).
    pub fn rich(&self, key: &str, args: &[(&str, Arg<'_>)]) -> Safe<String> {
        let args: Vec<(&str, Arg<'_>)> = args
            .iter()
            .map(|(name, value)| match value {
                Arg::Text(text) => (*name, Arg::from(format!("<bdi>{}</bdi>", escape(text)))),
                Arg::Number(number) => (*name, Arg::Number(*number)),
            })
            .collect();
        Safe(self.with(key, &args))
    }

    /// A day: `23 November 2026`.
    pub fn date(&self, at: DateTime<Utc>) -> String {
        self.with(
            "date",
            &[("day", at.day().into()), ("month", at.month().into()), ("year", i64::from(at.year()).into())],
        )
    }

    /// A day with its time, in UTC and saying so.
    pub fn date_time(&self, at: DateTime<Utc>) -> String {
        let time = format!("{:02}:{:02}", at.hour(), at.minute());
        self.with("date-time", &[("date", self.date(at).into()), ("time", time.into())])
    }

    /// A number of days as people say it: `4 weeks`, `90 days`, `1 day`.
    pub fn duration_days(&self, days: u32) -> String {
        if days > 0 && days <= 56 && days.is_multiple_of(7) {
            self.with("duration-weeks", &[("count", (days / 7).into())])
        } else {
            self.with("duration-days", &[("count", days.into())])
        }
    }

    /// A time to wait, rounded up to what people count in: `30 seconds`, `2 minutes`, `1 hour`.
    pub fn duration(&self, duration: Duration) -> String {
        let seconds = duration.as_secs().max(1);
        let (key, count) = match seconds {
            0..60 => ("duration-seconds", seconds),
            60..3600 => ("duration-minutes", seconds.div_ceil(60)),
            _ => ("duration-hours", seconds.div_ceil(3600)),
        };
        self.with(key, &[("count", i64::try_from(count).unwrap_or(i64::MAX).into())])
    }
}

/// Text made safe to stand in HTML.
fn escape(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    escape_html(&mut safe, text).expect("a text takes all that is written");
    safe
}

//! The words of one language.

use std::{
    borrow::Cow,
    collections::HashMap,
    fmt,
    sync::{Arc, OnceLock},
    time::Duration,
};

use askama::filters::Safe;
use chrono::NaiveDateTime;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};

use super::{
    Arg,
    arg::{escape, isolated},
    forms,
};

/// Stands around a number that is not in the language's form yet. Unicode keeps this character for what never leaves a
/// program, so no text has it.
const UNFORMED: char = '\u{fdd0}';

/// The words of one language.
pub struct Words {
    tag: String,
    dir: String,
    name: String,
    source: Cow<'static, str>,
    /// Made when somebody first reads the language: half a megabyte, which few installations need nine times.
    said: OnceLock<Said>,
    fallback: Option<Arc<Words>>,
}

/// What a language's file says.
struct Said {
    /// Messages without variables, resolved once: rendering a page is a matter of look-ups.
    texts: HashMap<String, String>,
    bundle: FluentBundle<FluentResource>,
}

impl fmt::Debug for Words {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Words").field("tag", &self.tag).finish_non_exhaustive()
    }
}

/// Marks the numbers whose digits are grouped. Those below a thousand look the same in every language, as all have
/// western digits.
fn mark_number<M>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    match value {
        FluentValue::Number(number) if number.value.abs() >= 1000.0 => {
            Some(format!("{UNFORMED}{}{UNFORMED}", number.as_string()))
        }
        _ => None,
    }
}

impl Said {
    fn read(tag: &str, source: &str) -> Result<Said, String> {
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
        bundle.set_formatter(Some(mark_number));
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
        Ok(Said { texts, bundle })
    }
}

impl Words {
    pub(super) fn of(tag: &str, source: Cow<'static, str>, fallback: Option<Arc<Words>>) -> Words {
        let own = |key: &str| {
            let said =
                |line: &str| line.strip_prefix(key)?.strip_prefix(" = ").map(|text| text.trim().to_owned());
            source.lines().find_map(said).unwrap_or_default()
        };
        let (dir, name) = (own("language-dir"), own("language-name"));
        Words { tag: tag.to_owned(), dir, name, source, said: OnceLock::new(), fallback }
    }

    /// # Panics
    /// When the file is broken, which a test rules out for all of ours.
    fn said(&self) -> &Said {
        self.said.get_or_init(|| {
            Said::read(&self.tag, &self.source)
                .unwrap_or_else(|errors| panic!("templates/words/{}.ftl is broken: {errors}", self.tag))
        })
    }

    /// The same language with some of its texts said otherwise, as a brand does. `None` when the source is no Fluent or
    /// says something twice; that a text has our variables and no markup is for who checks brands.
    pub fn above(below: &Arc<Words>, source: &str) -> Option<Words> {
        let said = Said::read(&below.tag, source).ok()?;
        Some(Words {
            tag: below.tag.clone(),
            dir: below.dir.clone(),
            name: below.name.clone(),
            source: Cow::Borrowed(""),
            said: OnceLock::from(said),
            fallback: Some(below.clone()),
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
        match (self.said().texts.get(key), &self.fallback) {
            (Some(text), _) => text,
            (None, Some(fallback)) => fallback.text(key),
            (None, None) => key,
        }
    }

    /// A message with variables, as plain text. Numbers have the form that they have in the language.
    pub fn with(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        let bundle = &self.said().bundle;
        let Some(pattern) = bundle.get_message(key).and_then(|message| message.value()) else {
            return match &self.fallback {
                Some(fallback) => fallback.with(key, args),
                None => key.to_owned(),
            };
        };
        let mut values = FluentArgs::with_capacity(args.len());
        for (name, value) in args {
            let value = match value {
                Arg::Text(text) => FluentValue::from(text.as_ref()),
                Arg::Number(number) => FluentValue::from(*number),
                Arg::Ours { plain, .. } => FluentValue::from(plain.as_str()),
            };
            values.set(*name, value);
        }
        self.formed(bundle.format_pattern(pattern, Some(&values), &mut Vec::new()).into_owned())
    }

    /// Gives the marked numbers of a message their form.
    fn formed(&self, said: String) -> String {
        if !said.contains(UNFORMED) {
            return said;
        }
        let parts = said.split(UNFORMED).map(|part| match part.parse::<i64>() {
            Ok(number) if number.abs() >= 1000 => forms::of(&self.tag).number(number),
            _ => part.to_owned(),
        });
        parts.collect()
    }

    /// A message with variables, as HTML: every text is escaped and stands in a `<bdi>`, so that a name in another
    /// script does not turn the sentence around. The messages themselves are ours and hold no markup (a test says so).
    pub fn rich(&self, key: &str, args: &[(&str, Arg<'_>)]) -> Safe<String> {
        let args: Vec<(&str, Arg<'_>)> = args.iter().map(|(name, value)| (*name, value.as_html())).collect();
        Safe(self.with(key, &args))
    }

    /// A day, in the form of the language: `23 November 2026`. The time is the clock's on the wall.
    pub fn date(&self, at: NaiveDateTime) -> String {
        forms::of(&self.tag).date(at)
    }

    /// A day with its time to the minute, in the form of the language. The time is the clock's on the wall.
    pub fn date_time(&self, at: NaiveDateTime) -> String {
        forms::of(&self.tag).date_time(at)
    }

    /// Things in a row, as the language joins them: `add, read and change`. Empty where there are none.
    pub fn list_and(&self, items: &[&str]) -> String {
        forms::of(&self.tag).list_and(items.iter().copied())
    }

    /// The same for a sentence: words of ours first, then what others wrote, which is isolated as a name is.
    pub fn list_of(&self, ours: &[&str], foreign: &[&str]) -> Arg<'static> {
        let plain: Vec<&str> = ours.iter().chain(foreign).copied().collect();
        let html: Vec<String> = ours
            .iter()
            .map(|words| escape(words))
            .chain(foreign.iter().map(|words| isolated(words)))
            .collect();
        let html: Vec<&str> = html.iter().map(String::as_str).collect();
        Arg::Ours { plain: self.list_and(&plain), html: self.list_and(&html) }
    }

    /// Names in a row, as HTML: each is isolated.
    pub fn names(&self, names: &[&str]) -> Safe<String> {
        let html: Vec<String> = names.iter().map(|name| isolated(name)).collect();
        Safe(self.list_and(&html.iter().map(String::as_str).collect::<Vec<_>>()))
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

//! The forms that dates, numbers and lists have in a language, as the Unicode CLDR has them (ICU4X).
//!
//! Formatters cannot go from one thread to another, so each thread makes its own, once for each language.

use std::{cell::RefCell, collections::HashMap, rc::Rc};

use chrono::{Datelike, NaiveDateTime, Timelike};
use icu_datetime::{
    DateTimeFormatter,
    fieldsets::{YMD, YMDT},
    input::{Date, DateTime, Time},
};
use icu_decimal::{DecimalFormatter, input::Decimal};
use icu_list::{ListFormatter, options::ListFormatterOptions};
use icu_locale_core::Locale;

/// English dates and times are written as most of the world's readers of English write them: “23 November 2026”.
const ENGLISH: (&str, &str) = ("en", "en-GB");

/// Western digits, which the codes, forms and telephones of patients have, and the calendar of clinics' letters.
const EVERYWHERE: &str = "u-ca-gregory-nu-latn";

/// How one language writes them.
pub(super) struct Forms {
    date: DateTimeFormatter<YMD>,
    date_time: DateTimeFormatter<YMDT>,
    number: DecimalFormatter,
    list: ListFormatter,
}

impl Forms {
    /// Those of a language; where nothing is known of it, those that all have in common.
    fn of(tag: &str) -> Forms {
        let primary = tag.split('-').next().unwrap_or_default();
        let tag = if primary == ENGLISH.0 { ENGLISH.1 } else { tag };
        let locale: Locale =
            format!("{tag}-{EVERYWHERE}").parse().expect("the tags in FILES are well-formed");
        let known = "the compiled data knows all languages, at least as the root";
        Forms {
            date: DateTimeFormatter::try_new((&locale).into(), YMD::long()).expect(known),
            date_time: DateTimeFormatter::try_new((&locale).into(), YMD::long().with_time_hm()).expect(known),
            number: DecimalFormatter::try_new((&locale).into(), Default::default()).expect(known),
            list: ListFormatter::try_new_and((&locale).into(), ListFormatterOptions::default()).expect(known),
        }
    }

    /// A day: `23 November 2026`.
    pub(super) fn date(&self, at: NaiveDateTime) -> String {
        match Date::try_new_iso(at.year(), small(at.month()), small(at.day())) {
            Ok(date) => self.date.format(&date).to_string(),
            Err(_) => far(at),
        }
    }

    /// A day with its time, to the minute.
    pub(super) fn date_time(&self, at: NaiveDateTime) -> String {
        let date = Date::try_new_iso(at.year(), small(at.month()), small(at.day()));
        let time = Time::try_new(small(at.hour()), small(at.minute()), 0, 0);
        match (date, time) {
            (Ok(date), Ok(time)) => self.date_time.format(&DateTime { date, time }).to_string(),
            _ => far(at),
        }
    }

    /// A number, with what groups its digits: `1,000`.
    pub(super) fn number(&self, number: i64) -> String {
        self.number.format(&Decimal::from(number)).to_string()
    }

    /// `one, two and three`.
    pub(super) fn list_and<'a>(&self, items: impl Iterator<Item = &'a str> + Clone + 'a) -> String {
        self.list.format(items).to_string()
    }
}

/// The number of a month, a day, an hour or a minute.
fn small(number: u32) -> u8 {
    u8::try_from(number).unwrap_or(u8::MAX)
}

/// A time so far away that no calendar of ICU4X has it.
fn far(at: NaiveDateTime) -> String {
    at.format("%Y-%m-%d %H:%M").to_string()
}

thread_local! {
    static FORMS: RefCell<HashMap<String, Rc<Forms>>> = RefCell::default();
}

/// The forms of a language.
pub(super) fn of(tag: &str) -> Rc<Forms> {
    FORMS.with_borrow_mut(|known| {
        if let Some(forms) = known.get(tag) {
            return forms.clone();
        }
        let forms = Rc::new(Forms::of(tag));
        known.insert(tag.to_owned(), forms.clone());
        forms
    })
}

//! What the layout asks every page for. A page renders without a request, a clock or a database.

use actix_web::http::StatusCode;
use askama::filters::Safe;
use chrono::{DateTime, Utc};

use super::{
    chrome::Chrome,
    problems::{Problem, Problems},
};
use crate::{
    copy::{Arg, Words},
    domain::zone::Zone,
};

/// What is wrong with a page that has no form.
static NOTHING_WRONG: std::sync::LazyLock<Problems> = std::sync::LazyLock::new(Problems::none);

/// What the layout asks every page for.
pub trait Page {
    /// The page's name: `data-testid="page-NAME"` is on its `<main>`.
    fn name(&self) -> &'static str;

    /// What stands around the page.
    fn chrome(&self) -> &Chrome;

    /// The words of the page's `h1`, for the title.
    fn heading(&self) -> String;

    /// What is wrong with the form that was sent.
    fn all_problems(&self) -> &Problems {
        &NOTHING_WRONG
    }

    /// The origins besides ours that its forms may lead to.
    fn form_origins(&self) -> &[String] {
        &[]
    }

    /// The status that it is sent with.
    fn status(&self) -> StatusCode {
        self.all_problems().status()
    }

    /// What is wrong with the form that was sent, in order.
    fn problems(&self) -> &[Problem] {
        self.all_problems().list()
    }

    /// What is wrong with one field.
    fn problem(&self, field: &str) -> Option<&Problem> {
        self.problems().iter().find(|problem| problem.field == field)
    }

    /// The brand's slots before and after what the page says.
    fn slots(&self) -> (&'static str, &'static str) {
        match self.name() {
            "code" => ("code-before", "code-after"),
            "question" => ("", "question-after"),
            "sign-in" => ("", "sign-in-after"),
            "record" => ("", "record-after"),
            "authorize" => ("", "authorize-after"),
            "success" => ("", "success-after"),
            "locked" | "expired" | "frozen" | "withdrawn" | "declined" => ("", "refusal-after"),
            _ => ("", ""),
        }
    }

    /// The page's words.
    fn words(&self) -> &Words {
        &self.chrome().words
    }

    /// A message without variables.
    fn t<'a>(&'a self, key: &'a str) -> &'a str {
        self.words().text(key)
    }

    /// A message with variables, as HTML.
    fn say(&self, key: &str, args: &[(&str, Arg<'_>)]) -> Safe<String> {
        self.words().rich(key, args)
    }

    /// A day, in the page's time zone and the form of its language.
    fn date(&self, at: DateTime<Utc>) -> String {
        self.date_in(self.chrome().zone, at)
    }

    /// A day with its time, in the page's time zone and the form of its language.
    fn date_time(&self, at: DateTime<Utc>) -> String {
        self.date_time_in(self.chrome().zone, at)
    }

    /// A day in the time zone of one thing on the page.
    fn date_in(&self, zone: Zone, at: DateTime<Utc>) -> String {
        self.words().date(zone.wall_clock(at))
    }

    /// A day with its time in the time zone of one thing on the page.
    fn date_time_in(&self, zone: Zone, at: DateTime<Utc>) -> String {
        self.words().date_time(zone.wall_clock(at))
    }

    /// A message that names the app and its organization (`$app`, `$organization`), as HTML.
    fn ours(&self, key: &str) -> Safe<String> {
        let chrome = self.chrome();
        self.say(key, &[("app", chrome.app().into()), ("organization", chrome.organization().into())])
    }

    /// A message that names the app and its organization, as plain text.
    fn ours_plain(&self, key: &str) -> String {
        let chrome = self.chrome();
        self.words()
            .with(key, &[("app", chrome.app().into()), ("organization", chrome.organization().into())])
    }
}

//! The letter that brings a patient her code: plain text, for a clinic to print or to send. It never holds the question
//! or its answer, which go another way, nor the friendly name, which is "shown only after a right answer".

use chrono::{DateTime, Utc};
use url::Url;

use crate::{
    copy::Words,
    domain::{application::App, zone::Zone},
};

/// What a letter tells.
#[derive(Debug)]
pub struct Letter<'a> {
    /// Who asks.
    pub app: &'a App,
    /// The link with the code.
    pub link: &'a Url,
    /// The code in groups.
    pub code: &'a str,
    /// When the code stops working.
    pub expires_at: DateTime<Utc>,
    /// How many answers may be tried.
    pub chances: u32,
    /// In which time zone its date is told.
    pub zone: Zone,
}

impl Letter<'_> {
    /// Its subject.
    pub fn subject(&self, words: &Words) -> String {
        words.with("letter-subject", &[("app", (&self.app.name).into())])
    }

    fn contact(&self, words: &Words) -> String {
        let lines = self.app.contact.lines(words.tag()).into_iter().map(|line| match line.kind.words() {
            Some(key) => format!("{}: {}", words.text(key), line.said.text),
            None => line.said.text,
        });
        lines.collect::<Vec<_>>().join("\n")
    }

    /// Its text, a paragraph a line with empty lines between.
    pub fn text(&self, words: &Words) -> String {
        let organization = || (&self.app.organization).into();
        let mut page = self.link.clone();
        page.set_query(None);
        let paragraphs = [
            words.with("letter-why", &[("organization", organization()), ("app", (&self.app.name).into())]),
            words.text("letter-you-decide").to_owned(),
            format!("{}\n{}", words.text("letter-open"), self.link),
            format!("{}\n{}", words.with("letter-type", &[("address", page.as_str().into())]), self.code),
            words.with("letter-answer", &[("organization", organization())]),
            words.with("letter-chances", &[("count", self.chances.into())]),
            words.text("letter-then").to_owned(),
            words.with("letter-until", &[("date", words.date(self.zone.wall_clock(self.expires_at)).into())]),
            words.text("letter-keep").to_owned(),
            format!("{}\n{}", words.text("letter-help"), self.contact(words)),
        ];
        paragraphs.join("\n\n")
    }
}

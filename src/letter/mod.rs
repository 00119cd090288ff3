//! The letter that brings a patient her code, for a clinic to print or to send: as plain text, and as a page for a printer.
//! It never holds the question or its answer, which go another way, nor the friendly name, which is "shown only after a
//! right answer".

mod printed;
mod qr;

use chrono::{DateTime, Utc};
use url::Url;

use crate::{
    copy::Words,
    domain::{
        application::App, connect_request::ConnectRequest, retention::Retention, slug::Slug, zone::Zone,
    },
};

pub use printed::{Dress, Print, PrintedLetter};

/// What a letter tells.
#[derive(Debug)]
pub struct Letter<'a> {
    /// Who asks.
    pub app: &'a App,
    /// Where the portal is.
    pub base_url: &'a Url,
    /// The code in groups.
    pub code: &'a str,
    /// When the code stops working.
    pub expires_at: DateTime<Utc>,
    /// How many answers may be tried.
    pub chances: u32,
    /// In which time zone its date is told.
    pub zone: Zone,
}

impl<'a> Letter<'a> {
    /// The letter for a request as it stands now: with the chances that are left.
    pub fn of_request(
        app: &'a App,
        request: &ConnectRequest,
        code: &'a str,
        base_url: &'a Url,
        keep: &Retention,
        zone: Zone,
    ) -> Self {
        let (expires_at, chances) = (request.usable_until(keep), request.attempts_left);
        Self { app, base_url, code, expires_at, chances, zone }
    }

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

    /// The link with the code.
    pub fn link(&self) -> String {
        link_to(self.base_url, self.code)
    }

    /// Where the code is typed: the app's own entry, where it has one.
    pub fn entry(&self) -> Url {
        let mut page = self.base_url.clone();
        page.set_path(&self.app.slug.as_ref().map_or("/connect".to_owned(), entry_of));
        page
    }

    /// Its text, a paragraph a line with empty lines between.
    pub fn text(&self, words: &Words) -> String {
        let organization = || (&self.app.organization).into();
        let page = self.entry();
        let paragraphs = [
            words.with("letter-why", &[("organization", organization()), ("app", (&self.app.name).into())]),
            words.text("letter-you-decide").to_owned(),
            format!("{}\n{}", words.text("letter-open"), self.link()),
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

/// The path of an app's own entry.
pub fn entry_of(slug: &Slug) -> String {
    format!("/at/{slug}")
}

/// The link that brings a code.
pub fn link_to(base_url: &Url, grouped_code: &str) -> String {
    let mut link = base_url.clone();
    link.set_path("/connect");
    link.query_pairs_mut().clear().append_pair("packageid", grouped_code);
    link.into()
}

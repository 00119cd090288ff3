//! What a mail is made of: blocks, each of which has one form in HTML and one in plain text.

use chrono::{DateTime, Utc};
use url::Url;

use crate::{
    brands::Look,
    copy::{Arg, Words},
    domain::{application::App, zone::Zone},
};

/// A sentence in both forms.
pub struct Line {
    /// As plain text.
    pub plain: String,
    /// As HTML: what was put in is escaped and isolated.
    pub html: String,
}

impl std::fmt::Debug for Line {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Line({})", self.plain)
    }
}

/// One part of a mail.
#[derive(Debug)]
pub enum Block {
    /// A paragraph.
    Text(Line),
    /// A heading below the mail's own.
    Heading(Line),
    /// Points, one a line.
    List(Vec<Line>),
    /// What is typed into a page: shown large, on a line of its own.
    Code(String),
    /// A link, as a button in HTML and as an address in plain text.
    Link {
        /// Where it leads in words.
        words: Line,
        /// Where it leads: always to the portal itself.
        url: Url,
    },
}

/// A mail in words, before it has a form.
#[derive(Debug)]
pub struct Written {
    /// Its subject, which is also its heading. It names no question, no code and nothing of the patient's health: lock
    /// screens show it.
    pub subject: String,
    /// What it says, in order.
    pub blocks: Vec<Block>,
}

/// What a mail is written with.
#[derive(Debug, Clone, Copy)]
pub struct Setting<'a> {
    /// The language.
    pub words: &'a Words,
    /// In whose name.
    pub app: Option<&'a App>,
    /// Where links lead.
    pub base_url: &'a Url,
    /// The address that mails come from, where they go out into the world.
    pub sender: Option<&'a str>,
    /// In which time zone it tells times.
    pub zone: Zone,
    /// The brand that it wears.
    pub look: Option<&'a Look>,
}

impl Setting<'_> {
    /// A message without variables.
    pub fn line(&self, key: &str) -> Line {
        self.line_with(key, &[])
    }

    /// A message with variables.
    pub fn line_with(&self, key: &str, args: &[(&str, Arg<'_>)]) -> Line {
        Line { plain: self.words.with(key, args), html: self.words.rich(key, args).0 }
    }

    /// A paragraph without variables.
    pub fn text(&self, key: &str) -> Block {
        Block::Text(self.line(key))
    }

    /// A paragraph with variables.
    pub fn text_with(&self, key: &str, args: &[(&str, Arg<'_>)]) -> Block {
        Block::Text(self.line_with(key, args))
    }

    /// A day, in the form of the language.
    pub fn date(&self, at: DateTime<Utc>) -> String {
        self.words.date(self.zone.wall_clock(at))
    }

    /// A day with its time.
    pub fn date_time(&self, at: DateTime<Utc>) -> String {
        self.words.date_time(self.zone.wall_clock(at))
    }

    /// A link to a page of the portal: `path` begins with a slash and may have a query.
    pub fn link(&self, key: &str, path: &str) -> Block {
        Block::Link { words: self.line(key), url: self.address(path) }
    }

    /// The address of a page of the portal.
    pub fn address(&self, path: &str) -> Url {
        self.base_url.join(path).unwrap_or_else(|_| self.base_url.clone())
    }

    /// The app's name; the portal's own where it is nobody's.
    pub fn app_name(&self) -> &str {
        self.app.map_or(self.words.text("service-name"), |app| &app.name)
    }

    /// The organization; “the clinic” where none is known.
    pub fn organization(&self) -> &str {
        self.app.map_or(self.words.text("the-clinic"), |app| &app.organization)
    }
}

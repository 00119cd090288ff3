//! Gives a mail its form: HTML and plain text from the same blocks.

use std::sync::Arc;

use askama::Template;
use url::Url;
use uuid::Uuid;

use super::{
    kinds,
    written::{Block, Setting, Written},
};
use crate::{
    brands::{Dressed, Looks},
    copy::{Catalogue, Words},
    domain::{
        application::App,
        brand::{Accent, Colour, accent_pair, slots::Slot},
        contact::ContactLine,
        mail::Mail,
        zone::Zone,
    },
};

/// The portal's own accent, where a clinic has none: the one of `static/portal/page.css`.
const OUR_ACCENT: &str = "#0b6470";

/// A mail ready to leave. Does not print: it may hold a code.
#[derive(Clone)]
pub struct Composed {
    /// `Message-ID` without the angle brackets: the same in every attempt.
    pub message_id: String,
    /// To whom.
    pub to: String,
    /// The tag of its language.
    pub language: String,
    /// Its subject.
    pub subject: String,
    /// Its plain text.
    pub text: String,
    /// The same as HTML.
    pub html: String,
    /// Where its links lead.
    pub links: Vec<String>,
    /// The codes in it.
    pub codes: Vec<String>,
}

impl std::fmt::Debug for Composed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Composed({})", self.message_id)
    }
}

/// Writes mails.
#[derive(Debug, Clone)]
pub struct Composer {
    catalogue: Catalogue,
    base_url: Url,
    sender: Option<String>,
    zone: Zone,
    looks: Option<Arc<Looks>>,
}

#[derive(Template)]
#[template(path = "mail/mail.html")]
struct MailPage<'a> {
    words: &'a Words,
    page: &'static str,
    written: &'a Written,
    organization: Option<&'a str>,
    lines: Vec<ContactLine>,
    light: Accent,
    dark: Accent,
    above: Option<Dressed<'a>>,
    below: Option<Dressed<'a>>,
}

impl MailPage<'_> {
    fn t<'k>(&'k self, key: &'k str) -> &'k str {
        self.words.text(key)
    }
}

impl Composer {
    /// Writes in these languages, with links that begin with `base_url`.
    pub fn new(catalogue: Catalogue, base_url: Url) -> Self {
        Self { catalogue, base_url, sender: None, zone: Zone::default(), looks: None }
    }

    /// The same in the brands that apps and the installation wear.
    #[must_use]
    pub fn wearing(mut self, looks: Arc<Looks>) -> Self {
        self.looks = Some(looks);
        self
    }

    /// The same, naming the address that the mails come from: so patients know which one to expect.
    #[must_use]
    pub fn sent_from(mut self, address: String) -> Self {
        self.sender = Some(address);
        self
    }

    /// The same, telling times in this zone, where the app that a mail is about says no other.
    #[must_use]
    pub fn in_zone(mut self, zone: Zone) -> Self {
        self.zone = zone;
        self
    }

    /// Writes a mail, in the name of `app` if it is one's.
    pub fn compose(&self, id: Uuid, mail: &Mail, app: Option<&App>) -> Composed {
        let words = self.catalogue.find(&mail.language).unwrap_or_else(|| self.catalogue.default());
        let zone = app.and_then(|app| app.time_zone).unwrap_or(self.zone);
        let look = self.looks.as_ref().and_then(|looks| looks.of(app));
        let worn = look.as_ref().map_or_else(|| words.clone(), |look| look.words(words));
        let (words, look) = (&*worn, look.as_deref());
        let sender = self.sender.as_deref();
        let setting = Setting { words, app, base_url: &self.base_url, sender, zone, look };
        compose(&setting, id, mail)
    }
}

/// Writes a mail.
pub fn compose(setting: &Setting<'_>, id: Uuid, mail: &Mail) -> Composed {
    let Setting { words, app, base_url, look, .. } = *setting;
    let written = kinds::write(&mail.says, setting);
    let accent = app.and_then(|app| app.brand.as_ref()).and_then(|brand| brand.accent);
    let accent =
        accent.or_else(|| look?.accent).or_else(|| Colour::parse(OUR_ACCENT).ok()).unwrap_or(Colour::INK);
    let accents = accent_pair(accent);
    let page = MailPage {
        words,
        page: mail.says.page(),
        written: &written,
        organization: app.map(|app| app.organization.as_str()),
        lines: app.map(|app| app.contact.lines(words.tag())).unwrap_or_default(),
        light: accents.light,
        dark: accents.dark,
        above: look.and_then(|look| look.slot(Slot::MailHeader, words.tag())),
        below: look.and_then(|look| look.slot(Slot::MailFooter, words.tag())),
    };
    Composed {
        message_id: format!("{id}@{}", base_url.host_str().unwrap_or("localhost")),
        to: mail.to.as_str().to_owned(),
        language: words.tag().to_owned(),
        text: text(&page),
        // A template fails only where writing to memory does.
        html: page.render().unwrap_or_default(),
        links: links(&written),
        codes: codes(&written),
        subject: written.subject,
    }
}

fn links(written: &Written) -> Vec<String> {
    let links = written.blocks.iter().filter_map(|block| match block {
        Block::Link { url, .. } => Some(url.to_string()),
        _ => None,
    });
    links.collect()
}

fn codes(written: &Written) -> Vec<String> {
    let codes = written.blocks.iter().filter_map(|block| match block {
        Block::Code(code) => Some(code.clone()),
        _ => None,
    });
    codes.collect()
}

/// The same as plain text.
fn text(page: &MailPage<'_>) -> String {
    let mut parts: Vec<String> = page.above.iter().map(Dressed::plain).collect();
    parts.push(page.written.subject.clone());
    parts.extend(page.written.blocks.iter().map(|block| match block {
        Block::Text(line) | Block::Heading(line) => line.plain.clone(),
        Block::List(lines) => {
            lines.iter().map(|line| format!("- {}", line.plain)).collect::<Vec<_>>().join("\n")
        }
        Block::Code(code) => format!("    {code}"),
        Block::Link { words, url } => format!("{}:\n{url}", words.plain),
    }));
    if let Some(organization) = page.organization
        && !page.lines.is_empty()
    {
        parts.push(format!("{}\n{organization}: {}", page.t("mail-help-heading"), contact(page)));
    }
    parts.extend(page.below.iter().map(Dressed::plain));
    parts.push(page.t("mail-automatic").to_owned());
    parts.join("\n\n") + "\n"
}

/// Whom to ask: a text alone, or a line for each part.
fn contact(page: &MailPage<'_>) -> String {
    let line = |line: &ContactLine| match line.kind.words() {
        Some(key) => format!("{}: {}", page.t(key), line.said.text),
        None => line.said.text.clone(),
    };
    let lines: Vec<String> = page.lines.iter().map(line).collect();
    if lines.len() == 1 { lines.concat() } else { format!("\n{}", lines.join("\n")) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{copy::Arg, domain::contact::Contact, mail::Line};

    /// What a reader of the HTML reads.
    fn words_of(html: &str) -> String {
        let body = html.split("<body>").nth(1).unwrap();
        let (mut words, mut inside) = (String::new(), false);
        for c in body.chars() {
            match c {
                '<' => inside = true,
                '>' => inside = false,
                _ if !inside => words.push(c),
                _ => {}
            }
        }
        let words =
            words.replace("&#60;", "<").replace("&lt;", "<").replace("&#62;", ">").replace("&gt;", ">");
        words.replace("&#38;", "&").replace("&amp;", "&")
    }

    #[test]
    fn html_and_plain_text_say_the_same_and_a_name_becomes_no_markup() {
        let catalogue = Catalogue::load();
        let base_url: Url = "https://connect.clinic.example/".parse().unwrap();
        let words = catalogue.default();
        let setting =
            Setting { words, app: None, base_url: &base_url, sender: None, zone: Zone::UTC, look: None };
        let line = |text: &str| Line {
            plain: text.to_owned(),
            html: words.rich("letter-subject", &[("app", Arg::from(text))]).0,
        };
        let written = Written {
            subject: "Subject & all".to_owned(),
            blocks: vec![
                Block::Heading(line("A heading")),
                Block::Text(line("<b>Ann & Co</b>")),
                Block::List(vec![line("one"), line("two")]),
                Block::Code("123 456".to_owned()),
                Block::Link { words: line("Go on"), url: setting.address("/connect?packageid=ABCD&x=1") },
            ],
        };
        let accents = accent_pair(Colour::parse(OUR_ACCENT).unwrap());
        let page = MailPage {
            words,
            page: "mail-test",
            written: &written,
            organization: Some("Fabrikam & Sons"),
            lines: Contact::from("Call <us>").lines("en"),
            light: accents.light,
            dark: accents.dark,
            above: None,
            below: None,
        };
        let (html, text) = (page.render().unwrap(), text(&page));
        assert!(!html.contains("<b>"), "{html}");
        let read = words_of(&html);
        for said in [
            "Subject & all",
            "A heading",
            "<b>Ann & Co</b>",
            "one",
            "two",
            "123 456",
            "Go on",
            "https://connect.clinic.example/connect?packageid=ABCD&x=1",
            "Fabrikam & Sons",
            "Call <us>",
            words.text("mail-automatic"),
        ] {
            assert!(text.contains(said), "the text says {said}: {text}");
            assert!(read.contains(said), "the HTML says {said}: {read}");
        }
        assert_eq!(links(&written), ["https://connect.clinic.example/connect?packageid=ABCD&x=1"]);
        assert_eq!(codes(&written), ["123 456"]);
    }
}

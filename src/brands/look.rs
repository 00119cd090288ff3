//! A brand made ready for pages: everything that they ask of it is a look-up.

use std::{
    collections::{BTreeMap, HashMap},
    sync::Arc,
};

use super::{
    check::{Checked, address, check},
    files::Files,
    stylesheet::stylesheet,
};
use crate::{
    copy::{Catalogue, Words},
    domain::brand::{Colour, Finding, Token, shell, slots::Slot, tokens::Named},
    letter::Dress,
};

/// The picture in the browser's tab.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Icon {
    /// Where it is.
    pub url: String,
    /// Its kind.
    pub media_type: &'static str,
}

/// The logo of the header.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Logo {
    /// Where it is.
    pub light: String,
    /// Where the one for dark pages is, if it is another.
    pub dark: Option<String>,
    /// Its height in pixels.
    pub height: u32,
}

/// A file of a brand, as it is served.
#[derive(Debug, Clone)]
pub struct Served {
    /// For the `Content-Type` header.
    pub media_type: &'static str,
    /// What is in it.
    pub bytes: Arc<[u8]>,
}

/// A brand's own piece of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dressed<'a> {
    /// Markup of the documented set, or text.
    pub html: &'a str,
    /// Its language and direction, where it is not the page's.
    pub other: Option<(&'a str, &'a str)>,
}

impl Dressed<'_> {
    /// The same as plain text, for mails: a line for each block, and behind each link its address.
    pub fn plain(&self) -> String {
        let (mut text, mut rest, mut link) = (String::new(), self.html, None);
        while let Some((words, after)) = rest.split_once('<') {
            text.push_str(words);
            let (tag, further) = after.split_once('>').unwrap_or((after, ""));
            match tag.split([' ', '>']).next().unwrap_or_default() {
                "a" => link = tag.split("href=\"").nth(1).and_then(|rest| rest.split('"').next()),
                "/a" => {
                    if let Some(address) = link.take() {
                        text.push_str(&format!(" ({address})"));
                    }
                }
                "li" => text.push_str("- "),
                "br" | "/p" | "/li" | "/h2" | "/h3" | "/h4" | "/summary" => text.push('\n'),
                _ => {}
            }
            rest = further;
        }
        text.push_str(rest);
        let text =
            text.replace("&lt;", "<").replace("&gt;", ">").replace("&nbsp;", "\u{a0}").replace("&amp;", "&");
        text.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
    }
}

/// A brand made ready for pages.
pub struct Look {
    key: String,
    /// The clinic's name on pages of no app.
    pub name: Option<String>,
    /// Where its stylesheet is.
    pub stylesheet: String,
    /// The picture in the browser's tab.
    pub icon: Option<Icon>,
    /// The logo.
    pub logo: Option<Logo>,
    /// The links of its footer: the key of their words, and their address.
    pub links: Vec<(&'static str, String)>,
    /// What was found wrong with it; an error's part is left out.
    pub findings: Vec<Finding>,
    /// Its accent, for mails.
    pub accent: Option<Colour>,
    shell: Option<[String; 3]>,
    /// The same for pages in another language than its own.
    marked_shell: Option<[String; 3]>,
    language: Option<String>,
    directions: HashMap<String, String>,
    slots: HashMap<Slot, BTreeMap<String, String>>,
    hours: BTreeMap<String, String>,
    words: HashMap<String, Arc<Words>>,
    files: HashMap<String, Served>,
}

impl std::fmt::Debug for Look {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Look({})", self.key)
    }
}

impl Look {
    /// Makes the files of a brand ready, to be served below `/brand/KEY/`. What is wrong with them is left out, layer by
    /// layer, and told in `findings`.
    pub fn of(key: &str, files: &Files, catalogue: &Catalogue) -> Look {
        Look::dressed(key, check(files, key), catalogue)
    }

    fn dressed(key: &str, checked: Checked, catalogue: &Catalogue) -> Look {
        let Checked { tokens, media, words, slots, shell, findings } = checked;
        let of = |named: &Option<Named>| named.as_ref().and_then(|named| media.get(&named.file));
        let url = |named: &Option<Named>| of(named).map(|media| media.address.clone());
        let sheet = stylesheet(&tokens, url(&tokens.font).as_deref());
        let sheet_address = address(key, "look.css", sheet.as_bytes());
        let icon = of(&tokens.favicon);
        let icon = icon.map(|icon| Icon { url: icon.address.clone(), media_type: icon.media_type });
        let logo = url(&tokens.logo).map(|light| Logo {
            light,
            dark: url(&tokens.logo_dark),
            height: tokens.logo_height,
        });
        let mut files: HashMap<String, Served> = media
            .into_values()
            .map(|media| (media.address, Served { media_type: media.media_type, bytes: media.bytes.into() }))
            .collect();
        let served = Served { media_type: "text/css; charset=utf-8", bytes: sheet.into_bytes().into() };
        files.insert(sheet_address.clone(), served);
        let mut by_slot: HashMap<Slot, BTreeMap<String, String>> = HashMap::new();
        for ((slot, lang), html) in slots {
            by_slot.entry(slot).or_default().insert(lang.unwrap_or_default(), html);
        }
        let layered = |(tag, source): (String, String)| {
            let words = Words::above(catalogue.find(&tag)?, &source)?;
            Some((tag, Arc::new(words)))
        };
        let directions: HashMap<String, String> =
            catalogue.languages().iter().map(|w| (w.tag().to_owned(), w.dir().to_owned())).collect();
        let marked = tokens.language.as_deref().zip(shell.as_deref()).map(|(tag, shell)| {
            let direction = directions.get(primary(tag)).map_or_else(|| direction_of(tag), String::as_str);
            shell::marked(shell, tag, direction)
        });
        Look {
            key: key.to_owned(),
            name: tokens.name,
            stylesheet: sheet_address,
            icon,
            logo,
            marked_shell: marked.as_deref().and_then(shell::split),
            shell: shell.as_deref().and_then(shell::split),
            links: tokens.links.into_iter().map(|(name, url)| (words_of_link(name), url)).collect(),
            findings,
            accent: tokens.colours.map(|[light, _]| light.get(Token::Accent)),
            language: tokens.language,
            directions,
            slots: by_slot,
            hours: tokens.hours,
            words: words.into_iter().filter_map(layered).collect(),
            files,
        }
    }

    /// What its addresses begin with, behind `/brand/`.
    pub fn key(&self) -> &str {
        &self.key
    }

    /// What it puts into a slot, on a page in this language.
    pub fn slot(&self, slot: Slot, language: &str) -> Option<Dressed<'_>> {
        self.nearest(self.slots.get(&slot)?, language)
    }

    /// When the clinic is open, as text.
    pub fn hours(&self, language: &str) -> Option<Dressed<'_>> {
        self.nearest(&self.hours, language)
    }

    /// What surrounds our header and our page in this language: before, between, behind.
    pub fn shell(&self, language: &str) -> Option<&[String; 3]> {
        let other = self.other_language(language).and(self.marked_shell.as_ref());
        other.or(self.shell.as_ref())
    }

    /// The brand's own language, where it is not the page's.
    fn other_language(&self, language: &str) -> Option<(&str, &str)> {
        self.marked(self.language.as_deref(), language)
    }

    /// The text for a reader of a language: in it, in the same without its region, or in none in particular.
    fn nearest<'a>(&'a self, texts: &'a BTreeMap<String, String>, language: &str) -> Option<Dressed<'a>> {
        let own = |wanted: &str| texts.get_key_value(wanted).filter(|_| !wanted.is_empty());
        let found = own(language).or_else(|| own(primary(language)));
        if let Some((tag, html)) = found {
            return Some(Dressed { html, other: self.marked(Some(tag), language) });
        }
        let html = texts.get("")?;
        Some(Dressed { html, other: self.other_language(language) })
    }

    fn marked<'a>(&'a self, tag: Option<&'a str>, language: &str) -> Option<(&'a str, &'a str)> {
        let tag = tag.filter(|tag| primary(tag) != primary(language))?;
        let known = self.directions.get(tag).or_else(|| self.directions.get(primary(tag)));
        Some((tag, known.map_or_else(|| direction_of(tag), String::as_str)))
    }

    /// A language's words with the brand's above them.
    pub fn words(&self, ours: &Arc<Words>) -> Arc<Words> {
        self.words.get(ours.tag()).unwrap_or(ours).clone()
    }

    /// What its letters wear: the logo for light grounds and the accent. `None` where it has neither, so that what an app's
    /// file says stays.
    pub fn dress(&self) -> Option<Dress> {
        let logo = self.logo.as_ref().and_then(|logo| self.file(&logo.light));
        let worn = Dress::new(logo.map(|logo| (logo.media_type, &*logo.bytes)), self.accent);
        (logo.is_some() || self.accent.is_some()).then_some(worn)
    }

    /// The file at an address, which begins with `/brand/`.
    pub fn file(&self, address: &str) -> Option<&Served> {
        self.files.get(address)
    }

    /// Every file's address.
    pub fn addresses(&self) -> impl Iterator<Item = &str> {
        self.files.keys().map(String::as_str)
    }
}

/// The key of the words of a link.
fn words_of_link(name: &str) -> &'static str {
    match name {
        "privacy" => "brand-privacy",
        "accessibility" => "brand-accessibility",
        _ => "brand-imprint",
    }
}

/// The direction of a language that the portal does not speak.
fn direction_of(tag: &str) -> &'static str {
    const FROM_THE_RIGHT: [&str; 8] = ["ar", "dv", "fa", "he", "ps", "sd", "ur", "yi"];
    if FROM_THE_RIGHT.contains(&primary(tag)) { "rtl" } else { "ltr" }
}

fn primary(tag: &str) -> &str {
    tag.split('-').next().unwrap_or(tag)
}

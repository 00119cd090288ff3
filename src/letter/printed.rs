//! The letter as a page for a printer: one sheet, A4 or Letter, that stands alone. It loads nothing.

use std::sync::Arc;

use askama::Template;
use data_encoding::BASE64;

use super::{Letter, qr};
use crate::{
    copy::Words,
    domain::{application::App, brand::Colour, contact::ContactLine, identity_code::GROUP},
};

/// How the letter is to be printed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Print {
    /// In large type, at least 16 points throughout.
    pub large: bool,
    /// With the code letter by letter, too, as it is said on the telephone.
    pub spelled: bool,
}

/// What a letter wears.
#[derive(Debug, Clone, Default)]
pub struct Dress {
    /// The logo, as the address of a picture that stands in the letter itself.
    logo: Option<String>,
    /// The accent.
    accent: Option<String>,
}

impl Dress {
    /// Of these: the logo's media type and what is in it, and the accent.
    pub fn new(logo: Option<(&str, &[u8])>, accent: Option<Colour>) -> Self {
        let logo = logo.map(|(kind, bytes)| format!("data:{kind};base64,{}", BASE64.encode(bytes)));
        Self { logo, accent: accent.map(|accent| accent.to_string()) }
    }

    /// What an app's file says, where no brand stands above it.
    pub fn of_app(app: &App) -> Self {
        let look = app.brand.as_ref();
        let logo = look.and_then(|look| look.logo.as_ref());
        Self::new(logo.map(|logo| (logo.media_type(), logo.bytes())), look.and_then(|look| look.accent))
    }
}

/// The page.
#[derive(Debug, Template)]
#[template(path = "letter/letter.html")]
pub struct PrintedLetter {
    words: Arc<Words>,
    print: Print,
    subject: String,
    organization: String,
    app: String,
    dress: Dress,
    link: String,
    /// How wide the picture is, in modules, and its dark ones.
    picture: (usize, String),
    /// Where the code is typed, without what goes without saying.
    address: String,
    code: String,
    until: String,
    chances: u32,
    contact: Vec<ContactLine>,
}

/// The alphabet that telephones and radios speak everywhere (ICAO Annex 10), for the letters of a code.
const SPELLED: [(char, &str); 19] = [
    ('B', "Bravo"),
    ('C', "Charlie"),
    ('D', "Delta"),
    ('F', "Foxtrot"),
    ('G', "Golf"),
    ('H', "Hotel"),
    ('J', "Juliett"),
    ('K', "Kilo"),
    ('M', "Mike"),
    ('N', "November"),
    ('P', "Papa"),
    ('Q', "Quebec"),
    ('R', "Romeo"),
    ('T', "Tango"),
    ('V', "Victor"),
    ('W', "Whiskey"),
    ('X', "X-ray"),
    ('Y', "Yankee"),
    ('Z', "Zulu"),
];

fn spelled(letter: char) -> &'static str {
    SPELLED.iter().find(|(one, _)| *one == letter).map_or("", |(_, word)| word)
}

impl PrintedLetter {
    /// A letter in these words and this dress.
    pub fn of(letter: &Letter<'_>, words: &Arc<Words>, print: Print, dress: Dress) -> Self {
        let link = letter.link();
        let entry = letter.entry();
        let address = entry.as_str().trim_start_matches("https://").trim_start_matches("http://");
        Self {
            subject: letter.subject(words),
            organization: letter.app.organization.clone(),
            app: letter.app.name.clone(),
            dress,
            picture: qr::picture(&link).unwrap_or_default(),
            link,
            address: address.to_owned(),
            code: letter.code.to_owned(),
            until: words.date(letter.zone.wall_clock(letter.expires_at)),
            chances: letter.chances,
            contact: letter.app.contact.lines(words.tag()),
            words: words.clone(),
            print,
        }
    }

    fn t<'a>(&'a self, key: &'a str) -> &'a str {
        self.words.text(key)
    }

    /// The code's groups, each with how its letters are said.
    fn groups(&self) -> Vec<Vec<(char, &'static str)>> {
        let letters: Vec<char> = self.code.chars().filter(char::is_ascii_alphabetic).collect();
        letters.chunks(GROUP).map(|group| group.iter().map(|one| (*one, spelled(*one))).collect()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::identity_code::ALPHABET;

    #[test]
    fn every_letter_of_a_code_can_be_said_on_the_telephone() {
        for letter in ALPHABET.chars() {
            assert!(spelled(letter).starts_with(letter), "{letter}");
        }
        assert_eq!(SPELLED.len(), ALPHABET.len());
    }
}

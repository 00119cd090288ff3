//! Whom a patient turns to: a text in the clinic's own words, or what a phone can call and write to.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde::{Deserialize, Serialize};

use super::local_text::{LocalText, Said};

/// What stands in a `mailto:` address as it is (RFC 6068, section 2), of what addresses have.
const IN_ADDRESSES: &AsciiSet =
    &NON_ALPHANUMERIC.remove(b'@').remove(b'.').remove(b'-').remove(b'_').remove(b'+').remove(b'~');

/// How to reach a clinic. Kept as a text where it is one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Contact {
    /// In the clinic's own words.
    Text(LocalText),
    /// Part by part.
    Card(Box<ContactCard>),
}

/// The parts of a contact, each also per language; at least one is there.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct ContactCard {
    /// A telephone number, as people write it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub phone: Option<LocalText>,
    /// An email address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub email: Option<LocalText>,
    /// When somebody answers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hours: Option<LocalText>,
    /// Where it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub address: Option<LocalText>,
    /// What else there is to say.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<LocalText>,
}

/// What a line of a contact is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ContactKind {
    /// In the clinic's own words.
    Text,
    /// A telephone number.
    Phone,
    /// An email address.
    Email,
    /// When somebody answers.
    Hours,
    /// Where it is.
    Address,
}

/// One line of a contact, for one reader.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ContactLine {
    /// What it is.
    pub kind: ContactKind,
    /// What it says.
    pub said: Said,
    /// What a touch of it does: calls (`tel:`) or writes (`mailto:`).
    pub link: Option<String>,
}

impl From<&str> for Contact {
    fn from(text: &str) -> Self {
        Contact::Text(LocalText::plain(text))
    }
}

impl ContactCard {
    /// Its parts, in the order in which they are read.
    pub fn parts(&self) -> impl Iterator<Item = (ContactKind, &LocalText)> {
        let parts = [
            (ContactKind::Text, &self.text),
            (ContactKind::Phone, &self.phone),
            (ContactKind::Email, &self.email),
            (ContactKind::Hours, &self.hours),
            (ContactKind::Address, &self.address),
        ];
        parts.into_iter().filter_map(|(kind, text)| text.as_ref().map(|text| (kind, text)))
    }
}

impl Contact {
    /// Its parts, in the order in which they are read.
    pub fn parts(&self) -> Vec<(ContactKind, &LocalText)> {
        match self {
            Contact::Text(text) => vec![(ContactKind::Text, text)],
            Contact::Card(card) => card.parts().collect(),
        }
    }

    /// What a reader of `tag` reads; nothing where nothing is said.
    pub fn lines(&self, tag: &str) -> Vec<ContactLine> {
        let parts = self.parts().into_iter().filter(|(_, text)| !text.is_blank());
        let line = |(kind, text): (ContactKind, &LocalText)| {
            let said = text.said_in(tag);
            ContactLine { kind, link: kind.link(&said.text), said }
        };
        parts.map(line).collect()
    }
}

impl ContactKind {
    /// Its name in an app's file.
    pub fn as_str(self) -> &'static str {
        match self {
            ContactKind::Text => "text",
            ContactKind::Phone => "phone",
            ContactKind::Email => "email",
            ContactKind::Hours => "hours",
            ContactKind::Address => "address",
        }
    }

    /// The key of the words in front of it; the clinic's own words need none.
    pub fn words(self) -> Option<&'static str> {
        match self {
            ContactKind::Text => None,
            ContactKind::Phone => Some("contact-phone"),
            ContactKind::Email => Some("contact-email"),
            ContactKind::Hours => Some("contact-hours"),
            ContactKind::Address => Some("contact-address"),
        }
    }

    /// What a touch of such a text does; nothing where no phone can act on it.
    pub(super) fn link(self, text: &str) -> Option<String> {
        match self {
            ContactKind::Phone => call(text),
            ContactKind::Email => Some(format!("mailto:{}", utf8_percent_encode(text.trim(), IN_ADDRESSES))),
            _ => None,
        }
    }
}

/// The `tel:` address of a number as people write it (RFC 3966, without the visual separators that it allows). What
/// follows the number, such as “ext. 12”, is not dialled. `None` where there is no number.
fn call(text: &str) -> Option<String> {
    let number = text.split(|c: char| c.is_alphabetic()).map(dialled).find(|number| number.len() >= 3)?;
    Some(format!("tel:{number}"))
}

/// The digits of a piece of text, with the plus in front of an international number. A zero in brackets is dialled
/// only inside the country: behind a plus it is left out.
fn dialled(text: &str) -> String {
    let text = if text.contains('+') { text.replace("(0)", "") } else { text.to_owned() };
    let mut number = String::new();
    for c in text.chars() {
        match c.to_digit(10) {
            Some(digit) => number.extend(char::from_digit(digit, 10)),
            None if c == '+' && number.is_empty() => number.push('+'),
            None => {}
        }
    }
    number
}

#[cfg(test)]
mod tests {
    use super::*;

    fn links(contact: &Contact) -> Vec<Option<String>> {
        contact.lines("en").into_iter().map(|line| line.link).collect()
    }

    #[test]
    fn a_phone_can_call_and_write() {
        let card = ContactCard {
            phone: Some("+1 (555) 010-0".into()),
            email: Some("help+desk@fabrikam.example".into()),
            hours: Some("8 to 18".into()),
            ..ContactCard::default()
        };
        let contact = Contact::Card(Box::new(card));
        assert_eq!(
            links(&contact),
            [Some("tel:+15550100".to_owned()), Some("mailto:help+desk@fabrikam.example".to_owned()), None]
        );
        assert_eq!(links(&Contact::from("Call +1 555 0100")), [None], "a text is shown as it is");
        assert_eq!(Contact::from(" ").lines("en"), []);
    }

    #[test]
    fn numbers_are_dialled_as_people_write_them() {
        for (written, dialled) in [
            ("+49 (0)30 1234-56", Some("tel:+49301234 56".replace(' ', ""))),
            ("030 / 123 456, ext. 12", Some("tel:030123456".to_owned())),
            ("Tel.: 555 0100", Some("tel:5550100".to_owned())),
            ("ask at the desk", None),
        ] {
            assert_eq!(call(written), dialled, "{written}");
        }
    }

    #[test]
    fn what_is_kept_is_read_again_and_a_text_of_before_is_a_text() {
        let read = |kept: &str| serde_json::from_str::<Contact>(kept).unwrap();
        assert_eq!(read("\"Call us\""), Contact::from("Call us"));
        let card = ContactCard { phone: Some("555".into()), ..ContactCard::default() };
        let contact = Contact::Card(Box::new(card));
        let kept = serde_json::to_string(&contact).unwrap();
        assert_eq!(kept, r#"{"phone":"555"}"#);
        assert_eq!(read(&kept), contact);
        let local =
            Contact::Text(LocalText::by_language([("en".to_owned(), "Call us".to_owned())].into()).unwrap());
        assert_eq!(read(&serde_json::to_string(&local).unwrap()), local);
    }
}

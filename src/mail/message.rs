//! A mail as it goes over the wire (RFC 5322, MIME): plain text and HTML as alternatives.

use lettre::{
    Message,
    message::{
        Mailbox, MultiPart,
        header::{HeaderName, HeaderValue},
    },
};

use super::compose::Composed;
use crate::domain::mail::MailFailure;

/// Who mails are from: `Fabrikam Connect <connect@fabrikam.example>`.
#[derive(Debug, Clone)]
pub struct Sender(Mailbox);

/// The sender cannot be read.
#[derive(Debug, thiserror::Error)]
#[error(
    "must be an address such as connect@clinic.example, or a name with one: Clinic <connect@clinic.example>"
)]
pub struct SenderProblem;

impl Sender {
    /// Reads what an operator wrote.
    pub fn parse(text: &str) -> Result<Self, SenderProblem> {
        text.trim().parse().map(Sender).map_err(|_| SenderProblem)
    }

    /// The address alone.
    pub fn address(&self) -> String {
        self.0.email.to_string()
    }
}

/// Puts a mail together. What it says of itself (RFC 3834) keeps holiday notes from answering.
pub(super) fn message(sender: &Sender, mail: Composed) -> Result<Message, MailFailure> {
    let to: Mailbox = mail.to.parse().map_err(|_| MailFailure::BadAddress)?;
    let message = Message::builder()
        .from(sender.0.clone())
        .to(to)
        .subject(mail.subject)
        .message_id(Some(format!("<{}>", mail.message_id)))
        .raw_header(header("Content-Language", mail.language))
        .raw_header(header("Auto-Submitted", "auto-generated".to_owned()));
    message
        .multipart(MultiPart::alternative_plain_html(mail.text, mail.html))
        .map_err(|_| MailFailure::BadAddress)
}

fn header(name: &'static str, value: String) -> HeaderValue {
    HeaderValue::new(HeaderName::new_from_ascii_str(name), value)
}

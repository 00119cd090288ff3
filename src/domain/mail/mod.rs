//! Mails: what one tells, and what follows from an attempt to send it.
//!
//! What lives here: the rules, pure. What must not: words, HTML, connecting, keeping the outbox. Where to look next:
//! `actions::mails` for queueing one, `actions::time::deliver_mails` for the order of steps, `mail` for how it is
//! written and sent.

mod notice;
mod says;
mod schedule;

use chrono::{DateTime, Utc};
use uuid::Uuid;

pub use self::{
    notice::Notice,
    says::{Code, Says},
    schedule::{MailFailure, MailOutcome, MailState, MailVerdict, judge},
};
use super::email::Email;

/// A mail to be sent: to whom, in which language, and what it tells. How it looks is decided when it is sent. Does not
/// print: it may hold a code.
#[derive(Clone)]
pub struct Mail {
    /// To whom.
    pub to: Email,
    /// The tag of the language that it is written in.
    pub language: String,
    /// The app in whose name it is written, if it is one's.
    pub app_id: Option<Uuid>,
    /// The person whose account it is about: her mails go with her account.
    pub person_id: Option<Uuid>,
    /// The connect request that it brings.
    pub request_id: Option<Uuid>,
    /// It is not sent later than this: what it brings is of no use then.
    pub not_after: Option<DateTime<Utc>>,
    /// Whether it takes the place of an earlier one of the same kind to the same address that has not been sent yet: of
    /// two codes only the newer works.
    pub replaces: bool,
    /// What it tells.
    pub says: Says,
}

impl std::fmt::Debug for Mail {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Mail({})", self.says.kind())
    }
}

//! What the sandbox's page shows. Its words are in English and in the template: it speaks to developers.

use askama::Template;
use chrono::{DateTime, Utc};

use crate::{
    domain::rearm::NotRearmed,
    portal::{chrome::Chrome, page::Page, problems::Problems},
};

use super::Invitation;

/// The clinic's side of the sandbox.
#[derive(Debug, Template)]
#[template(path = "sandbox/desk.html")]
pub struct DeskPage {
    /// What stands around the page.
    pub chrome: Chrome,
    /// What is wrong with the form.
    pub problems: Problems,
    /// What was typed into the form.
    pub typed: Typed,
    /// The newest invitations first.
    pub invitations: Vec<SentInvitation>,
    /// Older invitations that are not shown.
    pub older: usize,
    /// What the app's list holds.
    pub authorized: Vec<AuthorizedLine>,
    /// The list's `as_of`.
    pub as_of: String,
    /// Name, email address and password of the sample patient.
    pub patient: (&'static str, &'static str, &'static str),
    /// The sample app's name.
    pub app_name: String,
    /// The clinic behind it.
    pub organization: String,
    /// Its API key.
    pub api_key: String,
    /// What its calls begin with, without the slash at the end.
    pub base_url: String,
    /// The sandbox's time.
    pub now: DateTime<Utc>,
    /// True when the clock was moved.
    pub moved: bool,
}

/// What a form was sent with.
#[derive(Debug, Default, Clone)]
pub struct Typed {
    /// The app's own identifier.
    pub external_id: String,
    /// The friendly name.
    pub friendly_name: String,
    /// The secret question.
    pub question: String,
    /// Its answer.
    pub answer: String,
    /// The request whose code was to get its chances back.
    pub rearmed: String,
    /// Why.
    pub reason: String,
    /// Whether the portal is to mail it: what the box stands for, or empty.
    pub send_by_mail: String,
}

impl Typed {
    /// From the fields of the form that creates a request.
    pub(super) fn read<'f>(field: impl Fn(&str) -> &'f str) -> Self {
        Self {
            external_id: field("external_id").to_owned(),
            friendly_name: field("friendly_name").to_owned(),
            question: field("question").to_owned(),
            answer: field("answer").to_owned(),
            send_by_mail: field("send_by_mail").to_owned(),
            ..Self::default()
        }
    }

    /// From the fields of the form that gives a code its chances back.
    pub(super) fn read_reason<'f>(field: impl Fn(&str) -> &'f str) -> Self {
        Self {
            rearmed: field("external_id").to_owned(),
            reason: field("reason").to_owned(),
            ..Self::default()
        }
    }
}

/// An invitation and what became of it.
#[derive(Debug)]
pub struct SentInvitation {
    /// The invitation.
    pub invitation: Invitation,
    /// Its text, while its request is there.
    pub text: Option<String>,
    /// `pending`, `locked`, `frozen`, `expired`, `authorized` or `deleted`.
    pub status: &'static str,
    /// Chances left.
    pub attempts_left: u32,
    /// Whether its code can get its chances back.
    pub rearm: Result<(), NotRearmed>,
}

/// One line of the app's list.
#[derive(Debug)]
pub struct AuthorizedLine {
    /// The request.
    pub external_id: String,
    /// The person, as this app knows her.
    pub person_id: String,
    /// The record, as this app knows it.
    pub record_id: String,
    /// When.
    pub authorized_at: String,
}

impl DeskPage {
    /// Whether the reason that was sent is the one for this invitation's code, and cannot be used.
    fn refused_reason_of(&self, sent: &SentInvitation) -> bool {
        self.typed.rearmed == sent.invitation.external_id && self.problem("reason").is_some()
    }

    /// The `id` of the field of an invitation's reason: the one with a problem has the name that the summary leads to.
    fn reason_id(&self, sent: &SentInvitation) -> String {
        match self.refused_reason_of(sent) {
            true => "reason".to_owned(),
            false => format!("reason-{}", sent.invitation.identity_code),
        }
    }
}

impl Page for DeskPage {
    fn name(&self) -> &'static str {
        "desk"
    }

    fn chrome(&self) -> &Chrome {
        &self.chrome
    }

    fn heading(&self) -> String {
        "The clinic’s desk".to_owned()
    }

    fn all_problems(&self) -> &Problems {
        &self.problems
    }
}

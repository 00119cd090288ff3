//! What an app may learn: one ordered log per app, written in the same transaction as what it records.

use chrono::{DateTime, Utc};
use uuid::Uuid;

/// Kinds of event.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum EventKind {
    /// Somebody gave the first answer to the question: once for each request. A link that was merely fetched is not
    /// told, because mail scanners and prefetching browsers fetch links, too; to answer takes a person.
    Opened,
    /// A wrong answer was given.
    WrongAnswer,
    /// Too many wrong answers.
    Locked,
    /// Not picked up in time: once for each request.
    Expired,
    /// The patient declined.
    Declined,
    /// The app was authorized for a record for the first time.
    Authorized,
    /// The app was authorized again for the same record.
    Reauthorized,
    /// The app was authorized for another record of the same request.
    RecordAdded,
    /// The patient disconnected the app.
    Disconnected,
    /// The app gave the authorization up.
    GivenUp,
    /// The app gave a locked or frozen code its chances back.
    Rearmed,
    /// The holder of the code did not expect it: it is frozen.
    Reported,
    /// The portal could not mail the invitation, or a reminder.
    InvitationFailed,
    /// A letter on paper is due: nobody opened the code for as many days as the operator has set, or it was locked. Once for
    /// each request, and only where the operator has set it.
    LetterDue,
}

impl EventKind {
    /// All of them.
    pub const ALL: [EventKind; 14] = [
        EventKind::Opened,
        EventKind::WrongAnswer,
        EventKind::Locked,
        EventKind::Expired,
        EventKind::Declined,
        EventKind::Authorized,
        EventKind::Reauthorized,
        EventKind::RecordAdded,
        EventKind::Disconnected,
        EventKind::GivenUp,
        EventKind::Rearmed,
        EventKind::Reported,
        EventKind::InvitationFailed,
        EventKind::LetterDue,
    ];

    /// The word that is stored and sent.
    pub fn as_str(self) -> &'static str {
        match self {
            EventKind::Opened => "opened",
            EventKind::WrongAnswer => "wrong_answer",
            EventKind::Locked => "locked",
            EventKind::Expired => "expired",
            EventKind::Declined => "declined",
            EventKind::Authorized => "authorized",
            EventKind::Reauthorized => "reauthorized",
            EventKind::RecordAdded => "record_added",
            EventKind::Disconnected => "disconnected",
            EventKind::GivenUp => "given_up",
            EventKind::Rearmed => "rearmed",
            EventKind::Reported => "reported",
            EventKind::InvitationFailed => "invitation_failed",
            EventKind::LetterDue => "letter_due",
        }
    }

    /// The kind that a word stands for.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == word)
    }
}

/// One event. It carries no health data, question, answer or code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// What happened.
    pub kind: EventKind,
    /// The external ID of the request it happened to, as it was then.
    pub external_id: Option<String>,
    /// The authorization that it changed.
    pub authorization_id: Option<Uuid>,
    /// Chances left, for a wrong answer.
    pub attempts_left: Option<u32>,
}

impl Event {
    /// An event of a request that changed no authorization.
    pub fn of_request(kind: EventKind, external_id: &str) -> Self {
        Self { kind, external_id: Some(external_id.to_owned()), authorization_id: None, attempts_left: None }
    }

    /// An event that changed an authorization.
    pub fn of_authorization(kind: EventKind, external_id: Option<&str>, authorization_id: Uuid) -> Self {
        Self {
            kind,
            external_id: external_id.map(str::to_owned),
            authorization_id: Some(authorization_id),
            attempts_left: None,
        }
    }
}

/// What an app knows an authorization by: pseudonyms of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownAs {
    /// The person.
    pub person_id: Uuid,
    /// The record, specific to the person, too.
    pub record_id: Uuid,
    /// The record, the same for every person.
    pub app_specific_record_id: String,
}

/// An event as it stands in the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LoggedEvent {
    /// Its number in the app's log: from 1, without gaps.
    pub seq: i64,
    /// When it happened: later than the one before.
    pub at: DateTime<Utc>,
    /// What happened.
    pub kind: EventKind,
    /// The external ID of the request it happened to, as it was then.
    pub external_id: Option<String>,
    /// Chances left, for a wrong answer.
    pub attempts_left: Option<u32>,
    /// The authorization that it changed.
    pub authorization: Option<KnownAs>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_has_a_word_of_its_own() {
        for kind in EventKind::ALL {
            assert_eq!(EventKind::parse(kind.as_str()), Some(kind));
        }
        assert_eq!(EventKind::parse("else"), None);
    }
}

//! What mails tell, one variant a kind.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::notice::Notice;

/// What a mail tells. It is stored sealed and read again by this or a later version: a variant may get further fields
/// with a default, and loses none. Does not print: it may hold a code.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Says {
    /// Mail works: the operator tries it.
    Test,
    /// An app asks its patient to connect, and here is the code.
    Invitation(Code),
    /// The same once more: nobody has used the code yet.
    Reminder(Code),
    /// Something happened to an account or its connections.
    Notice {
        /// What.
        notice: Notice,
        /// When.
        at: DateTime<Utc>,
        /// Opens the page where “it was not me” ends all sign-ins; empty where there is none to end.
        not_me: String,
    },
    /// The code that confirms a new address, sent to it.
    EmailCode {
        /// The digits.
        code: String,
        /// How many minutes it works.
        minutes: u32,
    },
    /// Somebody wants to use an address that has an account already.
    EmailTaken,
    /// The address was changed: sent to the old one.
    EmailChanged {
        /// When.
        at: DateTime<Utc>,
        /// Opens the page where the change is taken back.
        undo: String,
        /// Until when it can be.
        until: DateTime<Utc>,
    },
    /// The code that proves an address.
    ConfirmAddress {
        /// The code, in two groups.
        code: String,
        /// What it is to prove: of the mails of one, only the newest is sent.
        thread: Uuid,
    },
    /// Somebody wanted an account for an address that has one.
    AlreadyRegistered {
        /// As above.
        thread: Uuid,
    },
    /// The code that lets her choose a new password.
    Recovery {
        /// The code, in two groups.
        code: String,
        /// As above.
        thread: Uuid,
    },
    /// Somebody wanted to recover an account, and the address has none.
    NoAccount {
        /// As above.
        thread: Uuid,
    },
    /// A new password was chosen with a code from a mail.
    Recovered,
}

/// The code that a mail brings, with what a patient must know of it.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Code {
    /// In groups.
    pub code: String,
    /// When it stops working.
    pub until: DateTime<Utc>,
    /// How many answers may be tried.
    pub chances: u32,
}

impl std::fmt::Debug for Code {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Code(…)")
    }
}

impl Says {
    /// Its name in the gallery, and what it says of itself in its HTML.
    pub fn page(&self) -> &'static str {
        match self {
            Says::Test => "mail-test",
            Says::ConfirmAddress { .. } => "mail-confirm-address",
            Says::AlreadyRegistered { .. } => "mail-already-registered",
            Says::Recovery { .. } => "mail-recovery",
            Says::NoAccount { .. } => "mail-no-account",
            Says::Recovered => "mail-recovered",
            Says::Invitation(_) => "mail-invitation",
            Says::Reminder(_) => "mail-reminder",
            Says::Notice { notice, .. } => notice.page(),
            Says::EmailCode { .. } => "mail-email-code",
            Says::EmailTaken => "mail-email-taken",
            Says::EmailChanged { .. } => "mail-email-changed",
        }
    }

    /// The word for its kind, which is stored and counted: it tells nothing of anybody.
    pub fn kind(&self) -> &'static str {
        self.page().trim_start_matches("mail-")
    }

    /// What it belongs to, where a newer mail takes its place: strangers who ask for codes to the same address do not
    /// keep hers from being sent.
    pub fn thread(&self) -> Uuid {
        match self {
            Says::ConfirmAddress { thread, .. }
            | Says::AlreadyRegistered { thread }
            | Says::Recovery { thread, .. }
            | Says::NoAccount { thread } => *thread,
            Says::Test
            | Says::Invitation(_)
            | Says::Reminder(_)
            | Says::Recovered
            | Says::Notice { .. }
            | Says::EmailCode { .. }
            | Says::EmailTaken
            | Says::EmailChanged { .. } => Uuid::nil(),
        }
    }
}

impl std::fmt::Debug for Says {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Says({})", self.kind())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::invitation::Brings;

    #[test]
    fn what_came_of_a_mail_with_a_code_is_found_by_its_kind_and_its_code_is_not_printed() {
        let code = Code { code: "JKYZ".to_owned(), until: DateTime::UNIX_EPOCH, chances: 3 };
        let (invitation, reminder) = (Says::Invitation(code.clone()), Says::Reminder(code));
        assert_eq!(Brings::of_mail(invitation.kind()), Some(Brings::Invitation));
        assert_eq!(Brings::of_mail(reminder.kind()), Some(Brings::Reminder));
        assert_eq!(Brings::of_mail(Says::Test.kind()), None);
        assert!(!format!("{invitation:?}").contains("JKYZ"));
        let kept = serde_json::to_string(&invitation).unwrap();
        assert!(serde_json::from_str::<Says>(&kept).unwrap() == invitation);
    }
}

//! What mails tell, one variant a kind.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

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
            Says::Test | Says::Invitation(_) | Says::Reminder(_) | Says::Recovered => Uuid::nil(),
        }
    }
}

impl std::fmt::Debug for Says {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Says({})", self.kind())
    }
}

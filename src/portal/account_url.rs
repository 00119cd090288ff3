//! The addresses of the account pages.

use std::fmt;

use uuid::Uuid;

/// A page of a person's own account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AccountUrl {
    /// What the account is now.
    Overview,
    /// The same, saying what was just done.
    Done(Done),
    /// Her name.
    Name,
    /// Her address.
    Email,
    /// The code that confirms a new one.
    EmailCode,
    /// The same, after another one was sent.
    EmailCodeSent,
    /// Takes a change of address back; the link of a mail.
    UndoEmail,
    /// Her language.
    Language,
    /// Her password.
    Password,
    /// Her passkeys.
    Passkeys,
    /// The same, saying what was just done.
    PasskeysDone(Done),
    /// Where she is signed in.
    Sessions,
    /// The same, saying what was just done.
    SessionsDone(Done),
    /// What happened, a page of it.
    History(u32),
    /// Taking her data with her.
    Export,
    /// Her data, as a file.
    ExportFile,
    /// Deleting the account.
    Delete,
    /// It is deleted.
    Deleted,
    /// Her records.
    Records,
    /// The same, saying what was just done.
    RecordsDone(Done),
    /// Another name for a record.
    Record(Uuid),
    /// Deleting a record.
    DeleteRecord(Uuid),
    /// “It was not me”; the link of a mail.
    NotMe,
}

/// What was just done, said on the page that follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Done {
    /// Her name was changed.
    Name,
    /// Her address was changed.
    Email,
    /// She chose a language.
    Language,
    /// Her password was changed.
    Password,
    /// A passkey was added.
    PasskeyAdded,
    /// A passkey was removed.
    PasskeyRemoved,
    /// A sign-in was ended.
    Session,
    /// All other sign-ins were ended.
    Sessions,
    /// A record got another name.
    Record,
    /// A record was deleted.
    RecordDeleted,
}

impl Done {
    const ALL: [Done; 10] = [
        Done::Name,
        Done::Email,
        Done::Language,
        Done::Password,
        Done::PasskeyAdded,
        Done::PasskeyRemoved,
        Done::Session,
        Done::Sessions,
        Done::Record,
        Done::RecordDeleted,
    ];

    fn word(self) -> &'static str {
        match self {
            Done::Name => "name",
            Done::Email => "email",
            Done::Language => "language",
            Done::Password => "password",
            Done::PasskeyAdded => "passkey",
            Done::PasskeyRemoved => "passkey-removed",
            Done::Session => "session",
            Done::Sessions => "sessions",
            Done::Record => "record",
            Done::RecordDeleted => "record-deleted",
        }
    }

    /// By its word in an address.
    pub fn find(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|done| done.word() == word)
    }

    /// The key of its words.
    pub fn key(self) -> &'static str {
        match self {
            Done::Name => "notice-name-changed",
            Done::Email => "notice-email-changed",
            Done::Language => "notice-language-changed",
            Done::Password => "notice-password-changed",
            Done::PasskeyAdded => "notice-passkey-added",
            Done::PasskeyRemoved => "notice-passkey-removed",
            Done::Session => "notice-session-ended",
            Done::Sessions => "notice-sessions-ended",
            Done::Record => "notice-record-renamed",
            Done::RecordDeleted => "notice-record-deleted",
        }
    }
}

impl fmt::Display for AccountUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            AccountUrl::Overview => f.write_str("/account"),
            AccountUrl::Done(done) => write!(f, "/account?done={}", done.word()),
            AccountUrl::Name => f.write_str("/account/name"),
            AccountUrl::Email => f.write_str("/account/email"),
            AccountUrl::EmailCode => f.write_str("/account/email/code"),
            AccountUrl::EmailCodeSent => f.write_str("/account/email/code?sent=1"),
            AccountUrl::UndoEmail => f.write_str("/account/email/undo"),
            AccountUrl::Language => f.write_str("/account/language"),
            AccountUrl::Password => f.write_str("/account/password"),
            AccountUrl::Passkeys => f.write_str("/account/passkeys"),
            AccountUrl::PasskeysDone(done) => write!(f, "/account/passkeys?done={}", done.word()),
            AccountUrl::Sessions => f.write_str("/account/sessions"),
            AccountUrl::SessionsDone(done) => write!(f, "/account/sessions?done={}", done.word()),
            AccountUrl::History(0 | 1) => f.write_str("/account/history"),
            AccountUrl::History(page) => write!(f, "/account/history?page={page}"),
            AccountUrl::Export => f.write_str("/account/export"),
            AccountUrl::ExportFile => f.write_str("/account/export/file"),
            AccountUrl::Delete => f.write_str("/account/delete"),
            AccountUrl::Deleted => f.write_str("/account/deleted"),
            AccountUrl::Records => f.write_str("/account/records"),
            AccountUrl::RecordsDone(done) => write!(f, "/account/records?done={}", done.word()),
            AccountUrl::Record(id) => write!(f, "/account/records/{id}"),
            AccountUrl::DeleteRecord(id) => write!(f, "/account/records/{id}/delete"),
            AccountUrl::NotMe => f.write_str("/account/not-me"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_done_is_read_back_from_its_word() {
        for done in Done::ALL {
            assert_eq!(Done::find(done.word()), Some(done));
        }
        assert_eq!(Done::find("anything"), None);
    }
}

//! What happens to a person's account, as she reads it in its history, and what a new address needs to be hers.

use chrono::{DateTime, TimeDelta, Utc};

/// How many digits the code has that confirms a new address.
pub const CODE_DIGITS: usize = 6;
/// How often such a code may be tried.
pub const CODE_TRIES: u32 = 10;
/// How long such a code works.
pub const CODE_WORKS: TimeDelta = TimeDelta::minutes(30);
/// How many codes a person may ask for within an hour: each is a mail to somebody.
pub const CODES_AN_HOUR: i64 = 5;
/// How long who reads the old address can take a change back.
pub const UNDO_WITHIN: TimeDelta = TimeDelta::days(7);
/// How long the link in a notice works that ends all sessions.
pub const NOT_ME_WITHIN: TimeDelta = TimeDelta::days(30);

/// What happened to an account.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum AccountEvent {
    /// Signed in.
    SignedIn,
    /// Somebody tried a wrong password.
    SignInFailed,
    /// She changed her name.
    NameChanged,
    /// Her address was changed.
    EmailChanged,
    /// Who reads the old address took the change back.
    EmailRestored,
    /// She chose another language.
    LanguageChanged,
    /// She added an account at a provider as a way to sign in.
    ProviderAdded,
    /// She took one away.
    ProviderRemoved,
    /// She changed her password.
    PasswordChanged,
    /// A forgotten password was replaced.
    Recovered,
    /// A passkey was added.
    PasskeyAdded,
    /// A passkey was removed.
    PasskeyRemoved,
    /// She ended one sign-in.
    SessionEnded,
    /// She ended all sign-ins but one.
    OthersEnded,
    /// All sign-ins were ended from a mail.
    AllEnded,
    /// An app was connected.
    Connected,
    /// She disconnected an app.
    Disconnected,
    /// An app gave a connection up.
    GivenUp,
    /// A record got another name.
    RecordRenamed,
    /// A record was deleted.
    RecordDeleted,
    /// She took her data with her.
    Exported,
}

impl AccountEvent {
    /// All of them.
    pub const ALL: [AccountEvent; 21] = [
        AccountEvent::SignedIn,
        AccountEvent::SignInFailed,
        AccountEvent::NameChanged,
        AccountEvent::EmailChanged,
        AccountEvent::EmailRestored,
        AccountEvent::LanguageChanged,
        AccountEvent::ProviderAdded,
        AccountEvent::ProviderRemoved,
        AccountEvent::PasswordChanged,
        AccountEvent::Recovered,
        AccountEvent::PasskeyAdded,
        AccountEvent::PasskeyRemoved,
        AccountEvent::SessionEnded,
        AccountEvent::OthersEnded,
        AccountEvent::AllEnded,
        AccountEvent::Connected,
        AccountEvent::Disconnected,
        AccountEvent::GivenUp,
        AccountEvent::RecordRenamed,
        AccountEvent::RecordDeleted,
        AccountEvent::Exported,
    ];

    /// The word that is stored and exported.
    pub fn as_str(self) -> &'static str {
        match self {
            AccountEvent::SignedIn => "signed_in",
            AccountEvent::SignInFailed => "sign_in_failed",
            AccountEvent::NameChanged => "name_changed",
            AccountEvent::EmailChanged => "email_changed",
            AccountEvent::EmailRestored => "email_restored",
            AccountEvent::LanguageChanged => "language_changed",
            AccountEvent::ProviderAdded => "provider_added",
            AccountEvent::ProviderRemoved => "provider_removed",
            AccountEvent::PasswordChanged => "password_changed",
            AccountEvent::Recovered => "recovered",
            AccountEvent::PasskeyAdded => "passkey_added",
            AccountEvent::PasskeyRemoved => "passkey_removed",
            AccountEvent::SessionEnded => "session_ended",
            AccountEvent::OthersEnded => "others_ended",
            AccountEvent::AllEnded => "all_ended",
            AccountEvent::Connected => "connected",
            AccountEvent::Disconnected => "disconnected",
            AccountEvent::GivenUp => "given_up",
            AccountEvent::RecordRenamed => "record_renamed",
            AccountEvent::RecordDeleted => "record_deleted",
            AccountEvent::Exported => "exported",
        }
    }

    /// What a word stands for. `None` for one of a later version.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|event| event.as_str() == word)
    }
}

/// Where a change of address is in its life.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EmailChangeState {
    /// A code was mailed to the new address.
    Asked,
    /// A later change took its place.
    Replaced,
    /// The new address is hers.
    Done,
    /// Taken back.
    Undone,
}

impl EmailChangeState {
    /// The word that is stored.
    pub fn as_str(self) -> &'static str {
        match self {
            EmailChangeState::Asked => "asked",
            EmailChangeState::Replaced => "replaced",
            EmailChangeState::Done => "done",
            EmailChangeState::Undone => "undone",
        }
    }
}

/// Until when a change that was made then can be taken back.
pub fn undo_until(changed_at: DateTime<Utc>) -> DateTime<Utc> {
    changed_at + UNDO_WITHIN
}

/// A code of digits from random bytes. The slight unevenness of a remainder of 64 bits is far below one in a million
/// millions.
pub fn code_of(random: [u8; 8]) -> String {
    let most = 10u64.pow(u32::try_from(CODE_DIGITS).unwrap_or(6));
    format!("{:0width$}", u64::from_le_bytes(random) % most, width = CODE_DIGITS)
}

/// What was typed as a code: its digits, however they were grouped. `None` when it cannot be one.
pub fn typed_code(typed: &str) -> Option<String> {
    let kept: String = typed.chars().filter(|c| !c.is_whitespace() && !"-–—.".contains(*c)).collect();
    (kept.len() == CODE_DIGITS && kept.bytes().all(|b| b.is_ascii_digit())).then_some(kept)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_event_has_a_word_of_its_own() {
        for event in AccountEvent::ALL {
            assert_eq!(AccountEvent::parse(event.as_str()), Some(event));
        }
        assert_eq!(AccountEvent::parse("else"), None);
    }

    #[test]
    fn a_code_has_six_digits_and_keeps_its_zeros() {
        assert_eq!(code_of(7u64.to_le_bytes()), "000007");
        assert_eq!(code_of(u64::MAX.to_le_bytes()).len(), 6);
    }

    #[test]
    fn a_code_is_read_however_it_was_grouped() {
        for typed in ["123456", " 123 456 ", "123-456", "123–456", "123456."] {
            assert_eq!(typed_code(typed).as_deref(), Some("123456"), "{typed}");
        }
        for typed in ["", "12345", "1234567", "12345x", "１２３４５６"] {
            assert_eq!(typed_code(typed), None, "{typed}");
        }
    }
}

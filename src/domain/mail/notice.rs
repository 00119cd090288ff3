//! Notices: mails that tell a person what happened to her account or her connections.

use serde::{Deserialize, Serialize};

/// What happened. No health data, no question, no answer, and no record's name: it may be a child's, and mails are read
/// on lock screens.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "what", rename_all = "kebab-case")]
pub enum Notice {
    /// Somebody signed in with a browser that had not signed in to this account before.
    NewBrowser {
        /// The browser, as `domain::browser` writes it.
        browser: String,
    },
    /// The password was changed.
    PasswordChanged,
    /// A forgotten password was replaced.
    Recovered,
    /// A passkey was added.
    PasskeyAdded {
        /// What she called it.
        name: String,
    },
    /// An app was connected.
    Connected,
    /// She disconnected an app.
    Disconnected,
    /// An app ended a connection by itself.
    GivenUp,
    /// An app asks for other information than it did when she allowed it.
    DataTypesChanged,
    /// The account was deleted.
    AccountDeleted,
}

impl Notice {
    /// The word for its mail.
    pub fn kind(&self) -> &'static str {
        match self {
            Notice::NewBrowser { .. } => "notice-new-browser",
            Notice::PasswordChanged => "notice-password-changed",
            Notice::Recovered => "notice-recovered",
            Notice::PasskeyAdded { .. } => "notice-passkey-added",
            Notice::Connected => "notice-connected",
            Notice::Disconnected => "notice-disconnected",
            Notice::GivenUp => "notice-given-up",
            Notice::DataTypesChanged => "notice-data-types-changed",
            Notice::AccountDeleted => "notice-account-deleted",
        }
    }
}

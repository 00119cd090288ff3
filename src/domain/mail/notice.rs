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
    /// A passkey was added.
    PasskeyAdded {
        /// What she called it.
        name: String,
    },
    /// An account at a provider was added as a way to sign in.
    ProviderAdded,
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
    /// The name of its mail.
    pub fn page(&self) -> &'static str {
        match self {
            Notice::NewBrowser { .. } => "mail-notice-new-browser",
            Notice::PasswordChanged => "mail-notice-password-changed",
            Notice::PasskeyAdded { .. } => "mail-notice-passkey-added",
            Notice::ProviderAdded => "mail-notice-provider-added",
            Notice::Connected => "mail-notice-connected",
            Notice::Disconnected => "mail-notice-disconnected",
            Notice::GivenUp => "mail-notice-given-up",
            Notice::DataTypesChanged => "mail-notice-data-types-changed",
            Notice::AccountDeleted => "mail-notice-account-deleted",
        }
    }
}

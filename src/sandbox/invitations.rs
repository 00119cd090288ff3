//! What the sandbox has besides the portal: its clock, its sample app, the invitations that were written.

use std::sync::Mutex;

use super::KeptClock;
use crate::{domain::application::ConnectApp, mail::Mailbox};

/// An invitation that the sample clinic sent: only a sandbox keeps codes and answers in the clear, and only in memory.
#[derive(Debug, Clone, serde::Serialize)]
pub struct Invitation {
    /// The clinic's own identifier for the patient.
    pub external_id: String,
    /// Shown after the right answer.
    pub friendly_name: String,
    /// The secret question.
    pub question: String,
    /// Its answer.
    pub answer: String,
    /// The code.
    pub identity_code: String,
    /// The link with the code.
    pub link: String,
}

/// What the sandbox has besides the portal.
#[derive(Debug)]
pub struct Sandbox {
    /// The clock that can be moved forward.
    pub clock: KeptClock,
    /// What the portal has mailed.
    pub mailbox: Mailbox,
    /// The sample app.
    pub app: ConnectApp,
    /// Its API key.
    pub api_key: String,
    /// The invitations written so far, oldest first.
    pub invitations: Mutex<Vec<Invitation>>,
}

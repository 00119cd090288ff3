//! What the samples of mails are made of.

use crate::domain::{application::App, mail::Says};

/// A mail in one state.
pub(super) struct Written {
    pub(super) state: &'static str,
    pub(super) says: Says,
    pub(super) app: Option<App>,
}

//! The mails, a file a kind.

mod invitation;
mod test;

use super::written::{Setting, Written};
use crate::domain::mail::Says;

/// Puts what a mail tells into words.
pub(super) fn write(says: &Says, setting: &Setting<'_>) -> Written {
    match says {
        Says::Test => test::write(setting),
        Says::Invitation(code) => invitation::invitation(code, setting),
        Says::Reminder(code) => invitation::reminder(code, setting),
    }
}

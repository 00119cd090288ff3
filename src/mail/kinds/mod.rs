//! The mails, a file a kind.

mod already_registered;
mod confirm_address;
mod invitation;
mod no_account;
mod recovered;
mod recovery;
mod test;

use super::written::{Setting, Written};
use crate::domain::mail::Says;

/// Puts what a mail tells into words.
pub(super) fn write(says: &Says, setting: &Setting<'_>) -> Written {
    match says {
        Says::Test => test::write(setting),
        Says::Invitation(code) => invitation::invitation(code, setting),
        Says::Reminder(code) => invitation::reminder(code, setting),
        Says::ConfirmAddress { code, .. } => confirm_address::write(setting, code),
        Says::AlreadyRegistered { .. } => already_registered::write(setting),
        Says::Recovery { code, .. } => recovery::write(setting, code),
        Says::NoAccount { .. } => no_account::write(setting),
        Says::Recovered => recovered::write(setting),
    }
}

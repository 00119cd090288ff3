//! The mails, a file a kind.

mod already_registered;
mod confirm_address;
mod email_change;
mod invitation;
mod no_account;
mod notice;
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
        Says::Notice { notice, at, not_me } => notice::write(setting, notice, *at, not_me),
        Says::EmailCode { code, minutes } => email_change::code(setting, code, *minutes),
        Says::EmailTaken => email_change::taken(setting),
        Says::EmailChanged { at, undo, until } => email_change::changed(setting, *at, undo, *until),
        Says::ConfirmAddress { code, .. } => confirm_address::write(setting, code),
        Says::AlreadyRegistered { .. } => already_registered::write(setting),
        Says::Recovery { code, .. } => recovery::write(setting, code),
        Says::NoAccount { .. } => no_account::write(setting),
        Says::Recovered => recovered::write(setting),
    }
}

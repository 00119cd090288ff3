//! A new address: its code, what an address hears that has an account already, and what the old one hears.

use chrono::{DateTime, Utc};

use crate::mail::written::{Block, Setting, Written};

/// To the new address: the code.
pub(super) fn code(setting: &Setting<'_>, code: &str, minutes: u32) -> Written {
    Written {
        subject: setting.words.text("mail-email-code-subject").to_owned(),
        blocks: vec![
            setting.text("mail-email-code-text"),
            Block::Code(code.to_owned()),
            setting.text_with("mail-email-code-time", &[("minutes", minutes.into())]),
            setting.text("mail-email-code-not-me"),
        ],
    }
}

/// To an address that has an account already.
pub(super) fn taken(setting: &Setting<'_>) -> Written {
    Written {
        subject: setting.words.text("mail-email-taken-subject").to_owned(),
        blocks: vec![
            setting.text("mail-email-taken-text"),
            setting.text("mail-email-taken-next"),
            setting.link("mail-email-taken-link", "/sign-in"),
            setting.text("mail-email-code-not-me"),
        ],
    }
}

/// To the old address: how to take it back.
pub(super) fn changed(setting: &Setting<'_>, at: DateTime<Utc>, undo: &str, until: DateTime<Utc>) -> Written {
    let date = |at| setting.date_time(at);
    Written {
        subject: setting.words.text("mail-email-changed-subject").to_owned(),
        blocks: vec![
            setting.text_with("mail-email-changed-text", &[("date", date(at).into())]),
            setting.text("mail-email-changed-was-me"),
            Block::Heading(setting.line("notice-mail-not-me-heading")),
            setting.text_with("mail-email-changed-undo", &[("date", date(until).into())]),
            setting.link("mail-email-changed-link", &format!("/account/email/undo?token={undo}")),
        ],
    }
}

//! Somebody wanted an account for an address that has one.

use crate::mail::written::{Block, Setting, Written};

pub(super) fn write(setting: &Setting<'_>) -> Written {
    Written {
        subject: setting.words.text("mail-already-registered-subject").to_owned(),
        blocks: vec![
            setting.text("mail-already-registered-text"),
            setting.text("mail-already-registered-sign-in"),
            setting.link("mail-sign-in-link", "/sign-in"),
            setting.text("mail-already-registered-recover"),
            setting.link("mail-recover-link", "/recover"),
            Block::Heading(setting.line("mail-not-you-heading")),
            setting.text("mail-already-registered-not-you"),
        ],
    }
}

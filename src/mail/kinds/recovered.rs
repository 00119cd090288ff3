//! A new password was chosen with a code from a mail.

use crate::mail::written::{Block, Setting, Written};

pub(super) fn write(setting: &Setting<'_>) -> Written {
    Written {
        subject: setting.words.text("mail-recovered-subject").to_owned(),
        blocks: vec![
            setting.text("mail-recovered-text"),
            setting.text("mail-recovered-signed-out"),
            Block::Heading(setting.line("mail-not-you-heading")),
            setting.text("mail-recovered-not-you"),
            setting.link("mail-recover-link", "/recover"),
        ],
    }
}

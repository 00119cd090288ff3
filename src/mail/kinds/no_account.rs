//! Somebody wanted to recover an account, and the address has none.

use crate::mail::written::{Block, Setting, Written};

pub(super) fn write(setting: &Setting<'_>) -> Written {
    Written {
        subject: setting.words.text("mail-no-account-subject").to_owned(),
        blocks: vec![
            setting.text("mail-no-account-text"),
            setting.text("mail-no-account-other"),
            setting.text("mail-no-account-create"),
            setting.link("mail-create-account-link", "/create-account"),
            Block::Heading(setting.line("mail-not-you-heading")),
            setting.text("mail-no-account-not-you"),
        ],
    }
}

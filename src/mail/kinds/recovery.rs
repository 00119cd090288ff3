//! The code that lets her choose a new password.

use crate::{
    domain::email_code::Errand,
    mail::written::{Block, Setting, Written},
};

pub(super) fn write(setting: &Setting<'_>, code: &str) -> Written {
    let lifetime = setting.words.duration(Errand::Recover.lifetime().to_std().unwrap_or_default());
    Written {
        subject: setting.words.text("mail-recovery-subject").to_owned(),
        blocks: vec![
            setting.text("mail-recovery-text"),
            Block::Code(code.to_owned()),
            setting.text_with("mail-code-lifetime", &[("duration", lifetime.into())]),
            Block::Heading(setting.line("mail-not-you-heading")),
            setting.text("mail-recovery-not-you"),
        ],
    }
}

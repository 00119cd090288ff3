//! The code that proves an address.

use crate::{
    domain::email_code::Errand,
    mail::written::{Block, Setting, Written},
};

pub(super) fn write(setting: &Setting<'_>, code: &str) -> Written {
    let lifetime = setting.words.duration(Errand::SignUp.lifetime().to_std().unwrap_or_default());
    Written {
        subject: setting.words.text("mail-confirm-address-subject").to_owned(),
        blocks: vec![
            setting.text("mail-confirm-address-text"),
            Block::Code(code.to_owned()),
            setting.text_with("mail-code-lifetime", &[("duration", lifetime.into())]),
            Block::Heading(setting.line("mail-confirm-address-elsewhere-heading")),
            setting.text("mail-confirm-address-elsewhere"),
            setting.link("mail-sign-in-link", "/sign-in"),
            Block::Heading(setting.line("mail-not-you-heading")),
            setting.text("mail-confirm-address-not-you"),
        ],
    }
}

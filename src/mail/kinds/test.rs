//! The operator tries whether mails arrive.

use crate::mail::written::{Setting, Written};

pub(super) fn write(setting: &Setting<'_>) -> Written {
    Written {
        subject: setting.words.text("mail-test-subject").to_owned(),
        blocks: vec![setting.text("mail-test-text"), setting.link("mail-test-link", "/connect")],
    }
}

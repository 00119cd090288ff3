//! A clinic asks its patient to connect: the mail that does the letter's work, and says the same where it can. Neither
//! the question nor its answer nor the friendly name stand in it, and its subject tells who asks and no more.

use url::form_urlencoded;

use crate::{
    domain::mail::Code,
    mail::written::{Block, Setting, Written},
};

/// Where the code is typed, and where the link leads with it.
const PAGE: &str = "/connect";

/// The invitation.
pub(super) fn invitation(code: &Code, setting: &Setting<'_>) -> Written {
    written("invitation-subject", Vec::new(), code, setting)
}

/// The same once more.
pub(super) fn reminder(code: &Code, setting: &Setting<'_>) -> Written {
    written("reminder-subject", vec![setting.text("reminder-text")], code, setting)
}

fn written(subject: &str, mut blocks: Vec<Block>, code: &Code, setting: &Setting<'_>) -> Written {
    let words = setting.words;
    let organization = || ("organization", setting.organization().into());
    blocks.extend([
        setting.text_with("letter-why", &[organization(), ("app", setting.app_name().into())]),
        setting.text("letter-you-decide"),
        setting.link("invitation-link", &link(&code.code)),
        setting.text_with("letter-type", &[("address", setting.address(PAGE).as_str().into())]),
        Block::Code(code.code.clone()),
        setting.text_with("letter-until", &[("date", setting.date(code.until).into())]),
        setting.text_with("invitation-answer", &[organization()]),
        setting.text_with("letter-chances", &[("count", code.chances.into())]),
        setting.text("letter-then"),
        Block::Heading(setting.line("invitation-unexpected-heading")),
        setting.text_with(
            "invitation-unexpected",
            &[organization(), ("report", words.text("question-report").into())],
        ),
        setting.text_with("invitation-links", &[("host", host(setting).into())]),
    ]);
    if let Some(sender) = setting.sender {
        blocks.push(setting.text_with("invitation-sender", &[("sender", sender.into())]));
    }
    blocks.push(setting.text("invitation-keep"));
    Written { subject: words.with(subject, &[organization()]), blocks }
}

fn link(code: &str) -> String {
    let query = form_urlencoded::Serializer::new(String::new()).append_pair("packageid", code).finish();
    format!("{PAGE}?{query}")
}

/// What every link of ours begins with.
fn host(setting: &Setting<'_>) -> String {
    setting.base_url.origin().ascii_serialization()
}

//! Notices: what happened to an account or its connections, when, and what to do if it was not she.

use chrono::{DateTime, Utc};

use crate::{
    domain::{browser::Browser, mail::Notice},
    mail::written::{Block, Setting, Written},
};

pub(super) fn write(setting: &Setting<'_>, notice: &Notice, at: DateTime<Utc>, not_me: &str) -> Written {
    let app = || setting.app_name().into();
    let organization = || setting.organization().into();
    let when = || ("date", setting.date_time(at).into());
    let (subject, what) = match notice {
        Notice::NewBrowser { browser } => {
            let browser = in_words(setting, Browser::parse(browser));
            (
                "notice-mail-new-browser",
                setting.text_with("notice-mail-new-browser-what", &[when(), ("browser", browser.into())]),
            )
        }
        Notice::PasswordChanged => {
            ("notice-mail-password", setting.text_with("notice-mail-password-what", &[when()]))
        }
        Notice::PasskeyAdded { name } => {
            let args = [when(), ("name", name.into())];
            ("notice-mail-passkey", setting.text_with("notice-mail-passkey-what", &args))
        }
        Notice::ProviderAdded => {
            ("notice-mail-provider", setting.text_with("notice-mail-provider-what", &[when()]))
        }
        Notice::Connected => {
            let args = [when(), ("app", app()), ("organization", organization())];
            ("notice-mail-connected", setting.text_with("notice-mail-connected-what", &args))
        }
        Notice::Disconnected => {
            let args = [when(), ("app", app()), ("organization", organization())];
            ("notice-mail-disconnected", setting.text_with("notice-mail-disconnected-what", &args))
        }
        Notice::GivenUp => {
            let args = [when(), ("app", app()), ("organization", organization())];
            ("notice-mail-given-up", setting.text_with("notice-mail-given-up-what", &args))
        }
        Notice::DataTypesChanged => {
            let args = [("app", app()), ("organization", organization())];
            ("notice-mail-data-types", setting.text_with("notice-mail-data-types-what", &args))
        }
        Notice::AccountDeleted => {
            ("notice-mail-deleted", setting.text_with("notice-mail-deleted-what", &[when()]))
        }
    };
    let mut blocks = vec![what];
    blocks.extend(next(setting, notice, not_me));
    Written { subject: setting.words.with(subject, &[("app", app())]), blocks }
}

/// What she can do, and what to do if it was not she.
fn next(setting: &Setting<'_>, notice: &Notice, not_me: &str) -> Vec<Block> {
    match notice {
        Notice::AccountDeleted => {
            vec![setting.text("notice-mail-deleted-gone"), setting.text("notice-mail-deleted-not-me")]
        }
        Notice::GivenUp => vec![
            setting
                .text_with("notice-mail-given-up-next", &[("organization", setting.organization().into())]),
            setting.link("notice-mail-connections-link", "/connections"),
        ],
        Notice::DataTypesChanged => vec![
            setting.text("notice-mail-data-types-kept"),
            setting.text("notice-mail-data-types-next"),
            setting.link("notice-mail-connections-link", "/connections"),
        ],
        _ => {
            let mut blocks = vec![setting.text("notice-mail-was-me")];
            if matches!(notice, Notice::Connected) {
                blocks.push(setting.link("notice-mail-connections-link", "/connections"));
            }
            blocks.push(Block::Heading(setting.line("notice-mail-not-me-heading")));
            blocks.push(setting.text("notice-mail-not-me"));
            blocks.push(setting.link("notice-mail-not-me-link", &format!("/account/not-me?token={not_me}")));
            blocks
        }
    }
}

/// A browser in words.
fn in_words(setting: &Setting<'_>, browser: Browser) -> String {
    match (browser.name, browser.system) {
        (Some(name), Some(system)) => {
            setting.words.with("browser-on", &[("browser", name.into()), ("system", system.into())])
        }
        (Some(name), None) => name.to_owned(),
        (None, Some(system)) => setting.words.with("browser-unknown-on", &[("system", system.into())]),
        (None, None) => setting.words.text("browser-unknown").to_owned(),
    }
}

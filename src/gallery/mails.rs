//! The mails: every kind in every state that it can be in. Their pages are called `mail-KIND`.

use anyhow::Context as _;
use url::Url;
use uuid::Uuid;

use super::{Sample, account_mails, mail_sample::Written, samples};
use crate::{
    domain::{
        email::Email,
        mail::{Mail, Says},
    },
    mail::{Composed, Setting, compose},
    portal::chrome::Chrome,
};

/// Where the samples' links lead.
const BASE: &str = "https://connect.clinic.example/";

fn samples() -> Vec<Written> {
    let test = Written { state: "sent", says: Says::Test, app: None };
    std::iter::once(test).chain(account_mails::samples()).collect()
}

fn composed(chrome: &Chrome, sample: &Written) -> Option<Composed> {
    let base_url: Url = BASE.parse().ok()?;
    let mail = Mail {
        to: Email::parse(samples::EMAIL).ok()?,
        language: chrome.words.tag().to_owned(),
        app_id: None,
        person_id: None,
        request_id: None,
        not_after: None,
        replaces: false,
        says: sample.says.clone(),
    };
    let setting = Setting { words: &chrome.words, app: sample.app.as_ref(), base_url: &base_url };
    Some(compose(&setting, Uuid::nil(), &mail))
}

/// Every mail, as HTML.
pub(super) fn samples_of(chrome: &Chrome) -> Vec<Sample> {
    let sample = |written: Written| {
        let (page, state, chrome) = (written.says.page(), written.state, chrome.clone());
        let html = move || composed(&chrome, &written).map(|mail| mail.html);
        Sample { page, state, render: Box::new(move || html().context("a sample's address is none")) }
    };
    samples().into_iter().map(sample).collect()
}

/// The plain text of one.
pub(super) fn text(chrome: &Chrome, page: &str, state: &str) -> Option<String> {
    let sample = samples().into_iter().find(|sample| sample.says.page() == page && sample.state == state)?;
    composed(chrome, &sample).map(|mail| mail.text)
}

//! The mails: every kind in every state that it can be in. Their pages are called `mail-KIND`.

use anyhow::Context as _;
use url::Url;
use uuid::Uuid;

use super::{Sample, samples};
use crate::{
    domain::{
        app_file::AppFile,
        application::App,
        email::Email,
        mail::{Mail, Says},
    },
    mail::{Composed, Setting, compose},
    portal::chrome::Chrome,
};

/// Where the samples' links lead.
const BASE: &str = "https://connect.clinic.example/";

/// A mail in one state.
struct Written {
    state: &'static str,
    says: Says,
    app: Option<App>,
}

fn samples() -> Vec<Written> {
    let mut samples = vec![Written { state: "sent", says: Says::Test, app: None }];
    for says in about_accounts() {
        samples.push(Written { state: "alone", says: says.clone(), app: None });
        samples.push(Written { state: "journey", says, app: sample_app() });
    }
    samples
}

/// Codes from mails, and what is mailed in their place.
fn about_accounts() -> [Says; 5] {
    let thread = Uuid::nil();
    [
        Says::ConfirmAddress { code: "048 151".to_owned(), thread },
        Says::AlreadyRegistered { thread },
        Says::Recovery { code: "0481 5162".to_owned(), thread },
        Says::NoAccount { thread },
        Says::Recovered,
    ]
}

/// The sample clinic's app, in whose look a mail is written on its journey.
fn sample_app() -> Option<App> {
    let file = AppFile::parse(include_str!("../sandbox/fabrikam.toml")).ok()?;
    Some(file.into_app(Uuid::nil(), true, None, Vec::new()))
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

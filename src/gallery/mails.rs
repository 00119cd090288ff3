//! The mails: every kind in every state that it can be in. Their pages are called `mail-KIND`.

use anyhow::Context as _;
use url::Url;
use uuid::Uuid;

use super::{Sample, account_mails, mail_sample::Written, samples};
use crate::{
    domain::{
        application::App,
        email::Email,
        mail::{Code, Mail, Says},
    },
    mail::{Composed, Setting, compose},
    portal::chrome::Chrome,
};

/// Where the samples' links lead.
const BASE: &str = "https://connect.clinic.example/";

/// The address that they come from.
const SENDER: &str = "connect@clinic.example";

fn samples() -> Vec<Written> {
    let mut all = vec![Written { state: "sent", says: Says::Test, app: None }];
    all.extend(with_a_code());
    all.extend(account_mails::samples());
    for says in about_accounts() {
        all.push(Written { state: "alone", says: says.clone(), app: None });
        all.push(Written { state: "journey", says, app: Some(samples::app()) });
    }
    all
}

/// Codes that prove an address, and what is mailed in their place.
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

/// The mails that bring a code.
fn with_a_code() -> Vec<Written> {
    let code =
        || Code { code: "JKYZ-QNMN-VHRX-ZGNR-GZNH".to_owned(), until: samples::november(30), chances: 3 };
    let one_chance = Code { chances: 1, ..code() };
    let sample = |state, says, app| Written { state, says, app: Some(app) };
    let nobody_to_ask = App { contact: "".into(), ..samples::app() };
    let to_call = App { contact: samples::card(), ..samples::app() };
    vec![
        sample("sent", Says::Invitation(code()), samples::app()),
        sample("one-chance", Says::Invitation(one_chance), samples::app()),
        sample("to-call", Says::Invitation(code()), to_call),
        sample("no-contact", Says::Invitation(code()), nobody_to_ask),
        sample("own-look", Says::Invitation(code()), samples::app_with_own_look()),
        sample("sent", Says::Reminder(code()), samples::app()),
        sample("own-look", Says::Reminder(code()), samples::app_with_own_look()),
    ]
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
    let app = sample.app.as_ref();
    let zone = app.and_then(|app| app.time_zone).unwrap_or(chrome.zone);
    let setting = Setting {
        words: &chrome.words,
        app,
        base_url: &base_url,
        sender: Some(SENDER),
        zone,
        look: chrome.look.as_deref(),
    };
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

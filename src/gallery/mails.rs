//! The mails: every kind in every state that it can be in. Their pages are called `mail-KIND`.

use url::Url;
use uuid::Uuid;

use super::{Rendered, Shown, samples};
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
struct Sample {
    state: &'static str,
    says: Says,
    app: Option<App>,
}

fn samples() -> Vec<Sample> {
    let mut samples = vec![Sample { state: "sent", says: Says::Test, app: None }];
    for says in about_accounts() {
        samples.push(Sample { state: "alone", says: says.clone(), app: None });
        samples.push(Sample { state: "journey", says, app: sample_app() });
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

fn composed(chrome: &Chrome, sample: &Sample) -> Option<Composed> {
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
pub(super) fn rendered(chrome: &Chrome) -> Rendered {
    let shown = |sample: Sample| {
        composed(chrome, &sample).map(|mail| Shown {
            page: sample.says.page(),
            state: sample.state,
            html: mail.html,
        })
    };
    samples().into_iter().filter_map(shown).collect()
}

/// The plain text of one.
pub(super) fn text(chrome: &Chrome, page: &str, state: &str) -> Option<String> {
    let sample = samples().into_iter().find(|sample| sample.says.page() == page && sample.state == state)?;
    composed(chrome, &sample).map(|mail| mail.text)
}

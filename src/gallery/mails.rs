//! The mails: every kind in every state that it can be in. Their pages are called `mail-KIND`.

use url::Url;
use uuid::Uuid;

use super::{Rendered, Shown, samples};
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

/// A mail in one state.
struct Sample {
    page: &'static str,
    state: &'static str,
    says: Says,
    app: Option<App>,
}

fn samples() -> Vec<Sample> {
    let mut all = vec![Sample { page: "mail-test", state: "sent", says: Says::Test, app: None }];
    all.extend(with_a_code());
    all
}

/// The mails that bring a code.
fn with_a_code() -> Vec<Sample> {
    let code =
        || Code { code: "JKYZ-QNMN-VHRX-ZGNR-GZNH".to_owned(), until: samples::november(30), chances: 3 };
    let one_chance = Code { chances: 1, ..code() };
    let sample = |page, state, says, app| Sample { page, state, says, app: Some(app) };
    let nobody_to_ask = App { contact: String::new(), ..samples::app() };
    vec![
        sample("mail-invitation", "sent", Says::Invitation(code()), samples::app()),
        sample("mail-invitation", "one-chance", Says::Invitation(one_chance), samples::app()),
        sample("mail-invitation", "no-contact", Says::Invitation(code()), nobody_to_ask),
        sample("mail-invitation", "own-look", Says::Invitation(code()), samples::app_with_own_look()),
        sample("mail-reminder", "sent", Says::Reminder(code()), samples::app()),
        sample("mail-reminder", "own-look", Says::Reminder(code()), samples::app_with_own_look()),
    ]
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
    let app = sample.app.as_ref();
    let setting = Setting { words: &chrome.words, app, base_url: &base_url, sender: Some(SENDER) };
    Some(compose(&setting, Uuid::nil(), &mail))
}

/// Every mail, as HTML.
pub(super) fn rendered(chrome: &Chrome) -> Rendered {
    let shown = |sample: Sample| {
        composed(chrome, &sample).map(|mail| Shown {
            page: sample.page,
            state: sample.state,
            html: mail.html,
        })
    };
    samples().into_iter().filter_map(shown).collect()
}

/// The plain text of one.
pub(super) fn text(chrome: &Chrome, page: &str, state: &str) -> Option<String> {
    let sample = samples().into_iter().find(|sample| sample.page == page && sample.state == state)?;
    composed(chrome, &sample).map(|mail| mail.text)
}

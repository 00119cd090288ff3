//! Every page and every mail in every state: one registry that serves the tests, the clinic's preview and QA's gallery. A file for each
//! page; a page that is not in here fails a test.

mod authorize;
mod code;
mod connections;
mod create_account;
mod declined;
mod disconnect;
mod expired;
mod fault;
mod frozen;
mod help;
mod locked;
mod mails;
mod not_found;
mod question;
mod record;
mod recover;
mod recover_code;
mod recover_password;
mod report;
mod samples;
mod serve;
mod sign_in;
mod stale_form;
mod success;
mod too_many_requests;
mod try_again_later;
mod verify_email;
mod withdrawn;

use askama::Template;

use crate::portal::{chrome::Chrome, page::Page};

pub use serve::{MAIL_POLICY, routes};

/// One page in one state, rendered.
#[derive(Debug, Clone)]
pub struct Shown {
    /// The page's name, as on its `<main>`.
    pub page: &'static str,
    /// The state's name.
    pub state: &'static str,
    /// The page as it is sent.
    pub html: String,
}

/// A page's states, rendered.
type Rendered = Vec<Shown>;

/// Every page, in the order of the patient's way.
const PAGES: &[fn(&Chrome) -> Rendered] = &[
    |chrome| rendered(code::states(chrome)),
    |chrome| rendered(question::states(chrome)),
    |chrome| rendered(locked::states(chrome)),
    |chrome| rendered(report::states(chrome)),
    |chrome| rendered(frozen::states(chrome)),
    |chrome| rendered(expired::states(chrome)),
    |chrome| rendered(withdrawn::states(chrome)),
    |chrome| rendered(sign_in::states(chrome)),
    |chrome| rendered(create_account::states(chrome)),
    |chrome| rendered(verify_email::states(chrome)),
    |chrome| rendered(recover::states(chrome)),
    |chrome| rendered(recover_code::states(chrome)),
    |chrome| rendered(recover_password::states(chrome)),
    |chrome| rendered(record::states(chrome)),
    |chrome| rendered(authorize::states(chrome)),
    |chrome| rendered(success::states(chrome)),
    |chrome| rendered(declined::states(chrome)),
    |chrome| rendered(connections::states(chrome)),
    |chrome| rendered(disconnect::states(chrome)),
    |chrome| rendered(not_found::states(chrome)),
    |chrome| rendered(too_many_requests::states(chrome)),
    |chrome| rendered(try_again_later::states(chrome)),
    |chrome| rendered(fault::states(chrome)),
    |chrome| rendered(stale_form::states(chrome)),
    |chrome| rendered(help::states(chrome)),
    mails::rendered,
];

fn rendered<P: Page + Template>(states: Vec<(&'static str, P)>) -> Rendered {
    let shown = |(state, page): (&'static str, P)| {
        page.render().ok().map(|html| Shown { page: page.name(), state, html })
    };
    states.into_iter().filter_map(shown).collect()
}

/// Every page in every state, with this around it.
pub fn all(chrome: &Chrome) -> Vec<Shown> {
    PAGES.iter().flat_map(|states| states(chrome)).collect()
}

/// One page in one state.
pub fn find(chrome: &Chrome, page: &str, state: &str) -> Option<Shown> {
    all(chrome).into_iter().find(|shown| shown.page == page && shown.state == state)
}

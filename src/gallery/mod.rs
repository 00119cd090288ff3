//! Every page and every mail in every state: one registry that serves the tests, the clinic's preview and QA's gallery. A file for each
//! page; a page that is not in here fails a test.

mod account;
mod account_mails;
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
mod mail_sample;
mod mails;
mod not_found;
mod preview;
mod provider;
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
mod ways_to_sign_in;
mod withdrawn;

use askama::Template;

use crate::portal::{chrome::Chrome, page::Page};

pub use preview::Previewed;
pub use serve::{MAIL_POLICY, routes};

/// One page in one state, not rendered yet.
pub struct Sample {
    /// The page's name, as on its `<main>`.
    pub page: &'static str,
    /// The state's name.
    pub state: &'static str,
    render: Box<dyn Fn() -> anyhow::Result<String>>,
}

impl std::fmt::Debug for Sample {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Sample({}/{})", self.page, self.state)
    }
}

impl Sample {
    /// The page as it is sent.
    pub fn render(&self) -> anyhow::Result<String> {
        (self.render)()
    }
}

/// Every page, in the order of the patient's way.
const PAGES: &[fn(&Chrome) -> Vec<Sample>] = &[
    |chrome| of(code::states(chrome)),
    |chrome| of(question::states(chrome)),
    |chrome| of(locked::states(chrome)),
    |chrome| of(report::states(chrome)),
    |chrome| of(frozen::states(chrome)),
    |chrome| of(expired::states(chrome)),
    |chrome| of(withdrawn::states(chrome)),
    |chrome| of(sign_in::states(chrome)),
    |chrome| of(provider::states(chrome)),
    |chrome| of(create_account::states(chrome)),
    |chrome| of(verify_email::states(chrome)),
    |chrome| of(recover::states(chrome)),
    |chrome| of(recover_code::states(chrome)),
    |chrome| of(recover_password::states(chrome)),
    |chrome| of(record::states(chrome)),
    |chrome| of(authorize::states(chrome)),
    |chrome| of(success::states(chrome)),
    |chrome| of(declined::states(chrome)),
    |chrome| of(connections::states(chrome)),
    |chrome| of(disconnect::states(chrome)),
    account::pages,
    |chrome| of(ways_to_sign_in::states(chrome)),
    |chrome| of(not_found::states(chrome)),
    |chrome| of(too_many_requests::states(chrome)),
    |chrome| of(try_again_later::states(chrome)),
    |chrome| of(fault::states(chrome)),
    |chrome| of(stale_form::states(chrome)),
    |chrome| of(help::states(chrome)),
    mails::samples_of,
];

fn of<P: Page + Template + 'static>(states: Vec<(&'static str, P)>) -> Vec<Sample> {
    let sample = |(state, page): (&'static str, P)| Sample {
        page: page.name(),
        state,
        render: Box::new(move || Ok(page.render()?)),
    };
    states.into_iter().map(sample).collect()
}

/// Every page in every state, with this around it.
pub fn all(chrome: &Chrome) -> Vec<Sample> {
    PAGES.iter().flat_map(|states| states(chrome)).collect()
}

/// One page in one state.
pub fn find(chrome: &Chrome, page: &str, state: &str) -> Option<Sample> {
    all(chrome).into_iter().find(|sample| sample.page == page && sample.state == state)
}

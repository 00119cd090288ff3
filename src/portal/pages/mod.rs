//! The pages: one file per page with what it shows and samples of every state it can be in. Its template of the same
//! name is in `templates/`. Handlers fill these structs; nothing here knows a request, a clock or a database.

mod authorize;
mod code;
mod connections;
mod create_account;
mod declined;
mod disconnect;
mod expired;
mod fault;
mod help;
mod locked;
mod not_found;
mod question;
mod record;
mod rule_view;
mod samples;
mod sign_in;
mod stale_form;
mod success;
mod too_many_requests;
mod try_again_later;
mod withdrawn;

use askama::filters::Safe;

use super::chrome::{Chrome, Problem};
use super::copy::{Arg, Words};

pub use authorize::AuthorizePage;
pub use code::CodePage;
pub use connections::{ConnectionView, ConnectionsPage, HistoryEntry, HistoryKind, RecordConnections};
pub use create_account::CreateAccountPage;
pub use declined::DeclinedPage;
pub use disconnect::DisconnectPage;
pub use expired::ExpiredPage;
pub use fault::FaultPage;
pub use help::HelpPage;
pub use locked::LockedPage;
pub use not_found::NotFoundPage;
pub use question::QuestionPage;
pub use record::{RecordOption, RecordPage};
pub use rule_view::RuleView;
pub use sign_in::SignInPage;
pub use stale_form::StaleFormPage;
pub use success::SuccessPage;
pub use too_many_requests::TooManyRequestsPage;
pub use try_again_later::TryAgainLaterPage;
pub use withdrawn::WithdrawnPage;

/// What the layout asks every page for.
pub trait Page {
    /// The page's name: `data-testid="page-NAME"` is on its `<main>`.
    fn name(&self) -> &'static str;

    /// What stands around the page.
    fn chrome(&self) -> &Chrome;

    /// The words of the page's `h1`, for the title.
    fn heading(&self) -> String;

    /// What is wrong with the form that was sent.
    fn problems(&self) -> &[Problem] {
        &[]
    }

    /// What is wrong with one field.
    fn problem(&self, field: &str) -> Option<&Problem> {
        self.problems().iter().find(|problem| problem.field == field)
    }

    /// The page's words.
    fn words(&self) -> &Words {
        &self.chrome().words
    }

    /// A message without variables.
    fn t<'a>(&'a self, key: &'a str) -> &'a str {
        self.words().text(key)
    }

    /// A message with variables, as HTML.
    fn say(&self, key: &str, args: &[(&str, Arg<'_>)]) -> Safe<String> {
        self.words().rich(key, args)
    }

    /// A message that names the app and its organization (`$app`, `$organization`), as HTML.
    fn ours(&self, key: &str) -> Safe<String> {
        let chrome = self.chrome();
        self.say(key, &[("app", chrome.app().into()), ("organization", chrome.organization().into())])
    }

    /// A message that names the app and its organization, as plain text.
    fn ours_plain(&self, key: &str) -> String {
        let chrome = self.chrome();
        self.words()
            .with(key, &[("app", chrome.app().into()), ("organization", chrome.organization().into())])
    }
}

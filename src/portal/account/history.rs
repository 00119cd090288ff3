//! What happened to the account, newest first.

use askama::Template;
use chrono::{DateTime, Utc};

use super::here::{Here, in_words};
use crate::{
    actions::account::history,
    copy::Words,
    domain::{account::AccountEvent, retention::ACCOUNT_HISTORY},
    portal::{
        account_url::AccountUrl, chrome::Chrome, page::Page, reply::Answer, request::Request, urls::Url,
    },
};

pub use crate::actions::account::history::Line;

/// A page of the history, as a table.
#[derive(Clone, Debug, Template)]
#[template(path = "account/history.html")]
pub struct HistoryPage {
    /// What stands around the page.
    pub chrome: Chrome,
    /// Newest first.
    pub lines: Vec<LineView>,
    /// Where newer lines are.
    pub newer: Option<Url>,
    /// Where older lines are.
    pub older: Option<Url>,
    /// For how many months lines are kept.
    pub kept_months: u32,
}

/// One line.
#[derive(Clone, Debug)]
pub struct LineView {
    /// When.
    pub at: DateTime<Utc>,
    /// What, in words.
    pub what: String,
    /// More about it, in words; empty where there is no more.
    pub more: String,
}

impl Page for HistoryPage {
    fn name(&self) -> &'static str {
        "account-history"
    }

    fn chrome(&self) -> &Chrome {
        &self.chrome
    }

    fn heading(&self) -> String {
        self.t("account-history-heading").to_owned()
    }
}

/// Shows a page of it.
pub async fn get(cx: Request) -> Answer {
    let here = Here::find(&cx).await?;
    let wanted = cx.query.get("page").and_then(|page| page.parse().ok()).unwrap_or(1);
    let found = history::list(cx.context(), here.id(), wanted).await?;
    let at = |page| Url::Account(AccountUrl::History(page));
    cx.answer(&HistoryPage {
        chrome: cx.chrome(),
        lines: found.lines.iter().map(|line| view(&cx.words, line)).collect(),
        newer: (found.page > 1).then(|| at(found.page - 1)),
        older: (found.page < found.pages).then(|| at(found.page + 1)),
        kept_months: u32::try_from(ACCOUNT_HISTORY.num_days() / 30).unwrap_or_default(),
    })
}

/// A line in words.
pub fn view(words: &Words, line: &Line) -> LineView {
    let browser = line.browser.map(|browser| in_words(words, browser));
    let times = (line.times > 1).then(|| words.with("account-event-times", &[("count", line.times.into())]));
    LineView {
        at: line.at,
        what: words.text(key(line.event)).to_owned(),
        more: line.app.clone().or(browser).or(times).unwrap_or_default(),
    }
}

/// The key of an event's words.
fn key(event: AccountEvent) -> &'static str {
    match event {
        AccountEvent::SignedIn => "account-event-signed-in",
        AccountEvent::SignInFailed => "account-event-sign-in-failed",
        AccountEvent::NameChanged => "account-event-name",
        AccountEvent::EmailChanged => "account-event-email",
        AccountEvent::EmailRestored => "account-event-email-restored",
        AccountEvent::LanguageChanged => "account-event-language",
        AccountEvent::ProviderAdded => "account-event-provider-added",
        AccountEvent::ProviderRemoved => "account-event-provider-removed",
        AccountEvent::PasswordChanged => "account-event-password",
        AccountEvent::Recovered => "account-event-recovered",
        AccountEvent::PasskeyAdded => "account-event-passkey-added",
        AccountEvent::PasskeyRemoved => "account-event-passkey-removed",
        AccountEvent::SessionEnded => "account-event-session",
        AccountEvent::OthersEnded => "account-event-others",
        AccountEvent::AllEnded => "account-event-all",
        AccountEvent::Connected => "account-event-connected",
        AccountEvent::Disconnected => "account-event-disconnected",
        AccountEvent::GivenUp => "account-event-given-up",
        AccountEvent::RecordRenamed => "account-event-record-renamed",
        AccountEvent::RecordDeleted => "account-event-record-deleted",
        AccountEvent::Exported => "account-event-exported",
    }
}

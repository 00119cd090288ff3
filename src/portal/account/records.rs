//! Her records: what each is called, and what is connected to it.

use askama::Template;

use super::here::{Here, chrome_after};
use crate::{
    actions::account::records,
    portal::{
        account_url::AccountUrl, chrome::Chrome, page::Page, reply::Answer, request::Request, urls::Url,
    },
};

/// Lists her records.
#[derive(Clone, Debug, Template)]
#[template(path = "account/records.html")]
pub struct RecordsPage {
    /// What stands around the page.
    pub chrome: Chrome,
    /// Oldest first.
    pub records: Vec<RecordView>,
}

/// One record.
#[derive(Clone, Debug)]
pub struct RecordView {
    /// What it is called.
    pub name: String,
    /// How many apps are connected to it.
    pub connected: usize,
    /// Where it gets another name.
    pub rename: Url,
    /// Where it is deleted; nowhere while an app is connected.
    pub delete: Option<Url>,
}

impl Page for RecordsPage {
    fn name(&self) -> &'static str {
        "account-records"
    }

    fn chrome(&self) -> &Chrome {
        &self.chrome
    }

    fn heading(&self) -> String {
        self.t("account-records-heading").to_owned()
    }
}

/// Shows them.
pub async fn get(cx: Request) -> Answer {
    let here = Here::find(&cx).await?;
    let records = records::list(cx.context(), here.id()).await?.into_iter().map(|held| RecordView {
        connected: held.connected,
        rename: Url::Account(AccountUrl::Record(held.record.id)),
        delete: (held.connected == 0).then_some(Url::Account(AccountUrl::DeleteRecord(held.record.id))),
        name: held.record.name,
    });
    cx.answer(&RecordsPage { chrome: chrome_after(&cx), records: records.collect() })
}

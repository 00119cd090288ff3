//! Deleting a record that no app is connected to.

use actix_web::web::Path;
use askama::Template;
use uuid::Uuid;

use super::here::Here;
use crate::{
    actions::account::records::{self, Deleted, Held},
    domain::person::Record,
    portal::{
        account_url::{AccountUrl, Done},
        chrome::Chrome,
        fault::Fault,
        form::Form,
        page::Page,
        problems::Problems,
        reply::{Answer, Reply, see_other},
        request::Request,
        seal::Seal,
        urls::Url,
    },
};

/// Asks once before a record is deleted.
#[derive(Clone, Debug, Template)]
#[template(path = "account/record_delete.html")]
pub struct RecordDeletePage {
    /// What stands around the page.
    pub chrome: Chrome,
    /// What is wrong with the form.
    pub problems: Problems,
    /// Where the form is sent.
    pub action: Url,
    /// Stands for what the page shows.
    pub seal: Seal,
    /// What it is called.
    pub record_name: String,
}

impl Page for RecordDeletePage {
    fn name(&self) -> &'static str {
        "account-record-delete"
    }

    fn chrome(&self) -> &Chrome {
        &self.chrome
    }

    fn heading(&self) -> String {
        self.words().with("account-record-delete-heading", &[("record", (&self.record_name).into())])
    }

    fn all_problems(&self) -> &Problems {
        &self.problems
    }
}

/// A record of hers, by the id in an address.
pub(super) async fn of_hers(cx: &Request, here: &Here, id: &str) -> Result<Held, Reply> {
    let id = Uuid::parse_str(id).map_err(|_| Fault::NOT_FOUND)?;
    let held = records::list(cx.context(), here.id()).await?;
    Ok(held.into_iter().find(|held| held.record.id == id).ok_or(Fault::NOT_FOUND)?)
}

/// One that nothing is connected to; else she is shown her records, which say so.
async fn unconnected(cx: &Request, here: &Here, id: &str) -> Result<Record, Reply> {
    let held = of_hers(cx, here, id).await?;
    if held.connected > 0 {
        return Err(Reply::to(&Url::Account(AccountUrl::Records)));
    }
    Ok(held.record)
}

/// Asks.
pub async fn get(cx: Request, id: Path<String>) -> Answer {
    let here = Here::find(&cx).await?;
    let record = unconnected(&cx, &here, &id).await?;
    cx.answer(&page(&cx, &here, &record, Problems::none()))
}

/// Deletes it.
pub async fn post(cx: Request, id: Path<String>, form: Form) -> Answer {
    let here = Here::find(&cx).await?;
    let record = unconnected(&cx, &here, &id).await?;
    form.verify(&cx, &seal(&cx, &here, &record))
        .map_err(|rejected| cx.instead(&page(&cx, &here, &record, rejected.problems(&cx))))?;
    match records::delete(cx.context(), here.id(), record.id).await? {
        Deleted::Done => Ok(see_other(&Url::Account(AccountUrl::RecordsDone(Done::RecordDeleted)))),
        Deleted::Connected => Err(Reply::to(&Url::Account(AccountUrl::Records))),
        Deleted::NotHers => Err(Fault::NOT_FOUND.into()),
    }
}

fn seal(cx: &Request, here: &Here, record: &Record) -> Seal {
    here.seal(cx, "account-record-delete", &[record.id.as_bytes(), record.name.as_bytes()])
}

fn page(cx: &Request, here: &Here, record: &Record, problems: Problems) -> RecordDeletePage {
    RecordDeletePage {
        chrome: cx.chrome(),
        problems,
        action: Url::Account(AccountUrl::DeleteRecord(record.id)),
        seal: seal(cx, here, record),
        record_name: record.name.clone(),
    }
}

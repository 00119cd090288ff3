//! Another name for a record.

use actix_web::web::Path;
use askama::Template;

use super::{here::Here, record_delete::of_hers};
use crate::{
    actions::account::records,
    domain::{
        labels::{LabelProblem, RecordName},
        person::Record,
    },
    portal::{
        account_url::{AccountUrl, Done},
        chrome::Chrome,
        fault::Fault,
        form::Form,
        page::Page,
        problems::Problems,
        reply::{Answer, see_other},
        request::Request,
        seal::Seal,
        urls::Url,
    },
};

/// Asks for another name.
#[derive(Clone, Debug, Template)]
#[template(path = "account/record_name.html")]
pub struct RecordNamePage {
    /// What stands around the page.
    pub chrome: Chrome,
    /// What is wrong with the form.
    pub problems: Problems,
    /// Where the form is sent.
    pub action: Url,
    /// Stands for what the page shows.
    pub seal: Seal,
    /// What it is called now.
    pub present: String,
    /// What stands in the field.
    pub record_name: String,
}

impl Page for RecordNamePage {
    fn name(&self) -> &'static str {
        "account-record-name"
    }

    fn chrome(&self) -> &Chrome {
        &self.chrome
    }

    fn heading(&self) -> String {
        self.words().with("account-record-name-heading", &[("record", (&self.present).into())])
    }

    fn all_problems(&self) -> &Problems {
        &self.problems
    }
}

/// Shows the form with the name as it is.
pub async fn get(cx: Request, id: Path<String>) -> Answer {
    let here = Here::find(&cx).await?;
    let held = of_hers(&cx, &here, &id).await?;
    cx.answer(&page(&cx, &here, &held.record, &held.record.name, Problems::none()))
}

/// Another name.
pub async fn post(cx: Request, id: Path<String>, form: Form) -> Answer {
    let here = Here::find(&cx).await?;
    let record = of_hers(&cx, &here, &id).await?.record;
    let sent = form.verify(&cx, &seal(&cx, &here, &record)).map_err(|rejected| {
        cx.instead(&page(&cx, &here, &record, rejected.typed("record_name"), rejected.problems(&cx)))
    })?;
    let typed = sent.get("record_name");
    let name = RecordName::parse(typed).map_err(|p| {
        let problem = match p {
            LabelProblem::TooLong { max } => {
                cx.problem("record_name", "problem-new-record-name-long", &[("max", max.into())])
            }
            _ => cx.problem("record_name", "problem-record-name-empty", &[]),
        };
        cx.instead(&page(&cx, &here, &record, typed, problem.into()))
    })?;
    if !records::rename(cx.context(), here.id(), record.id, &name).await? {
        return Err(Fault::NOT_FOUND.into());
    }
    Ok(see_other(&Url::Account(AccountUrl::RecordsDone(Done::Record))))
}

fn seal(cx: &Request, here: &Here, record: &Record) -> Seal {
    here.seal(cx, "account-record-name", &[record.id.as_bytes(), record.name.as_bytes()])
}

fn page(cx: &Request, here: &Here, record: &Record, typed: &str, problems: Problems) -> RecordNamePage {
    RecordNamePage {
        chrome: cx.chrome(),
        problems,
        action: Url::Account(AccountUrl::Record(record.id)),
        seal: seal(cx, here, record),
        present: record.name.clone(),
        record_name: typed.to_owned(),
    }
}

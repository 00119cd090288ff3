//! Taking her data with her: what is in it as a page, and all of it as a file.

use std::collections::BTreeMap;

use actix_web::{HttpResponse, http::header};
use askama::{Template, filters::Safe};

use super::here::Here;
use crate::{
    actions::account::export::{self, ConnectionData, Export},
    domain::application::AuthorizationRule,
    portal::{
        account_url::AccountUrl, chrome::Chrome, fault::Fault, form::Form, page::Page, problems::Problems,
        reply::Answer, request::Request, rule_view::RuleView, seal::Seal,
    },
};

/// Says what we hold on her, and gives it as a file.
#[derive(Clone, Debug, Template)]
#[template(path = "account/export.html")]
pub struct ExportPage {
    /// What stands around the page.
    pub chrome: Chrome,
    /// What is wrong with the form.
    pub problems: Problems,
    /// Stands for what the page shows.
    pub seal: Seal,
    /// Where the file is.
    pub file: AccountUrl,
    /// What she is called.
    pub name: String,
    /// Her address; empty where she has none.
    pub email: String,
    /// The names of her records.
    pub records: Vec<String>,
    /// The apps that are, or were, connected.
    pub apps: Vec<AppView>,
    /// How many sign-ins, lines of history and mails about the account are kept.
    pub counts: Counts,
}

/// One app that is, or was, connected.
#[derive(Clone, Debug)]
pub struct AppView {
    /// Its name.
    pub name: String,
    /// What it may, or might, do; for several records, each thing once.
    pub rules: Vec<RuleView>,
}

/// How much is kept of what the page does not list.
#[derive(Clone, Copy, Debug)]
pub struct Counts {
    /// Sign-ins.
    pub sessions: usize,
    /// Lines of history.
    pub history: usize,
    /// Mails.
    pub mails: usize,
}

impl Page for ExportPage {
    fn name(&self) -> &'static str {
        "account-export"
    }

    fn chrome(&self) -> &Chrome {
        &self.chrome
    }

    fn heading(&self) -> String {
        self.t("account-export-heading").to_owned()
    }

    fn all_problems(&self) -> &Problems {
        &self.problems
    }
}

impl ExportPage {
    /// The names of the apps in a row.
    fn app_names(&self) -> Safe<String> {
        self.words().names(&self.apps.iter().map(|app| app.name.as_str()).collect::<Vec<_>>())
    }

    /// The names of the records in a row.
    fn record_names(&self) -> Safe<String> {
        self.words().names(&self.records.iter().map(String::as_str).collect::<Vec<_>>())
    }
}

async fn everything(cx: &Request, here: &Here) -> Result<Export, Fault> {
    export::find(cx.context(), here.id()).await?.ok_or(Fault::NOT_FOUND)
}

fn seal(cx: &Request, here: &Here) -> Seal {
    here.seal(cx, "account-export", &[])
}

fn page(cx: &Request, here: &Here, all: Export, problems: Problems) -> ExportPage {
    let apps = apps(cx, all.connections);
    ExportPage {
        chrome: cx.chrome(),
        problems,
        seal: seal(cx, here),
        file: AccountUrl::ExportFile,
        name: all.account.name,
        email: all.account.email.unwrap_or_default(),
        records: all.records.into_iter().map(|r| r.name).collect(),
        apps,
        counts: Counts { sessions: all.sessions.len(), history: all.history.len(), mails: all.mails.len() },
    }
}

/// Each app once, by name.
fn apps(cx: &Request, connections: Vec<ConnectionData>) -> Vec<AppView> {
    let mut by_name: BTreeMap<String, Vec<AuthorizationRule>> = BTreeMap::new();
    for connection in connections {
        let rules = by_name.entry(connection.app).or_default();
        for rule in connection.granted {
            if !rules.contains(&rule) {
                rules.push(rule);
            }
        }
    }
    let view = |(name, rules): (String, Vec<AuthorizationRule>)| AppView {
        name,
        rules: RuleView::granted(&rules, &cx.words),
    };
    by_name.into_iter().map(view).collect()
}

/// Says what there is.
pub async fn get(cx: Request) -> Answer {
    let here = Here::find(&cx).await?;
    let all = everything(&cx, &here).await?;
    cx.answer(&page(&cx, &here, all, Problems::none()))
}

/// The file. A form gets it, so that no link of anybody's does.
pub async fn file(cx: Request, form: Form) -> Answer {
    let here = Here::find(&cx).await?;
    let all = everything(&cx, &here).await?;
    if let Err(rejected) = form.verify(&cx, &seal(&cx, &here)) {
        let problems = rejected.problems(&cx);
        return Err(cx.instead(&page(&cx, &here, all, problems)));
    }
    let json = serde_json::to_vec_pretty(&all).map_err(|e| Fault::Unexpected(e.into()))?;
    export::taken(cx.context(), here.id()).await?;
    Ok(HttpResponse::Ok()
        .content_type("application/json; charset=utf-8")
        .insert_header((header::CONTENT_DISPOSITION, "attachment; filename=\"patient-connect-data.json\""))
        .body(json))
}

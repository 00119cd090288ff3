//! Deleting the account: what will happen, confirmed by typing the address, and final.

use actix_web::http::header::{HeaderName, HeaderValue};
use askama::Template;

use super::here::Here;
use crate::{
    actions::account::delete::{Deleted, WouldEnd, delete_account, would_end},
    portal::{
        account_url::AccountUrl,
        chrome::Chrome,
        form::Form,
        page::Page,
        problems::Problems,
        reply::{Answer, see_other},
        request::Request,
        seal::Seal,
        urls::Url,
    },
    web::limits::Limit,
};

/// Says what will happen, and asks for the address.
#[derive(Clone, Debug, Template)]
#[template(path = "account/delete.html")]
pub struct DeletePage {
    /// What stands around the page.
    pub chrome: Chrome,
    /// What is wrong with the form.
    pub problems: Problems,
    /// Stands for what the page shows.
    pub seal: Seal,
    /// What she types to confirm: her address, or her name where she has none.
    pub confirms: String,
    /// Whether that is her address.
    pub has_email: bool,
    /// The names of the apps that are disconnected.
    pub apps: Vec<String>,
    /// The names of the records that go.
    pub records: Vec<String>,
    /// What stands in the field.
    pub email: String,
}

impl Page for DeletePage {
    fn name(&self) -> &'static str {
        "account-delete"
    }

    fn chrome(&self) -> &Chrome {
        &self.chrome
    }

    fn heading(&self) -> String {
        self.t("account-delete-heading").to_owned()
    }

    fn all_problems(&self) -> &Problems {
        &self.problems
    }
}

/// Asks.
pub async fn get(cx: Request) -> Answer {
    let here = Here::find(&cx).await?;
    let would = would_end(cx.context(), here.id()).await?;
    cx.answer(&page(&cx, &here, &would, "", Problems::none()))
}

/// Deletes it.
pub async fn post(cx: Request, form: Form) -> Answer {
    let here = Here::find(&cx).await?;
    let would = would_end(cx.context(), here.id()).await?;
    let sent = form.verify(&cx, &seal(&cx, &here, &would)).map_err(|rejected| {
        cx.instead(&page(&cx, &here, &would, rejected.typed("email"), rejected.problems(&cx)))
    })?;
    let typed = sent.get("email");
    let refuse = |key: &str| {
        let problem = cx.problem("email", key, &[]);
        cx.instead(&page(&cx, &here, &would, typed, problem.into()))
    };
    if typed.trim().is_empty() {
        return Err(refuse("problem-delete-empty"));
    }
    cx.charge(Limit::SignIn)?;
    match delete_account(cx.context(), here.id(), typed, cx.device().as_ref()).await? {
        Deleted::WrongEmail => Err(refuse("problem-delete-other")),
        Deleted::Done | Deleted::Gone => {
            cx.session.end();
            let mut answer = see_other(&Url::Account(AccountUrl::Deleted));
            let (name, value) = ("clear-site-data", "\"cache\"");
            answer.headers_mut().insert(HeaderName::from_static(name), HeaderValue::from_static(value));
            Ok(answer)
        }
    }
}

/// The names on the page are part of what is confirmed: which apps are told, and which records go.
fn seal(cx: &Request, here: &Here, would: &WouldEnd) -> Seal {
    let mut shown: Vec<&[u8]> = vec![here.email().as_bytes()];
    shown.extend(would.authorizations.iter().map(|id| &id.as_bytes()[..]));
    shown.extend(would.records.iter().map(|name| name.as_bytes()));
    here.seal(cx, "account-delete", &shown)
}

fn page(cx: &Request, here: &Here, would: &WouldEnd, typed: &str, problems: Problems) -> DeletePage {
    let has_email = !here.email().is_empty();
    DeletePage {
        chrome: cx.chrome(),
        problems,
        seal: seal(cx, here, would),
        confirms: if has_email { here.email() } else { &here.account.person.name }.to_owned(),
        has_email,
        apps: would.apps.iter().cloned().collect(),
        records: would.records.clone(),
        email: typed.to_owned(),
    }
}

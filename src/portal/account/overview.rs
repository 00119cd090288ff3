//! What the account is now: a line for each thing, and where it is changed.

use askama::Template;

use super::here::{Here, chrome_after};
use crate::{
    actions::account::{passkeys, records, sessions},
    portal::{chrome::Chrome, page::Page, reply::Answer, request::Request},
};

/// Lists what can be seen and changed of an account.
#[derive(Clone, Debug, Template)]
#[template(path = "account/overview.html")]
pub struct OverviewPage {
    /// What stands around the page.
    pub chrome: Chrome,
    /// What she is called.
    pub name: String,
    /// Her address; empty where she has none.
    pub email: String,
    /// The name of her language, if she has chosen one.
    pub language: Option<String>,
    /// Whether she has a password.
    pub has_password: bool,
    /// How many passkeys she has; `None` where there are none here.
    pub passkeys: Option<usize>,
    /// Whether there are providers that one can sign in with.
    pub has_providers: bool,
    /// How many records she has.
    pub records: usize,
    /// How often she is signed in.
    pub sessions: usize,
}

impl Page for OverviewPage {
    fn name(&self) -> &'static str {
        "account"
    }

    fn chrome(&self) -> &Chrome {
        &self.chrome
    }

    fn heading(&self) -> String {
        self.t("account-heading").to_owned()
    }
}

/// Shows it.
pub async fn get(cx: Request) -> Answer {
    let here = Here::find(&cx).await?;
    let language = here.account.language.as_deref().and_then(|tag| cx.installation.catalogue.find(tag));
    let passkeys = match &cx.installation.passkeys {
        Some(_) => Some(passkeys::list(cx.context(), here.id()).await?.len()),
        None => None,
    };
    cx.answer(&OverviewPage {
        passkeys,
        chrome: chrome_after(&cx),
        name: here.account.person.name.clone(),
        email: here.email().to_owned(),
        language: language.map(|words| words.name().to_owned()),
        has_providers: !cx.installation.providers.is_empty(),
        has_password: here.account.password_since.is_some(),
        records: records::list(cx.context(), here.id()).await?.len(),
        sessions: sessions::list(cx.context(), here.id()).await?.len(),
    })
}

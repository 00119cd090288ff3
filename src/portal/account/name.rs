//! What she is called.

use askama::Template;

use super::{here::Here, problems::name_problem};
use crate::{
    actions::account::name::change_name,
    domain::labels::PersonName,
    portal::{
        account_url::{AccountUrl, Done},
        chrome::Chrome,
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
#[template(path = "account/name.html")]
pub struct NamePage {
    /// What stands around the page.
    pub chrome: Chrome,
    /// What is wrong with the form.
    pub problems: Problems,
    /// Stands for what the page shows.
    pub seal: Seal,
    /// What stands in the field.
    pub name: String,
}

impl Page for NamePage {
    fn name(&self) -> &'static str {
        "account-name"
    }

    fn chrome(&self) -> &Chrome {
        &self.chrome
    }

    fn heading(&self) -> String {
        self.t("account-name-heading").to_owned()
    }

    fn all_problems(&self) -> &Problems {
        &self.problems
    }
}

/// Shows the form with the name as it is.
pub async fn get(cx: Request) -> Answer {
    let here = Here::find(&cx).await?;
    cx.answer(&page(&cx, &here, &here.account.person.name, Problems::none()))
}

/// Another name.
pub async fn post(cx: Request, form: Form) -> Answer {
    let here = Here::find(&cx).await?;
    let sent = form
        .verify(&cx, &seal(&cx, &here))
        .map_err(|rejected| cx.instead(&page(&cx, &here, rejected.typed("name"), rejected.problems(&cx))))?;
    let name = PersonName::parse(sent.get("name"))
        .map_err(|p| cx.instead(&page(&cx, &here, sent.get("name"), name_problem(&cx, &p).into())))?;
    change_name(cx.context(), here.id(), &name).await?;
    cx.session.rename(name.as_str());
    Ok(see_other(&Url::Account(AccountUrl::Done(Done::Name))))
}

fn seal(cx: &Request, here: &Here) -> Seal {
    here.seal(cx, "account-name", &[here.account.person.name.as_bytes()])
}

fn page(cx: &Request, here: &Here, name: &str, problems: Problems) -> NamePage {
    NamePage { chrome: cx.chrome(), problems, seal: seal(cx, here), name: name.to_owned() }
}

//! Her password: the present one is asked for, and all other sign-ins end.

use askama::Template;

use super::{guess, here::Here, problems::password_problem};
use crate::{
    actions::{
        account::password::{change_password, present},
        journey::choose_password::choose_password,
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

/// Asks for the present password and a new one.
#[derive(Clone, Debug, Template)]
#[template(path = "account/password.html")]
pub struct PasswordPage {
    /// What stands around the page.
    pub chrome: Chrome,
    /// What is wrong with the form.
    pub problems: Problems,
    /// Stands for what the page shows.
    pub seal: Seal,
    /// Her address, so that a password manager knows whose password it is.
    pub email: String,
    /// Whether she has one. Where not, the page says so and asks for nothing.
    pub has_password: bool,
}

impl Page for PasswordPage {
    fn name(&self) -> &'static str {
        "account-password"
    }

    fn chrome(&self) -> &Chrome {
        &self.chrome
    }

    fn heading(&self) -> String {
        self.t("account-password-heading").to_owned()
    }

    fn all_problems(&self) -> &Problems {
        &self.problems
    }
}

/// Shows the form.
pub async fn get(cx: Request) -> Answer {
    let here = Here::find(&cx).await?;
    cx.answer(&page(&cx, &here, Problems::none()))
}

/// The present one and a new one. The new one is looked at first, since it costs nothing; the try is charged before the
/// present one is checked.
pub async fn post(cx: Request, form: Form) -> Answer {
    let here = Here::find(&cx).await?;
    let sent = form
        .verify(&cx, &seal(&cx, &here))
        .map_err(|rejected| cx.instead(&page(&cx, &here, rejected.problems(&cx))))?;
    let refuse = |problems: Problems| cx.instead(&page(&cx, &here, problems));
    let typed = sent.get("current_password");
    let about = [here.account.person.name.as_str(), here.email()];
    let new = choose_password(sent.get("password"), &about).await?;
    let missing =
        typed.is_empty().then(|| cx.problem("current_password", "problem-current-password-empty", &[]));
    let new = match (new, missing) {
        (Ok(new), None) => new,
        (new, missing) => {
            let weak = new.err().map(|p| password_problem(&cx, &p));
            return Err(refuse(missing.into_iter().chain(weak).collect()));
        }
    };
    let wrong = || refuse(cx.problem("current_password", "problem-current-password", &[]).into());
    // Looked up before it is checked: what was checked is what is replaced.
    let replaced = present(cx.context(), here.id()).await?.ok_or_else(wrong)?;
    if !guess::is_hers(&cx, &here, typed).await? {
        return Err(wrong());
    }
    if !change_password(cx.context(), here.id(), here.session_id, &replaced, &new).await? {
        return Err(wrong());
    }
    let mut answer = see_other(&Url::Account(AccountUrl::Done(Done::Password)));
    // No browser is known any more but this one.
    if let Some(cookie) = cx.known_device(here.id()).await? {
        answer.add_cookie(&cookie).map_err(|e| Fault::Unexpected(e.into()))?;
    }
    Ok(answer)
}

fn seal(cx: &Request, here: &Here) -> Seal {
    here.seal(cx, "account-password", &[])
}

fn page(cx: &Request, here: &Here, problems: Problems) -> PasswordPage {
    PasswordPage {
        chrome: cx.chrome(),
        problems,
        seal: seal(cx, here),
        email: here.email().to_owned(),
        has_password: here.account.password_since.is_some(),
    }
}

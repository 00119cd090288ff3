//! Her address: a new one is asked for here, and confirmed by a code that is mailed to it.

use askama::Template;

use super::{guess, here::Here, problems::email_problem};
use crate::{
    actions::account::email::{Asked, ask},
    domain::{account::UNDO_WITHIN, email::Email},
    portal::{
        account_url::{AccountUrl, Done},
        chrome::Chrome,
        form::{Fields, Form},
        page::Page,
        problems::{Problem, Problems},
        reply::{Answer, Reply, see_other},
        request::Request,
        seal::Seal,
        urls::Url,
    },
    web::limits::Limit,
};

/// Asks for another address.
#[derive(Clone, Debug, Template)]
#[template(path = "account/email.html")]
pub struct EmailPage {
    /// What stands around the page.
    pub chrome: Chrome,
    /// What is wrong with the form.
    pub problems: Problems,
    /// Stands for what the page shows.
    pub seal: Seal,
    /// Her address now; empty where she has none to sign in with: the page says so then and asks for nothing.
    pub present: String,
    /// What stands in the field.
    pub email: String,
    /// Whether mails can be sent. Where not, her password is asked for instead, and the change counts at once.
    pub can_mail: bool,
    /// For how many days the old address can take the change back.
    pub undo_days: u32,
}

impl Page for EmailPage {
    fn name(&self) -> &'static str {
        "account-email"
    }

    fn chrome(&self) -> &Chrome {
        &self.chrome
    }

    fn heading(&self) -> String {
        self.t("account-email-heading").to_owned()
    }

    fn all_problems(&self) -> &Problems {
        &self.problems
    }
}

/// Shows the form.
pub async fn get(cx: Request) -> Answer {
    let here = Here::find(&cx).await?;
    cx.answer(&page(&cx, &here, "", Problems::none()))
}

/// Another address.
pub async fn post(cx: Request, form: Form) -> Answer {
    let here = Here::find(&cx).await?;
    let sent = form
        .verify(&cx, &seal(&cx, &here))
        .map_err(|rejected| cx.instead(&page(&cx, &here, rejected.typed("email"), rejected.problems(&cx))))?;
    if here.email().is_empty() {
        return Err(cx.instead(&page(&cx, &here, "", Problems::none())));
    }
    let typed = sent.get("email");
    let refuse = |problem: Problem| cx.instead(&page(&cx, &here, typed, problem.into()));
    let email = Email::parse(typed).map_err(|p| refuse(email_problem(&cx, &p)))?;
    if !cx.context().can_mail {
        password_is_hers(&cx, &here, &sent).await?.map_err(refuse)?;
    }
    cx.charge(Limit::CreateAccount)?;
    match ask(cx.context(), here.id(), &email).await? {
        Asked::Mailed => Ok(see_other(&Url::Account(AccountUrl::EmailCode))),
        Asked::Changed => Ok(see_other(&Url::Account(AccountUrl::Done(Done::Email)))),
        Asked::Same => Err(refuse(cx.problem("email", "problem-email-same", &[]))),
        Asked::Taken => Err(refuse(cx.problem("email", "problem-email-not-free", &[]))),
        Asked::TooMany => Err(refuse(cx.problem("email", "problem-email-too-many", &[]))),
    }
}

/// Without a mail server nothing but her password says that it is she.
async fn password_is_hers(cx: &Request, here: &Here, sent: &Fields) -> Result<Result<(), Problem>, Reply> {
    let wrong = || cx.problem("current_password", "problem-current-password", &[]);
    let typed = sent.get("current_password");
    if typed.is_empty() {
        return Ok(Err(cx.problem("current_password", "problem-current-password-empty", &[])));
    }
    Ok(if guess::is_hers(cx, here, typed).await? { Ok(()) } else { Err(wrong()) })
}

fn seal(cx: &Request, here: &Here) -> Seal {
    here.seal(cx, "account-email", &[here.email().as_bytes()])
}

fn page(cx: &Request, here: &Here, email: &str, problems: Problems) -> EmailPage {
    EmailPage {
        chrome: cx.chrome(),
        problems,
        seal: seal(cx, here),
        present: here.email().to_owned(),
        email: email.to_owned(),
        can_mail: cx.context().can_mail,
        undo_days: u32::try_from(UNDO_WITHIN.num_days()).unwrap_or_default(),
    }
}

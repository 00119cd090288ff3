//! The code that confirms a new address.

use askama::Template;

use super::here::Here;
use crate::{
    actions::account::email::{Asked, Confirmed, ask, confirm, waiting},
    domain::{
        account::{CODE_WORKS, typed_code},
        email::Email,
    },
    portal::{
        account_url::{AccountUrl, Done},
        chrome::Chrome,
        form::Form,
        page::Page,
        problems::Problems,
        reply::{Answer, Reply, see_other},
        request::Request,
        seal::Seal,
        urls::Url,
    },
    web::limits::Limit,
};

/// Asks for the code.
#[derive(Clone, Debug, Template)]
#[template(path = "account/email_code.html")]
pub struct EmailCodePage {
    /// What stands around the page.
    pub chrome: Chrome,
    /// What is wrong with the form.
    pub problems: Problems,
    /// Stands for what the page shows.
    pub seal: Seal,
    /// The new address.
    pub email: String,
    /// For how many minutes a code works.
    pub minutes: u32,
    /// What stands in the field.
    pub email_code: String,
}

impl Page for EmailCodePage {
    fn name(&self) -> &'static str {
        "account-email-code"
    }

    fn chrome(&self) -> &Chrome {
        &self.chrome
    }

    fn heading(&self) -> String {
        self.t("account-email-code-heading").to_owned()
    }

    fn all_problems(&self) -> &Problems {
        &self.problems
    }
}

/// The address that waits; where none does, she asks for one first.
async fn new_address(cx: &Request, here: &Here) -> Result<String, Reply> {
    let waits = waiting(cx.context(), here.id()).await?;
    waits.ok_or_else(|| Reply::to(&Url::Account(AccountUrl::Email)))
}

/// Shows the form. After another code was sent, says so.
pub async fn get(cx: Request) -> Answer {
    let here = Here::find(&cx).await?;
    let email = new_address(&cx, &here).await?;
    let mut page = page(&cx, &here, &email, "", Problems::none());
    if cx.query.contains_key("sent") {
        page.chrome.notice = Some(cx.say("notice-code-sent"));
    }
    cx.answer(&page)
}

/// The code, or another mail.
pub async fn post(cx: Request, form: Form) -> Answer {
    let here = Here::find(&cx).await?;
    let email = new_address(&cx, &here).await?;
    let sent = form.verify(&cx, &seal(&cx, &here, &email)).map_err(|rejected| {
        cx.instead(&page(&cx, &here, &email, rejected.typed("email_code"), rejected.problems(&cx)))
    })?;
    if !sent.get("resend").is_empty() {
        return again(&cx, &here, &email).await;
    }
    let typed = sent.get("email_code");
    let refuse = |key: &str| {
        let problem = cx.problem("email_code", key, &[]);
        cx.instead(&page(&cx, &here, &email, typed, problem.into()))
    };
    // What cannot be a code costs no try.
    if typed.trim().is_empty() {
        return Err(refuse("problem-email-code-empty"));
    }
    if typed_code(typed).is_none() {
        return Err(refuse("problem-email-code-digits"));
    }
    cx.charge(Limit::SignIn)?;
    match confirm(cx.context(), here.id(), typed).await? {
        Confirmed::Done => Ok(see_other(&Url::Account(AccountUrl::Done(Done::Email)))),
        Confirmed::Wrong(left) => {
            let problem = cx.problem("email_code", "problem-email-code-wrong", &[("left", left.into())]);
            Err(cx.instead(&page(&cx, &here, &email, "", problem.into())))
        }
        Confirmed::Over => Err(refuse("problem-email-code-over")),
        Confirmed::Taken => Err(refuse("problem-email-not-free")),
    }
}

async fn again(cx: &Request, here: &Here, email: &str) -> Answer {
    cx.charge(Limit::CreateAccount)?;
    let address = Email::parse(email).map_err(|_| Reply::to(&Url::Account(AccountUrl::Email)))?;
    if ask(cx.context(), here.id(), &address).await? == Asked::TooMany {
        let problem = cx.problem("email_code", "problem-email-too-many", &[]);
        return Err(cx.instead(&page(cx, here, email, "", problem.into())));
    }
    Ok(see_other(&Url::Account(AccountUrl::EmailCodeSent)))
}

fn seal(cx: &Request, here: &Here, email: &str) -> Seal {
    here.seal(cx, "account-email-code", &[email.as_bytes()])
}

fn page(cx: &Request, here: &Here, email: &str, typed: &str, problems: Problems) -> EmailCodePage {
    EmailCodePage {
        chrome: cx.chrome(),
        problems,
        seal: seal(cx, here, email),
        email: email.to_owned(),
        minutes: u32::try_from(CODE_WORKS.num_minutes()).unwrap_or_default(),
        email_code: typed.to_owned(),
    }
}

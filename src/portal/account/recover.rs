//! The password is forgotten: asks for the address, and always leads to the page that asks for the code.

use askama::Template;

use super::{around::Around, problems::email_problem};
use crate::{
    actions::account::recover::recover,
    domain::{email::Email, email_code::Errand, retention::Stay},
    portal::{
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
    web::limits::Limit,
};

/// Asks for the account's address.
#[derive(Clone, Debug, Template)]
#[template(path = "account/recover.html")]
pub struct RecoverPage {
    /// What stands around the page.
    pub chrome: Chrome,
    /// What is wrong with the form.
    pub problems: Problems,
    /// Which journey the form belongs to, if any.
    pub journey: Option<String>,
    /// Where the form is sent.
    pub action: Url,
    /// Where one goes back to.
    pub sign_in: Url,
    /// Stands for what the page shows.
    pub seal: Seal,
    /// What is being connected, in a journey.
    pub friendly_name: Option<String>,
    /// What was typed before.
    pub email: String,
}

impl Page for RecoverPage {
    fn name(&self) -> &'static str {
        "recover"
    }

    fn chrome(&self) -> &Chrome {
        &self.chrome
    }

    fn heading(&self) -> String {
        self.t("recover-heading").to_owned()
    }

    fn all_problems(&self) -> &Problems {
        &self.problems
    }
}

/// What surrounds a recovery. Without a mail server there is none; who is signed in needs none.
pub(super) async fn around(cx: &Request, form: Option<&Form>) -> Result<Around, Reply> {
    if !cx.context().can_mail {
        return Err(Fault::NOT_FOUND.into());
    }
    let around = Around::find(cx, form).await?;
    match cx.signed_in() {
        Some(_) => Err(Reply::to(&Url::Connections)),
        None => Ok(around),
    }
}

/// Asks.
pub async fn get(cx: Request) -> Answer {
    let around = around(&cx, None).await?;
    cx.answer(&page(&cx, &around, "", Problems::none()))
}

/// An address: "known and unknown addresses answer alike".
pub async fn post(cx: Request, form: Form) -> Answer {
    let around = around(&cx, Some(&form)).await?;
    let sent = form.verify(&cx, &around.seal(&cx, "recover")).map_err(|rejected| {
        cx.instead(&page(&cx, &around, rejected.typed("email"), rejected.problems(&cx)))
    })?;
    let typed = sent.get("email");
    let email = Email::parse(typed)
        .map_err(|problem| cx.instead(&page(&cx, &around, typed, email_problem(&cx, &problem).into())))?;
    cx.charge(Limit::Recover)?;
    cx.charge_mail(&email.key())?;
    let id = recover(cx.context(), sent.get("csrf_token"), &email, around.writing(&cx)).await?;
    cx.await_proof(Errand::Recover, id, Stay::default());
    Ok(see_other(&Url::RecoverCode(around.beside())))
}

fn page(cx: &Request, around: &Around, email: &str, problems: Problems) -> RecoverPage {
    RecoverPage {
        chrome: around.chrome(cx),
        problems,
        journey: around.journey_id(),
        action: Url::Recover(around.beside()),
        sign_in: around.sign_in(),
        seal: around.seal(cx, "recover"),
        friendly_name: around.friendly_name(),
        email: email.to_owned(),
    }
}

//! A new password, after the code was right. Nobody is signed in by it: she signs in with it.

use askama::Template;
use uuid::Uuid;

use super::{around::Around, asked_code::awaited, problems::password_problem, recover};
use crate::{
    actions::{
        account::recover::{Recovering, choose, may_choose},
        journey::choose_password::choose_password,
    },
    domain::{email_code::Errand, retention::Stay},
    portal::{
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

/// Asks for a new password.
#[derive(Clone, Debug, Template)]
#[template(path = "account/recover_password.html")]
pub struct RecoverPasswordPage {
    /// What stands around the page.
    pub chrome: Chrome,
    /// What is wrong with the form.
    pub problems: Problems,
    /// Which journey the form belongs to, if any.
    pub journey: Option<String>,
    /// Where the form is sent.
    pub action: Url,
    /// Stands for what the page shows.
    pub seal: Seal,
    /// What is being connected, in a journey.
    pub friendly_name: Option<String>,
    /// The account's address, for password managers.
    pub email: String,
}

impl Page for RecoverPasswordPage {
    fn name(&self) -> &'static str {
        "recover-password"
    }

    fn chrome(&self) -> &Chrome {
        &self.chrome
    }

    fn heading(&self) -> String {
        self.t("recover-password-heading").to_owned()
    }

    fn all_problems(&self) -> &Problems {
        &self.problems
    }
}

/// Asks.
pub async fn get(cx: Request) -> Answer {
    let around = recover::around(&cx, None).await?;
    let recovering = recovering(&cx, &around).await?;
    cx.answer(&page(&cx, &around, &recovering, Problems::none()))
}

/// A new password. What was typed is never shown again.
pub async fn post(cx: Request, form: Form) -> Answer {
    let around = recover::around(&cx, Some(&form)).await?;
    let recovering = recovering(&cx, &around).await?;
    let refuse = |problems| cx.instead(&page(&cx, &around, &recovering, problems));
    let sent = form
        .verify(&cx, &seal(&cx, &around, &recovering))
        .map_err(|rejected| refuse(rejected.problems(&cx)))?;
    cx.charge(Limit::CreateAccount)?;
    let (id, Recovering { person, email }) = &recovering;
    let password = choose_password(sent.get("password"), &[person.name.as_str(), email.as_str()])
        .await?
        .map_err(|problem| refuse(password_problem(&cx, &problem).into()))?;
    let chosen = choose(cx.context(), *id, &password, around.writing(&cx)).await?;
    cx.session.set_proof(Errand::Recover, None, Stay::default());
    if chosen {
        cx.know_until_sign_in(person.id).await?;
        return Ok(see_other(&Url::Recovered(around.beside())));
    }
    Err(Reply::to(&Url::Recover(around.beside())))
}

/// Who may choose a new password in this browser. Nobody: back to where the code is typed, or asked for.
async fn recovering(cx: &Request, around: &Around) -> Result<(Uuid, Recovering), Reply> {
    let ask = || Reply::to(&Url::Recover(around.beside()));
    let Some((id, awaited)) = awaited(cx, Errand::Recover).await? else { return Err(ask()) };
    if awaited.proof.proven_at.is_none() {
        return Err(Reply::to(&Url::RecoverCode(around.beside())));
    }
    let found = may_choose(cx.context(), id).await?;
    found.map(|recovering| (id, recovering)).ok_or_else(ask)
}

fn seal(cx: &Request, around: &Around, (id, _): &(Uuid, Recovering)) -> Seal {
    around.seal_with(cx, "recover-password", &[id.as_bytes()])
}

fn page(
    cx: &Request,
    around: &Around,
    recovering: &(Uuid, Recovering),
    problems: Problems,
) -> RecoverPasswordPage {
    RecoverPasswordPage {
        chrome: around.chrome(cx),
        problems,
        journey: around.journey_id(),
        action: Url::RecoverPassword(around.beside()),
        seal: seal(cx, around, recovering),
        friendly_name: around.friendly_name(),
        email: recovering.1.email.as_str().to_owned(),
    }
}

//! The code for a new password.

use askama::Template;
use uuid::Uuid;

use super::{
    around::Around,
    asked_code::{self, AskedCode, awaited},
    recover,
};
use crate::{
    actions::account::{
        prove::{Proven, prove},
        resend::{Awaited, Resent},
    },
    domain::email_code::{Closed, EmailCode, Errand},
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

/// The field.
const FIELD: &str = "recovery_code";

/// Asks for the code from the mail.
#[derive(Clone, Debug, Template)]
#[template(path = "account/recover_code.html")]
pub struct RecoverCodePage {
    /// What stands around the page.
    pub chrome: Chrome,
    /// What is wrong with the form.
    pub problems: Problems,
    /// Which journey the form belongs to, if any.
    pub journey: Option<String>,
    /// Where the forms are sent.
    pub action: Url,
    /// Where one goes who typed the wrong address.
    pub again: Url,
    /// Stands for what the page shows.
    pub seal: Seal,
    /// What is being connected, in a journey.
    pub friendly_name: Option<String>,
    /// The code that is asked for.
    pub asked: AskedCode,
}

impl Page for RecoverCodePage {
    fn name(&self) -> &'static str {
        "recover-code"
    }

    fn chrome(&self) -> &Chrome {
        &self.chrome
    }

    fn heading(&self) -> String {
        self.t("recover-code-heading").to_owned()
    }

    fn all_problems(&self) -> &Problems {
        &self.problems
    }
}

/// Asks. Looking at it opens nothing.
pub async fn get(cx: Request) -> Answer {
    let around = recover::around(&cx, None).await?;
    let waits = waiting(&cx, &around).await?;
    let mut page = page(&cx, &around, &waits, Problems::none());
    if cx.query.get("notice").map(String::as_str) == Some("sent-again") {
        page.chrome.notice = Some(cx.say("notice-email-sent-again"));
    }
    cx.answer(&page)
}

/// A code, or the wish for another one.
pub async fn post(cx: Request, form: Form) -> Answer {
    let around = recover::around(&cx, Some(&form)).await?;
    let mut waits = waiting(&cx, &around).await?;
    let sent = form
        .verify(&cx, &seal(&cx, &around, &waits))
        .map_err(|rejected| cx.instead(&page(&cx, &around, &waits, rejected.problems(&cx))))?;
    if !sent.get("resend").is_empty() {
        return match asked_code::send_again(&cx, &around, &waits).await? {
            Resent::Sent => Ok(see_other(&Url::RecoverCodeSentAgain(around.beside()))),
            Resent::TooOften => {
                let problem = asked_code::too_often(&cx, FIELD);
                Err(cx.instead(&page(&cx, &around, &waits, problem.into())))
            }
            Resent::Gone => Err(Reply::to(&Url::Recover(around.beside()))),
        };
    }
    let code = EmailCode::read(Errand::Recover, sent.get(FIELD)).map_err(|problem| {
        let problem = asked_code::unreadable(&cx, FIELD, problem);
        cx.instead(&page(&cx, &around, &waits, problem.into()))
    })?;
    cx.charge(Limit::SignIn)?;
    let problem = match prove(cx.context(), waits.0, &code).await? {
        Proven::MayChoose => return Ok(see_other(&Url::RecoverPassword(around.beside()))),
        Proven::Signed(_) | Proven::HasAccount | Proven::Gone => {
            return Err(Reply::to(&Url::RecoverCode(around.beside())));
        }
        Proven::Wrong { left } => asked_code::wrong(&cx, FIELD, left),
        Proven::Closed(closed) => {
            if closed == Closed::Spent {
                waits.1.proof.tries_left = 0;
            }
            asked_code::closed(&cx, FIELD, closed)
        }
    };
    Err(cx.instead(&page(&cx, &around, &waits, problem.into())))
}

/// What this browser waits with. Where the code was right already, a new password is chosen.
async fn waiting(cx: &Request, around: &Around) -> Result<(Uuid, Awaited), Reply> {
    match awaited(cx, Errand::Recover).await? {
        Some((_, awaited)) if awaited.proof.proven_at.is_some() => {
            Err(Reply::to(&Url::RecoverPassword(around.beside())))
        }
        Some(waits) => Ok(waits),
        None => Err(Reply::to(&Url::Recover(around.beside()))),
    }
}

fn seal(cx: &Request, around: &Around, (id, _): &(Uuid, Awaited)) -> Seal {
    around.seal_with(cx, "recover-code", &[id.as_bytes()])
}

fn page(cx: &Request, around: &Around, waits: &(Uuid, Awaited), problems: Problems) -> RecoverCodePage {
    RecoverCodePage {
        chrome: around.chrome(cx),
        problems,
        journey: around.journey_id(),
        action: Url::RecoverCode(around.beside()),
        again: Url::Recover(around.beside()),
        seal: seal(cx, around, waits),
        friendly_name: around.friendly_name(),
        asked: AskedCode::of(cx, &waits.1),
    }
}

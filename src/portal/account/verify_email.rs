//! The code that proves the address, typed where she stands. Whether the address had an account before is said by the mail
//! alone: this page is the same.

use actix_web::HttpResponse;
use askama::Template;
use uuid::Uuid;

use super::{
    around::Around,
    asked_code::{self, AskedCode, awaited},
};
use crate::{
    actions::{
        account::{
            confirm_address::confirm_address,
            prove::{Proven, prove},
            resend::{Awaited, Resent, resume},
        },
        journey::sign_in::Unproven,
    },
    domain::{
        email::Email,
        email_code::{Closed, EmailCode, Errand},
        retention::Stay,
    },
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
const FIELD: &str = "email_code";

/// Asks for the code from the mail.
#[derive(Clone, Debug, Template)]
#[template(path = "account/verify_email.html")]
pub struct VerifyEmailPage {
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

impl Page for VerifyEmailPage {
    fn name(&self) -> &'static str {
        "verify-email"
    }

    fn chrome(&self) -> &Chrome {
        &self.chrome
    }

    fn heading(&self) -> String {
        self.t("verify-email-heading").to_owned()
    }

    fn all_problems(&self) -> &Problems {
        &self.problems
    }
}

/// Leads to this page, which waits for the code of this proof.
pub(super) fn wait(cx: &Request, around: &Around, id: Uuid, stay: Stay) -> HttpResponse {
    cx.await_proof(Errand::SignUp, id, stay);
    see_other(&Url::VerifyEmail(around.beside()))
}

/// Address and password are right, and the address is not proved yet: a code is mailed to it.
pub(super) async fn begin(
    cx: &Request,
    around: &Around,
    form: &str,
    email: &Email,
    unproven: Unproven,
    stay: Stay,
) -> Answer {
    cx.charge_mail(&email.key())?;
    let writing = around.writing(cx);
    let id = match unproven {
        Unproven::Account(person) => confirm_address(cx.context(), form, person, email, writing).await?,
        Unproven::SignUp(id) => {
            resume(cx.context(), id, writing).await?;
            id
        }
    };
    Ok(wait(cx, around, id, stay))
}

/// Asks.
pub async fn get(cx: Request) -> Answer {
    let around = Around::find(&cx, None).await?;
    let waits = waiting(&cx, &around).await?;
    let mut page = page(&cx, &around, &waits, Problems::none());
    if cx.query.get("notice").map(String::as_str) == Some("sent-again") {
        page.chrome.notice = Some(cx.say("notice-email-sent-again"));
    }
    cx.answer(&page)
}

/// A code, or the wish for another one.
pub async fn post(cx: Request, form: Form) -> Answer {
    let around = Around::find(&cx, Some(&form)).await?;
    let mut waits = waiting(&cx, &around).await?;
    let sent = form
        .verify(&cx, &seal(&cx, &around, &waits))
        .map_err(|rejected| cx.instead(&page(&cx, &around, &waits, rejected.problems(&cx))))?;
    if !sent.get("resend").is_empty() {
        return match asked_code::send_again(&cx, &around, &waits).await? {
            Resent::Sent => Ok(see_other(&Url::VerifyEmailSentAgain(around.beside()))),
            Resent::TooOften => {
                let problem = asked_code::too_often(&cx, FIELD);
                Err(cx.instead(&page(&cx, &around, &waits, problem.into())))
            }
            Resent::Gone => Err(Reply::to(&around.sign_in())),
        };
    }
    let code = EmailCode::read(Errand::SignUp, sent.get(FIELD)).map_err(|problem| {
        let problem = asked_code::unreadable(&cx, FIELD, problem);
        cx.instead(&page(&cx, &around, &waits, problem.into()))
    })?;
    cx.charge(Limit::SignIn)?;
    let problem = match prove(cx.context(), waits.0, &code).await? {
        Proven::Signed(person) => return around.go_on(&cx, &person, cx.session.stay_after_proof()).await,
        Proven::HasAccount => {
            cx.session.set_proof(Errand::SignUp, None, Stay::default());
            return Err(Reply::to(&Url::HasAccount(around.beside())));
        }
        Proven::MayChoose | Proven::Gone => return Err(Reply::to(&around.sign_in())),
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

/// What this browser waits with. Where nothing waits any more, she goes on as who she is.
async fn waiting(cx: &Request, around: &Around) -> Result<(Uuid, Awaited), Reply> {
    if cx.signed_in().is_some() {
        return Err(Reply::to(&Url::Connections));
    }
    let waits = awaited(cx, Errand::SignUp).await?;
    waits.ok_or_else(|| Reply::to(&around.sign_in()))
}

fn seal(cx: &Request, around: &Around, (id, _): &(Uuid, Awaited)) -> Seal {
    around.seal_with(cx, "verify-email", &[id.as_bytes()])
}

fn page(cx: &Request, around: &Around, waits: &(Uuid, Awaited), problems: Problems) -> VerifyEmailPage {
    VerifyEmailPage {
        chrome: around.chrome(cx),
        problems,
        journey: around.journey_id(),
        action: Url::VerifyEmail(around.beside()),
        again: around.create_account(),
        seal: seal(cx, around, waits),
        friendly_name: around.friendly_name(),
        asked: AskedCode::of(cx, &waits.1),
    }
}

//! Takes a change of address back: the link of the mail to the old one asks first. Nobody needs to be signed in.

use actix_web::http::StatusCode;
use askama::Template;

use super::not_me::recover;
use crate::{
    actions::account::email::{Undone, to_undo, undo},
    portal::{
        chrome::Chrome, fault::Fault, form::Form, page::Page, problems::Problems, reply::Answer,
        request::Request,
    },
    web::limits::Limit,
};

/// Asks whether to put the old address back; or says that the link is too old.
#[derive(Clone, Debug, Template)]
#[template(path = "account/undo_email.html")]
pub struct UndoEmailPage {
    /// What stands around the page.
    pub chrome: Chrome,
    /// What is wrong.
    pub problems: Problems,
    /// What the link brought, and the address that it would put back. `None`: it works no more.
    pub asks: Option<(String, String)>,
    /// Whether a forgotten password can be replaced by mail.
    pub can_recover: bool,
}

impl Page for UndoEmailPage {
    fn name(&self) -> &'static str {
        "account-undo-email"
    }

    fn chrome(&self) -> &Chrome {
        &self.chrome
    }

    fn heading(&self) -> String {
        let key = if self.asks.is_some() { "undo-email-heading" } else { "link-old-heading" };
        self.words().text(key).to_owned()
    }

    fn all_problems(&self) -> &Problems {
        &self.problems
    }

    fn status(&self) -> StatusCode {
        if self.asks.is_some() { self.problems.status() } else { StatusCode::GONE }
    }
}

fn page(cx: &Request, asks: Option<(String, String)>, problems: Problems) -> UndoEmailPage {
    UndoEmailPage { chrome: cx.chrome(), problems, asks, can_recover: cx.context().can_mail }
}

/// Asks.
pub async fn get(cx: Request) -> Answer {
    let token = cx.query.get("token").cloned().unwrap_or_default();
    let old = to_undo(cx.context(), &token).await?;
    cx.answer(&page(&cx, old.map(|old| (token, old)), Problems::none()))
}

/// Puts it back, and leads to where she gets a new password: whoever changed the address may know the present one.
pub async fn post(cx: Request, form: Form) -> Answer {
    let sent = form.verify_token(&cx).map_err(Fault::from)?;
    cx.charge(Limit::SignIn)?;
    let token = sent.get("token");
    match undo(cx.context(), token).await? {
        Undone::Done => recover(&cx),
        Undone::Over => Err(cx.instead(&page(&cx, None, Problems::none()))),
        Undone::Taken => {
            let old = to_undo(cx.context(), token).await?;
            let problem = cx.problem("form", "problem-undo-taken", &[]);
            Err(cx.instead(&page(&cx, old.map(|old| (token.to_owned(), old)), problem.into())))
        }
    }
}

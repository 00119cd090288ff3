//! “It was not me”: the link of a mail asks first, then ends all sign-ins. It opens nothing, and nobody needs to be
//! signed in.

use actix_web::http::StatusCode;
use askama::Template;

use crate::{
    actions::account::sessions::{end_all, may_end_all},
    portal::{
        chrome::Chrome,
        fault::Fault,
        form::Form,
        page::Page,
        reply::{Answer, Reply, see_other},
        request::Request,
        urls::{Beside, Url},
    },
    web::limits::Limit,
};

/// Asks whether to end all sign-ins; or says that the link is too old.
#[derive(Clone, Debug, Template)]
#[template(path = "account/not_me.html")]
pub struct NotMePage {
    /// What stands around the page.
    pub chrome: Chrome,
    /// What the link brought. `None`: it works no more.
    pub token: Option<String>,
    /// Whether a forgotten password can be replaced by mail.
    pub can_recover: bool,
}

impl Page for NotMePage {
    fn name(&self) -> &'static str {
        "account-not-me"
    }

    fn chrome(&self) -> &Chrome {
        &self.chrome
    }

    fn heading(&self) -> String {
        let key = if self.token.is_some() { "not-me-heading" } else { "link-old-heading" };
        self.words().text(key).to_owned()
    }

    fn status(&self) -> StatusCode {
        if self.token.is_some() { StatusCode::OK } else { StatusCode::GONE }
    }
}

fn page(cx: &Request, token: Option<String>) -> NotMePage {
    NotMePage { chrome: cx.chrome(), token, can_recover: cx.context().can_mail }
}

/// Asks.
pub async fn get(cx: Request) -> Answer {
    let token = cx.query.get("token").cloned().unwrap_or_default();
    let works = may_end_all(cx.context(), &token).await?;
    cx.answer(&page(&cx, works.then_some(token)))
}

/// Ends them, and leads to where she gets a new password.
pub async fn post(cx: Request, form: Form) -> Answer {
    let sent = form.verify_token(&cx).map_err(Fault::from)?;
    cx.charge(Limit::SignIn)?;
    if !end_all(cx.context(), sent.get("token")).await? {
        return Err(cx.instead(&page(&cx, None)));
    }
    recover(&cx)
}

/// Where a new password is had: by mail, where that works.
pub(super) fn recover(cx: &Request) -> Result<actix_web::HttpResponse, Reply> {
    Ok(see_other(if cx.context().can_mail { &Url::Recover(Beside::Nothing) } else { &Url::SignIn }))
}

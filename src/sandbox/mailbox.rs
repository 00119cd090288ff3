//! The sandbox's mailbox: what the portal has mailed, to whomever, as a page and as JSON.

use actix_web::{
    HttpResponse,
    http::header,
    web::{Data, Path},
};
use askama::Template;
use serde_json::json;

use super::Sandbox;
use crate::{
    actions::time::deliver_mails::all_sent,
    gallery::MAIL_POLICY,
    mail::KeptMail,
    portal::{chrome::Chrome, fault::Fault, page::Page, reply::Answer, request::Request},
};

/// Mails shown at once.
const SHOWN: usize = 50;

/// The mailbox as a page.
#[derive(Template)]
#[template(path = "sandbox/mail.html")]
struct MailPage {
    chrome: Chrome,
    mails: Vec<KeptMail>,
    older: usize,
    /// Whose mails are shown; empty for everybody's.
    to: String,
}

impl Page for MailPage {
    fn name(&self) -> &'static str {
        "mailbox"
    }

    fn chrome(&self) -> &Chrome {
        &self.chrome
    }

    fn heading(&self) -> String {
        "The mailbox".to_owned()
    }
}

/// Everything that has arrived, for one address or for all, the newest first. What was just written has arrived, too:
/// a suite need not wait.
async fn arrived(cx: &Request, sandbox: &Sandbox) -> Result<Vec<KeptMail>, Fault> {
    all_sent(cx.context()).await?;
    Ok(sandbox.mailbox.list(cx.query.get("to").map(String::as_str)))
}

/// Shows the mailbox.
pub async fn get(cx: Request, sandbox: Data<Sandbox>) -> Answer {
    let mut mails = arrived(&cx, &sandbox).await?;
    let older = mails.len().saturating_sub(SHOWN);
    mails.truncate(SHOWN);
    let to = cx.query.get("to").cloned().unwrap_or_default();
    cx.answer(&MailPage { chrome: cx.chrome(), mails, older, to })
}

/// The same for programs.
pub async fn json(cx: Request, sandbox: Data<Sandbox>) -> Answer {
    let items: Vec<_> = arrived(&cx, &sandbox)
        .await?
        .into_iter()
        .map(|KeptMail { mail, at, .. }| {
            json!({
                "to": mail.to,
                "subject": mail.subject,
                "language": mail.language,
                "text": mail.text,
                "html": mail.html,
                "links": mail.links,
                "codes": mail.codes,
                "at": at.to_rfc3339(),
                "message_id": mail.message_id,
            })
        })
        .collect();
    Ok(HttpResponse::Ok().json(json!({ "items": items })))
}

/// One mail, as a mail program shows it.
pub async fn one(sandbox: Data<Sandbox>, number: Path<String>) -> Answer {
    let number = number.parse().map_err(|_| Fault::NOT_FOUND)?;
    let kept = sandbox.mailbox.find(number).ok_or(Fault::NOT_FOUND)?;
    Ok(HttpResponse::Ok()
        .content_type("text/html; charset=utf-8")
        .insert_header((header::CONTENT_LANGUAGE, kept.mail.language))
        .insert_header((header::CONTENT_SECURITY_POLICY, MAIL_POLICY))
        .body(kept.mail.html))
}

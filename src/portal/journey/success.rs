//! The clinic's success message.

use askama::Template;
use chrono::{DateTime, Utc};

use super::gate;
use crate::{
    actions::account::passkeys,
    domain::markup,
    portal::{
        chrome::Chrome, page::Page, reply::Answer, request::Request, return_link::ReturnLinkView,
        rule_view::RuleView,
    },
};

/// Confirms the connection, with the clinic's own message. Worth printing.
#[derive(Clone, Debug, Template)]
#[template(path = "journey/success.html")]
pub struct SuccessPage {
    /// What stands around the page.
    pub chrome: Chrome,
    /// What was connected.
    pub friendly_name: String,
    /// The record.
    pub record_name: String,
    /// The clinic's message, as HTML that we made safe.
    pub message_html: String,
    /// The message's language, where it is not the page's.
    pub message_lang: Option<String>,
    /// The way back to the clinic's own pages.
    pub return_link: Option<ReturnLinkView>,
    /// When it was allowed.
    pub authorized_at: DateTime<Utc>,
    /// What was allowed.
    pub rules: Vec<RuleView>,
    /// Whether she is offered a passkey: she can have one, and has none.
    pub offers_passkey: bool,
    /// How long the code can be used again.
    pub pickup_days: u32,
}

impl Page for SuccessPage {
    fn name(&self) -> &'static str {
        "success"
    }

    fn chrome(&self) -> &Chrome {
        &self.chrome
    }

    fn heading(&self) -> String {
        self.ours_plain("success-heading")
    }
}

/// Shows it, as often as she likes, while the connection stands.
pub async fn get(cx: Request) -> Answer {
    let (open, record, authorization) = gate::success(&cx).await?;
    let message = open.app.success_message.said_in(cx.words.tag());
    let notice = cx.end_on_shared_computer().await?;
    let offers_passkey = notice.is_none()
        && cx.installation.passkeys.is_some()
        && passkeys::list(cx.context(), open.person.id).await?.is_empty();
    cx.answer(&SuccessPage {
        chrome: Chrome { notice, ..cx.chrome_of(&open.app) },
        friendly_name: open.request.friendly_name.clone(),
        record_name: record.name,
        message_html: markup::safe_html(&message.text),
        message_lang: message.lang,
        return_link: ReturnLinkView::of(&open.app, &cx.words),
        authorized_at: authorization.authorized_at,
        rules: RuleView::granted(&authorization.rules, &cx.words),
        offers_passkey,
        pickup_days: cx.context().rules.retention.authorized_days,
    })
}

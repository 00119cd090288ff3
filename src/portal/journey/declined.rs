//! Nothing was shared.

use askama::Template;

use super::gate;
use crate::portal::{
    chrome::Chrome, page::Page, reply::Answer, request::Request, return_link::ReturnLinkView,
};

/// Confirms that nothing was shared, and how to change one's mind.
#[derive(Clone, Debug, Template)]
#[template(path = "journey/declined.html")]
pub struct DeclinedPage {
    /// What stands around the page.
    pub chrome: Chrome,
    /// What was not connected.
    pub friendly_name: String,
    /// The way back to the clinic's own pages.
    pub return_link: Option<ReturnLinkView>,
}

impl Page for DeclinedPage {
    fn name(&self) -> &'static str {
        "declined"
    }

    fn chrome(&self) -> &Chrome {
        &self.chrome
    }

    fn heading(&self) -> String {
        self.ours_plain("declined-heading")
    }
}

/// Confirms it.
pub async fn get(cx: Request) -> Answer {
    let open = gate::declined(&cx).await?;
    let notice = cx.end_on_shared_computer().await?;
    cx.answer(&DeclinedPage {
        chrome: Chrome { notice, ..cx.chrome_of(&open.app) },
        friendly_name: open.request.friendly_name.clone(),
        return_link: ReturnLinkView::of(&open.app, &cx.words),
    })
}

//! The account is deleted: a plain page that says so, for nobody in particular.

use askama::Template;

use crate::portal::{chrome::Chrome, page::Page, reply::Answer, request::Request};

/// Says that it is done, and what stays.
#[derive(Clone, Debug, Template)]
#[template(path = "account/deleted.html")]
pub struct DeletedPage {
    /// What stands around the page.
    pub chrome: Chrome,
}

impl Page for DeletedPage {
    fn name(&self) -> &'static str {
        "account-deleted"
    }

    fn chrome(&self) -> &Chrome {
        &self.chrome
    }

    fn heading(&self) -> String {
        self.t("account-deleted-heading").to_owned()
    }
}

/// Shows it.
pub async fn get(cx: Request) -> Answer {
    cx.answer(&DeletedPage { chrome: cx.chrome() })
}

//! The way back to the clinic's own pages, as patients read it.

use crate::{
    copy::Words,
    domain::{application::App, local_text::Said},
};

/// A link that leaves the portal.
#[derive(Clone, Debug)]
pub struct ReturnLinkView {
    /// What it says.
    pub label: Said,
    /// Where it leads.
    pub url: String,
}

impl ReturnLinkView {
    /// The link of an app, for a reader of these words; `None` where the app has none.
    pub fn of(app: &App, words: &Words) -> Option<Self> {
        let link = app.return_link.as_ref()?;
        Some(Self { label: link.label.said_in(words.tag()), url: link.url.as_str().to_owned() })
    }
}

//! What stands around every page: languages, the person, the clinic's look.

use std::sync::Arc;

use crate::{
    copy::Words,
    domain::{
        contact::{Contact, ContactLine},
        zone::Zone,
    },
    web::assets::Assets,
};

/// What the layout of every page needs.
#[derive(Clone, Debug)]
pub struct Chrome {
    /// The language of the page.
    pub words: Arc<Words>,
    /// In which time zone the page tells times: that of the app it is about, else the installation's.
    pub zone: Zone,
    /// Tag and own name of every language, for the switch in the footer.
    pub languages: Arc<[(String, String)]>,
    /// Value of the hidden field `csrf_token` of every form.
    pub csrf: String,
    /// Path and query of this page: where the language switch comes back to.
    pub here: String,
    /// Name of the signed-in person.
    pub person: Option<String>,
    /// The app's look, on its pages.
    pub brand: Option<Brand>,
    /// A status message, already in words.
    pub notice: Option<String>,
    /// Whether this is the sandbox, which says so on every page.
    pub sandbox: bool,
    /// Where the stylesheet, the script and the icon are.
    pub assets: &'static Assets,
}

impl Chrome {
    /// The app's name; the portal's own where no app is known.
    pub fn app(&self) -> &str {
        self.brand.as_ref().map_or(self.words.text("service-name"), |brand| &brand.app_name)
    }

    /// The organization behind the app; “the clinic” where none is known.
    pub fn organization(&self) -> &str {
        self.brand.as_ref().map_or(self.words.text("the-clinic"), |brand| &brand.organization)
    }

    /// How to reach the clinic, line by line; none where it is not known.
    pub fn contact(&self) -> Vec<ContactLine> {
        self.brand.as_ref().map(|brand| brand.contact.lines(self.words.tag())).unwrap_or_default()
    }

    /// The languages one can switch to.
    pub fn other_languages(&self) -> impl Iterator<Item = &(String, String)> {
        self.languages.iter().filter(|(tag, _)| tag != self.words.tag())
    }
}

/// An app's look, which is data: names, a picture, and a stylesheet that sets custom properties only.
#[derive(Clone, Debug)]
pub struct Brand {
    /// The app's name.
    pub app_name: String,
    /// The organization behind it.
    pub organization: String,
    /// How patients reach it.
    pub contact: Contact,
    /// URL of the logo.
    pub logo: Option<String>,
    /// URL of a stylesheet that sets `--brand-accent`, `--brand-on-accent` and `--brand-accent-text` on `:root`.
    pub stylesheet: Option<String>,
}

//! What stands around every page: languages, the person, the clinic's look.

use std::sync::Arc;

use crate::{
    brands::{Dressed, Logo, Look},
    copy::Words,
    domain::{
        brand::slots::Slot,
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
    /// The brand that the page wears; none where it wears ours, or an app's logo and accent alone.
    pub look: Option<Arc<Look>>,
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

    /// The same page in a brand, with its words above ours.
    #[must_use]
    pub fn wearing(self, look: Option<Arc<Look>>) -> Chrome {
        let words = look.as_ref().map_or_else(|| self.words.clone(), |look| look.words(&self.words));
        Chrome { words, look, ..self }
    }

    /// What the brand puts into one of its slots.
    pub fn slot(&self, slot: &str) -> Option<Dressed<'_>> {
        self.look.as_ref()?.slot(Slot::parse(slot)?, self.words.tag())
    }

    /// When the clinic is open, in its own words.
    pub fn hours(&self) -> Option<Dressed<'_>> {
        self.look.as_ref()?.hours(self.words.tag())
    }

    /// The brand's logo.
    pub fn logo(&self) -> Option<&Logo> {
        self.look.as_ref()?.logo.as_ref()
    }

    /// What the brand puts before our header, between it and the page, and behind.
    pub fn shell(&self) -> Option<&[String; 3]> {
        self.look.as_ref()?.shell(self.words.tag())
    }

    /// The clinic's name on pages of no app.
    pub fn brand_name(&self) -> Option<&str> {
        self.look.as_ref()?.name.as_deref()
    }

    /// The name beside the logo: the organization's on pages of an app, else the brand's, else the portal's own.
    pub fn mark_name(&self) -> &str {
        let own = self.brand.as_ref().map(|brand| brand.organization.as_str());
        own.or_else(|| self.brand_name()).unwrap_or(self.words.text("service-name"))
    }

    /// Address and kind of the picture in the browser's tab: the brand's, else ours.
    pub fn icon(&self) -> (&str, &'static str) {
        let own = self.look.as_ref().and_then(|look| look.icon.as_ref());
        own.map_or((self.assets.icon, "image/svg+xml"), |icon| (icon.url.as_str(), icon.media_type))
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

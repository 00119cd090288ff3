//! One installation of the portal: what its pages, calls and jobs share. It knows no route and no handler;
//! [`crate::app`] puts those around it.

use std::sync::Arc;

use actix_web::web::Data;

use crate::{
    actions::{Context, operator::readiness::Readiness},
    brands::Looks,
    copy::Catalogue,
    domain::{application::App, webhook::CallbackPolicy, zone::Zone},
    letter::link_to,
    passkeys::Passkeys,
    ports::{IdentityProvider, Postman},
    web::Site,
};

/// One installation: what every request handler shares.
pub struct Installation {
    /// What the use cases need.
    pub context: Context,
    /// Whether it can work.
    pub readiness: Readiness,
    /// Where it is, as HTTP sees it.
    pub site: Data<Site>,
    /// Every language.
    pub catalogue: Catalogue,
    /// Who wears which brand; its mails ask here, too.
    pub looks: Arc<Looks>,
    /// Tag and own name of each, for the switch.
    pub languages: Arc<[(String, String)]>,
    /// In which time zone patients read times, where an app says no other.
    pub zone: Zone,
    /// Where callbacks may go.
    pub callback_policy: CallbackPolicy,
    /// Who sends mails; `None` where nobody does.
    pub postman: Option<Arc<dyn Postman>>,
    /// Where patients can sign in, too.
    pub providers: Vec<Arc<dyn IdentityProvider>>,
    /// The passkeys of this address; `None` where browsers make none.
    pub passkeys: Option<Passkeys>,
    /// Whether this is the sandbox, which says so on every page.
    pub sandbox: bool,
}

impl std::fmt::Debug for Installation {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Installation({})", self.site.base_url)
    }
}

impl Installation {
    /// An installation at this site.
    pub fn new(context: Context, site: Site, callback_policy: CallbackPolicy) -> Self {
        let catalogue = Catalogue::load();
        let languages = names_of(&catalogue);
        let providers = Vec::new();
        let passkeys = Passkeys::at(&site.base_url);
        Self {
            context,
            readiness: Readiness::default(),
            site: Data::new(site),
            looks: Arc::new(Looks::new(catalogue.clone())),
            catalogue,
            languages,
            zone: Zone::default(),
            callback_policy,
            postman: None,
            providers,
            passkeys,
            sandbox: false,
        }
    }

    /// The same with other languages.
    #[must_use]
    pub fn speaking(mut self, catalogue: Catalogue) -> Self {
        self.languages = names_of(&catalogue);
        self.looks = Arc::new(Looks::new(catalogue.clone()));
        self.catalogue = catalogue;
        self
    }

    /// In which time zone patients read times about an app.
    pub fn zone_of(&self, app: &App) -> Zone {
        app.time_zone.unwrap_or(self.zone)
    }

    /// The same with somebody who sends mails.
    #[must_use]
    pub fn with_postman(mut self, postman: Arc<dyn Postman>) -> Self {
        self.context.can_mail = true;
        self.postman = Some(postman);
        self
    }

    /// A provider by its name.
    pub fn provider(&self, name: &str) -> Option<&Arc<dyn IdentityProvider>> {
        self.providers.iter().find(|provider| provider.about().name.as_str() == name)
    }

    /// The link that brings a code.
    pub fn link(&self, grouped_code: &str) -> String {
        link_to(&self.site.base_url, grouped_code)
    }
}

/// Tag and own name of every language.
fn names_of(catalogue: &Catalogue) -> Arc<[(String, String)]> {
    catalogue.languages().iter().map(|words| (words.tag().to_owned(), words.name().to_owned())).collect()
}

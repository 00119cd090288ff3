//! One installation of the portal: what every request handler shares. It knows no route and no handler; [`crate::app`]
//! puts those around it.

use std::sync::Arc;

use url::Url;

use crate::{
    actions::Parts,
    domain::webhook::Reach,
    metrics::Metrics,
    portal::{
        copy::Catalogue,
        limits::{Limits, PerMinute},
    },
    sandbox::letters::Sandbox,
};

/// One installation: what every request handler shares.
#[derive(Debug)]
pub struct Portal {
    /// What the use cases need.
    pub parts: Parts,
    /// The address that links begin with. Never taken from a request's `Host`.
    pub base_url: Url,
    /// Every language.
    pub catalogue: Catalogue,
    /// Tag and own name of each, for the switch.
    pub languages: Vec<(String, String)>,
    /// How much one address may try.
    pub limits: Limits,
    /// Who may say where a request came from.
    pub trusted_proxies: Vec<ipnet::IpNet>,
    /// Counts for operators.
    pub metrics: Metrics,
    /// Where callbacks may go.
    pub reach: Reach,
    /// Only in the sandbox: the movable clock and the letters that were written.
    pub sandbox: Option<Arc<Sandbox>>,
}

impl Portal {
    /// An installation at this address.
    pub fn new(
        parts: Parts,
        base_url: Url,
        per_minute: PerMinute,
        trusted_proxies: Vec<ipnet::IpNet>,
        sandbox: Option<Arc<Sandbox>>,
    ) -> Self {
        let catalogue = Catalogue::load();
        let languages =
            catalogue.languages().iter().map(|w| (w.tag().to_owned(), w.name().to_owned())).collect();
        Self {
            parts,
            base_url,
            catalogue,
            languages,
            limits: Limits::new(per_minute),
            trusted_proxies,
            metrics: Metrics::default(),
            reach: Reach { loopback: sandbox.is_some(), networks: Vec::new() },
            sandbox,
        }
    }

    /// Whether browsers reach it by HTTPS.
    pub fn secure(&self) -> bool {
        self.base_url.scheme() == "https"
    }

    /// The link that brings a code.
    pub fn link(&self, grouped_code: &str) -> String {
        let mut url = self.base_url.clone();
        url.set_path("/connect");
        url.query_pairs_mut().clear().append_pair("packageid", grouped_code);
        url.into()
    }
}

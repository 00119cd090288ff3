//! Where a site is and what it counts: what the ground floor needs to know of its installation.

use ipnet::IpNet;
use url::Url;

use super::{
    OpenConnections,
    limits::{Limits, PerMinute},
};
use crate::metrics::Metrics;

/// One site, as HTTP sees it.
#[derive(Debug)]
pub struct Site {
    /// The address that links begin with. Never taken from a request's `Host`.
    pub base_url: Url,
    /// How much one address may try.
    pub limits: Limits,
    /// Who may say where a request came from.
    pub trusted_proxies: Vec<IpNet>,
    /// Whether whoever comes by a Unix socket may say so, too.
    pub trusts_socket: bool,
    /// Counts for operators.
    pub metrics: Metrics,
    /// Who may read them where pages are served.
    pub metrics_for: MetricsFor,
    /// Who is connected.
    pub connections: OpenConnections,
}

/// Who may read the counts on the addresses where pages are served.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum MetricsFor {
    /// Whoever asks from this machine, not through a proxy.
    #[default]
    ThisMachine,
    /// Everybody.
    Everybody,
    /// Nobody: they have a listener of their own.
    Nobody,
}

impl Site {
    /// A site at this address.
    pub fn new(base_url: Url, per_minute: PerMinute, trusted_proxies: Vec<IpNet>) -> Self {
        Self {
            base_url,
            limits: Limits::new(per_minute),
            trusted_proxies,
            trusts_socket: false,
            metrics: Metrics::default(),
            metrics_for: MetricsFor::default(),
            connections: OpenConnections::default(),
        }
    }

    /// Whether browsers reach it by HTTPS.
    pub fn secure(&self) -> bool {
        self.base_url.scheme() == "https"
    }

    /// What addresses begin with, without the slash at the end.
    pub fn origin(&self) -> &str {
        self.base_url.as_str().trim_end_matches('/')
    }
}

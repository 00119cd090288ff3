//! The connections on which callbacks go out. A name is resolved here, and the connection goes to the very addresses
//! that were checked: what the name leads to a moment later changes nothing. No proxy, no redirect, no cookie; of the
//! answer only its status and `Retry-After` are read.

use std::{
    error::Error,
    fmt,
    net::SocketAddr,
    sync::{Arc, OnceLock},
    time::Duration,
};

use chrono::{DateTime, TimeDelta, Utc};
use futures_core::future::BoxFuture;
use reqwest::{
    Client,
    dns::{Addrs, Name, Resolve, Resolving},
    header::{CONTENT_TYPE, HeaderMap, RETRY_AFTER},
    redirect,
};

use crate::{
    domain::webhook::{CallbackPolicy, Failure, Outcome},
    ports::{Clock, Outgoing, Sender},
};

/// How long an attempt may take, from the look-up of the name to the head of the answer.
const TIMEOUT: Duration = Duration::from_secs(15);
/// How long a connection may take to come about.
const CONNECT_TIMEOUT: Duration = Duration::from_secs(10);

/// Sends over HTTP.
pub struct HttpSender {
    callback_policy: Arc<CallbackPolicy>,
    clock: Arc<dyn Clock>,
    client: OnceLock<Option<Client>>,
}

impl fmt::Debug for HttpSender {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("HttpSender")
    }
}

impl HttpSender {
    /// Connects only where `reach` allows. Nothing is loaded before the first message.
    pub fn new(callback_policy: CallbackPolicy, clock: Arc<dyn Clock>) -> Self {
        Self { callback_policy: Arc::new(callback_policy), clock, client: OnceLock::new() }
    }

    fn client(&self) -> Option<&Client> {
        let made = self.client.get_or_init(|| {
            let made = client(&self.callback_policy);
            if let Err(e) = &made {
                tracing::error!(cause = %chain(e), "callbacks cannot be sent: are the system's CA certificates there?");
            }
            made.ok()
        });
        made.as_ref()
    }

    async fn post(&self, message: Outgoing) -> Outcome {
        let Some(client) = self.client() else { return Outcome::Failed(Failure::Tls) };
        // A host written as an address is not resolved: it is checked here instead.
        if message.url.literal_address().is_some_and(|address| !self.callback_policy.allows(address)) {
            return Outcome::Failed(Failure::RefusedAddress);
        }
        let sent = client
            .post(message.url.url().clone())
            .header(CONTENT_TYPE, "application/json")
            .header("webhook-id", message.id)
            .header("webhook-timestamp", message.timestamp)
            .header("webhook-signature", message.signature)
            .body(message.body)
            .send()
            .await;
        match sent {
            Ok(answer) => Outcome::Answered {
                status: answer.status().as_u16(),
                retry_after: retry_after(answer.headers(), self.clock.now()),
            },
            Err(e) => Outcome::Failed(failure(&e)),
        }
    }
}

impl Sender for HttpSender {
    fn send(&self, message: Outgoing) -> BoxFuture<'_, Outcome> {
        Box::pin(self.post(message))
    }
}

fn client(callback_policy: &Arc<CallbackPolicy>) -> reqwest::Result<Client> {
    // reqwest asks for the process's provider; somebody else may have set the same one.
    let _ = rustls::crypto::ring::default_provider().install_default();
    Client::builder()
        .user_agent(concat!("patient-connect/", env!("CARGO_PKG_VERSION")))
        .dns_resolver(Arc::new(CheckedResolver(callback_policy.clone())))
        .redirect(redirect::Policy::none())
        .no_proxy()
        .referer(false)
        .connect_timeout(CONNECT_TIMEOUT)
        .timeout(TIMEOUT)
        // A connection is not kept: the next message's address is checked anew.
        .pool_max_idle_per_host(0)
        .build()
}

/// Resolves as the system does and lets through only what may be called.
struct CheckedResolver(Arc<CallbackPolicy>);

impl Resolve for CheckedResolver {
    fn resolve(&self, name: Name) -> Resolving {
        let callback_policy = self.0.clone();
        Box::pin(async move {
            let found =
                tokio::net::lookup_host((name.as_str(), 0)).await.map_err(|_| Unresolved::NoSuchHost)?;
            let found: Vec<SocketAddr> = found.collect();
            Ok(Box::new(allowed(&callback_policy, found)?.into_iter()) as Addrs)
        })
    }
}

/// The addresses that may be called. A name with none is refused; one with several is called where it may be: some
/// networks translate, and give an address inside beside the public one.
fn allowed(callback_policy: &CallbackPolicy, found: Vec<SocketAddr>) -> Result<Vec<SocketAddr>, Unresolved> {
    if found.is_empty() {
        return Err(Unresolved::NoSuchHost);
    }
    let allowed: Vec<_> = found.into_iter().filter(|to| callback_policy.allows(to.ip())).collect();
    if allowed.is_empty() { Err(Unresolved::Refused) } else { Ok(allowed) }
}

/// Why a name leads nowhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Unresolved {
    NoSuchHost,
    Refused,
}

impl fmt::Display for Unresolved {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Unresolved::NoSuchHost => "no such host",
            Unresolved::Refused => "no address of this host may be called",
        })
    }
}

impl Error for Unresolved {}

fn causes<'a>(e: &'a (dyn Error + 'static)) -> impl Iterator<Item = &'a (dyn Error + 'static)> {
    std::iter::successors(Some(e), |e| {
        let e: &'a (dyn Error + 'static) = *e;
        e.source()
    })
}

/// What went wrong, from the innermost cause that tells.
fn failure(e: &reqwest::Error) -> Failure {
    for cause in causes(e) {
        if let Some(unresolved) = cause.downcast_ref::<Unresolved>() {
            return match unresolved {
                Unresolved::NoSuchHost => Failure::NoSuchHost,
                Unresolved::Refused => Failure::RefusedAddress,
            };
        }
        if is_tls(cause) {
            return Failure::Tls;
        }
    }
    if e.is_timeout() {
        Failure::Timeout
    } else if e.is_connect() {
        Failure::NoConnection
    } else {
        Failure::Broken
    }
}

/// TLS errors travel inside the input and output errors of a connection, which do not name them as their source.
fn is_tls(e: &(dyn Error + 'static)) -> bool {
    let inner = e.downcast_ref::<std::io::Error>().and_then(std::io::Error::get_ref);
    e.is::<rustls::Error>() || inner.is_some_and(|inner| is_tls(inner))
}

/// The causes of an error without its address.
fn chain(e: &reqwest::Error) -> String {
    causes(e).skip(1).map(ToString::to_string).collect::<Vec<_>>().join(": ")
}

/// Seconds or a date (RFC 9110, 10.2.3). Anything else counts as not said.
fn retry_after(headers: &HeaderMap, now: DateTime<Utc>) -> Option<TimeDelta> {
    let text = headers.get(RETRY_AFTER)?.to_str().ok()?.trim();
    if let Ok(seconds) = text.parse::<u32>() {
        return Some(TimeDelta::seconds(seconds.into()));
    }
    let date = DateTime::parse_from_rfc2822(text).ok()?;
    Some((date.to_utc() - now).max(TimeDelta::zero()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn to(text: &str) -> SocketAddr {
        SocketAddr::new(text.parse().unwrap(), 0)
    }

    #[test]
    fn only_checked_addresses_are_connected_to() {
        let callback_policy = CallbackPolicy::default();
        assert_eq!(allowed(&callback_policy, vec![to("10.0.0.1"), to("1.1.1.1")]), Ok(vec![to("1.1.1.1")]));
        assert_eq!(allowed(&callback_policy, vec![to("10.0.0.1"), to("::1")]), Err(Unresolved::Refused));
        assert_eq!(
            allowed(&callback_policy, vec![to("::ffff:127.0.0.1"), to("::ffff:1.1.1.1")]),
            Err(Unresolved::Refused)
        );
        assert_eq!(allowed(&callback_policy, vec![]), Err(Unresolved::NoSuchHost));
    }

    #[test]
    fn a_pause_is_read_as_seconds_or_as_a_date() {
        let now = DateTime::from_timestamp(1_800_000_000, 0).unwrap();
        let read = |text: &str| {
            let mut headers = HeaderMap::new();
            headers.insert(RETRY_AFTER, text.parse().unwrap());
            retry_after(&headers, now)
        };
        assert_eq!(read("120"), Some(TimeDelta::seconds(120)));
        assert_eq!(read("Fri, 15 Jan 2027 08:01:00 GMT"), Some(TimeDelta::seconds(60)));
        assert_eq!(read("Wed, 15 Jan 2020 08:01:00 GMT"), Some(TimeDelta::zero()));
        assert_eq!(read("soon"), None);
        assert_eq!(read("-1"), None);
        assert_eq!(retry_after(&HeaderMap::new(), now), None);
    }
}

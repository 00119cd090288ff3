//! Callbacks in the form of Standard Webhooks 1.0: which addresses may be called, what is sent, how it is signed, and
//! when it is tried again.
//!
//! What lives here: the rules, pure. What must not: resolving names, connecting, keeping the outbox. Where to look
//! next: `actions::time::deliver_webhooks` for the order of steps, `webhooks` for the connection.

use std::{
    fmt,
    net::{IpAddr, Ipv4Addr, Ipv6Addr},
};

use chrono::{DateTime, SecondsFormat, TimeDelta, Utc};
use data_encoding::BASE64;
use hmac::{Hmac, KeyInit, Mac};
use ipnet::IpNet;
use serde::Serialize;
use sha2::Sha256;
use url::{Host, Url};
use uuid::Uuid;
use zeroize::Zeroizing;

use super::event::{EventKind, LoggedEvent};

/// The most bytes that a callback's address may have.
pub const MAX_URL: usize = 2_048;

/// Where callbacks may go.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CallbackPolicy {
    /// The sandbox: this machine may be called, also without TLS.
    pub loopback: bool,
    /// Networks that are not public and yet may be called: a clinic whose app runs in the same house.
    pub networks: Vec<IpNet>,
}

impl CallbackPolicy {
    /// May a connection go to this address?
    pub fn allows(&self, address: IpAddr) -> bool {
        is_public(address)
            || (self.loopback && address.is_loopback())
            || self.networks.iter().any(|network| network.contains(&address))
    }
}

/// True for addresses of the public internet: not for private, loopback, link-local, shared (carrier's), multicast,
/// unspecified, documentation and benchmarking ones, nor for IPv6 addresses that carry an IPv4 address inside
/// (mapped, translated, 6to4, Teredo), which would bring all of those back.
pub fn is_public(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(address) => is_public_v4(address),
        IpAddr::V6(address) => is_public_v6(address),
    }
}

/// IANA's IPv4 special-purpose registry, the old 6to4 relays, multicast and what was never given out; and a cloud's
/// metadata service that has a public address.
const NOT_PUBLIC_V4: [([u8; 4], u32); 17] = [
    ([0, 0, 0, 0], 8),
    ([10, 0, 0, 0], 8),
    ([100, 64, 0, 0], 10),
    ([127, 0, 0, 0], 8),
    ([168, 63, 129, 16], 32),
    ([169, 254, 0, 0], 16),
    ([172, 16, 0, 0], 12),
    ([192, 0, 0, 0], 24),
    ([192, 0, 2, 0], 24),
    ([192, 31, 196, 0], 24),
    ([192, 88, 99, 0], 24),
    ([192, 168, 0, 0], 16),
    ([198, 18, 0, 0], 15),
    ([198, 51, 100, 0], 24),
    ([203, 0, 113, 0], 24),
    ([224, 0, 0, 0], 4),
    ([240, 0, 0, 0], 4),
];

fn is_public_v4(address: Ipv4Addr) -> bool {
    let bits = address.to_bits();
    !NOT_PUBLIC_V4.iter().any(|(network, length)| {
        let network = Ipv4Addr::from(*network).to_bits();
        (bits ^ network) >> (32 - length) == 0
    })
}

/// Only 2000::/3 is given out. Of it, not: IETF protocols with Teredo, ORCHID and benchmarking (2001::/23),
/// documentation (2001:db8::/32, 3fff::/20) and 6to4 (2002::/16).
fn is_public_v6(address: Ipv6Addr) -> bool {
    let [a, b, ..] = address.segments();
    let global = a & 0xe000 == 0x2000;
    let special = a == 0x2001 && (b < 0x0200 || b == 0x0db8);
    global && !special && a != 0x2002 && !(a == 0x3fff && b < 0x1000)
}

/// An address that may be called as far as its text tells. Where its name leads is checked at every connection.
#[derive(Clone, PartialEq, Eq)]
pub struct CallbackUrl(Url);

impl fmt::Debug for CallbackUrl {
    /// Its path or query may hold a secret of the app.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("CallbackUrl(…)")
    }
}

/// Why an address cannot be called.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CallbackProblem {
    /// It is no absolute URL.
    NotAUrl,
    /// It is too long.
    TooLong,
    /// It does not begin with `https://`.
    NotHttps,
    /// It has a user name or a password in it.
    UserInfo,
    /// It has a `#`.
    Fragment,
    /// Its host is an address that is not public.
    NotPublic,
}

impl CallbackProblem {
    /// One English sentence for the API's problem details.
    pub fn reason(self) -> &'static str {
        match self {
            CallbackProblem::NotAUrl => {
                "The callback_url is no absolute URL, such as https://app.clinic.example/hook."
            }
            CallbackProblem::TooLong => "The callback_url may have at most 2048 bytes.",
            CallbackProblem::NotHttps => "The callback_url must begin with https://.",
            CallbackProblem::UserInfo => "The callback_url must not hold a user name or a password.",
            CallbackProblem::Fragment => "The callback_url must not have a fragment (#).",
            CallbackProblem::NotPublic => "The callback_url leads to an address that is not public.",
        }
    }
}

impl CallbackUrl {
    /// "HTTPS, or loopback in the sandbox".
    pub fn parse(text: &str, callback_policy: &CallbackPolicy) -> Result<CallbackUrl, CallbackProblem> {
        if text.len() > MAX_URL {
            return Err(CallbackProblem::TooLong);
        }
        if text.chars().any(|c| c.is_control() || c.is_whitespace()) {
            return Err(CallbackProblem::NotAUrl);
        }
        let url = Url::parse(text).map_err(|_| CallbackProblem::NotAUrl)?;
        let host = url.host().filter(|_| !url.cannot_be_a_base()).ok_or(CallbackProblem::NotAUrl)?;
        let address = match host {
            Host::Domain(_) => None,
            Host::Ipv4(address) => Some(IpAddr::V4(address)),
            Host::Ipv6(address) => Some(IpAddr::V6(address)),
        };
        let is_loopback = match host {
            Host::Domain(name) => name == "localhost",
            _ => address.is_some_and(|address| address.is_loopback()),
        };
        match url.scheme() {
            "https" => {}
            "http" if callback_policy.loopback && is_loopback => {}
            _ => return Err(CallbackProblem::NotHttps),
        }
        if !url.username().is_empty() || url.password().is_some() {
            return Err(CallbackProblem::UserInfo);
        }
        if url.fragment().is_some() {
            return Err(CallbackProblem::Fragment);
        }
        if address.is_some_and(|address| !callback_policy.allows(address)) {
            return Err(CallbackProblem::NotPublic);
        }
        Ok(CallbackUrl(url))
    }

    /// The address as it is called.
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }

    /// The address itself.
    pub fn url(&self) -> &Url {
        &self.0
    }

    /// The host's address where it is written as one: no name is resolved then.
    pub fn literal_address(&self) -> Option<IpAddr> {
        match self.0.host()? {
            Host::Domain(_) => None,
            Host::Ipv4(address) => Some(IpAddr::V4(address)),
            Host::Ipv6(address) => Some(IpAddr::V6(address)),
        }
    }
}

/// What a message of this kind is called.
pub fn message_type(kind: EventKind) -> String {
    format!("connect_request.{}", kind.as_str())
}

/// What `webhook-id` says: the same at every attempt, so that the app knows a message that it has had.
pub fn message_id(delivery: Uuid) -> String {
    format!("msg_{}", delivery.simple())
}

#[derive(Serialize)]
struct Message<'a> {
    r#type: String,
    timestamp: String,
    data: Data<'a>,
}

#[derive(Serialize)]
struct Data<'a> {
    app_id: Uuid,
    seq: i64,
    external_id: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    person_id: Option<Uuid>,
    #[serde(skip_serializing_if = "Option::is_none")]
    record_id: Option<Uuid>,
    #[serde(skip_serializing_if = "Option::is_none")]
    app_specific_record_id: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    attempts_left: Option<u32>,
}

/// The body of an event's message: the same bytes at every attempt. "No health data, question or code in it."
pub fn body(app_id: Uuid, event: &LoggedEvent) -> String {
    let known_as = event.authorization.as_ref();
    let message = Message {
        r#type: message_type(event.kind),
        timestamp: event.at.to_rfc3339_opts(SecondsFormat::AutoSi, true),
        data: Data {
            app_id,
            seq: event.seq,
            external_id: event.external_id.as_deref(),
            person_id: known_as.map(|k| k.person_id),
            record_id: known_as.map(|k| k.record_id),
            app_specific_record_id: known_as.map(|k| k.app_specific_record_id.as_str()),
            attempts_left: event.attempts_left,
        },
    };
    serde_json::to_string(&message).expect("texts and numbers are always JSON")
}

/// Bytes of a signing secret: "between 24 bytes and 64 bytes".
pub const SECRET_BYTES: usize = 32;
const SECRET_PREFIX: &str = "whsec_";

/// What messages are signed with. Does not print.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(Zeroizing<Vec<u8>>);

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(…)")
    }
}

impl Secret {
    /// From random bytes.
    pub fn from_bytes(bytes: &[u8]) -> Secret {
        Secret(Zeroizing::new(bytes.to_vec()))
    }

    /// The bytes, to be sealed.
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }

    /// The text that libraries of Standard Webhooks take: `whsec_…`.
    pub fn reveal(&self) -> Zeroizing<String> {
        Zeroizing::new(format!("{SECRET_PREFIX}{}", BASE64.encode(&self.0)))
    }

    fn sign(&self, signed: &str) -> String {
        let mut mac = Hmac::<Sha256>::new_from_slice(&self.0).expect("HMAC takes keys of any length");
        mac.update(signed.as_bytes());
        format!("v1,{}", BASE64.encode(&mac.finalize().into_bytes()))
    }
}

/// What `webhook-signature` says: a signature with each secret, separated by spaces, so that "zero downtime secret
/// rotation" works.
pub fn signature(secrets: &[Secret], id: &str, at: DateTime<Utc>, body: &str) -> String {
    let signed = format!("{id}.{}.{body}", at.timestamp());
    secrets.iter().map(|secret| secret.sign(&signed)).collect::<Vec<_>>().join(" ")
}

/// Where a delivery is in its life.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DeliveryState {
    /// It is to be sent, for the first time or again.
    Pending,
    /// The app has said that it got it.
    Delivered,
    /// Three days of trying brought nothing.
    Failed,
    /// The app has said that this address is no longer to be called (410).
    Gone,
}

impl DeliveryState {
    /// All of them.
    pub const ALL: [DeliveryState; 4] =
        [DeliveryState::Pending, DeliveryState::Delivered, DeliveryState::Failed, DeliveryState::Gone];

    /// The word that is stored and told.
    pub fn as_str(self) -> &'static str {
        match self {
            DeliveryState::Pending => "pending",
            DeliveryState::Delivered => "delivered",
            DeliveryState::Failed => "failed",
            DeliveryState::Gone => "gone",
        }
    }

    /// The state that a word stands for.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.as_str() == word)
    }
}

/// Why an attempt brought no answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Failure {
    /// The host's name leads nowhere.
    NoSuchHost,
    /// It leads to addresses that may not be called; none was.
    RefusedAddress,
    /// No connection came about.
    NoConnection,
    /// The certificate is not to be trusted, or TLS failed otherwise.
    Tls,
    /// No answer in time.
    Timeout,
    /// Anything else, such as an answer that is not HTTP.
    Broken,
}

impl Failure {
    /// All of them.
    pub const ALL: [Failure; 6] = [
        Failure::NoSuchHost,
        Failure::RefusedAddress,
        Failure::NoConnection,
        Failure::Tls,
        Failure::Timeout,
        Failure::Broken,
    ];

    /// The word that is stored and told.
    pub fn as_str(self) -> &'static str {
        match self {
            Failure::NoSuchHost => "no_such_host",
            Failure::RefusedAddress => "refused_address",
            Failure::NoConnection => "no_connection",
            Failure::Tls => "tls",
            Failure::Timeout => "timeout",
            Failure::Broken => "broken",
        }
    }

    /// The failure that a word stands for.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|failure| failure.as_str() == word)
    }
}

/// What came of an attempt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// The app answered.
    Answered {
        /// With this status.
        status: u16,
        /// And asked to be called no sooner.
        retry_after: Option<TimeDelta>,
    },
    /// It did not.
    Failed(Failure),
}

/// What follows from it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// It is over.
    End(DeliveryState),
    /// It is tried again then.
    Again(DateTime<Utc>),
}

/// No attempt is made later than this after the first one: "retries over three days".
pub const LONGEST: TimeDelta = TimeDelta::hours(72);
/// The longest `Retry-After` that is honoured.
pub const LONGEST_RETRY_AFTER: TimeDelta = TimeDelta::hours(6);

/// The pauses after the first, second, … failed attempt, in seconds: each is drawn between the one before and its
/// own, so that they grow and yet a thousand messages that failed together are not sent again together.
const PAUSES: [i64; 9] = [10, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 64_800, 79_200];

/// Judges an attempt: `failed_before` is the number of attempts before it, `first` the time of the first one.
pub fn judge(
    outcome: Outcome,
    failed_before: u32,
    first: DateTime<Utc>,
    now: DateTime<Utc>,
    random: u64,
) -> Verdict {
    let asked = match outcome {
        Outcome::Answered { status: 200..=299, .. } => return Verdict::End(DeliveryState::Delivered),
        Outcome::Answered { status: 410, .. } => return Verdict::End(DeliveryState::Gone),
        Outcome::Answered { status: 429 | 503, retry_after } => retry_after.unwrap_or_default(),
        _ => TimeDelta::zero(),
    };
    let step = failed_before as usize;
    let Some(most) = PAUSES.get(step) else { return Verdict::End(DeliveryState::Failed) };
    let least = if step == 0 { 1 } else { PAUSES[step - 1] };
    let spread = u64::try_from((most - least) * 1_000_000).unwrap_or(0) + 1;
    let jitter = TimeDelta::microseconds(i64::try_from(random % spread).unwrap_or(0));
    let pause = (TimeDelta::seconds(least) + jitter).max(asked.min(LONGEST_RETRY_AFTER));
    let last = first + LONGEST;
    if now >= last { Verdict::End(DeliveryState::Failed) } else { Verdict::Again((now + pause).min(last)) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn at(seconds: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(1_800_000_000 + seconds, 0).unwrap()
    }

    fn answered(status: u16) -> Outcome {
        Outcome::Answered { status, retry_after: None }
    }

    #[test]
    fn addresses_inside_the_house_and_those_that_hide_one_are_not_public() {
        for text in [
            "0.0.0.0",
            "10.1.2.3",
            "100.64.0.1",
            "100.100.100.200",
            "127.0.0.1",
            "127.255.255.255",
            "168.63.129.16",
            "169.254.169.254",
            "172.16.0.1",
            "172.31.255.255",
            "192.0.0.192",
            "192.0.2.1",
            "192.88.99.1",
            "192.168.1.1",
            "198.18.0.1",
            "198.19.255.255",
            "198.51.100.7",
            "203.0.113.9",
            "224.0.0.1",
            "239.255.255.255",
            "240.0.0.1",
            "255.255.255.255",
            "::",
            "::1",
            "::ffff:10.0.0.1",
            "::ffff:8.8.8.8",
            "::127.0.0.1",
            "64:ff9b::a00:1",
            "64:ff9b:1::1",
            "100::1",
            "2001::1",
            "2001:2::1",
            "2001:20::1",
            "2001:db8::1",
            "2002:a00:1::1",
            "3fff::1",
            "5f00::1",
            "fc00::1",
            "fd00:ec2::254",
            "fe80::1",
            "fec0::1",
            "ff02::1",
        ] {
            assert!(!is_public(text.parse().unwrap()), "{text}");
        }
    }

    #[test]
    fn addresses_of_the_internet_are_public() {
        for text in [
            "1.1.1.1",
            "8.8.8.8",
            "9.255.255.255",
            "11.0.0.0",
            "100.63.255.255",
            "100.128.0.0",
            "126.255.255.255",
            "128.0.0.0",
            "168.63.129.17",
            "172.15.255.255",
            "172.32.0.0",
            "192.167.255.255",
            "192.169.0.0",
            "198.17.255.255",
            "198.20.0.0",
            "223.255.255.255",
            "2001:200::1",
            "2001:4860:4860::8888",
            "2003::1",
            "2606:4700::1111",
            "3ffe::1",
        ] {
            assert!(is_public(text.parse().unwrap()), "{text}");
        }
    }

    proptest! {
        #[test]
        fn no_private_address_is_public_however_it_is_written(bits in any::<u32>()) {
            let address = Ipv4Addr::from_bits(bits);
            let private = address.is_private() || address.is_loopback() || address.is_link_local()
                || address.is_multicast() || address.is_broadcast() || address.is_documentation()
                || address.is_unspecified();
            prop_assert!(!(private && is_public(address.into())));
            prop_assert!(!is_public(address.to_ipv6_mapped().into()));
            prop_assert!(!is_public(address.to_ipv6_compatible().into()));
            let [a, b, c, d] = address.octets().map(u16::from);
            prop_assert!(!is_public(Ipv6Addr::new(0x64, 0xff9b, 0, 0, 0, 0, a << 8 | b, c << 8 | d).into()));
            prop_assert!(!is_public(Ipv6Addr::new(0x2002, a << 8 | b, c << 8 | d, 0, 0, 0, 0, 1).into()));
        }

        #[test]
        fn only_given_out_ipv6_addresses_are_public(bits in any::<u128>()) {
            let address = Ipv6Addr::from_bits(bits);
            let outside = bits >> 125 != 1;
            prop_assert!(!(outside && is_public(address.into())));
            prop_assert!(!is_public(Ipv6Addr::from_bits(bits >> 7 | 0xfc << 120).into()));
        }

        #[test]
        fn no_text_makes_the_reading_of_an_address_panic(text in any::<String>()) {
            let _ = CallbackUrl::parse(&text, &CallbackPolicy::default());
            let _ = CallbackUrl::parse(&format!("https://{text}"), &CallbackPolicy::default());
        }

        #[test]
        fn pauses_grow_and_end_within_three_days(random in prop::collection::vec(any::<u64>(), 20)) {
            let (mut now, mut before, mut attempts) = (at(0), TimeDelta::zero(), 0);
            for random in random {
                match judge(answered(500), attempts, at(0), now, random) {
                    Verdict::End(state) => {
                        prop_assert_eq!(state, DeliveryState::Failed);
                        break;
                    }
                    Verdict::Again(next) => {
                        let pause = next - now;
                        prop_assert!(pause > TimeDelta::zero());
                        prop_assert!(pause >= before || next == at(0) + LONGEST);
                        prop_assert!(next <= at(0) + LONGEST);
                        (now, before, attempts) = (next, pause, attempts + 1);
                    }
                }
            }
            prop_assert_eq!(attempts, 9, "ten attempts in all");
            prop_assert!(now > at(0) + TimeDelta::hours(48));
        }

        #[test]
        fn messages_that_failed_together_are_spread(one in any::<u64>(), other in any::<u64>()) {
            // The fourth pause is drawn from 5400 seconds, to the microsecond.
            prop_assume!(one % 5_400_000_001 != other % 5_400_000_001);
            let again = |random| judge(answered(500), 3, at(0), at(2_400), random);
            prop_assert_ne!(again(one), again(other));
        }
    }

    #[test]
    fn only_https_addresses_without_secrets_in_the_authority_are_taken() {
        let production = CallbackPolicy::default();
        let problem = |text: &str| CallbackUrl::parse(text, &production).err();
        assert_eq!(problem("https://app.clinic.example/hook?token=x"), None);
        assert_eq!(problem("https://app.clinic.example:8443/"), None);
        for (text, expected) in [
            ("", CallbackProblem::NotAUrl),
            ("app.clinic.example/hook", CallbackProblem::NotAUrl),
            ("https://", CallbackProblem::NotAUrl),
            ("https:// x/", CallbackProblem::NotAUrl),
            ("https://app.clinic.example/a b", CallbackProblem::NotAUrl),
            ("data:text/plain,x", CallbackProblem::NotAUrl),
            ("http://app.clinic.example/", CallbackProblem::NotHttps),
            ("http://127.0.0.1/", CallbackProblem::NotHttps),
            ("ftp://app.clinic.example/", CallbackProblem::NotHttps),
            ("https://user@app.clinic.example/", CallbackProblem::UserInfo),
            ("https://user:word@app.clinic.example/", CallbackProblem::UserInfo),
            ("https://app.clinic.example/#x", CallbackProblem::Fragment),
            ("https://127.0.0.1/", CallbackProblem::NotPublic),
            ("https://0x7f.1/", CallbackProblem::NotPublic),
            ("https://2130706433/", CallbackProblem::NotPublic),
            ("https://127.0.0.1./", CallbackProblem::NotPublic),
            ("https://[::1]/", CallbackProblem::NotPublic),
            ("https://[::ffff:169.254.169.254]/", CallbackProblem::NotPublic),
        ] {
            assert_eq!(problem(text), Some(expected), "{text}");
            assert!(expected.reason().ends_with('.'));
        }
        let long = format!("https://app.clinic.example/{}", "x".repeat(MAX_URL));
        assert_eq!(problem(&long), Some(CallbackProblem::TooLong));
    }

    #[test]
    fn the_sandbox_may_call_its_own_machine_and_no_other_without_tls() {
        let sandbox = CallbackPolicy { loopback: true, networks: Vec::new() };
        for text in ["http://127.0.0.1:9/", "http://localhost:9/x", "http://[::1]/", "https://app.example/"] {
            assert!(CallbackUrl::parse(text, &sandbox).is_ok(), "{text}");
        }
        for text in ["http://10.0.0.1/", "http://app.example/", "https://192.168.0.1/"] {
            assert!(CallbackUrl::parse(text, &sandbox).is_err(), "{text}");
        }
    }

    #[test]
    fn a_clinic_may_name_its_own_networks() {
        let house = CallbackPolicy { loopback: false, networks: vec!["10.20.0.0/16".parse().unwrap()] };
        assert!(CallbackUrl::parse("https://10.20.3.4/", &house).is_ok());
        assert!(CallbackUrl::parse("https://10.21.3.4/", &house).is_err());
        assert!(CallbackUrl::parse("http://10.20.3.4/", &house).is_err());
        assert!(!house.allows("127.0.0.1".parse().unwrap()));
    }

    #[test]
    fn an_address_is_not_printed() {
        let url =
            CallbackUrl::parse("https://app.example/?token=secret", &CallbackPolicy::default()).unwrap();
        assert_eq!(format!("{url:?}"), "CallbackUrl(…)");
        assert_eq!(format!("{:?}", Secret::from_bytes(&[1; 32])), "Secret(…)");
    }

    /// The example of the specification's own libraries.
    #[test]
    fn the_signature_is_the_one_of_standard_webhooks() {
        let key = BASE64.decode(b"MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw").unwrap();
        let secret = Secret::from_bytes(&key);
        let at = DateTime::from_timestamp(1_614_265_330, 0).unwrap();
        let body = r#"{"test": 2432232314}"#;
        assert_eq!(
            signature(std::slice::from_ref(&secret), "msg_p5jXN8AQM9LWM0D4loKWxJek", at, body),
            "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="
        );
        let two =
            signature(&[Secret::from_bytes(&[1; 32]), secret], "msg_p5jXN8AQM9LWM0D4loKWxJek", at, body);
        assert_eq!(two.split(' ').count(), 2);
        assert!(two.ends_with(" v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="));
    }

    #[test]
    fn a_secret_is_written_as_libraries_take_it() {
        let text = Secret::from_bytes(&[7; SECRET_BYTES]).reveal();
        let bytes = BASE64.decode(text.strip_prefix("whsec_").unwrap().as_bytes()).unwrap();
        assert_eq!(bytes, [7; 32]);
    }

    #[test]
    fn an_answer_of_the_200s_ends_it_and_410_ends_it_otherwise() {
        for status in [200, 202, 204, 299] {
            assert_eq!(
                judge(answered(status), 0, at(0), at(0), 0),
                Verdict::End(DeliveryState::Delivered),
                "{status}"
            );
        }
        assert_eq!(judge(answered(410), 0, at(0), at(0), 0), Verdict::End(DeliveryState::Gone));
        for status in [100, 199, 300, 301, 302, 304, 307, 308, 400, 401, 404, 429, 500, 503, 599] {
            assert!(matches!(judge(answered(status), 0, at(0), at(0), 0), Verdict::Again(_)), "{status}");
        }
        assert!(matches!(
            judge(Outcome::Failed(Failure::Timeout), 0, at(0), at(0), 0),
            Verdict::Again(next) if next == at(1)
        ));
    }

    #[test]
    fn an_app_may_ask_for_a_longer_pause_but_not_for_an_endless_one() {
        let asks = |status, seconds| {
            let outcome = Outcome::Answered { status, retry_after: Some(TimeDelta::seconds(seconds)) };
            judge(outcome, 0, at(0), at(0), 0)
        };
        assert_eq!(asks(503, 600), Verdict::Again(at(600)));
        assert_eq!(asks(429, 600), Verdict::Again(at(600)));
        assert_eq!(asks(503, 1_000_000), Verdict::Again(at(0) + LONGEST_RETRY_AFTER));
        assert_eq!(asks(503, 0), Verdict::Again(at(1)));
        assert_eq!(asks(500, 600), Verdict::Again(at(1)), "only 429 and 503 may ask");
    }

    #[test]
    fn a_message_that_waited_long_for_its_first_attempt_still_gets_its_three_days() {
        assert!(matches!(judge(answered(500), 0, at(0), at(0), 0), Verdict::Again(_)));
        let late = at(0) + LONGEST;
        assert_eq!(judge(answered(500), 4, at(0), late, 0), Verdict::End(DeliveryState::Failed));
    }

    #[test]
    fn a_message_holds_the_apps_own_terms_and_nothing_else() {
        let event = LoggedEvent {
            seq: 7,
            at: at(0),
            kind: EventKind::WrongAnswer,
            external_id: Some("patient-1".into()),
            attempts_left: Some(2),
            authorization: None,
        };
        let body: serde_json::Value = serde_json::from_str(&body(Uuid::from_u128(1), &event)).unwrap();
        assert_eq!(
            body,
            serde_json::json!({
                "type": "connect_request.wrong_answer",
                "timestamp": "2027-01-15T08:00:00Z",
                "data": {
                    "app_id": Uuid::from_u128(1), "seq": 7, "external_id": "patient-1", "attempts_left": 2,
                },
            })
        );
    }

    #[test]
    fn every_state_and_failure_has_a_word_of_its_own() {
        for state in DeliveryState::ALL {
            assert_eq!(DeliveryState::parse(state.as_str()), Some(state));
        }
        for failure in Failure::ALL {
            assert_eq!(Failure::parse(failure.as_str()), Some(failure));
        }
        assert_eq!((DeliveryState::parse("x"), Failure::parse("x")), (None, None));
    }
}

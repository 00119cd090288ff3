//! Which addresses may be called: as far as their text says, and once a name has been resolved.

use std::{
    fmt,
    net::{IpAddr, Ipv4Addr, Ipv6Addr},
};

use ipnet::IpNet;
use url::{Host, Url};

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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::webhook::Secret;
    use proptest::prelude::*;

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
}

//! Which address a request came from, and which addresses count as one client.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use actix_web::{HttpRequest, http::header::HeaderName};

use super::Site;

/// The address of whoever comes by a Unix socket, which has none: all of them are one client.
const BY_SOCKET: IpAddr = IpAddr::V4(Ipv4Addr::UNSPECIFIED);

/// The client's address.
pub fn address_of(req: &HttpRequest, site: &Site) -> IpAddr {
    let mut forwarded = String::new();
    for value in req.headers().get_all("x-forwarded-for").filter_map(|v| v.to_str().ok()) {
        if !forwarded.is_empty() {
            forwarded.push(',');
        }
        forwarded.push_str(value);
    }
    match req.peer_addr() {
        Some(peer) => client_address(peer.ip(), &forwarded, &site.trusted_proxies),
        None if site.trusts_socket => as_forwarded(BY_SOCKET, &forwarded, &site.trusted_proxies),
        None => BY_SOCKET,
    }
}

/// Whether a request comes from this machine itself, and not through a proxy on it: what a proxy that nobody trusts passes on
/// has a header that says so.
pub fn is_this_machine(req: &HttpRequest, site: &Site) -> bool {
    let passed_on = |name: &HeaderName| {
        let name = name.as_str();
        ["forwarded", "via", "true-client-ip", "x-real-ip", "x-client-ip"].contains(&name)
            || ["x-forwarded-", "cf-"].iter().any(|begins| name.starts_with(begins))
    };
    let peer = req.peer_addr().map(|peer| peer.ip().to_canonical());
    peer.is_some_and(|peer| peer.is_loopback())
        && address_of(req, site).is_loopback()
        && !req.headers().keys().any(passed_on)
}

/// Who counts as one client: an IPv4 address, or an IPv6 network of /64, which is what one household is given. The machine
/// itself is one, by whichever of its two addresses it comes.
pub fn network(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(Ipv6Addr::LOCALHOST) => IpAddr::V4(Ipv4Addr::LOCALHOST),
        IpAddr::V6(v6) => {
            let prefix = u128::from(v6) & !u128::from(u64::MAX);
            IpAddr::V6(prefix.into())
        }
        v4 => v4,
    }
}

/// The client's address: the peer's, or, when the peer is a trusted proxy, the last address in `X-Forwarded-For`
/// that is not one itself. What a stranger writes into that header is never believed.
pub fn client_address(peer: IpAddr, forwarded_for: &str, trusted: &[ipnet::IpNet]) -> IpAddr {
    let peer = peer.to_canonical();
    if is_trusted(peer, trusted) { as_forwarded(peer, forwarded_for, trusted) } else { peer }
}

fn is_trusted(address: IpAddr, trusted: &[ipnet::IpNet]) -> bool {
    trusted.iter().any(|net| net.contains(&address.to_canonical()))
}

/// What a trusted peer says of the client.
fn as_forwarded(peer: IpAddr, forwarded_for: &str, trusted: &[ipnet::IpNet]) -> IpAddr {
    let mut client = peer;
    for hop in forwarded_for.rsplit(',') {
        let hop = hop.trim();
        let parsed = hop.parse::<IpAddr>().or_else(|_| hop.parse::<std::net::SocketAddr>().map(|s| s.ip()));
        let Ok(address) = parsed else { break };
        client = address.to_canonical();
        if !is_trusted(client, trusted) {
            break;
        }
    }
    client
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ip(text: &str) -> IpAddr {
        text.parse().unwrap()
    }

    #[test]
    fn one_ipv6_household_is_one_client_and_a_mapped_ipv4_address_is_itself() {
        assert_eq!(network(ip("2001:db8:1:2:3:4:5:6")), network(ip("2001:db8:1:2::1")));
        assert_ne!(network(ip("2001:db8:1:3::1")), network(ip("2001:db8:1:2::1")));
        assert_eq!(network(ip("::ffff:192.0.2.1")), ip("192.0.2.1"));
        assert_eq!(network(ip("::1")), network(ip("127.0.0.1")));
    }

    #[test]
    fn who_comes_by_a_socket_is_believed_only_when_the_settings_say_so() {
        let forged = actix_web::test::TestRequest::get()
            .insert_header(("x-forwarded-for", "203.0.113.9"))
            .to_http_request();
        let base = "https://connect.clinic.example".parse().unwrap();
        let mut site = Site::new(base, crate::web::limits::PerMinute::default(), Vec::new());
        assert_eq!(address_of(&forged, &site), BY_SOCKET);
        site.trusts_socket = true;
        assert_eq!(address_of(&forged, &site), ip("203.0.113.9"));
        let bare = actix_web::test::TestRequest::get().to_http_request();
        assert_eq!(address_of(&bare, &site), BY_SOCKET);
        assert!(!is_this_machine(&bare, &site), "a proxy may stand between");
    }

    #[test]
    fn only_a_trusted_proxy_may_say_who_the_client_is() {
        let trusted = ["10.0.0.0/8".parse().unwrap()];
        assert_eq!(client_address(ip("192.0.2.1"), "203.0.113.9", &trusted), ip("192.0.2.1"));
        assert_eq!(client_address(ip("10.0.0.1"), "203.0.113.9", &trusted), ip("203.0.113.9"));
        assert_eq!(
            client_address(ip("10.0.0.1"), "1.2.3.4, 203.0.113.9, 10.0.0.2", &trusted),
            ip("203.0.113.9")
        );
        assert_eq!(client_address(ip("10.0.0.1"), "rubbish", &trusted), ip("10.0.0.1"));
        assert_eq!(client_address(ip("10.0.0.1"), "[2001:db8::1]:443", &trusted), ip("2001:db8::1"));
    }
}

//! `ready`: whether the portal of these settings, on this machine, can work. For container engines and service managers,
//! where there is no curl.

use std::{
    net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr},
    time::{Duration, Instant},
};

use anyhow::{Context as _, bail};

use super::{Common, open, say};
use crate::config::{Place, Settings};

/// How long one answer may take: longer than the portal itself waits for its database.
const PATIENCE: Duration = Duration::from_secs(5);
/// Between two questions, while it is waited for.
const PAUSE: Duration = Duration::from_millis(250);

/// Options of `ready`.
#[derive(Debug, clap::Args)]
pub(crate) struct Ready {
    #[command(flatten)]
    common: Common,
    /// Wait so many seconds for it to become ready.
    #[arg(long, value_name = "SECONDS", default_value_t = 0)]
    wait: u64,
}

impl Ready {
    /// Asks `/readyz` where the settings say that the portal listens. Fails when it does not answer 200.
    pub(crate) async fn run(self) -> anyhow::Result<()> {
        let settings = open::settings(&self.common)?;
        let until = Instant::now() + Duration::from_secs(self.wait);
        loop {
            match ask(&settings).await {
                Ok(()) => {
                    say("ready");
                    return Ok(());
                }
                Err(e) if Instant::now() >= until => return Err(e),
                Err(_) => tokio::time::sleep(PAUSE).await,
            }
        }
    }
}

async fn ask(settings: &Settings) -> anyhow::Result<()> {
    // reqwest asks for the process's provider; nobody else has set one.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let client = reqwest::Client::builder()
        .no_proxy()
        .redirect(reqwest::redirect::Policy::none())
        .timeout(PATIENCE)
        // It is this machine that is asked, by its number, and it is told nothing.
        .tls_danger_accept_invalid_certs(true);
    let (client, address) = match way(settings)? {
        Way::To(address) => (client, address),
        #[cfg(unix)]
        Way::Through(socket) => (client.unix_socket(socket), "http://localhost".to_owned()),
    };
    let answer = client.build()?.get(format!("{address}/readyz")).send().await;
    let status = answer.context("not ready: the portal does not answer")?.status();
    if status != reqwest::StatusCode::OK {
        bail!("not ready: /readyz answers {}", status.as_u16());
    }
    Ok(())
}

/// How the portal is reached.
#[derive(Debug, PartialEq, Eq)]
enum Way {
    /// What its address begins with.
    To(String),
    /// A Unix socket.
    #[cfg(unix)]
    Through(std::path::PathBuf),
}

/// The listener of the counts, which never has TLS; else the first place of `listen`.
fn way(settings: &Settings) -> anyhow::Result<Way> {
    if let Some(address) = settings.metrics_listen {
        return Ok(Way::To(format!("http://{}", on_this_machine(address)?)));
    }
    let scheme = if settings.tls_certificate.is_some() { "https" } else { "http" };
    match settings.listen.places().first() {
        Some(Place::Address(address)) => Ok(Way::To(format!("{scheme}://{}", on_this_machine(*address)?))),
        #[cfg(unix)]
        Some(Place::Socket(path)) => Ok(Way::Through(path.clone())),
        _ => bail!("listen names nothing that can be asked"),
    }
}

fn on_this_machine(address: SocketAddr) -> anyhow::Result<SocketAddr> {
    if address.port() == 0 {
        bail!("listen names no port, so nobody knows which one it is");
    }
    let ip = match address.ip() {
        IpAddr::V4(ip) if ip.is_unspecified() => Ipv4Addr::LOCALHOST.into(),
        IpAddr::V6(ip) if ip.is_unspecified() => Ipv6Addr::LOCALHOST.into(),
        ip => ip,
    };
    Ok(SocketAddr::new(ip, address.port()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_portal_is_asked_where_it_listens() {
        let asked = |change: fn(&mut Settings)| {
            let mut settings = Settings::default();
            change(&mut settings);
            way(&settings).map_err(|e| e.to_string())
        };
        let to = |address: &str| Ok(Way::To(address.to_owned()));
        assert_eq!(asked(|_| {}), to("http://127.0.0.1:8080"));
        assert_eq!(asked(|s| s.listen = "0.0.0.0:80".parse().unwrap()), to("http://127.0.0.1:80"));
        assert_eq!(asked(|s| s.listen = "[::]:80".parse().unwrap()), to("http://[::1]:80"));
        let with_tls = asked(|s| {
            s.listen = "10.0.0.5:443, unix:/run/portal.sock".parse().unwrap();
            s.tls_certificate = Some("c.pem".into());
        });
        assert_eq!(with_tls, to("https://10.0.0.5:443"));
        let counts = asked(|s| s.metrics_listen = Some("127.0.0.1:9000".parse().unwrap()));
        assert_eq!(counts, to("http://127.0.0.1:9000"));
        #[cfg(unix)]
        assert_eq!(
            asked(|s| s.listen = "unix:/run/portal.sock, 127.0.0.1:80".parse().unwrap()),
            Ok(Way::Through("/run/portal.sock".into()))
        );
        assert!(asked(|s| s.listen = "127.0.0.1:0".parse().unwrap()).is_err());
    }
}

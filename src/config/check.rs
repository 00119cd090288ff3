//! What settings must be: what would be unsafe or cannot work is refused with a sentence that says how to mend it.

use std::{net::IpAddr, path::PathBuf};

use ipnet::IpNet;
use url::Url;

use super::{Checked, ConfigError, ProviderSetting, Settings};
use crate::domain::{chances::CHANCES_RANGE, provider::Provider, zone::Zone};

/// A setting that cannot be used.
pub(super) fn refused(setting: &'static str, problem: impl Into<String>) -> ConfigError {
    ConfigError::Refused { setting, problem: problem.into() }
}

/// Networks and addresses, separated by commas.
fn networks(setting: &'static str, text: &str) -> Result<Vec<IpNet>, ConfigError> {
    text.split(',')
        .map(str::trim)
        .filter(|text| !text.is_empty())
        .map(|text| {
            text.parse::<IpNet>().or_else(|_| text.parse::<IpAddr>().map(IpNet::from)).map_err(|_| {
                refused(setting, format!("`{text}` is no address or network such as 10.0.0.0/8"))
            })
        })
        .collect()
}

impl Settings {
    /// Refuses what would be unsafe or cannot work. `Ok` holds what it was parsed into.
    pub fn check(&self) -> Result<Checked, ConfigError> {
        let base_url = self.checked_base_url()?;
        self.check_numbers()?;
        if !self.database_url.is_empty()
            && !self.database_url.starts_with("postgres://")
            && !self.database_url.starts_with("postgresql://")
        {
            return Err(refused("database_url", "is empty for the embedded database, or postgres://…"));
        }
        if !["text", "json"].contains(&self.log_format.as_str()) {
            return Err(refused("log_format", "is text or json"));
        }
        if self.metrics_public && self.metrics_listen.is_some() {
            return Err(refused("metrics_public", "is instead of metrics_listen: set one of the two"));
        }
        self.check_mail()?;
        let socket_mode = self.socket_mode()?;
        let (trusted_proxies, trusts_socket) = self.proxies()?;
        if trusts_socket && socket_mode & 0o007 != 0 {
            return Err(refused(
                "listen_socket_mode",
                "lets every program on this machine connect, and trusted_proxies believes them all: set 660",
            ));
        }
        let time_zone =
            Zone::parse(&self.time_zone).map_err(|problem| refused("time_zone", problem.to_string()))?;
        Ok(Checked {
            time_zone,
            providers: self.check_providers()?,
            tls: self.check_tls(base_url.scheme() == "https")?,
            base_url,
            trusted_proxies,
            trusts_socket,
            socket_mode,
            callback_allowed_networks: networks(
                "callback_allowed_networks",
                &self.callback_allowed_networks,
            )?,
        })
    }

    /// What browsers can be sent to safely.
    fn checked_base_url(&self) -> Result<Url, ConfigError> {
        let base_url = Url::parse(&self.base_url)
            .ok()
            .filter(|url| matches!(url.scheme(), "http" | "https") && url.host_str().is_some())
            .ok_or_else(|| {
                refused(
                    "base_url",
                    "must be the address that browsers use, such as https://connect.clinic.example",
                )
            })?;
        if base_url.path() != "/" || base_url.query().is_some() {
            return Err(refused("base_url", "must have no path: the portal has a host name of its own"));
        }
        let loopback = match base_url.host() {
            Some(url::Host::Domain(name)) => name == "localhost",
            Some(url::Host::Ipv4(ip)) => ip.is_loopback(),
            Some(url::Host::Ipv6(ip)) => ip.is_loopback(),
            None => false,
        };
        if base_url.scheme() == "http" && !loopback {
            return Err(refused(
                "base_url",
                "must begin with https:// (only a loopback address may be reached without): put a TLS proxy in front, or set tls_certificate",
            ));
        }
        Ok(base_url)
    }

    /// The mode of the Unix sockets, as `chmod` writes it.
    fn socket_mode(&self) -> Result<u32, ConfigError> {
        let mode = u32::from_str_radix(&self.listen_socket_mode, 8).ok().filter(|mode| *mode <= 0o777);
        mode.ok_or_else(|| refused("listen_socket_mode", "is a mode as chmod writes it, such as 660"))
    }

    /// Networks, and whether whoever comes by a Unix socket is among those who are believed.
    fn proxies(&self) -> Result<(Vec<IpNet>, bool), ConfigError> {
        let (sockets, others): (Vec<&str>, Vec<&str>) =
            self.trusted_proxies.split(',').partition(|text| text.trim() == "unix");
        Ok((networks("trusted_proxies", &others.join(","))?, !sockets.is_empty()))
    }

    fn check_tls(&self, https: bool) -> Result<Option<(PathBuf, PathBuf)>, ConfigError> {
        if self.redirect_listen.is_some() && !https {
            return Err(refused("redirect_listen", "leads to base_url, which must begin with https:// then"));
        }
        match (&self.tls_certificate, &self.tls_key) {
            (None, None) => Ok(None),
            (Some(_), None) => Err(refused("tls_key", "is needed, too: the file of the certificate's key")),
            (None, Some(_)) => Err(refused("tls_certificate", "is needed, too: the file of the certificate")),
            (Some(_), Some(_)) if !https => {
                Err(refused("base_url", "must begin with https:// where tls_certificate is set"))
            }
            (Some(certificate), Some(key)) => Ok(Some((certificate.clone(), key.clone()))),
        }
    }

    fn check_mail(&self) -> Result<(), ConfigError> {
        if !self.smtp_url.reveal().is_empty() && self.mail_folder.is_some() {
            return Err(refused("mail_folder", "is instead of smtp_url: set one of the two"));
        }
        match (self.can_mail(), self.mail_from.trim().is_empty()) {
            (true, true) => Err(refused("mail_from", "is needed to send mails: set who they are from")),
            (false, false) => Err(refused("mail_from", "is set, but neither smtp_url nor mail_folder is")),
            _ => Ok(()),
        }
    }

    fn check_providers(&self) -> Result<Vec<Provider>, ConfigError> {
        let providers: Vec<Provider> =
            self.provider.iter().map(ProviderSetting::check).collect::<Result<_, _>>()?;
        for (at, provider) in providers.iter().enumerate() {
            let before = &providers[..at];
            if before.iter().any(|other| other.name == provider.name || other.issuer == provider.issuer) {
                let name = &provider.name;
                return Err(refused(
                    "provider",
                    format!("`{name}`: another one has the same name or issuer"),
                ));
            }
        }
        Ok(providers)
    }

    fn check_numbers(&self) -> Result<(), ConfigError> {
        if !CHANCES_RANGE.contains(&self.attempts_allowed) {
            return Err(refused("attempts_allowed", "is from 1 to 10"));
        }
        for (name, days) in [
            ("pending_days", self.pending_days),
            ("authorized_days", self.authorized_days),
            ("closed_days", self.closed_days),
        ] {
            if !(1..=3650).contains(&days) {
                return Err(refused(name, "is from 1 to 3650 days"));
            }
        }
        if !(30..=3650).contains(&self.audit_days) {
            return Err(refused("audit_days", "is from 30 to 3650 days"));
        }
        for (name, limit) in [
            ("limit_guesses", self.limit_guesses),
            ("limit_guesses_known", self.limit_guesses_known),
            ("limit_mails", self.limit_mails),
        ] {
            if limit == 0 {
                return Err(refused(name, "is at least 1 an hour"));
            }
        }
        for (name, limit) in [
            ("limit_codes", self.limit_codes),
            ("limit_answers", self.limit_answers),
            ("limit_sign_ins", self.limit_sign_ins),
            ("limit_accounts", self.limit_accounts),
            ("limit_api", self.limit_api),
            ("limit_bad_keys", self.limit_bad_keys),
        ] {
            if limit == 0 {
                return Err(refused(name, "is at least 1 a minute"));
            }
        }
        Ok(())
    }
}

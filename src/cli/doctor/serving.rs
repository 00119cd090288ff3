//! What `doctor` says of how the portal is reached: its certificate and its sockets.

use anyhow::{anyhow, bail};
use chrono::{DateTime, Utc};

use super::Findings;
use crate::{
    config::{Checked, Settings, traces_wanted},
    listening::tls::Pair,
    ports::{Clock, SystemClock},
};

/// Days before its end at which a certificate should have been renewed: those that live for 90 days are renewed at 30.
const RENEWED_BY: i64 = 14;

pub(super) fn look(settings: &Settings, checked: &Checked, findings: &mut Findings) {
    if let Some((certificate, key)) = &checked.tls {
        let kept = "a running portal keeps the last pair that it could use";
        let found = Pair::read(certificate, key).map_err(|e| anyhow!(e).context(kept));
        let host = checked.base_url.host_str().unwrap_or_default();
        findings.report("certificate", found.and_then(|pair| about(&pair, host, SystemClock.now())));
        #[cfg(unix)]
        findings.report("rights of the certificate's key", rights_of_key(key));
    }
    match traces_wanted() {
        Ok(None) => {}
        Ok(Some(wanted)) => findings.report(
            "traces",
            Ok(format!("sent to {} by `serve`, whose log says when they do not arrive", wanted.host)),
        ),
        Err(unusable) => findings.report("traces", Err(unusable.into())),
    }
    #[cfg(unix)]
    for path in settings.listen.sockets() {
        findings.report("socket", look_at_socket(path, settings.listen_socket_group.as_deref()));
    }
    #[cfg(not(unix))]
    let _ = settings;
}

fn about(pair: &Pair, host: &str, now: DateTime<Utc>) -> anyhow::Result<String> {
    let until = pair.not_after();
    let (day, days) = (until.format("%Y-%m-%d"), (until - now).num_days());
    if !pair.is_for(host) {
        bail!("it was not made for {host}, the host in base_url: browsers refuse it");
    }
    if pair.not_before() > now {
        bail!("it is not good before {}: is this machine's clock right?", pair.not_before());
    }
    if until <= now {
        bail!("it ended on {day}: browsers refuse it. Renew it");
    }
    if days < RENEWED_BY {
        bail!(
            "it ends on {day}, in {days} days, and should have been renewed by now: look at what renews it"
        );
    }
    Ok(format!("for {host}, and fits its key; good until {day}, {days} days"))
}

/// The key may be a group's (`ssl-cert`), as Debian has it, and not everybody's.
#[cfg(unix)]
fn rights_of_key(key: &std::path::Path) -> anyhow::Result<String> {
    let shown = key.display();
    match crate::owner_only::rights_of_others(key)? {
        Some(mode) if mode & 0o007 != 0 => {
            bail!("{shown} has the mode {mode:03o}, so everybody may read it: run `chmod o= {shown}`")
        }
        _ => Ok("not everybody's".to_owned()),
    }
}

#[cfg(unix)]
fn look_at_socket(path: &std::path::Path, group: Option<&str>) -> anyhow::Result<String> {
    use crate::listening::socket::{Found, group_is_known, look_at};
    let shown = path.display();
    if let Some(group) = group
        && !group_is_known(group)?
    {
        bail!("listen_socket_group: there is no group `{group}` on this machine");
    }
    if !path.parent().is_some_and(std::path::Path::is_dir) {
        bail!(
            "the directory of {shown} is missing: make it, for the portal's user (systemd: RuntimeDirectory=)"
        );
    }
    match look_at(path) {
        Ok(Found::Nothing) => Ok(format!("{shown} will be made at the start")),
        Ok(Found::Listening) => Ok(format!("{shown} is listened at")),
        Ok(Found::Stale) => {
            Ok(format!("{shown} was left by a program that is gone; the next start takes it away"))
        }
        Ok(Found::Other) => {
            Err(anyhow!("{shown} is no socket: take it away, or let listen name another path"))
        }
        Err(e) => Err(anyhow!("{shown} cannot be looked at: {e}")),
    }
}

#[cfg(test)]
mod tests {
    use rcgen::{CertificateParams, KeyPair};

    use super::*;

    #[test]
    fn a_certificate_is_told_of_before_it_ends() {
        let dir = tempfile::tempdir().unwrap();
        let [certificate, key] = ["c.pem", "k.pem"].map(|name| dir.path().join(name));
        let mut params = CertificateParams::new(vec!["connect.clinic.example".to_owned()]).unwrap();
        params.not_before = rcgen::date_time_ymd(2026, 1, 1);
        params.not_after = rcgen::date_time_ymd(2026, 4, 1);
        let pair = KeyPair::generate().unwrap();
        std::fs::write(&certificate, params.self_signed(&pair).unwrap().pem()).unwrap();
        std::fs::write(&key, pair.serialize_pem()).unwrap();
        let pair = Pair::read(&certificate, &key).unwrap();
        let told = |host: &str, day: &str| {
            let now = format!("{day}T00:00:00Z").parse().unwrap();
            about(&pair, host, now).unwrap_or_else(|e| format!("WRONG {e}"))
        };
        let here = "connect.clinic.example";
        assert!(told(here, "2026-02-01").ends_with("good until 2026-04-01, 59 days"));
        assert!(told(here, "2026-03-18").ends_with("14 days"));
        assert!(told(here, "2026-03-19").starts_with("WRONG it ends on 2026-04-01, in 13 days"));
        assert!(told(here, "2026-04-01").starts_with("WRONG it ended on"));
        assert!(told(here, "2025-12-31").starts_with("WRONG it is not good before"));
        assert!(told("clinic.example", "2026-02-01").starts_with("WRONG it was not made for clinic.example"));
    }
}

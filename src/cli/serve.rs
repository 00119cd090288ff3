//! `serve`: the portal for real.

use std::{net::TcpListener, sync::Arc, time::Duration};

use actix_web::web::Data;
use anyhow::Context;
use tracing_subscriber::{
    EnvFilter, Layer, Registry,
    filter::{FilterExt, LevelFilter, filter_fn},
    layer::SubscriberExt,
    util::SubscriberInitExt,
};

use super::{Common, doctor, mail, open, providers, stop::until_told_to_stop};
use crate::{
    app,
    config::{Checked, Place, Settings, traces_wanted},
    domain::webhook::CallbackPolicy,
    installation::Installation,
    listening::{
        Listener,
        tls::{Certificates, Looked},
    },
    ports::SystemClock,
    traces::Traces,
    web::Site,
};

/// Options of `serve`.
#[derive(Debug, clap::Args)]
pub(crate) struct Serve {
    #[command(flatten)]
    common: Common,
}

impl Serve {
    pub(crate) async fn run(self) -> anyhow::Result<()> {
        let settings = open::settings(&self.common)?;
        let checked = settings.check()?;
        let traces = start_telling(&settings);
        for problem in
            doctor::private_paths(&settings).iter().filter_map(|path| doctor::is_private(path).err())
        {
            tracing::warn!("{problem}");
        }
        let certificates = certificates(&checked)?;
        let providers = providers::open(&settings, &checked.base_url)?;
        let context = open::context(&settings, Arc::new(SystemClock)).await?;
        let mut site =
            Site::new(checked.base_url.clone(), settings.per_minute(), checked.trusted_proxies.clone());
        site.trusts_socket = checked.trusts_socket;
        site.metrics_for = settings.metrics_for();
        let policy = CallbackPolicy { loopback: false, networks: checked.callback_allowed_networks.clone() };
        let mut installation = Installation::new(context, site, policy);
        if let Some(postman) = mail::postman(&settings, &checked, &installation.looks)? {
            installation = installation.with_postman(Arc::new(postman));
        }
        installation.providers = providers;
        installation.zone = checked.time_zone;
        let installation = Data::new(installation);

        let mut doors = Doors::default();
        for place in settings.listen.places() {
            doors.open(place, &settings, &checked, certificates.as_ref())?;
        }
        if let Some(address) = settings.metrics_listen {
            let listener = bound(address, " (metrics_listen)")?;
            tracing::info!(listen = %listener.local_addr()?, "serving metrics");
            actix_web::rt::spawn(app::serve_metrics(installation.clone(), listener)?);
        }
        if let Some(address) = settings.redirect_listen {
            let listener = bound(address, " (redirect_listen)")?;
            tracing::info!(listen = %listener.local_addr()?, "leading to base_url");
            actix_web::rt::spawn(app::serve_redirects(installation.site.clone(), listener)?);
        }
        actix_web::rt::spawn(look_for_certificates(certificates));
        tracing::info!(database = installation.context.db.kind(), "serving");
        let served = until_told_to_stop(installation, None, doors.listeners).await;
        if let Some(traces) = traces {
            traces.end().await;
        }
        served
    }
}

/// What listens, and what is tidied up when it does so no longer.
#[derive(Default)]
struct Doors {
    listeners: Vec<Listener>,
    #[cfg(unix)]
    files: Vec<crate::listening::socket::SocketFile>,
}

impl Doors {
    fn open(
        &mut self,
        place: &Place,
        settings: &Settings,
        checked: &Checked,
        certificates: Option<&Arc<Certificates>>,
    ) -> anyhow::Result<()> {
        match (place, certificates) {
            (Place::Socket(path), _) => self.open_socket(path, settings, checked)?,
            (Place::Address(address), None) => {
                let listener = bound(*address, "")?;
                tracing::info!(listen = %listener.local_addr()?, "listening");
                self.listeners.push(Listener::Plain(listener));
            }
            (Place::Address(address), Some(certificates)) => {
                let listener = bound(*address, "")?;
                tracing::info!(listen = %listener.local_addr()?, "listening with TLS");
                self.listeners.push(Listener::Tls(listener, Box::new(certificates.server_config()?)));
            }
        }
        Ok(())
    }

    #[cfg(unix)]
    fn open_socket(
        &mut self,
        path: &std::path::Path,
        settings: &Settings,
        checked: &Checked,
    ) -> anyhow::Result<()> {
        let group = settings.listen_socket_group.as_deref();
        let opened = crate::listening::socket::open(path, checked.socket_mode, group);
        let (listener, file) = opened.with_context(|| format!("cannot listen on unix:{}", path.display()))?;
        tracing::info!(listen = %path.display(), mode = %format_args!("{:03o}", checked.socket_mode), "listening");
        self.listeners.push(Listener::Socket(listener));
        self.files.push(file);
        Ok(())
    }

    #[cfg(not(unix))]
    fn open_socket(&mut self, path: &std::path::Path, _: &Settings, _: &Checked) -> anyhow::Result<()> {
        anyhow::bail!("this system has no sockets such as unix:{}", path.display())
    }
}

fn bound(address: std::net::SocketAddr, what: &str) -> anyhow::Result<TcpListener> {
    TcpListener::bind(address).with_context(|| format!("cannot listen on {address}{what}"))
}

/// Certificate and key, where the portal has TLS itself.
fn certificates(checked: &Checked) -> anyhow::Result<Option<Arc<Certificates>>> {
    let Some((certificate, key)) = &checked.tls else { return Ok(None) };
    Ok(Some(Certificates::open(certificate, key).context("TLS cannot be offered")?))
}

/// How often certificate and key are looked at.
const LOOK_EVERY: Duration = Duration::from_secs(60);

/// Looks for a renewed certificate each minute, and at SIGHUP: who renews it can say so, and nobody has to. The signal is
/// listened for in any case, so that it ends no portal.
async fn look_for_certificates(certificates: Option<Arc<Certificates>>) {
    let mut hangups = Hangups::listen();
    loop {
        tokio::select! {
            () = tokio::time::sleep(LOOK_EVERY) => {}
            () = hangups.next() => {}
        }
        let Some(certificates) = certificates.clone() else { continue };
        match tokio::task::spawn_blocking(move || certificates.look_again()).await {
            Ok(Looked::Renewed(until)) => tracing::info!(%until, "a new certificate is served"),
            Ok(Looked::Kept(problem)) => {
                tracing::error!(cause = %problem, "the new certificate cannot be used: the one from before is served on");
            }
            Ok(Looked::AsBefore) => {}
            Err(e) => tracing::error!(cause = %e, "the certificate could not be looked at"),
        }
    }
}

/// SIGHUP, where there is such a thing.
#[cfg(unix)]
struct Hangups(Option<tokio::signal::unix::Signal>);

#[cfg(unix)]
impl Hangups {
    fn listen() -> Self {
        Self(tokio::signal::unix::signal(tokio::signal::unix::SignalKind::hangup()).ok())
    }

    async fn next(&mut self) {
        if let Some(signal) = &mut self.0
            && signal.recv().await.is_some()
        {
            return;
        }
        std::future::pending::<()>().await;
    }
}

/// None ever comes.
#[cfg(not(unix))]
struct Hangups;

#[cfg(not(unix))]
impl Hangups {
    fn listen() -> Self {
        Self
    }

    async fn next(&mut self) {
        std::future::pending::<()>().await;
    }
}

/// Starts the log, and traces where somebody collects them. That none can be sent is said, and no reason not to serve.
fn start_telling(settings: &Settings) -> Option<Traces> {
    let started = match traces_wanted() {
        Ok(Some(wanted)) => {
            Traces::start(wanted.has_name, wanted.patience).map(Some).map_err(anyhow::Error::from)
        }
        Ok(None) => Ok(None),
        Err(unusable) => Err(unusable.into()),
    };
    match started {
        Ok(traces) => {
            start_logging(settings, traces.as_ref());
            traces
        }
        Err(problem) => {
            start_logging(settings, None);
            tracing::error!(cause = %problem, "no traces are sent");
            None
        }
    }
}

/// Writes the log to stderr, and hands spans to a collector, where there is one.
pub(crate) fn start_logging(settings: &Settings, traces: Option<&Traces>) {
    let log = tracing_subscriber::registry().with(lines(settings));
    // A second start in one process (tests) keeps the first. Not `with(None)`: below a layer that is not there, each span that
    // nobody wants would be asked about whenever it is reached.
    let _ = match traces {
        None => log.try_init(),
        Some(traces) => log.with(traces.layer()).try_init(),
    };
}

/// The lines of the log. Spans are no part of it: they are for the collector, and where there is none they are never made.
fn lines(settings: &Settings) -> impl Layer<Registry> + Send + Sync + use<> {
    let filter = EnvFilter::try_new(&settings.log).unwrap_or_else(|_| EnvFilter::new("info"));
    // Without the hint, what is logged below the level would be looked at, too.
    let most = filter.max_level_hint().unwrap_or(LevelFilter::TRACE);
    let filter = filter.and(filter_fn(|about| !about.is_span()).with_max_level_hint(most));
    // What cannot be written is lost. The crate would tell so on the same stderr, and panic when that fails, too.
    let lines = tracing_subscriber::fmt::layer().with_writer(std::io::stderr).log_internal_errors(false);
    let lines =
        if settings.log_format == "json" { lines.json().boxed() } else { lines.with_ansi(false).boxed() };
    lines.with_filter(filter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_makes_a_span_where_nobody_collects_them_whatever_is_logged() {
        for log in ["trace", "info", "off"] {
            let settings = Settings { log: log.to_owned(), ..Settings::default() };
            tracing::subscriber::with_default(tracing_subscriber::registry().with(lines(&settings)), || {
                assert!(tracing::info_span!("request").is_disabled(), "{log}");
                assert_eq!(tracing::enabled!(tracing::Level::INFO), log != "off", "{log}");
            });
        }
    }
}

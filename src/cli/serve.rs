//! `serve`: the portal for real.

use std::{net::TcpListener, sync::Arc, time::Duration};

use actix_web::web::Data;
use anyhow::Context;

use super::{Common, doctor, mail, open, providers};
use crate::{
    app, config::Settings, domain::webhook::CallbackPolicy, installation::Installation, jobs,
    ports::SystemClock, sandbox::Sandbox, web::Site,
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
        start_logging(&settings);
        for problem in
            doctor::private_paths(&settings).iter().filter_map(|path| doctor::is_private(path).err())
        {
            tracing::warn!("{problem}");
        }
        let providers = providers::open(&settings, &checked.base_url)?;
        let context = open::context(&settings, Arc::new(SystemClock)).await?;
        let mut site =
            Site::new(checked.base_url.clone(), settings.per_minute(), checked.trusted_proxies.clone());
        site.metrics_for = settings.metrics_for();
        let policy = CallbackPolicy { loopback: false, networks: checked.callback_allowed_networks.clone() };
        let mut installation = Installation::new(context, site, policy);
        if let Some(postman) = mail::postman(&settings, &checked, &installation.looks)? {
            installation = installation.with_postman(Arc::new(postman));
        }
        installation.providers = providers;
        installation.zone = checked.time_zone;
        let installation = Data::new(installation);
        let listener = TcpListener::bind(settings.listen)
            .with_context(|| format!("cannot listen on {}", settings.listen))?;
        if let Some(address) = settings.metrics_listen {
            let listener = TcpListener::bind(address)
                .with_context(|| format!("cannot listen on {address} (metrics_listen)"))?;
            tracing::info!(listen = %listener.local_addr()?, "serving metrics");
            actix_web::rt::spawn(app::serve_metrics(installation.clone(), listener)?);
        }
        tracing::info!(listen = %listener.local_addr()?, database = installation.context.db.kind(), "serving");
        until_told_to_stop(installation, None, vec![listener]).await
    }
}

/// Writes the log to stderr.
pub(crate) fn start_logging(settings: &Settings) {
    let filter = tracing_subscriber::EnvFilter::try_new(&settings.log)
        .unwrap_or_else(|_| tracing_subscriber::EnvFilter::new("info"));
    // What cannot be written is lost. The crate would tell so on the same stderr, and panic when that fails, too.
    let builder = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        .log_internal_errors(false);
    // A second start in one process (tests) keeps the first.
    let _ = if settings.log_format == "json" {
        builder.json().try_init()
    } else {
        builder.with_ansi(false).try_init()
    };
}

/// How long the database may take to end what is running in it.
const CLOSING: Duration = Duration::from_secs(2);

/// From the signal to the end of the process, whatever happens: longer than requests under way are given and the
/// database to close, shorter than service managers wait before they kill.
const STOPPED_WITHIN: Duration = Duration::from_secs(19);

/// Serves until SIGINT or SIGTERM. Requests under way are answered first, as far as they end within
/// [`app::STOPPING`]; whoever waits for news is answered at once.
pub(crate) async fn until_told_to_stop(
    installation: Data<Installation>,
    sandbox: Option<Data<Sandbox>>,
    listeners: Vec<TcpListener>,
) -> anyhow::Result<()> {
    let server = app::serve(installation.clone(), sandbox, listeners)?;
    let handle = server.handle();
    let jobs = actix_web::rt::spawn(jobs::run(installation.clone()));
    let notifier = installation.context.notifier.clone();
    tokio::spawn(async move {
        wait_for_signal().await;
        tracing::info!("stopping");
        cut_off_later();
        // Who waits for news is answered now.
        notifier.close();
        handle.stop(true).await;
    });
    server.await?;
    jobs.abort();
    if tokio::time::timeout(CLOSING, installation.context.db.close()).await.is_err() {
        tracing::warn!("the database did not close in time; what it had not committed is undone");
    }
    Ok(())
}

/// Ends the process when stopping takes too long, on a thread of its own that nothing can keep waiting: a look-up of a
/// name, for one, cannot be cut short, and the runtime waits for it. Every commit is on the disk already, so nothing
/// acknowledged is lost.
fn cut_off_later() {
    std::thread::spawn(|| {
        std::thread::sleep(STOPPED_WITHIN);
        tracing::warn!("something did not end in time and was cut off");
        std::process::exit(0);
    });
}

#[cfg(unix)]
async fn wait_for_signal() {
    use tokio::signal::unix::{SignalKind, signal};
    match signal(SignalKind::terminate()) {
        Ok(mut terminate) => {
            tokio::select! {
                _ = tokio::signal::ctrl_c() => {}
                _ = terminate.recv() => {}
            }
        }
        Err(_) => {
            let _ = tokio::signal::ctrl_c().await;
        }
    }
}

#[cfg(not(unix))]
async fn wait_for_signal() {
    let _ = tokio::signal::ctrl_c().await;
}

//! `serve`: the portal for real.

use std::{net::TcpListener, sync::Arc};

use actix_web::web::Data;
use anyhow::Context;

use super::{Common, open};
use crate::{app, config::Settings, installation::Portal, jobs, ports::SystemClock};

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
        let parts = open::parts(&settings, Arc::new(SystemClock)).await?;
        let mut portal =
            Portal::new(parts, checked.base_url, settings.per_minute(), checked.trusted_proxies, None);
        portal.reach.networks = checked.callback_allowed_networks;
        let portal = Data::new(portal);
        let listener = TcpListener::bind(settings.listen)
            .with_context(|| format!("cannot listen on {}", settings.listen))?;
        tracing::info!(listen = %listener.local_addr()?, database = portal.parts.db.kind(), "serving");
        until_told_to_stop(portal, listener).await
    }
}

/// Writes the log to stderr.
pub(crate) fn start_logging(settings: &Settings) {
    let filter = tracing_subscriber::EnvFilter::try_new(&settings.log)
        .unwrap_or_else(|_| tracing_subscriber::EnvFilter::new("info"));
    let builder = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    // A second start in one process (tests) keeps the first.
    let _ = if settings.log_format == "json" {
        builder.json().try_init()
    } else {
        builder.with_ansi(false).try_init()
    };
}

/// Serves until SIGINT or SIGTERM; requests under way are answered first.
pub(crate) async fn until_told_to_stop(portal: Data<Portal>, listener: TcpListener) -> anyhow::Result<()> {
    let server = app::serve(portal.clone(), listener)?;
    let handle = server.handle();
    let jobs = tokio::spawn(jobs::run(portal.clone()));
    let bell = portal.parts.bell.clone();
    tokio::spawn(async move {
        wait_for_signal().await;
        tracing::info!("stopping");
        // Who waits for news is answered now.
        bell.close();
        handle.stop(true).await;
    });
    server.await?;
    jobs.abort();
    portal.parts.db.close().await;
    Ok(())
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

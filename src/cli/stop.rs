//! How a server ends: told by a signal, in a set time, whatever hangs.

use std::time::Duration;

use actix_web::web::Data;

use crate::{app, installation::Installation, jobs, listening::Listener, sandbox::Sandbox};

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
    listeners: Vec<Listener>,
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

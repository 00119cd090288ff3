//! When to run which action. No rules live here.

use std::{sync::Arc, time::Duration};

use actix_web::web::Data;

use crate::{
    actions::{time::deliver_webhooks::Outbox, time::purge::purge, time::record_closed::record_closed},
    installation::Installation,
    notifier::Woken,
    webhooks::HttpSender,
};

/// How often what has had its time is deleted. Nothing depends on it: what is due counts as gone at once.
const PURGE_EVERY: Duration = Duration::from_secs(600);
/// How often to look for requests that have expired and whose app was not told yet.
const TELL_EVERY: Duration = Duration::from_secs(20);
/// How often to look for callbacks that are due: retries, and what other nodes wrote.
const DELIVER_EVERY: Duration = Duration::from_secs(1);

/// Runs the jobs until the task is dropped.
pub async fn run(installation: Data<Installation>) {
    tokio::join!(purging(&installation), telling(&installation), delivering(&installation));
}

async fn purging(installation: &Installation) {
    let mut every = tokio::time::interval(PURGE_EVERY);
    loop {
        every.tick().await;
        installation.site.limits.forget_idle();
        match purge(&installation.context).await {
            Ok(purged) => tracing::info!(?purged, "purge"),
            Err(e) => tracing::warn!(cause = %e, "purge failed; it will be tried again"),
        }
    }
}

async fn telling(installation: &Installation) {
    let mut every = tokio::time::interval(TELL_EVERY);
    loop {
        every.tick().await;
        if let Err(e) = record_closed(&installation.context).await {
            tracing::warn!(cause = %e, "expired requests were not told; it will be tried again");
        }
    }
}

/// Sends callbacks as soon as there are some: after a ring, when one is done (there may be room again), and about once
/// a second.
async fn delivering(installation: &Installation) {
    let context = installation.context.clone();
    let sender = HttpSender::new(installation.callback_policy.clone(), context.clock.clone());
    let mut listener = context.notifier.subscribe();
    let mut outbox = Outbox::new(context, Arc::new(sender), installation.callback_policy.clone());
    loop {
        if let Err(e) = outbox.turn().await {
            tracing::warn!(cause = %e, "callbacks were not sent; it will be tried again");
            tokio::time::sleep(DELIVER_EVERY).await;
        }
        tokio::select! {
            woken = listener.changed(None) => if woken == Woken::Closed {
                // What is on its way may arrive; nothing more is started.
                outbox.all_done().await;
                return;
            },
            () = outbox.one_done() => {}
            () = tokio::time::sleep(DELIVER_EVERY) => {}
        }
    }
}

//! When to run which action. No rules live here.

use std::{sync::Arc, time::Duration};

use actix_web::web::Data;

use crate::{
    actions::{deliver_webhooks::Outbox, purge::purge, tell_closed::tell_closed},
    bell::Heard,
    installation::Portal,
    webhooks::HttpSender,
};

/// How often what has had its time is deleted. Nothing depends on it: what is due counts as gone at once.
const PURGE_EVERY: Duration = Duration::from_secs(600);
/// How often to look for requests that have expired and whose app was not told yet.
const TELL_EVERY: Duration = Duration::from_secs(20);
/// How often to look for callbacks that are due: retries, and what other nodes wrote.
const DELIVER_EVERY: Duration = Duration::from_secs(1);

/// Runs the jobs until the task is dropped.
pub async fn run(portal: Data<Portal>) {
    tokio::join!(purging(&portal), telling(&portal), delivering(&portal));
}

async fn purging(portal: &Portal) {
    let mut every = tokio::time::interval(PURGE_EVERY);
    loop {
        every.tick().await;
        portal.limits.forget_idle();
        match purge(&portal.parts).await {
            Ok(purged) => tracing::info!(?purged, "purge"),
            Err(e) => tracing::warn!(cause = %e, "purge failed; it will be tried again"),
        }
    }
}

async fn telling(portal: &Portal) {
    let mut every = tokio::time::interval(TELL_EVERY);
    loop {
        every.tick().await;
        if let Err(e) = tell_closed(&portal.parts).await {
            tracing::warn!(cause = %e, "expired requests were not told; it will be tried again");
        }
    }
}

/// Sends callbacks as soon as there are some: after a ring, when one is done (there may be room again), and about once
/// a second.
async fn delivering(portal: &Portal) {
    let parts = portal.parts.clone();
    let sender = HttpSender::new(portal.reach.clone(), parts.clock.clone());
    let mut listener = parts.bell.listen();
    let mut outbox = Outbox::new(parts, Arc::new(sender), portal.reach.clone());
    loop {
        if let Err(e) = outbox.turn().await {
            tracing::warn!(cause = %e, "callbacks were not sent; it will be tried again");
            tokio::time::sleep(DELIVER_EVERY).await;
        }
        tokio::select! {
            heard = listener.heard(None) => if heard == Heard::Closed {
                // What is on its way may arrive; nothing more is started.
                outbox.all_done().await;
                return;
            },
            () = outbox.one_done() => {}
            () = tokio::time::sleep(DELIVER_EVERY) => {}
        }
    }
}

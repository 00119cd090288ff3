//! When to run which action. No rules live here.

use std::time::Duration;

use actix_web::web::Data;

use crate::{actions::purge::purge, app::Portal};

/// How often what has had its time is deleted. Nothing depends on it: what is due counts as gone at once.
const PURGE_EVERY: Duration = Duration::from_secs(600);

/// Runs the jobs until the task is dropped.
pub async fn run(portal: Data<Portal>) {
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

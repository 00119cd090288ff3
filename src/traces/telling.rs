//! The last that is done to spans before they are sent; and says in the log that they do not arrive, not more than once a
//! minute.

use std::{
    sync::{Mutex, PoisonError},
    time::{Duration, Instant},
};

use opentelemetry_sdk::{
    Resource,
    error::OTelSdkResult,
    trace::{SpanData, SpanExporter},
};

/// How long to keep quiet after having said that traces do not arrive.
const QUIET: Duration = Duration::from_secs(60);

/// An exporter that calls spans by their names, and says in the log what became of its batches where they did not arrive.
#[derive(Debug)]
pub(super) struct Telling<E> {
    exporter: E,
    losses: Mutex<Losses>,
}

impl<E> Telling<E> {
    pub(super) fn new(exporter: E) -> Self {
        Self { exporter, losses: Mutex::default() }
    }
}

impl<E: SpanExporter> SpanExporter for Telling<E> {
    async fn export(&self, mut batch: Vec<SpanData>) -> OTelSdkResult {
        batch.iter_mut().for_each(name);
        let spans = batch.len();
        let outcome = self.exporter.export(batch).await;
        let mut losses = self.losses.lock().unwrap_or_else(PoisonError::into_inner);
        match &outcome {
            Ok(()) => {
                if losses.arrived() {
                    tracing::info!("the collector takes traces again");
                }
            }
            Err(cause) => {
                if let Some(spans) = losses.lost(spans, Instant::now()) {
                    tracing::warn!(%cause, spans, "the collector takes no traces: they are lost");
                }
            }
        }
        outcome
    }

    fn shutdown_with_timeout(&self, most: Duration) -> OTelSdkResult {
        self.exporter.shutdown_with_timeout(most)
    }

    fn shutdown(&self) -> OTelSdkResult {
        self.exporter.shutdown()
    }

    fn force_flush(&self) -> OTelSdkResult {
        self.exporter.force_flush()
    }

    fn set_resource(&mut self, resource: &Resource) {
        self.exporter.set_resource(resource);
    }
}

/// Calls a request by its method and route, as OpenTelemetry's conventions have it. Which route it is, is known at its end,
/// and by then tracing-opentelemetry takes no name any more.
fn name(span: &mut SpanData) {
    let value = |key: &str| {
        let found = span.attributes.iter().find(|attribute| attribute.key.as_str() == key);
        found.map(|attribute| attribute.value.as_str().into_owned())
    };
    if let (Some(method), Some(route)) = (value("http.request.method"), value("http.route")) {
        span.name = format!("{method} {route}").into();
    }
}

/// What was lost, and what was said of it.
#[derive(Debug, Default)]
struct Losses {
    /// Spans that nobody was told of yet.
    untold: usize,
    told_at: Option<Instant>,
    /// Whether the last word was that they do not arrive.
    is_open: bool,
}

impl Losses {
    /// How many to tell of, when it is time to tell.
    fn lost(&mut self, spans: usize, now: Instant) -> Option<usize> {
        self.untold += spans;
        if self.told_at.is_some_and(|at| now.duration_since(at) < QUIET) {
            return None;
        }
        self.told_at = Some(now);
        self.is_open = true;
        Some(std::mem::take(&mut self.untold))
    }

    /// Whether to tell that they arrive again.
    fn arrived(&mut self) -> bool {
        std::mem::take(&mut self.is_open)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_collector_that_comes_and_goes_is_told_of_once_a_minute_with_all_that_was_lost() {
        let (mut losses, start) = (Losses::default(), Instant::now());
        let after = |seconds| start + Duration::from_secs(seconds);
        assert!(!losses.arrived());
        assert_eq!(losses.lost(7, start), Some(7));
        assert_eq!(losses.lost(5, after(5)), None);
        assert!(losses.arrived());
        assert!(!losses.arrived());
        assert_eq!(losses.lost(3, after(59)), None);
        assert!(!losses.arrived(), "nobody was told that it went");
        assert_eq!(losses.lost(1, after(60)), Some(9));
    }
}

//! Counts what comes of attempts to send something, whoever makes them.

use std::sync::Arc;

use actix_web::web::Data;
use futures_core::future::BoxFuture;
use tracing::{Instrument, Span, field::Empty, info_span};
use uuid::Uuid;

use crate::{
    domain::{
        application::App,
        mail::{Mail, MailOutcome},
        webhook::Outcome,
    },
    installation::Installation,
    ports::{Outgoing, Postman, Sender},
};

/// A way out whose attempts are counted.
pub(super) struct Counted<T: ?Sized> {
    way: Arc<T>,
    installation: Data<Installation>,
}

impl<T: ?Sized> Counted<T> {
    pub(super) fn new(way: Arc<T>, installation: &Data<Installation>) -> Self {
        Self { way, installation: installation.clone() }
    }

    fn count(&self, outbox: &'static str, outcome: &'static str, span: &Span) {
        span.record("outcome", outcome);
        self.installation.site.metrics.count_sent(outbox, outcome);
    }
}

impl Postman for Counted<dyn Postman> {
    fn send<'a>(&'a self, id: Uuid, mail: &'a Mail, app: Option<&'a App>) -> BoxFuture<'a, MailOutcome> {
        Box::pin(async move {
            let span = info_span!("outbox.send", otel.kind = "producer", outbox = "mails", outcome = Empty);
            let outcome = self.way.send(id, mail, app).instrument(span.clone()).await;
            self.count("mails", if matches!(outcome, MailOutcome::Sent) { "sent" } else { "failed" }, &span);
            outcome
        })
    }
}

impl<T: Sender> Sender for Counted<T> {
    fn send(&self, message: Outgoing) -> BoxFuture<'_, Outcome> {
        Box::pin(async move {
            let span =
                info_span!("outbox.send", otel.kind = "producer", outbox = "callbacks", outcome = Empty);
            let outcome = self.way.send(message).instrument(span.clone()).await;
            let came = match &outcome {
                Outcome::Answered { status, .. } if (200..300).contains(status) => "sent",
                // The app answered, and did not take it.
                Outcome::Answered { .. } => "refused",
                Outcome::Failed(_) => "failed",
            };
            self.count("callbacks", came, &span);
            outcome
        })
    }
}

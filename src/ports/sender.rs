//! Sending a callback. The real one is `webhooks::HttpSender`; tests bring their own.

use futures_core::future::BoxFuture;

use crate::domain::webhook::{CallbackUrl, Outcome};

/// A message, signed and ready. Does not print: its address may hold a secret of the app.
pub struct Outgoing {
    /// Where to.
    pub url: CallbackUrl,
    /// `webhook-id`.
    pub id: String,
    /// `webhook-timestamp`: seconds since 1970.
    pub timestamp: i64,
    /// `webhook-signature`.
    pub signature: String,
    /// JSON.
    pub body: String,
}

impl std::fmt::Debug for Outgoing {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Outgoing({})", self.id)
    }
}

/// Sends messages.
pub trait Sender: Send + Sync {
    /// Makes one attempt, in bounded time, following no redirect. Whatever goes wrong is an outcome.
    fn send(&self, message: Outgoing) -> BoxFuture<'_, Outcome>;
}

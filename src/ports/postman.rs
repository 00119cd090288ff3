//! Sending a mail. The real one is `mail::Postman`; tests bring their own.

use futures_core::future::BoxFuture;
use uuid::Uuid;

use crate::domain::{
    application::App,
    mail::{Mail, MailOutcome},
};

/// Writes mails and hands them over.
pub trait Postman: Send + Sync {
    /// Makes one attempt, in bounded time. `id` makes the mail's message id, which is the same in every attempt; `app` is
    /// in whose name it is written. Whatever goes wrong is an outcome.
    fn send<'a>(&'a self, id: Uuid, mail: &'a Mail, app: Option<&'a App>) -> BoxFuture<'a, MailOutcome>;
}

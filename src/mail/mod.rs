//! Mails: how they are written and how they leave. What one tells is `domain::mail::Says`; each kind has a file in
//! `kinds`, which turns it into blocks; from the same blocks come the HTML and the plain text, so both say the same.

mod compose;
mod folder;
mod kinds;
mod mailbox;
mod message;
mod smtp;
mod written;

use std::sync::Arc;

use futures_core::future::BoxFuture;
use uuid::Uuid;

pub use self::{
    compose::{Composed, Composer, compose},
    folder::Folder,
    mailbox::{KeptMail, Mailbox},
    message::{Sender, SenderProblem},
    smtp::{Smtp, SmtpProblem},
    written::{Block, Line, Setting, Written},
};
use crate::{
    domain::{
        application::App,
        mail::{Mail, MailOutcome},
    },
    ports,
};

/// A way on which a written mail leaves.
pub trait Way: Send + Sync {
    /// Makes one attempt, in bounded time.
    fn hand_over(&self, mail: Composed) -> BoxFuture<'_, MailOutcome>;
}

/// Writes mails and hands them over.
#[derive(Clone)]
pub struct Postman {
    composer: Composer,
    way: Arc<dyn Way>,
}

impl Postman {
    /// Writes with this composer, and sends on this way.
    pub fn new(composer: Composer, way: Arc<dyn Way>) -> Self {
        Self { composer, way }
    }
}

impl std::fmt::Debug for Postman {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Postman")
    }
}

impl ports::Postman for Postman {
    fn send<'a>(&'a self, id: Uuid, mail: &'a Mail, app: Option<&'a App>) -> BoxFuture<'a, MailOutcome> {
        self.way.hand_over(self.composer.compose(id, mail, app))
    }
}

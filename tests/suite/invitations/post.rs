//! The mail server before everybody's mailbox: it can be told to refuse.

use std::{
    collections::VecDeque,
    sync::{Arc, Mutex},
};

use futures_core::future::BoxFuture;
use patient_connect::{
    actions::time::{deliver_mails::Mails, outbox::Outbox},
    copy::Catalogue,
    domain::mail::MailOutcome,
    mail::{Composed, Composer, KeptMail, Mailbox, Postman, Way},
};

use super::SENDER;
use crate::support::{Database, TestPortal, spawn_with_mail};

/// Starts a portal that mails. Mails leave when the post is looked at, and not before.
pub(super) async fn start(database: Database) -> (TestPortal, Post) {
    let (portal, _) = spawn_with_mail(database).await;
    let post = Post::of(&portal);
    (portal, post)
}

/// What waits, the mail server, and what has arrived.
pub(super) struct Post {
    server: Server,
    way: Mails,
}

/// Answers as it was told, then takes all.
#[derive(Clone)]
struct Server {
    mailbox: Mailbox,
    answers: Arc<Mutex<VecDeque<MailOutcome>>>,
}

impl Way for Server {
    fn hand_over(&self, mail: Composed) -> BoxFuture<'_, MailOutcome> {
        let answer = self.answers.lock().unwrap().pop_front();
        match answer {
            Some(answer) => Box::pin(async move { answer }),
            None => self.mailbox.hand_over(mail),
        }
    }
}

impl Post {
    fn of(portal: &TestPortal) -> Self {
        let server = Server { mailbox: Mailbox::new(portal.clock.clone()), answers: Arc::default() };
        let composer = Composer::new(Catalogue::load(), portal.base.parse().unwrap());
        let postman = Postman::new(composer.sent_from(SENDER.to_owned()), Arc::new(server.clone()));
        let way = Mails::new(portal.installation.context.clone(), Arc::new(postman));
        Self { server, way }
    }

    /// What the mail server says to the next mail, instead of taking it.
    pub(super) fn answer(&self, outcome: MailOutcome) {
        self.server.answers.lock().unwrap().push_back(outcome);
    }

    /// Makes one attempt for each mail that is due.
    pub(super) async fn deliver(&self) {
        let mut outbox = Outbox::new(self.way.clone());
        while outbox.turn().await.unwrap() > 0 {
            outbox.all_done().await;
        }
        assert_eq!(outbox.take_panics(), 0);
    }

    /// What has arrived for an address once all that is due was tried, the newest first.
    pub(super) async fn arrived(&self, to: &str) -> Vec<KeptMail> {
        self.deliver().await;
        self.server.mailbox.list(Some(to))
    }

    /// The newest of them.
    pub(super) async fn newest(&self, to: &str) -> Composed {
        let newest = self.arrived(to).await.into_iter().next();
        newest.unwrap_or_else(|| panic!("no mail for {to}")).mail
    }
}

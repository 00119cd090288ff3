//! What a portal has mailed.

use std::sync::Arc;

use patient_connect::{
    actions::time::{deliver_mails::Mails, outbox::Outbox},
    copy::Catalogue,
    installation::Installation,
    mail::{Composed, Composer, KeptMail, Mailbox, Postman},
};
use tokio::sync::Mutex;

/// A mailbox for every address. Nothing is sent by itself: asking what has arrived sends what waits.
#[derive(Clone)]
pub struct TestMailbox {
    mailbox: Mailbox,
    outbox: Arc<Mutex<Outbox<Mails>>>,
}

impl TestMailbox {
    /// Lets an installation mail into a new mailbox.
    pub fn of(installation: &mut Installation) -> Self {
        let context = installation.context.clone();
        let mailbox = Mailbox::new(context.clock.clone());
        let composer = Composer::new(Catalogue::load(), installation.site.base_url.clone());
        let composer = composer.wearing(installation.looks.clone());
        let postman: Arc<Postman> = Arc::new(Postman::new(composer, Arc::new(mailbox.clone())));
        installation.context.can_mail = true;
        installation.postman = Some(postman.clone());
        Self { mailbox, outbox: Arc::new(Mutex::new(Outbox::new(Mails::new(context, postman)))) }
    }

    /// Everything that has arrived for an address, the newest first.
    pub async fn arrived(&self, to: &str) -> Vec<Composed> {
        self.all().await.into_iter().map(|kept| kept.mail).filter(|mail| mail.to == to).collect()
    }

    /// The newest mail to an address.
    pub async fn newest(&self, to: &str) -> Composed {
        self.arrived(to).await.into_iter().next().unwrap_or_else(|| panic!("no mail has arrived for {to}"))
    }

    /// The code of the newest mail to an address.
    pub async fn newest_code(&self, to: &str) -> String {
        let mail = self.newest(to).await;
        mail.codes.first().cloned().unwrap_or_else(|| panic!("no code in “{}”", mail.subject))
    }

    /// Everything that has arrived, the newest first.
    pub async fn all(&self) -> Vec<KeptMail> {
        let mut outbox = self.outbox.lock().await;
        while outbox.turn().await.unwrap() > 0 {
            outbox.all_done().await;
        }
        self.mailbox.list(None)
    }
}

//! The mail server fails in every way that there is: "no mail lost, none with two codes that both work, the page never
//! waits for the server."

mod cut;
mod pages;
mod refused;
mod slow;
mod tls;

use std::{sync::Arc, time::Duration};

use patient_connect::{
    actions::time::{deliver_mails::Mails, outbox::Outbox},
    copy::Catalogue,
    mail::{Composer, Postman, Sender, Smtp},
};
use serde_json::{Value, json};

use crate::support::{Database, Letter, SmtpServer, TestPortal, spawn_with_mail};

/// The patient's address.
const PAT: &str = "pat@example.com";
/// The address that the portal's mails come from.
const SENDER: &str = "connect@clinic.example";

/// A portal with a mail server.
struct Post {
    portal: TestPortal,
    server: SmtpServer,
    outbox: Outbox<Mails>,
}

fn smtp(server: &SmtpServer) -> Smtp {
    smtp_at(server.port)
}

/// As the settings would name it.
fn smtp_at(port: u16) -> Smtp {
    let url = format!("smtp://localhost:{port}?tls=none");
    Smtp::new(&url, Sender::parse(SENDER).unwrap()).unwrap()
}

fn outbox(portal: &TestPortal, smtp: Smtp) -> Outbox<Mails> {
    let composer = Composer::new(Catalogue::load(), portal.base.parse().unwrap());
    let postman = Postman::new(composer.sent_from(SENDER.to_owned()), Arc::new(smtp));
    Outbox::new(Mails::new(portal.installation.context.clone(), Arc::new(postman)))
}

impl Post {
    async fn new(database: Database) -> Self {
        let server = SmtpServer::start();
        Self::with(database, smtp(&server), server).await
    }

    async fn with(database: Database, smtp: Smtp, server: SmtpServer) -> Self {
        let (portal, _) = spawn_with_mail(database).await;
        let outbox = outbox(&portal, smtp);
        Self { portal, server, outbox }
    }

    /// Has a patient invited by mail.
    async fn invite(&self, external_id: &str) -> Letter {
        let request = json!({
            "external_id": external_id, "friendly_name": "Emma’s visits", "question": "Which word did we agree on?",
            "answer": "violet harbour", "send_to": PAT,
        });
        let (status, body) = self.portal.clinic().call("POST", "/connect-requests", Some(request)).await;
        assert_eq!(status, 201, "{body}");
        let text = |name: &str| body[name].as_str().unwrap().to_owned();
        Letter {
            external_id: text("external_id"),
            code: text("identity_code"),
            link: text("link"),
            answer: "violet harbour".to_owned(),
        }
    }

    async fn invitation(&self, letter: &Letter) -> Value {
        self.portal.clinic().request(letter).await["invitation"].clone()
    }

    /// Makes one attempt for each mail that is due. Returns how many.
    async fn attempt(&mut self) -> usize {
        let started = self.outbox.turn().await.unwrap();
        self.outbox.all_done().await;
        assert_eq!(self.outbox.take_panics(), 0);
        started
    }

    /// Lets time pass and tries, as long as anything waits. Returns how many attempts that took.
    async fn attempt_until_it_ends(&mut self, letter: &Letter) -> usize {
        let mut attempts = 0;
        while self.invitation(letter).await["state"] == "queued" {
            attempts += self.attempt().await;
            self.portal.clock.advance(Duration::from_secs(6 * 3_600));
            assert!(attempts < 20, "it never ends");
        }
        attempts
    }

    /// Fails unless the patient has got this letter's mail, each time the same.
    #[track_caller]
    fn has_arrived(&self, letter: &Letter, times: usize) {
        let taken = self.server.taken();
        assert_eq!(taken.len(), times);
        let ids: std::collections::BTreeSet<String> =
            taken.iter().map(|mail| mail.header("message-id")).collect();
        assert_eq!(ids.len(), 1, "repeats show by their message id: {ids:?}");
        for mail in &taken {
            assert_eq!(mail.to, PAT);
            // Quoted-printable breaks lines; the code is in the plain text whole.
            assert!(mail.data.replace("=\r\n", "").contains(&letter.code), "{}", mail.data);
        }
    }
}

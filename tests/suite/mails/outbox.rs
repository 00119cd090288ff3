//! What waits is sent, sent again, given up, and forgotten.

use std::{
    collections::VecDeque,
    sync::{Arc, Mutex},
    time::Duration,
};

use futures_core::future::BoxFuture;
use patient_connect::{
    actions::{
        Context, mails,
        time::{deliver_mails::Mails, outbox::Outbox},
    },
    copy::Catalogue,
    domain::{
        email::Email,
        mail::{Mail, MailFailure, MailOutcome, MailState, Says},
    },
    mail::{Composed, Composer, Postman, Way},
    store,
};
use uuid::Uuid;

use crate::support::{TestPortal, databases, spawn};

/// A mail server that answers as it was told to, and then takes everything.
#[derive(Clone, Default)]
struct Server {
    answers: Arc<Mutex<VecDeque<MailOutcome>>>,
    tried: Arc<Mutex<Vec<Composed>>>,
}

impl Server {
    fn answering(answers: &[MailOutcome]) -> Self {
        Self { answers: Arc::new(Mutex::new(answers.iter().copied().collect())), ..Self::default() }
    }

    fn tried(&self) -> Vec<Composed> {
        self.tried.lock().unwrap().clone()
    }
}

impl Way for Server {
    fn hand_over(&self, mail: Composed) -> BoxFuture<'_, MailOutcome> {
        self.tried.lock().unwrap().push(mail);
        let answer = self.answers.lock().unwrap().pop_front().unwrap_or(MailOutcome::Sent);
        Box::pin(async move { answer })
    }
}

fn mail(to: &str) -> Mail {
    Mail {
        to: Email::parse(to).unwrap(),
        language: "es".to_owned(),
        app_id: None,
        person_id: None,
        request_id: Some(Uuid::from_u128(7)),
        not_after: None,
        replaces: false,
        says: Says::Test,
    }
}

async fn queue(context: &Context, mail: &Mail) {
    let mut tx = context.db.write().await.unwrap();
    mails::queue(context, &mut tx, mail).await.unwrap();
    tx.commit().await.unwrap();
}

fn outbox(portal: &TestPortal, server: &Server) -> Outbox<Mails> {
    let composer = Composer::new(Catalogue::load(), portal.base.parse().unwrap());
    let postman = Postman::new(composer, Arc::new(server.clone()));
    Outbox::new(Mails::new(portal.installation.context.clone(), Arc::new(postman)))
}

async fn flush(outbox: &mut Outbox<Mails>) {
    outbox.turn().await.unwrap();
    outbox.all_done().await;
}

/// State and failure of the mails about the sample request, the newest first.
async fn states(portal: &TestPortal) -> Vec<(MailState, Option<String>)> {
    let mut tx = portal.installation.context.db.read().await.unwrap();
    let mails = store::mails::list_of_request(&mut tx, Uuid::from_u128(7)).await.unwrap();
    mails.into_iter().map(|mail| (mail.state, mail.failure)).collect()
}

#[tokio::test]
async fn a_mail_that_could_not_be_sent_is_sent_again_under_the_same_message_id() {
    for database in databases() {
        let portal = spawn(database).await;
        let failed = MailOutcome::Failed;
        let server = Server::answering(&[failed(MailFailure::Later(450)), failed(MailFailure::NoConnection)]);
        let mut outbox = outbox(&portal, &server);
        queue(&portal.installation.context, &mail("ana@example.org")).await;
        flush(&mut outbox).await;
        assert_eq!(states(&portal).await, [(MailState::Queued, Some("later_450".to_owned()))]);
        flush(&mut outbox).await;
        assert_eq!(server.tried().len(), 1, "not before its time");
        for _ in 0..2 {
            portal.clock.advance(Duration::from_secs(600));
            flush(&mut outbox).await;
        }
        let tried = server.tried();
        assert_eq!(tried.len(), 3);
        assert!(tried.iter().all(|mail| mail.message_id == tried[0].message_id));
        assert_eq!((tried[2].to.as_str(), tried[2].language.as_str()), ("ana@example.org", "es"));
        assert_eq!(states(&portal).await, [(MailState::Sent, None)]);
        portal.clock.advance(Duration::from_secs(4 * 86_400));
        flush(&mut outbox).await;
        assert_eq!(server.tried().len(), 3, "what was taken is not sent again");
    }
}

#[tokio::test]
async fn a_mail_refused_for_good_is_not_tried_again_and_says_why() {
    let portal = spawn(databases()[0]).await;
    let server = Server::answering(&[MailOutcome::Failed(MailFailure::Refused(550))]);
    let mut outbox = outbox(&portal, &server);
    queue(&portal.installation.context, &mail("nobody@example.org")).await;
    for _ in 0..3 {
        flush(&mut outbox).await;
        portal.clock.advance(Duration::from_secs(86_400));
    }
    assert_eq!(server.tried().len(), 1);
    assert_eq!(states(&portal).await, [(MailState::Failed, Some("refused_550".to_owned()))]);
}

#[tokio::test]
async fn of_two_mails_of_one_kind_to_one_address_only_the_newer_is_sent_where_it_takes_the_others_place() {
    for database in databases() {
        let portal = spawn(database).await;
        let server = Server::default();
        let mut outbox = outbox(&portal, &server);
        let context = &portal.installation.context;
        for to in ["ana@example.org", "ANA@example.org", "bo@example.org"] {
            queue(context, &Mail { replaces: true, ..mail(to) }).await;
        }
        flush(&mut outbox).await;
        let mut to: Vec<String> = server.tried().into_iter().map(|mail| mail.to).collect();
        to.sort();
        assert_eq!(to, ["ANA@example.org", "bo@example.org"]);
        let replaced = states(&portal).await.into_iter().filter(|(state, _)| *state == MailState::Replaced);
        assert_eq!(replaced.count(), 1);
    }
}

#[tokio::test]
async fn what_is_of_no_use_any_more_is_not_sent() {
    let portal = spawn(databases()[0]).await;
    let server = Server::default();
    let mut outbox = outbox(&portal, &server);
    let context = &portal.installation.context;
    let not_after = Some(context.now() + Duration::from_secs(1_800));
    queue(context, &Mail { not_after, ..mail("ana@example.org") }).await;
    portal.clock.advance(Duration::from_secs(1_801));
    flush(&mut outbox).await;
    assert!(server.tried().is_empty());
    assert_eq!(states(&portal).await, [(MailState::Failed, Some("too_late".to_owned()))]);
}

#[tokio::test]
async fn a_mail_of_a_transaction_that_was_not_committed_is_never_sent() {
    let portal = spawn(databases()[0]).await;
    let server = Server::default();
    let mut outbox = outbox(&portal, &server);
    let context = &portal.installation.context;
    let mut tx = context.db.write().await.unwrap();
    mails::queue(context, &mut tx, &mail("ana@example.org")).await.unwrap();
    drop(tx);
    flush(&mut outbox).await;
    assert!(server.tried().is_empty());
}

#[tokio::test]
async fn two_nodes_send_a_mail_once() {
    for database in databases() {
        let portal = spawn(database).await;
        let beside = portal.beside(Duration::ZERO).await;
        let server = Server::default();
        let (mut one, mut other) = (outbox(&portal, &server), outbox(&beside, &server));
        for n in 0..20 {
            queue(&portal.installation.context, &mail(&format!("p{n}@example.org"))).await;
        }
        for _ in 0..10 {
            tokio::join!(flush(&mut one), flush(&mut other));
        }
        assert_eq!(server.tried().len(), 20);
    }
}

/// Neither the address nor what a mail says stands in the database in the clear, and nothing of it when it is sent.
#[tokio::test]
async fn a_mail_is_sealed_while_it_waits_and_forgotten_when_it_is_sent() {
    let portal = spawn(databases()[0]).await;
    let server = Server::default();
    let mut outbox = outbox(&portal, &server);
    let context = &portal.installation.context;
    queue(context, &mail("ana.sealed@example.org")).await;
    let sealed = || async {
        let mut tx = context.db.write().await.unwrap();
        let due =
            store::mails::list_due(&mut tx, context.now() + Duration::from_secs(86_400), 9).await.unwrap();
        match due.first() {
            Some(id) => {
                let later = context.now() + Duration::from_secs(86_400);
                store::mails::claim(&mut tx, *id, later, later).await.unwrap().map(|claimed| claimed.sealed)
            }
            None => None,
        }
    };
    let waiting = sealed().await.unwrap();
    let holds = |bytes: &[u8]| bytes.windows(10).any(|window| window == b"ana.sealed");
    assert!(!waiting.is_empty() && !holds(&waiting));
    flush(&mut outbox).await;
    assert_eq!(server.tried().len(), 1);
    assert_eq!(sealed().await, None, "nothing waits any more");
}

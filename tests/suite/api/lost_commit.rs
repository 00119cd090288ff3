//! The line to the database breaks while it commits: the server has written, and its word is lost. What was done is
//! found out, and nobody is told that nothing was.

use std::sync::{
    Arc,
    atomic::{AtomicBool, AtomicI64, Ordering},
};

use patient_connect::{
    actions::app::{
        create_request::{NewRequest, Once, create_request_once},
        idempotency::{self, Claimed},
    },
    domain::secret::Policy,
    store::Db,
};
use serde_json::{Value, json};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{
        TcpListener, TcpStream,
        tcp::{OwnedReadHalf, OwnedWriteHalf},
    },
};

use super::serve_on;
use crate::support::{Database, TestPortal, databases, spawn};

/// A line to the server that forwards everything, until it is told to break.
#[derive(Clone, Default)]
pub struct Line {
    /// Commits to let through, the last of which is forwarded and never answered; negative: all are.
    commits: Arc<AtomicI64>,
    /// Whether the line stays broken then.
    stays: Arc<AtomicBool>,
    broken: Arc<AtomicBool>,
}

impl Line {
    async fn to(server: String) -> (Self, u16) {
        let line = Self::default();
        line.commits.store(-1, Ordering::SeqCst);
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let this = line.clone();
        tokio::spawn(async move {
            loop {
                let (client, _) = listener.accept().await.unwrap();
                if !this.broken.load(Ordering::SeqCst) {
                    let server = TcpStream::connect(&server).await.unwrap();
                    tokio::spawn(this.clone().carry(client, server));
                }
            }
        });
        (line, port)
    }

    pub fn break_at(&self, commits: i64, stays: bool) {
        self.stays.store(stays, Ordering::SeqCst);
        self.commits.store(commits, Ordering::SeqCst);
    }

    async fn carry(self, client: TcpStream, server: TcpStream) {
        let (mut from_client, to_client) = client.into_split();
        let (from_server, mut to_server) = server.into_split();
        let silent = Arc::new(AtomicBool::new(false));
        let back = tokio::spawn(carry_back(from_server, to_client, silent.clone()));
        let mut buffer = vec![0; 64 * 1024];
        while let Ok(n @ 1..) = from_client.read(&mut buffer).await {
            if self.broken.load(Ordering::SeqCst) {
                break;
            }
            let is_commit = buffer[..n].windows(7).any(|bytes| bytes == b"COMMIT\0");
            let last = is_commit && self.commits.fetch_sub(1, Ordering::SeqCst) == 1;
            if last {
                self.broken.store(self.stays.load(Ordering::SeqCst), Ordering::SeqCst);
                silent.store(true, Ordering::SeqCst);
            }
            if to_server.write_all(&buffer[..n]).await.is_err() {
                break;
            }
            if last {
                // It has answered: so it has committed.
                back.await.unwrap();
                return;
            }
        }
        back.abort();
    }
}

/// Forwards what the server says. When it is to be silent, its next word is taken and dropped, and the line with it.
async fn carry_back(mut from_server: OwnedReadHalf, mut to_client: OwnedWriteHalf, silent: Arc<AtomicBool>) {
    let mut buffer = vec![0; 64 * 1024];
    while let Ok(n @ 1..) = from_server.read(&mut buffer).await {
        if silent.load(Ordering::SeqCst) || to_client.write_all(&buffer[..n]).await.is_err() {
            return;
        }
    }
}

/// The portal once more, with a line of ours between it and its database.
pub async fn behind_a_line(portal: &TestPortal) -> (Line, String) {
    let Db::Postgres(pool) = &portal.installation.context.db else { panic!("this is PostgreSQL") };
    let server = std::env::var("PATIENT_CONNECT_TEST_POSTGRES").unwrap();
    let mut url = url::Url::parse(&server).unwrap();
    let (line, port) = Line::to(format!("{}:{}", url.host_str().unwrap(), url.port().unwrap_or(5432))).await;
    url.set_path(pool.connect_options().get_database().unwrap());
    url.set_host(Some("127.0.0.1")).unwrap();
    url.set_port(Some(port)).unwrap();
    let db = Db::open_postgres(url.as_str()).await.unwrap();
    (line, serve_on(portal, db))
}

fn new(external_id: &str) -> Value {
    json!({
        "external_id": external_id, "friendly_name": "Emma", "question": "Which word?", "answer": "violet harbour",
    })
}

async fn post(base: &str, key: &str, idempotency_key: Option<&str>, external_id: &str) -> (u16, Value) {
    let mut request = reqwest::Client::new()
        .post(format!("{base}/api/v1/connect-requests"))
        .bearer_auth(key)
        .json(&new(external_id));
    if let Some(key) = idempotency_key {
        request = request.header("idempotency-key", key);
    }
    let response = request.send().await.unwrap();
    (response.status().as_u16(), response.json().await.unwrap())
}

#[track_caller]
fn is_not_known((status, body): &(u16, Value)) {
    assert_eq!((*status, body["code"].as_str()), (503, Some("outcome_unknown")), "{body}");
    assert!(!body.to_string().to_lowercase().contains("nothing was done"), "{body}");
}

async fn count(portal: &TestPortal) -> usize {
    portal.clinic().get("/connect-requests").await["items"].as_array().unwrap().len()
}

#[actix_web::test]
async fn a_key_gets_the_answer_of_what_was_done_though_the_word_of_the_commit_was_lost() {
    if !databases().contains(&Database::Postgres) {
        return;
    }
    let portal = spawn(Database::Postgres).await;
    let (line, base) = behind_a_line(&portal).await;
    // The claim is the first commit, the request with its answer the second.
    line.break_at(2, false);
    let first = post(&base, &portal.key, Some("k"), "p-1").await;
    assert_eq!(first.0, 201, "{}", first.1);
    assert_eq!(post(&base, &portal.key, Some("k"), "p-1").await, first, "and the same again");
    assert_eq!(count(&portal).await, 1);
}

#[actix_web::test]
async fn while_nobody_can_tell_what_was_done_nobody_says_that_nothing_was_and_the_key_finds_it_later() {
    if !databases().contains(&Database::Postgres) {
        return;
    }
    let portal = spawn(Database::Postgres).await;
    let (line, base) = behind_a_line(&portal).await;
    line.break_at(2, true);
    is_not_known(&post(&base, &portal.key, Some("k"), "p-1").await);
    line.broken.store(false, Ordering::SeqCst);
    let again = post(&base, &portal.key, Some("k"), "p-1").await;
    assert_eq!(again.0, 201, "{}", again.1);
    assert_eq!(count(&portal).await, 1);
}

#[actix_web::test]
async fn without_a_key_an_app_is_told_that_it_is_not_known_and_finds_it_by_asking() {
    if !databases().contains(&Database::Postgres) {
        return;
    }
    let portal = spawn(Database::Postgres).await;
    let (line, base) = behind_a_line(&portal).await;
    line.break_at(1, false);
    is_not_known(&post(&base, &portal.key, None, "p-1").await);
    assert_eq!(count(&portal).await, 1, "it was done");
    let again = post(&base, &portal.key, None, "p-1").await;
    assert_eq!((again.0, again.1["code"].as_str()), (409, Some("duplicate_connect_request")));
}

#[actix_web::test]
async fn letting_a_key_go_never_drops_an_answer_that_was_kept() {
    for database in databases() {
        let portal = spawn(database).await;
        let context = &portal.installation.context;
        let claim = async || idempotency::claim(context, portal.app.id, "k", "call", b"body").await.unwrap();
        let Claimed::Mine(mine) = claim().await else { panic!("the key is free") };
        let new = NewRequest {
            external_id: "p-1",
            friendly_name: "Emma",
            question: "Which word?",
            answer: "violet harbour",
            callback_url: None,
            language: None,
            send_to: None,
            reminders: false,
        };
        let answer: &(dyn Fn(&_, &_) -> _ + Sync) =
            &|_, _| idempotency::Answer { status: 201, body: "{}".to_owned().into() };
        let once = Once { claim: &mine, answer };
        let app = portal.connect_app();
        create_request_once(context, &app, &new, Policy::Strict, Some(&once)).await.unwrap().unwrap();
        idempotency::release(context, &mine).await.unwrap();
        assert!(matches!(claim().await, Claimed::Answered(answer) if answer.status == 201));
    }
}

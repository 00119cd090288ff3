//! Callbacks: what a clinic's own receiver gets, when it gets it again, and whom nobody calls.

use std::{
    collections::VecDeque,
    sync::{Arc, Mutex},
    time::Duration,
};

use data_encoding::BASE64;
use futures_core::future::BoxFuture;
use patient_connect::{
    actions::{
        operator::apps, operator::webhook_secrets, time::deliver_webhooks::Outbox, time::purge::purge,
    },
    domain::webhook::{CallbackPolicy, Outcome},
    ports::{Outgoing, Sender},
    webhooks::HttpSender,
};
use serde_json::{Value, json};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
};

use crate::support::{Clinic, Database, Letter, TestPortal, databases, spawn, spawn_with};

/// This machine may be called, as in the sandbox.
fn sandbox() -> CallbackPolicy {
    CallbackPolicy { loopback: true, networks: Vec::new() }
}

/// A message as it came in.
#[derive(Debug, Clone)]
struct Received {
    head: String,
    body: String,
}

impl Received {
    fn header(&self, name: &str) -> &str {
        let find = |line: &&str| line.split_once(':').is_some_and(|(n, _)| n.eq_ignore_ascii_case(name));
        let line = self.head.lines().find(find).unwrap_or_else(|| panic!("no {name} in {}", self.head));
        line.split_once(':').unwrap().1.trim()
    }

    fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap()
    }

    fn kind(&self) -> String {
        self.json()["type"].as_str().unwrap().to_owned()
    }

    /// As a library of Standard Webhooks does it, from the text of the specification: none of our own code.
    fn is_signed_with(&self, secret: &str) -> bool {
        let key = BASE64.decode(secret.strip_prefix("whsec_").unwrap().as_bytes()).unwrap();
        assert!((24..=64).contains(&key.len()));
        let key = ring::hmac::Key::new(ring::hmac::HMAC_SHA256, &key);
        let signed =
            format!("{}.{}.{}", self.header("webhook-id"), self.header("webhook-timestamp"), self.body);
        self.header("webhook-signature").split(' ').any(|signature| {
            let signature = signature.strip_prefix("v1,").unwrap();
            let signature = BASE64.decode(signature.as_bytes()).unwrap();
            ring::hmac::verify(&key, signed.as_bytes(), &signature).is_ok()
        })
    }
}

/// A clinic's receiver: answers as it was told, 204 when it was told nothing.
struct Receiver {
    port: u16,
    received: Arc<Mutex<Vec<Received>>>,
    connections: Arc<Mutex<usize>>,
    answers: Arc<Mutex<VecDeque<String>>>,
}

impl Receiver {
    async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let receiver = Self {
            port: listener.local_addr().unwrap().port(),
            received: Arc::default(),
            connections: Arc::default(),
            answers: Arc::default(),
        };
        let (received, answers) = (receiver.received.clone(), receiver.answers.clone());
        let connections = receiver.connections.clone();
        tokio::spawn(async move {
            loop {
                let (socket, _) = listener.accept().await.unwrap();
                *connections.lock().unwrap() += 1;
                tokio::spawn(take(socket, received.clone(), answers.clone()));
            }
        });
        receiver
    }

    fn url(&self) -> String {
        format!("http://127.0.0.1:{}/hook?token=hush", self.port)
    }

    fn answer(&self, head: &str) {
        self.answers.lock().unwrap().push_back(format!("HTTP/1.1 {head}\r\n\r\n"));
    }

    fn received(&self) -> Vec<Received> {
        self.received.lock().unwrap().clone()
    }

    fn kinds(&self) -> Vec<String> {
        self.received().iter().map(Received::kind).collect()
    }
}

async fn take(
    mut socket: TcpStream,
    received: Arc<Mutex<Vec<Received>>>,
    answers: Arc<Mutex<VecDeque<String>>>,
) {
    let mut bytes = Vec::new();
    let mut buffer = [0; 4096];
    let (head, length) = loop {
        match socket.read(&mut buffer).await {
            Ok(n) if n > 0 => bytes.extend_from_slice(&buffer[..n]),
            _ => return,
        }
        if bytes[0] == 0x16 {
            // Somebody greets in TLS: we do not speak it.
            let _ = socket.write_all(b"HTTP/1.1 400 Bad Request\r\n\r\n").await;
            return;
        }
        let Some(end) = bytes.windows(4).position(|w| w == b"\r\n\r\n") else { continue };
        let head = String::from_utf8(bytes[..end].to_vec()).unwrap();
        let length: usize = head
            .lines()
            .find_map(|line| line.to_ascii_lowercase().strip_prefix("content-length:").map(str::to_owned))
            .map_or(0, |n| n.trim().parse().unwrap());
        break (head, end + 4 + length);
    };
    while bytes.len() < length {
        match socket.read(&mut buffer).await {
            Ok(n) if n > 0 => bytes.extend_from_slice(&buffer[..n]),
            _ => return,
        }
    }
    let body = String::from_utf8(bytes[head.len() + 4..].to_vec()).unwrap();
    received.lock().unwrap().push(Received { head, body });
    let answer = answers.lock().unwrap().pop_front();
    let answer = answer.unwrap_or_else(|| "HTTP/1.1 204 No Content\r\n\r\n".to_owned());
    match answer.as_str() {
        "HTTP/1.1 hang\r\n\r\n" => std::future::pending().await,
        "HTTP/1.1 hang up\r\n\r\n" => {}
        "HTTP/1.1 endless\r\n\r\n" => {
            let _ = socket.write_all(b"HTTP/1.1 200 OK\r\ncontent-length: 999999999999\r\n\r\n").await;
            while socket.write_all(&[b'x'; 4096]).await.is_ok() {}
        }
        answer => {
            let _ = socket.write_all(answer.as_bytes()).await;
        }
    }
}

fn outbox(portal: &TestPortal) -> Outbox {
    outbox_with(portal, portal.installation.callback_policy.clone())
}

fn outbox_with(portal: &TestPortal, callback_policy: CallbackPolicy) -> Outbox {
    let context = portal.installation.context.clone();
    let sender = HttpSender::new(callback_policy.clone(), context.clock.clone());
    Outbox::new(context, Arc::new(sender), callback_policy)
}

/// Sends all that is due now. Returns how many attempts that took.
async fn flush(outbox: &mut Outbox) -> usize {
    let mut all = 0;
    loop {
        let started = outbox.turn().await.unwrap();
        outbox.all_done().await;
        all += started;
        if started == 0 {
            return all;
        }
    }
}

async fn invite(clinic: &Clinic, external_id: &str, callback_url: &str) -> Letter {
    let body = json!({
        "external_id": external_id, "friendly_name": "Emma’s visits", "question": "Which word did we agree on?",
        "answer": "violet harbour", "callback_url": callback_url,
    });
    let (status, body) = clinic.call("POST", "/connect-requests", Some(body)).await;
    assert_eq!(status, 201, "{body}");
    Letter {
        external_id: external_id.to_owned(),
        code: body["identity_code"].as_str().unwrap().to_owned(),
        link: body["link"].as_str().unwrap().to_owned(),
        answer: "violet harbour".to_owned(),
    }
}

async fn guess(portal: &TestPortal, letter: &Letter, guesses: &[&str]) {
    let mut patient = portal.browser();
    patient.open(&letter.link).await;
    for guess in guesses {
        patient.answer(guess).await;
    }
}

async fn secrets(portal: &TestPortal) -> Vec<String> {
    let found = webhook_secrets::list(&portal.installation.context, portal.app.id).await.unwrap().unwrap();
    found.iter().map(|s| s.secret.reveal().to_string()).collect()
}

async fn deliveries(clinic: &Clinic) -> Vec<Value> {
    clinic.get("/deliveries").await["items"].as_array().unwrap().clone()
}

#[actix_web::test]
async fn a_clinics_receiver_is_told_of_everything_signed_and_in_order() {
    for database in databases() {
        let portal = spawn_with(database, sandbox()).await;
        let clinic = portal.clinic();
        let receiver = Receiver::start().await;
        let letter = invite(&clinic, "p-1", &receiver.url()).await;
        let quiet = clinic.invite("golden meadow").await;
        let mut outbox = outbox(&portal);
        guess(&portal, &letter, &["violet"]).await;
        guess(&portal, &quiet, &["golden"]).await;
        portal.browser().connect(&letter, "Emma").await;
        assert_eq!(flush(&mut outbox).await, 3);

        let received = receiver.received();
        assert_eq!(
            receiver.kinds(),
            ["connect_request.opened", "connect_request.wrong_answer", "connect_request.authorized"],
            "and nothing of the request without a callback_url"
        );
        let [secret] = &secrets(&portal).await[..] else { panic!("one secret was made with the first need") };
        for message in &received {
            assert!(message.is_signed_with(secret));
            assert!(message.head.starts_with("POST /hook?token=hush HTTP/1.1"), "{}", message.head);
            assert_eq!(message.header("content-type"), "application/json");
            assert!(message.header("webhook-id").starts_with("msg_"));
            let sent: i64 = message.header("webhook-timestamp").parse().unwrap();
            assert!((portal.now().timestamp() - sent).abs() < 300);
            for secret in ["violet", "Which word", "Emma", &letter.code] {
                assert!(!format!("{message:?}").contains(secret), "{secret} was sent");
            }
            assert_eq!(message.json()["data"]["external_id"], "p-1");
            assert_eq!(message.json()["data"]["app_id"], portal.app.id.to_string());
        }
        let listed = clinic.authorized(None).await["items"][0].clone();
        let told = received[2].json();
        for name in ["person_id", "record_id", "app_specific_record_id", "external_id"] {
            assert_eq!(told["data"][name], listed[name], "{name}");
        }
        assert_eq!(told["timestamp"], listed["authorized_at"]);
        assert_eq!(received[1].json()["data"]["attempts_left"], 2);

        let mut history = deliveries(&clinic).await;
        history.reverse();
        for (message, line) in received.iter().zip(&history) {
            assert_eq!(line["id"], message.header("webhook-id"));
            assert_eq!(line["type"], message.kind());
            assert_eq!(
                (line["state"].as_str(), line["external_id"].as_str()),
                (Some("delivered"), Some("p-1"))
            );
            assert_eq!(line["attempts"][0]["status"], 204);
            assert_eq!(line["next_attempt_at"], Value::Null);
        }
        assert_eq!(history.len(), 3);
        assert!(!json!(history).to_string().contains("hush"), "an address may hold a secret");
        assert_eq!(clinic.get("/deliveries?external_id=p-2").await["items"], json!([]));
        let first = clinic.get("/deliveries?external_id=p-1&limit=2").await;
        let cursor = first["next_cursor"].as_str().unwrap();
        let rest = clinic.get(&format!("/deliveries?external_id=p-1&limit=2&cursor={cursor}")).await;
        assert_eq!(rest["items"], json!([history[0]]));
        let other = portal.another_app(|_| {}).await;
        assert_eq!(deliveries(&other).await.len(), 0, "another app's are as if they did not exist");
        let foreign = other.call("GET", &format!("/deliveries?cursor={cursor}"), None).await;
        assert_eq!((foreign.0, foreign.1["code"].as_str()), (400, Some("malformed")));
    }
}

#[actix_web::test]
async fn what_fails_is_sent_again_with_growing_pauses_until_it_arrives() {
    for database in databases() {
        let portal = spawn_with(database, sandbox()).await;
        let clinic = portal.clinic();
        let receiver = Receiver::start().await;
        let letter = invite(&clinic, "p-1", &receiver.url()).await;
        let mut outbox = outbox(&portal);
        receiver.answer("500 Oops");
        receiver.answer("404 Not Found");
        receiver.answer("503 Later\r\nretry-after: 3000");
        receiver.answer("hang up");
        guess(&portal, &letter, &["violet harbour"]).await;
        assert_eq!(flush(&mut outbox).await, 1);
        assert_eq!(flush(&mut outbox).await, 0, "not at once");
        portal.clock.advance(Duration::from_secs(10));
        assert_eq!(flush(&mut outbox).await, 1);
        portal.clock.advance(Duration::from_secs(300));
        assert_eq!(flush(&mut outbox).await, 1);
        portal.clock.advance(Duration::from_secs(2_900));
        assert_eq!(flush(&mut outbox).await, 0, "the app asked for a longer pause");
        portal.clock.advance(Duration::from_secs(101));
        assert_eq!(flush(&mut outbox).await, 1);
        let line = &deliveries(&clinic).await[0];
        assert_eq!(line["state"], "pending");
        assert!(line["next_attempt_at"].is_string());
        portal.clock.advance(Duration::from_secs(7_200));
        assert_eq!(flush(&mut outbox).await, 1);

        let received = receiver.received();
        assert_eq!(received.len(), 5);
        for again in &received[1..] {
            assert_eq!(again.header("webhook-id"), received[0].header("webhook-id"), "the same message");
            assert_eq!(again.body, received[0].body);
            assert_ne!(again.header("webhook-timestamp"), received[0].header("webhook-timestamp"));
            assert!(again.is_signed_with(&secrets(&portal).await[0]));
        }
        let line = &deliveries(&clinic).await[0];
        let attempts = line["attempts"].as_array().unwrap();
        let statuses: Vec<_> = attempts.iter().map(|a| a["status"].as_i64()).collect();
        assert_eq!(statuses, [Some(500), Some(404), Some(503), None, Some(204)]);
        assert_eq!(attempts[3]["failure"], "broken");
        assert_eq!((line["state"].as_str(), &line["next_attempt_at"]), (Some("delivered"), &Value::Null));
    }
}

#[actix_web::test]
async fn after_three_days_it_is_given_up() {
    let portal = spawn_with(Database::Sqlite, sandbox()).await;
    let clinic = portal.clinic();
    let receiver = Receiver::start().await;
    let letter = invite(&clinic, "p-1", &receiver.url()).await;
    let mut outbox = outbox(&portal);
    guess(&portal, &letter, &["violet harbour"]).await;
    for _ in 0..20 {
        receiver.answer("500 Oops");
    }
    let mut hours = 0;
    while deliveries(&clinic).await[0]["state"] == "pending" {
        flush(&mut outbox).await;
        portal.clock.advance(Duration::from_secs(3_600));
        hours += 1;
        assert!(hours <= 74, "it goes on after three days");
    }
    assert_eq!(deliveries(&clinic).await[0]["state"], "failed");
    assert_eq!(receiver.received().len(), 10);
    assert!(hours >= 48);
}

#[actix_web::test]
async fn gone_ends_it_for_that_request_and_for_no_other() {
    for database in databases() {
        let portal = spawn_with(database, sandbox()).await;
        let clinic = portal.clinic();
        let receiver = Receiver::start().await;
        let one = invite(&clinic, "p-1", &receiver.url()).await;
        let two = invite(&clinic, "p-2", &receiver.url()).await;
        let mut outbox = outbox(&portal);
        portal.browser().connect(&one, "Emma").await;
        receiver.answer("410 Gone");
        assert_eq!(flush(&mut outbox).await, 1, "opened was refused, so authorized is not sent");
        let states: Vec<_> = deliveries(&clinic).await.iter().map(|d| d["state"].clone()).collect();
        assert_eq!(states, ["gone", "gone"]);
        guess(&portal, &one, &["violet"]).await;
        let listed = clinic.authorized(None).await["items"][0].clone();
        let path = format!(
            "/persons/{}/records/{}/authorization",
            listed["person_id"].as_str().unwrap(),
            listed["record_id"].as_str().unwrap()
        );
        assert_eq!(clinic.call("DELETE", &path, None).await.0, 204);
        assert_eq!(flush(&mut outbox).await, 0);
        assert_eq!(deliveries(&clinic).await.len(), 2, "nothing more is put into the outbox");
        guess(&portal, &two, &["violet"]).await;
        assert_eq!(flush(&mut outbox).await, 2, "the other request's address is still good");
    }
}

#[actix_web::test]
async fn a_redirect_is_a_failure_and_is_not_followed() {
    let portal = spawn_with(Database::Sqlite, sandbox()).await;
    let clinic = portal.clinic();
    let (receiver, elsewhere) = (Receiver::start().await, Receiver::start().await);
    for (n, status) in ["301 Moved", "302 Found", "303 Other", "307 There", "308 There"].iter().enumerate() {
        receiver.answer(&format!("{status}\r\nlocation: {}", elsewhere.url()));
        let letter = invite(&clinic, &format!("p-{n}"), &receiver.url()).await;
        guess(&portal, &letter, &["violet harbour"]).await;
        flush(&mut outbox(&portal)).await;
        let line = &deliveries(&clinic).await[0];
        assert_eq!(line["state"], "pending");
        assert_eq!(line["attempts"][0]["status"], status[..3].parse::<i64>().unwrap());
    }
    assert_eq!(*elsewhere.connections.lock().unwrap(), 0);
}

#[actix_web::test]
async fn nobody_inside_the_house_is_called_whatever_a_name_leads_to() {
    let portal = spawn(Database::Sqlite).await;
    let clinic = portal.clinic();
    let receiver = Receiver::start().await;
    // A name that passes by its text and leads to this machine.
    let named = invite(&clinic, "p-1", &format!("https://localhost:{}/", receiver.port)).await;
    guess(&portal, &named, &["violet harbour"]).await;
    flush(&mut outbox(&portal)).await;
    let line = &deliveries(&clinic).await[0];
    assert_eq!(
        (line["attempts"][0]["failure"].as_str(), &line["attempts"][0]["status"]),
        (Some("refused_address"), &Value::Null)
    );

    let nowhere = invite(&clinic, "p-2", "https://no-such-host.invalid/").await;
    guess(&portal, &nowhere, &["violet harbour"]).await;
    flush(&mut outbox(&portal)).await;
    assert_eq!(deliveries(&clinic).await[0]["attempts"][0]["failure"], "no_such_host");

    // Addresses that were taken when more was allowed.
    let loose = spawn_with(Database::Sqlite, sandbox()).await;
    let clinic = loose.clinic();
    for (n, url) in [
        format!("http://127.0.0.1:{}/", receiver.port),
        format!("http://localhost:{}/", receiver.port),
        format!("https://127.0.0.1:{}/", receiver.port),
    ]
    .iter()
    .enumerate()
    {
        let letter = invite(&clinic, &format!("p-{n}"), url).await;
        guess(&loose, &letter, &["violet harbour"]).await;
        flush(&mut outbox_with(&loose, CallbackPolicy::default())).await;
        assert_eq!(deliveries(&clinic).await[0]["attempts"][0]["failure"], "refused_address", "{url}");
    }
    assert_eq!(*receiver.connections.lock().unwrap(), 0, "no connection was made");
}

#[actix_web::test]
async fn a_clinics_own_network_may_be_called_when_its_operator_says_so_but_not_without_tls() {
    let house = CallbackPolicy { loopback: false, networks: vec!["127.0.0.0/8".parse().unwrap()] };
    let portal = spawn_with(Database::Sqlite, house).await;
    let clinic = portal.clinic();
    let receiver = Receiver::start().await;
    let letter = invite(&clinic, "p-1", &format!("https://127.0.0.1:{}/", receiver.port)).await;
    guess(&portal, &letter, &["violet harbour"]).await;
    flush(&mut outbox(&portal)).await;
    assert_eq!(deliveries(&clinic).await[0]["attempts"][0]["failure"], "tls", "it does not speak TLS");
    assert_eq!(receiver.received().len(), 0, "nothing was said in the clear");
    assert_eq!(*receiver.connections.lock().unwrap(), 1);
}

#[actix_web::test]
async fn an_address_that_cannot_be_called_is_refused_at_once() {
    let portal = spawn(Database::Sqlite).await;
    let clinic = portal.clinic();
    let long = format!("https://app.example/{}", "x".repeat(2_048));
    for url in [
        "",
        "app.example",
        "http://app.example/",
        "http://127.0.0.1:8080/",
        "https://user:word@app.example/",
        "https://app.example/#x",
        "https://10.0.0.1/",
        "https://169.254.169.254/latest/meta-data",
        "https://[::1]/",
        "https://[::ffff:10.0.0.1]/",
        "https://0x7f.0.0.1/",
        &long,
    ] {
        let body = json!({
            "external_id": "p-1", "friendly_name": "Emma", "question": "Which word?",
            "answer": "violet harbour", "callback_url": url,
        });
        let (status, body) = clinic.call("POST", "/connect-requests", Some(body)).await;
        assert_eq!((status, body["code"].as_str()), (422, Some("invalid_callback_url")), "{url}");
        assert!(!body.to_string().contains("word@"), "an error repeats no secret");
    }
    assert_eq!(clinic.get("/connect-requests").await["items"], json!([]), "nothing was changed");
}

#[actix_web::test]
async fn an_endless_answer_is_not_read() {
    let portal = spawn_with(Database::Sqlite, sandbox()).await;
    let clinic = portal.clinic();
    let receiver = Receiver::start().await;
    receiver.answer("endless");
    let letter = invite(&clinic, "p-1", &receiver.url()).await;
    guess(&portal, &letter, &["violet harbour"]).await;
    flush(&mut outbox(&portal)).await;
    assert_eq!(deliveries(&clinic).await[0]["state"], "delivered");
}

#[actix_web::test]
async fn an_app_that_never_answers_is_left_after_a_while_and_called_again_later() {
    let portal = spawn_with(Database::Sqlite, sandbox()).await;
    let clinic = portal.clinic();
    let receiver = Receiver::start().await;
    receiver.answer("hang");
    let letter = invite(&clinic, "p-1", &receiver.url()).await;
    guess(&portal, &letter, &["violet harbour"]).await;
    let mut outbox = outbox(&portal);
    assert_eq!(flush(&mut outbox).await, 1);
    let line = &deliveries(&clinic).await[0];
    assert_eq!(
        (line["state"].as_str(), line["attempts"][0]["failure"].as_str()),
        (Some("pending"), Some("timeout"))
    );
    portal.clock.advance(Duration::from_secs(10));
    assert_eq!(flush(&mut outbox).await, 1);
    assert_eq!(deliveries(&clinic).await[0]["state"], "delivered");
}

#[actix_web::test]
async fn the_outbox_survives_the_programs_end_also_in_the_middle_of_an_attempt() {
    for database in databases() {
        let portal = spawn_with(database, sandbox()).await;
        let clinic = portal.clinic();
        let receiver = Receiver::start().await;
        receiver.answer("hang");
        let letter = invite(&clinic, "p-1", &receiver.url()).await;
        guess(&portal, &letter, &["violet"]).await;
        let mut killed = outbox(&portal);
        assert_eq!(killed.turn().await.unwrap(), 1);
        while receiver.received().is_empty() {
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        drop(killed);

        let next = portal.beside(Duration::ZERO).await;
        let mut outbox = outbox(&next);
        assert_eq!(flush(&mut outbox).await, 0, "it may still be on its way");
        next.clock.advance(Duration::from_secs(61));
        assert_eq!(flush(&mut outbox).await, 2);
        assert_eq!(
            receiver.kinds(),
            ["connect_request.opened", "connect_request.opened", "connect_request.wrong_answer"]
        );
        let received = receiver.received();
        assert_eq!(received[0].header("webhook-id"), received[1].header("webhook-id"));
        let states: Vec<_> = deliveries(&clinic).await.iter().map(|d| d["state"].clone()).collect();
        assert_eq!(states, ["delivered", "delivered"]);
    }
}

#[actix_web::test]
async fn two_nodes_do_not_send_the_same_message_twice() {
    for database in databases() {
        let portal = spawn_with(database, sandbox()).await;
        let clinic = portal.clinic();
        let receiver = Receiver::start().await;
        for n in 0..6 {
            let letter = invite(&clinic, &format!("p-{n}"), &receiver.url()).await;
            guess(&portal, &letter, &["a", "b", "c"]).await;
        }
        let other = portal.beside(Duration::from_secs(3)).await;
        let (mut one, mut two) = (outbox(&portal), outbox(&other));
        let mut rounds = 0;
        while receiver.received().len() < 30 {
            let (first, second) = tokio::join!(one.turn(), two.turn());
            let _ = (first.unwrap(), second.unwrap());
            tokio::join!(one.all_done(), two.all_done());
            rounds += 1;
            assert!(rounds < 100, "{:?}", receiver.kinds());
        }
        assert_eq!(flush(&mut one).await + flush(&mut two).await, 0);
        let received = receiver.received();
        let mut ids: Vec<_> = received.iter().map(|m| m.header("webhook-id").to_owned()).collect();
        ids.sort();
        ids.dedup();
        assert_eq!((ids.len(), received.len()), (30, 30));
        for n in 0..6 {
            let of_one: Vec<_> = received
                .iter()
                .map(Received::json)
                .filter(|m| m["data"]["external_id"] == format!("p-{n}"))
                .map(|m| m["data"]["seq"].as_i64().unwrap())
                .collect();
            assert!(of_one.is_sorted(), "in order for one request while nothing fails: {of_one:?}");
        }
    }
}

#[actix_web::test]
async fn after_a_failure_later_messages_do_not_wait() {
    let portal = spawn_with(Database::Sqlite, sandbox()).await;
    let clinic = portal.clinic();
    let receiver = Receiver::start().await;
    receiver.answer("500 Oops");
    let letter = invite(&clinic, "p-1", &receiver.url()).await;
    guess(&portal, &letter, &["a", "b"]).await;
    let mut outbox = outbox(&portal);
    assert_eq!(flush(&mut outbox).await, 3);
    let states: Vec<_> = deliveries(&clinic).await.iter().map(|d| d["state"].clone()).collect();
    assert_eq!(states, ["delivered", "delivered", "pending"]);
}

#[actix_web::test]
async fn while_a_secret_is_changed_both_sign() {
    for database in databases() {
        let portal = spawn_with(database, sandbox()).await;
        let clinic = portal.clinic();
        let context = &portal.installation.context;
        let receiver = Receiver::start().await;
        let day = chrono::TimeDelta::days(1);
        let old = webhook_secrets::new(context, portal.app.id, day).await.unwrap().unwrap().secret.reveal();
        let letter = invite(&clinic, "p-1", &receiver.url()).await;
        assert_eq!(secrets(&portal).await.len(), 1, "none is made beside one that was made by hand");
        let new = webhook_secrets::new(context, portal.app.id, day).await.unwrap().unwrap().secret.reveal();
        let mut outbox = outbox(&portal);
        guess(&portal, &letter, &["a"]).await;
        flush(&mut outbox).await;
        portal.advance_days(1);
        guess(&portal, &letter, &["b"]).await;
        flush(&mut outbox).await;
        let received = receiver.received();
        let signed: Vec<_> =
            received.iter().map(|m| (m.is_signed_with(&old), m.is_signed_with(&new))).collect();
        assert_eq!(signed, [(true, true), (true, true), (false, true)]);
        assert_eq!(secrets(&portal).await, [new.to_string()]);
        purge(context).await.unwrap();
        assert_eq!(secrets(&portal).await, [new.to_string()]);

        let mut tx = context.db.read().await.unwrap();
        let stored = patient_connect::store::webhooks::list_secrets(&mut tx, portal.app.id, portal.now());
        let bytes = BASE64.decode(new.strip_prefix("whsec_").unwrap().as_bytes()).unwrap();
        for row in stored.await.unwrap() {
            assert!(!row.sealed.windows(8).any(|window| window == &bytes[..8]), "it is sealed");
        }
    }
}

#[actix_web::test]
async fn a_disconnection_is_told_although_the_request_is_long_gone() {
    for database in databases() {
        let portal = spawn_with(database, sandbox()).await;
        let clinic = portal.clinic();
        let receiver = Receiver::start().await;
        let letter = invite(&clinic, "p-1", &receiver.url()).await;
        portal.browser().connect(&letter, "Emma").await;
        let listed = clinic.authorized(None).await["items"][0].clone();
        let mut outbox = outbox(&portal);
        flush(&mut outbox).await;
        portal.advance_days(91);
        purge(&portal.installation.context).await.unwrap();
        let path = format!(
            "/persons/{}/records/{}/authorization",
            listed["person_id"].as_str().unwrap(),
            listed["record_id"].as_str().unwrap()
        );
        assert_eq!(clinic.call("DELETE", &path, None).await.0, 204);
        assert_eq!(flush(&mut outbox).await, 1);
        let last = receiver.received().last().unwrap().json();
        assert_eq!(last["type"], "connect_request.given_up");
        assert_eq!(last["data"]["external_id"], Value::Null, "its request is gone");
        assert_eq!(last["data"]["record_id"], listed["record_id"]);
        let left = deliveries(&clinic).await;
        assert_eq!(left.len(), 1, "what was delivered 30 days ago is forgotten");
    }
}

#[actix_web::test]
async fn a_disabled_app_is_not_called_until_it_is_enabled() {
    let portal = spawn_with(Database::Sqlite, sandbox()).await;
    let clinic = portal.clinic();
    let receiver = Receiver::start().await;
    let letter = invite(&clinic, "p-1", &receiver.url()).await;
    guess(&portal, &letter, &["violet harbour"]).await;
    let mut outbox = outbox(&portal);
    apps::set_enabled(&portal.installation.context, portal.app.id, false).await.unwrap();
    assert_eq!(flush(&mut outbox).await, 0);
    apps::set_enabled(&portal.installation.context, portal.app.id, true).await.unwrap();
    assert_eq!(flush(&mut outbox).await, 1);
}

/// Answers nothing to the one app, and everything to the others.
struct Slow(uuid::Uuid);

impl Sender for Slow {
    fn send(&self, message: Outgoing) -> BoxFuture<'_, Outcome> {
        Box::pin(async move {
            let body: Value = serde_json::from_str(&message.body).unwrap();
            if body["data"]["app_id"] == self.0.to_string() {
                std::future::pending::<()>().await;
            }
            Outcome::Answered { status: 204, retry_after: None }
        })
    }
}

#[actix_web::test]
async fn an_app_that_does_not_answer_keeps_no_other_waiting() {
    for database in databases() {
        let portal = spawn_with(database, sandbox()).await;
        let clinic = portal.clinic();
        for n in 0..40 {
            let letter = invite(&clinic, &format!("p-{n}"), "http://127.0.0.1:9/").await;
            guess(&portal, &letter, &["a"]).await;
        }
        let other = portal.another_app(|_| {}).await;
        let letter = invite(&other, "p-1", "http://127.0.0.1:9/").await;
        guess(&portal, &letter, &["violet harbour"]).await;
        let context = portal.installation.context.clone();
        let mut outbox = Outbox::new(context, Arc::new(Slow(portal.app.id)), sandbox());
        assert_eq!(outbox.turn().await.unwrap(), 5, "four of the slow app, one of the other");
        assert_eq!(outbox.turn().await.unwrap(), 0);
        outbox.one_done().await;
        assert_eq!(deliveries(&other).await[0]["state"], "delivered");
        assert!(deliveries(&clinic).await.iter().all(|d| d["state"] == "pending"));
    }
}

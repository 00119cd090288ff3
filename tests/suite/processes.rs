//! The program itself, as operators run it: it calls back over TLS, lets go who waits when it is stopped, and forgets
//! nothing when it is killed.

use std::{
    io::{BufRead, BufReader, Read, Write},
    net::{TcpListener, TcpStream},
    path::Path,
    process::{Child, Command, Stdio},
    sync::{Arc, mpsc},
    time::Duration,
};

use data_encoding::BASE64;
use serde_json::{Value, json};

use crate::support::{Browser, Clinic, client_without_defaults};

/// Far longer than anything here takes.
const PATIENCE: Duration = Duration::from_secs(45);

/// A process that ends with the test.
struct Process(Child);

impl Drop for Process {
    fn drop(&mut self) {
        let _ended_before = self.0.kill();
        let _ended_before = self.0.wait();
    }
}

fn program(arguments: &[&str], data: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_patient-connect"));
    for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("PATIENT_CONNECT_")) {
        command.env_remove(name);
    }
    command.args(arguments).arg("--data").arg(data).stderr(Stdio::null());
    command
}

fn run(arguments: &[&str], data: &Path) -> String {
    let ended = program(arguments, data).output().unwrap();
    assert!(ended.status.success(), "{arguments:?}");
    String::from_utf8(ended.stdout).unwrap()
}

/// Reads one message: its head and its body.
fn read_message(stream: &mut impl Read) -> (String, String) {
    let mut bytes = Vec::new();
    let mut buffer = [0; 4096];
    loop {
        let text = String::from_utf8_lossy(&bytes).into_owned();
        if let Some((head, body)) = text.split_once("\r\n\r\n") {
            let length = head
                .lines()
                .find_map(|l| l.to_ascii_lowercase().strip_prefix("content-length: ")?.parse().ok());
            if body.len() >= length.unwrap_or(0) {
                return (head.to_owned(), body.to_owned());
            }
        }
        match stream.read(&mut buffer).unwrap() {
            0 => panic!("the message ended early: {text}"),
            n => bytes.extend_from_slice(&buffer[..n]),
        }
    }
}

fn header<'a>(head: &'a str, name: &str) -> &'a str {
    let line = head.lines().find(|line| line.to_ascii_lowercase().starts_with(&format!("{name}:")));
    line.unwrap_or_else(|| panic!("no {name} in {head}")).split_once(':').unwrap().1.trim()
}

/// A receiver that speaks TLS with a certificate of its own making, which it also writes to `pem`.
fn tls_receiver(pem: &Path) -> (u16, mpsc::Receiver<(String, String)>) {
    let made = rcgen::generate_simple_self_signed(vec!["127.0.0.1".to_owned()]).unwrap();
    std::fs::write(pem, made.cert.pem()).unwrap();
    let key = rustls::pki_types::PrivatePkcs8KeyDer::from(made.signing_key.serialize_der());
    let config =
        rustls::ServerConfig::builder_with_provider(Arc::new(rustls::crypto::ring::default_provider()))
            .with_safe_default_protocol_versions()
            .unwrap()
            .with_no_client_auth()
            .with_single_cert(vec![made.cert.der().clone()], key.into())
            .unwrap();
    let config = Arc::new(config);
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    let (received, told) = mpsc::channel();
    std::thread::spawn(move || {
        for socket in listener.incoming() {
            let connection = rustls::ServerConnection::new(config.clone()).unwrap();
            let mut stream = rustls::StreamOwned::new(connection, socket.unwrap());
            let message = read_message(&mut stream);
            let _ = stream.write_all(b"HTTP/1.1 204 No Content\r\n\r\n");
            if received.send(message).is_err() {
                return;
            }
        }
    });
    (port, told)
}

async fn ready(base: &str) {
    let until = std::time::Instant::now() + PATIENCE;
    while !reqwest::get(format!("{base}/readyz")).await.is_ok_and(|answer| answer.status().is_success()) {
        assert!(std::time::Instant::now() < until, "it does not start");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

async fn invite(clinic: &Clinic, callback_url: &str) -> String {
    let body = json!({
        "external_id": "hook-1", "friendly_name": "Emma’s visits", "question": "Which word did we agree on?",
        "answer": "violet harbour", "callback_url": callback_url,
    });
    let (status, body) = clinic.call("POST", "/connect-requests", Some(body)).await;
    assert_eq!(status, 201, "{body}");
    body["link"].as_str().unwrap().to_owned()
}

async fn guess(base: &str, link: &str) {
    let mut patient = Browser::new(base);
    patient.open(link).await;
    patient.answer("violet").await;
    patient.is("question", 422);
}

const APP: &str = r#"
id = "3f1c0a52-6c55-4d0c-9a8a-0f6f1f0f5a11"
name = "Fabrikam Visits"
organization = "Fabrikam Clinic"
methods = ["ConnectPackage"]
success_message = "You are now connected!"
contact = "Call +1 555 0100"
"#;
const ID: &str = "3f1c0a52-6c55-4d0c-9a8a-0f6f1f0f5a11";

#[cfg(unix)]
#[actix_web::test]
async fn a_portal_calls_back_over_tls_and_lets_go_who_waits_when_it_is_stopped() {
    client_without_defaults();
    let dir = tempfile::tempdir().unwrap();
    let data = dir.path().join("data");
    let pem = dir.path().join("receiver.pem");
    let (hook, received) = tls_receiver(&pem);
    let file = dir.path().join("app.toml");
    std::fs::write(&file, APP).unwrap();
    run(&["app", "apply", file.to_str().unwrap()], &data);
    let key = run(&["app", "key", "new", ID], &data);
    let secret = run(&["app", "webhook-secret", "new", ID], &data);

    let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let base = format!("http://127.0.0.1:{port}");
    let serve = program(&["serve"], &data)
        .env("PATIENT_CONNECT_LISTEN", format!("127.0.0.1:{port}"))
        .env("PATIENT_CONNECT_BASE_URL", &base)
        .env("PATIENT_CONNECT_CALLBACK_ALLOWED_NETWORKS", "127.0.0.0/8")
        // What this process trusts: the receiver alone.
        .env("SSL_CERT_FILE", &pem)
        .env_remove("SSL_CERT_DIR")
        .spawn();
    let mut serve = Process(serve.unwrap());
    ready(&base).await;
    let clinic = Clinic::new(&base, key.trim());
    let link = invite(&clinic, &format!("https://127.0.0.1:{hook}/hook")).await;
    guess(&base, &link).await;

    let opened = received.recv_timeout(PATIENCE).unwrap();
    let wrong = received.recv_timeout(PATIENCE).unwrap();
    let kind = |body: &str| serde_json::from_str::<Value>(body).unwrap()["type"].clone();
    assert_eq!([kind(&opened.1), kind(&wrong.1)], ["connect_request.opened", "connect_request.wrong_answer"]);
    let (head, body) = &wrong;
    let bytes = BASE64.decode(secret.trim().strip_prefix("whsec_").unwrap().as_bytes()).unwrap();
    let signed = format!("{}.{}.{body}", header(head, "webhook-id"), header(head, "webhook-timestamp"));
    let signature = header(head, "webhook-signature").strip_prefix("v1,").unwrap();
    let hmac = ring::hmac::Key::new(ring::hmac::HMAC_SHA256, &bytes);
    let signature = BASE64.decode(signature.as_bytes()).unwrap();
    ring::hmac::verify(&hmac, signed.as_bytes(), &signature).expect("it is signed with the app's secret");
    let until = std::time::Instant::now() + PATIENCE;
    loop {
        let told = run(&["app", "deliveries", ID, "--external-id", "hook-1", "--json"], &data);
        let told: Value = serde_json::from_str(&told).unwrap();
        if told.as_array().unwrap().iter().all(|d| d["state"] == "delivered") {
            assert_eq!(told[0]["attempts"][0]["status"], 204);
            break;
        }
        assert!(std::time::Instant::now() < until, "{told}");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }

    let page = clinic.get("/events").await;
    let path = format!("/events?wait=60&cursor={}", page["next_cursor"].as_str().unwrap());
    let waiting = tokio::spawn(async move { clinic.get(&path).await });
    tokio::time::sleep(Duration::from_millis(500)).await;
    assert!(!waiting.is_finished());
    let pid = serve.0.id().to_string();
    assert!(Command::new("kill").args(["-TERM", &pid]).status().unwrap().success());
    let page = tokio::time::timeout(PATIENCE, waiting).await.expect("it was let go").unwrap();
    assert_eq!(page["items"], json!([]));
    let ended = tokio::task::spawn_blocking(move || serve.0.wait().unwrap());
    assert!(tokio::time::timeout(PATIENCE, ended).await.expect("it stops").unwrap().success());
}

/// Starts the sandbox and waits for the line that says it listens.
fn sandbox(data: &Path, port: &str) -> (Process, Value) {
    let mut child =
        program(&["demo", "--json", "--port", port], data).stdout(Stdio::piped()).spawn().unwrap();
    let mut line = String::new();
    BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
    (Process(child), serde_json::from_str(&line).unwrap())
}

/// The next one who calls.
async fn accept(receiver: &TcpListener) -> TcpStream {
    let receiver = receiver.try_clone().unwrap();
    let accepted = tokio::task::spawn_blocking(move || receiver.accept().unwrap().0);
    tokio::time::timeout(PATIENCE, accepted).await.expect("somebody calls").unwrap()
}

#[actix_web::test]
async fn a_message_that_was_on_its_way_when_the_program_was_killed_is_sent_again() {
    client_without_defaults();
    let data = tempfile::tempdir().unwrap();
    let (mut process, told) = sandbox(data.path(), "0");
    let base = told["base_url"].as_str().unwrap().to_owned();
    let clinic = Clinic::new(&base, told["app"]["api_key"].as_str().unwrap());
    let receiver = TcpListener::bind("127.0.0.1:0").unwrap();
    let hook = format!("http://{}/hook", receiver.local_addr().unwrap());
    let link = invite(&clinic, &hook).await;
    guess(&base, &link).await;
    // It has arrived, and the app has not answered yet.
    let mut socket = accept(&receiver).await;
    let (first, first_body) = read_message(&mut socket);
    process.0.kill().unwrap();
    process.0.wait().unwrap();
    drop::<TcpStream>(socket);

    let port = url::Url::parse(&base).unwrap().port().unwrap().to_string();
    let (_process, _) = sandbox(data.path(), &port);
    let http = reqwest::Client::new();
    let advance = async |seconds: u64| {
        let moved = http.post(format!("{base}/_demo/clock")).json(&json!({ "advance_seconds": seconds }));
        assert!(moved.send().await.unwrap().status().is_success());
    };
    advance(61).await;
    let mut bodies = Vec::new();
    for _ in 0..2 {
        let mut socket = accept(&receiver).await;
        let (head, body) = read_message(&mut socket);
        socket.write_all(b"HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n").unwrap();
        bodies.push((header(&head, "webhook-id").to_owned(), body));
    }
    assert_eq!(bodies[0], (header(&first, "webhook-id").to_owned(), first_body), "the same message");
    assert!(bodies[1].1.contains("connect_request.wrong_answer"));

    advance(28 * 86_400).await;
    let told = clinic.get("/events").await["items"].clone();
    let expired = |e: &&Value| e["type"] == "expired" && e["external_id"] == "hook-1";
    assert_eq!(told.as_array().unwrap().iter().filter(expired).count(), 1, "the moved clock tells at once");
}

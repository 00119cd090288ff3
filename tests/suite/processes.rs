//! The program itself, as operators run it: it calls back over TLS, lets go who waits when it is stopped, and forgets
//! nothing when it is killed.

use std::{
    io::Write,
    net::{TcpListener, TcpStream},
    path::Path,
    process::Command,
    time::Duration,
};

use serde_json::{Value, json};

use crate::support::{
    APP_FILE, APP_ID, Browser, Clinic, Process, Received, client_without_defaults, program, run, tls_receiver,
};

/// Far longer than anything here takes.
const PATIENCE: Duration = Duration::from_secs(45);

async fn ready(base: &str) {
    let until = std::time::Instant::now() + PATIENCE;
    while !reqwest::get(format!("{base}/readyz")).await.is_ok_and(|answer| answer.status().is_success()) {
        assert!(std::time::Instant::now() < until, "it does not start");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

async fn guess(base: &str, link: &str) {
    let mut patient = Browser::new(base);
    patient.open(link).await;
    patient.answer("violet").await;
    patient.is("question", 422);
}

/// Waits until the command line says that all of them have arrived.
#[cfg(unix)]
async fn all_delivered(data: &Path) {
    let until = std::time::Instant::now() + PATIENCE;
    loop {
        let told = run(&["app", "deliveries", APP_ID, "--external-id", "hook-1", "--json"], data);
        let told: Value = serde_json::from_str(&told).unwrap();
        if told.as_array().unwrap().iter().all(|d| d["state"] == "delivered") {
            assert_eq!(told[0]["attempts"][0]["status"], 204);
            break;
        }
        assert!(std::time::Instant::now() < until, "{told}");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

#[cfg(unix)]
#[actix_web::test]
async fn a_portal_calls_back_over_tls_and_lets_go_who_waits_when_it_is_stopped() {
    client_without_defaults();
    let dir = tempfile::tempdir().unwrap();
    let data = dir.path().join("data");
    let pem = dir.path().join("receiver.pem");
    let (hook, received) = tls_receiver(&pem);
    let file = dir.path().join("app.toml");
    std::fs::write(&file, APP_FILE).unwrap();
    run(&["app", "apply", file.to_str().unwrap()], &data);
    let key = run(&["app", "key", "new", APP_ID], &data);
    let secret = run(&["app", "webhook-secret", "new", APP_ID], &data);

    let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let base = format!("http://127.0.0.1:{port}");
    let mut serve = Process::start(
        program(&["serve"], &data)
            .env("PATIENT_CONNECT_LISTEN", format!("127.0.0.1:{port}"))
            .env("PATIENT_CONNECT_BASE_URL", &base)
            .env("PATIENT_CONNECT_CALLBACK_ALLOWED_NETWORKS", "127.0.0.0/8")
            // What this process trusts: the receiver alone.
            .env("SSL_CERT_FILE", &pem)
            .env_remove("SSL_CERT_DIR"),
    );
    ready(&base).await;
    let clinic = Clinic::new(&base, key.trim());
    let letter = clinic.invite_with_callback("hook-1", &format!("https://127.0.0.1:{hook}/hook")).await;
    guess(&base, &letter.link).await;

    let opened = received.recv_timeout(PATIENCE).unwrap();
    let wrong = received.recv_timeout(PATIENCE).unwrap();
    assert_eq!([opened.kind(), wrong.kind()], ["connect_request.opened", "connect_request.wrong_answer"]);
    assert!(wrong.is_signed_with(secret.trim()), "it is signed with the app's secret");
    all_delivered(&data).await;

    let page = clinic.get("/events").await;
    let path = format!("/events?wait=60&cursor={}", page["next_cursor"].as_str().unwrap());
    let waiting = tokio::spawn(async move { clinic.get(&path).await });
    tokio::time::sleep(Duration::from_millis(500)).await;
    assert!(!waiting.is_finished());
    let pid = serve.id().to_string();
    assert!(Command::new("kill").args(["-TERM", &pid]).status().unwrap().success());
    let page = tokio::time::timeout(PATIENCE, waiting).await.expect("it was let go").unwrap();
    assert_eq!(page["items"], json!([]));
    let ended = tokio::task::spawn_blocking(move || serve.wait());
    assert!(tokio::time::timeout(PATIENCE, ended).await.expect("it stops").unwrap().success());
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
    let (mut process, told) = Process::sandbox(data.path(), "0");
    let base = told["base_url"].as_str().unwrap().to_owned();
    let clinic = Clinic::new(&base, told["app"]["api_key"].as_str().unwrap());
    let receiver = TcpListener::bind("127.0.0.1:0").unwrap();
    let hook = format!("http://{}/hook", receiver.local_addr().unwrap());
    let letter = clinic.invite_with_callback("hook-1", &hook).await;
    guess(&base, &letter.link).await;
    // It has arrived, and the app has not answered yet.
    let mut socket = accept(&receiver).await;
    let first = Received::read(&mut socket);
    process.kill();
    drop::<TcpStream>(socket);

    let port = url::Url::parse(&base).unwrap().port().unwrap().to_string();
    let (_process, _) = Process::sandbox(data.path(), &port);
    let http = reqwest::Client::new();
    let advance = async |seconds: u64| {
        let moved = http.post(format!("{base}/_demo/clock")).json(&json!({ "advance_seconds": seconds }));
        assert!(moved.send().await.unwrap().status().is_success());
    };
    advance(61).await;
    let mut messages = Vec::new();
    for _ in 0..2 {
        let mut socket = accept(&receiver).await;
        let message = Received::read(&mut socket);
        socket.write_all(b"HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n").unwrap();
        messages.push(message);
    }
    let content = |message: &Received| (message.header("webhook-id").to_owned(), message.body.clone());
    assert_eq!(content(&messages[0]), content(&first), "the same message");
    assert!(messages[1].body.contains("connect_request.wrong_answer"));

    advance(28 * 86_400).await;
    let told = clinic.get("/events").await["items"].clone();
    let expired = |e: &&Value| e["type"] == "expired" && e["external_id"] == "hook-1";
    assert_eq!(told.as_array().unwrap().iter().filter(expired).count(), 1, "the moved clock tells at once");
}

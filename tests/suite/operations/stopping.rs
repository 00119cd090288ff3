use std::{
    io::{Read, Write},
    net::{TcpListener, TcpStream},
    time::{Duration, Instant},
};

use serde_json::json;

use super::{Installation, PROGRAM};
use crate::support::{APP_ID, Browser, Clinic, Process, client_without_defaults};

/// "SIGTERM → the process exits within 20 s": what service managers wait at least before they kill.
const LIMIT: Duration = Duration::from_secs(20);

fn connect(base: &str) -> TcpStream {
    TcpStream::connect(base.strip_prefix("http://").unwrap()).unwrap()
}

/// A request whose body never comes to its end, a byte at a time.
fn trickle(base: &str, key: &str) {
    let mut stream = connect(base);
    let head = format!(
        "POST /api/v1/connect-requests HTTP/1.1\r\nhost: x\r\nauthorization: Bearer {key}\r\n\
         content-type: application/json\r\ncontent-length: 10000\r\n\r\n{{"
    );
    stream.write_all(head.as_bytes()).unwrap();
    std::thread::spawn(move || {
        while stream.write_all(b" ").is_ok() {
            std::thread::sleep(Duration::from_millis(100));
        }
    });
}

/// A connection that was used and is kept open.
fn idle(base: &str) -> TcpStream {
    let mut stream = connect(base);
    stream.write_all(b"GET /healthz HTTP/1.1\r\nhost: x\r\n\r\n").unwrap();
    let mut answer = [0; 12];
    stream.read_exact(&mut answer).unwrap();
    assert_eq!(&answer, b"HTTP/1.1 200");
    stream
}

#[actix_web::test]
async fn stopping_waits_neither_for_slow_senders_nor_for_idle_connections_nor_for_who_waits() {
    client_without_defaults();
    let it = Installation::with_app();
    let key = it.run(&["app", "key", "new", APP_ID]).with(0).out.trim().to_owned();
    let (mut portal, base) = it.serve().await;
    trickle(&base, &key);
    let _idle = idle(&base);
    let clinic = Clinic::new(&base, &key);
    let cursor = clinic.get("/events").await["next_cursor"].as_str().unwrap().to_owned();
    let waiting = tokio::spawn(async move {
        let page = clinic.get(&format!("/events?wait=60&cursor={cursor}")).await;
        (page, Instant::now())
    });
    tokio::time::sleep(Duration::from_millis(500)).await;
    assert!(!waiting.is_finished());

    let told = Instant::now();
    portal.terminate();
    let (page, answered) = waiting.await.unwrap();
    assert_eq!(page["items"], json!([]));
    assert!(answered - told < Duration::from_secs(5), "who waits is answered at once");
    let (code, took) = portal.ended_within(LIMIT).await.expect("it stops in time");
    assert_eq!(code, Some(0), "after {took:?}");
}

#[actix_web::test]
async fn stopping_does_not_wait_for_an_app_that_takes_a_callback_and_says_nothing() {
    client_without_defaults();
    let it = Installation::new();
    let mut command = it.program(PROGRAM, &["demo", "--json", "--port", "0", "--data"]);
    command.arg(it.data());
    let (mut sandbox, told) = Process::announced(&mut command);
    let base = told["base_url"].as_str().unwrap().to_owned();
    let receiver = TcpListener::bind("127.0.0.1:0").unwrap();
    {
        let clinic = Clinic::new(&base, told["app"]["api_key"].as_str().unwrap());
        let body = json!({
            "external_id": "hook-1", "friendly_name": "Emma’s visits", "question": "Which word did we agree on?",
            "answer": "violet harbour", "callback_url": format!("http://{}/hook", receiver.local_addr().unwrap()),
        });
        let (status, made) = clinic.call("POST", "/connect-requests", Some(body)).await;
        assert_eq!(status, 201, "{made}");
        let mut patient = Browser::new(&base);
        patient.open(made["link"].as_str().unwrap()).await;
        patient.answer("violet harbour").await;
    }
    let (_silent, _) = tokio::task::spawn_blocking(move || receiver.accept().unwrap()).await.unwrap();
    sandbox.terminate();
    let (code, took) = sandbox.ended_within(LIMIT).await.expect("it stops in time");
    assert_eq!(code, Some(0), "after {took:?}");
}

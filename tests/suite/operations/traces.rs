//! Traces: what a collector is sent, what it is never sent, and what becomes of patients when it does not take them.

use std::{
    fs,
    io::{Read, Write},
    net::{TcpListener, TcpStream},
    process::Command,
    sync::{Arc, Mutex},
    time::{Duration, Instant},
};

use serde_json::json;

use super::{Installation, PATIENCE, PROGRAM};
use crate::support::{APP_ID, Browser, Clinic, client_without_defaults};

/// What the collector knows the portal by.
const TOKEN: &str = "Zerberus-4711";
const TAKEN: &str = "HTTP/1.1 200 OK\r\ncontent-type: application/x-protobuf\r\ncontent-length: 0\r\n\r\n";
const FAILED: &str = "HTTP/1.1 500 Internal Server Error\r\ncontent-length: 0\r\n\r\n";

/// A collector that keeps what it is sent.
#[derive(Clone, Default)]
struct Collector(Arc<Mutex<Vec<u8>>>);

impl Collector {
    /// One that says `answer` to whatever it is sent; without one it says nothing, for ever.
    fn start(answer: Option<&'static str>) -> (Self, String) {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        let it = Self::default();
        let kept = it.0.clone();
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let kept = kept.clone();
                std::thread::spawn(move || keep(stream, &kept, answer));
            }
        });
        (it, address)
    }

    fn text(&self) -> String {
        String::from_utf8_lossy(&self.0.lock().unwrap()).into_owned()
    }

    fn holds(&self, bytes: &[u8]) -> bool {
        self.0.lock().unwrap().windows(bytes.len()).any(|window| window == bytes)
    }
}

/// Everything on one connection: heads, too, since they could tell as much as bodies.
fn keep(mut stream: TcpStream, kept: &Mutex<Vec<u8>>, answer: Option<&str>) {
    let mut message = Vec::new();
    let mut buffer = [0; 8192];
    while let Ok(read @ 1..) = stream.read(&mut buffer) {
        message.extend_from_slice(&buffer[..read]);
        let Some(end) = message.windows(4).position(|w| w == b"\r\n\r\n") else { continue };
        let head = String::from_utf8_lossy(&message[..end]).to_lowercase();
        let length = head.lines().find_map(|line| line.strip_prefix("content-length: ")).unwrap();
        if message.len() >= end + 4 + length.trim().parse::<usize>().unwrap() {
            kept.lock().unwrap().append(&mut message);
            let Some(answer) = answer else { continue };
            // Whoever gave up waiting has closed the connection.
            let _ = stream.write_all(answer.as_bytes());
        }
    }
}

/// The program with its log in a file.
fn serve(it: &Installation) -> Command {
    it.program("sh", &["-c", "exec \"$0\" \"$@\" 2>log", PROGRAM, "serve"])
}

fn log(it: &Installation) -> String {
    fs::read_to_string(it.path("log")).unwrap()
}

/// A patient's way, with a wrong answer and a callback. Gives what nobody may learn of it.
async fn a_whole_way(base: &str, key: &str, receiver: &TcpListener) -> Vec<String> {
    let clinic = Clinic::new(base, key);
    let hook = format!("https://{}/zenobia-hook", receiver.local_addr().unwrap());
    let letter = clinic.invite_with_callback("zenobia-1", &hook).await;
    let mut patient = Browser::new(base);
    patient.open(&letter.link).await;
    patient.answer("crimson lighthouse").await;
    patient.answer("violet harbour").await;
    let (email, password) = patient.create_account().await;
    patient.choose_new("Wilhelmina").await;
    patient.allow().await;
    patient.open("/Zenobia/made/this/up?packageid=ZENOBIA").await;
    let code = letter.code.replace('-', "");
    vec![letter.code, code, letter.external_id, email, password.to_owned(), key.to_owned()]
}

#[actix_web::test]
async fn traces_have_routes_waits_and_attempts_and_nothing_secret_or_personal() {
    client_without_defaults();
    let (collector, address) = Collector::start(Some(TAKEN));
    let receiver = TcpListener::bind("127.0.0.1:0").unwrap();
    let it = Installation::with_app();
    let key = it.run(&["app", "key", "new", APP_ID]).with(0).out.trim().to_owned();
    let header = format!("authorization=Bearer%20{TOKEN}");
    let settings = [
        ("OTEL_EXPORTER_OTLP_ENDPOINT", address.as_str()),
        ("OTEL_EXPORTER_OTLP_HEADERS", header.as_str()),
        ("OTEL_BSP_SCHEDULE_DELAY", "200"),
        ("PATIENT_CONNECT_CALLBACK_ALLOWED_NETWORKS", "127.0.0.0/8"),
        // As much as an operator could ask for in the log.
        ("PATIENT_CONNECT_LOG", "trace"),
    ];
    let (mut portal, base) = it.serve_as(serve(&it), &settings).await;
    let secrets = a_whole_way(&base, &key, &receiver).await;
    let until = Instant::now() + PATIENCE;
    while !collector.text().contains("callbacks") {
        assert!(Instant::now() < until, "no attempt was traced: {}", collector.text());
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    portal.terminate();
    assert_eq!(portal.ended_within(PATIENCE).await.expect("it stops").0, Some(0));

    let told = collector.text();
    assert!(told.starts_with("POST /v1/traces HTTP/1.1"), "{told}");
    for there in [
        "patient-connect",
        TOKEN,
        "POST /connect/question",
        "http.response.status_code",
        "database.wait",
        "database.commit",
        "hash",
        "outbox.send",
        "POST /api/v1/connect-requests",
    ] {
        assert!(told.contains(there), "{there} is not traced");
    }
    // The collector's own address stands in the head of each message.
    let told = told.replace(address.trim_start_matches("http://"), "");
    let words = ["violet", "crimson", "zenobia", "Zenobia", "ZENOBIA", "Emma", "Wilhelmina", "@example.com"];
    for secret in words.map(str::to_owned).iter().chain(&secrets) {
        assert!(!told.contains(secret), "the traces hold {secret}");
    }
    for of_a_library in ["127.0.0.1", "cookie", "SELECT", "INSERT", "patient_connect::", "src/"] {
        assert!(!told.contains(of_a_library), "the traces hold {of_a_library}");
    }
    let log = log(&it);
    assert!(log.contains("request method=POST"), "{log}");
    assert!(!log.contains(TOKEN), "the log holds what the collector knows the portal by");
    assert!(!log.contains("otel.kind"), "spans are no part of the log");
}

#[actix_web::test]
async fn nobody_who_calls_the_portal_chooses_what_a_trace_is_called() {
    client_without_defaults();
    let (collector, address) = Collector::start(Some(TAKEN));
    let it = Installation::new();
    let settings =
        [("OTEL_EXPORTER_OTLP_ENDPOINT", address.as_str()), ("OTEL_SERVICE_NAME", "portal of the east wing")];
    let (portal, base) = it.serve_as(serve(&it), &settings).await;
    let asked = reqwest::Client::new()
        .get(format!("{base}/connect"))
        .header("traceparent", "00-11223344556677889900aabbccddeeff-0123456789abcdef-01")
        .header("tracestate", "stranger=zenobia")
        .header("baggage", "stranger=zenobia");
    assert_eq!(asked.send().await.unwrap().status(), 200);
    portal.terminate();
    let until = Instant::now() + PATIENCE;
    while !collector.text().contains("GET /connect") {
        assert!(Instant::now() < until, "what was left at the end was not sent: {}", collector.text());
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    let theirs =
        [0x11, 0x22, 0x33, 0x44, 0x55, 0x66, 0x77, 0x88, 0x99, 0x00, 0xaa, 0xbb, 0xcc, 0xdd, 0xee, 0xff];
    assert!(!collector.holds(&theirs), "a stranger has named a trace");
    assert!(!collector.holds(&[0x01, 0x23, 0x45, 0x67, 0x89, 0xab, 0xcd, 0xef]));
    assert!(!collector.text().contains("zenobia"));
    assert!(collector.text().contains("portal of the east wing"));
}

#[actix_web::test]
async fn a_collector_that_is_down_hangs_or_fails_costs_nobody_anything_and_is_told_of_once() {
    client_without_defaults();
    let nobody = TcpListener::bind("127.0.0.1:0").unwrap();
    let down = format!("http://{}", nobody.local_addr().unwrap());
    drop(nobody);
    let collectors =
        [("down", down), ("hangs", Collector::start(None).1), ("fails", Collector::start(Some(FAILED)).1)];
    for (what, address) in collectors {
        let it = Installation::with_app();
        let key = it.run(&["app", "key", "new", APP_ID]).with(0).out.trim().to_owned();
        let settings = [
            ("OTEL_EXPORTER_OTLP_ENDPOINT", address.as_str()),
            ("OTEL_EXPORTER_OTLP_TIMEOUT", "2500"),
            ("OTEL_BSP_SCHEDULE_DELAY", "100"),
            // So that spans come faster than they can be left out one by one.
            ("OTEL_BSP_MAX_QUEUE_SIZE", "64"),
            ("OTEL_BSP_MAX_EXPORT_BATCH_SIZE", "16"),
        ];
        let (mut portal, base) = it.serve_as(serve(&it), &settings).await;
        let clinic = Clinic::new(&base, &key);
        let began = Instant::now();
        let mut slowest = Duration::ZERO;
        while began.elapsed() < Duration::from_secs(3) || !log(&it).contains("the collector takes no traces")
        {
            assert!(began.elapsed() < PATIENCE, "{what}: nobody is told: {}", log(&it));
            let asked = Instant::now();
            assert_eq!(clinic.call("GET", "/connect-requests", None).await.0, 200);
            slowest = slowest.max(asked.elapsed());
        }
        let body = json!({ "external_id": "one", "friendly_name": "Emma’s visits",
            "question": "Which word did we agree on?", "answer": "violet harbour" });
        assert_eq!(clinic.call("POST", "/connect-requests", Some(body)).await.0, 201);
        // Who waits for the collector waits for the two and a half seconds that it has.
        assert!(slowest < Duration::from_secs(2), "{what}: a call took {slowest:?}");
        portal.terminate();
        let (code, took) = portal.ended_within(PATIENCE).await.expect("it stops");
        assert_eq!(code, Some(0), "{what}");
        assert!(took < Duration::from_secs(10), "{what}: it took {took:?} to stop");
        let log = log(&it);
        assert_eq!(log.matches("the collector takes no traces").count(), 1, "{what}: {log}");
        assert!(!log.contains("panicked"), "{what}: {log}");
    }
}

#[actix_web::test]
async fn traces_that_cannot_be_sent_as_asked_for_keep_nobody_from_serving_and_doctor_says_why() {
    client_without_defaults();
    let it = Installation::new();
    let settings = [
        ("OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:4317"),
        ("OTEL_EXPORTER_OTLP_PROTOCOL", "grpc"),
        ("OTEL_EXPORTER_OTLP_HEADERS", TOKEN),
    ];
    let (_portal, _) = it.serve_as(serve(&it), &settings).await;
    let why = "OTEL_EXPORTER_OTLP_PROTOCOL asks for what is not there";
    let log = log(&it);
    assert!(log.contains("no traces are sent") && log.contains(why) && !log.contains(TOKEN), "{log}");
    let mut doctor = it.program(PROGRAM, &["doctor", "--data"]);
    let told = super::ended(doctor.arg(it.data()).envs(settings)).with(1).out;
    assert!(told.contains(&format!("WRONG  traces: {why}")) && !told.contains(TOKEN), "{told}");
}

//! A body that trickles holds nobody up.

use std::time::{Duration, Instant};

use patient_connect::web::body::PATIENCE;
use tokio::io::{AsyncReadExt, AsyncWriteExt};

use crate::support::{Database, TestPortal, spawn};

async fn trickle(portal: &TestPortal, method: &str, path: &str) -> (Duration, String) {
    let address = portal.base.strip_prefix("http://").unwrap();
    let stream = tokio::net::TcpStream::connect(address).await.unwrap();
    let (mut answer, mut request) = stream.into_split();
    let head = format!(
        "{method} /api/v1{path} HTTP/1.1\r\nhost: {address}\r\nauthorization: Bearer {}\r\n\
         content-length: 1000\r\n\r\n{{",
        portal.key
    );
    request.write_all(head.as_bytes()).await.unwrap();
    let started = Instant::now();
    let drip = tokio::spawn(async move {
        while request.write_all(b" ").await.is_ok() {
            tokio::time::sleep(Duration::from_millis(200)).await;
        }
    });
    let mut text = Vec::new();
    let _ = answer.read_to_end(&mut text).await;
    drip.abort();
    (started.elapsed(), String::from_utf8(text).unwrap())
}

#[actix_web::test]
async fn a_body_that_trickles_is_answered_408_in_time() {
    let portal = spawn(Database::Sqlite).await;
    let both = async {
        tokio::join!(
            trickle(&portal, "POST", "/connect-requests"),
            trickle(&portal, "PATCH", "/connect-requests/p-1")
        )
    };
    let (create, update) = tokio::time::timeout(PATIENCE * 3, both).await.expect("they were answered");
    for (took, answer) in [create, update] {
        assert!(answer.starts_with("HTTP/1.1 408 "), "{answer}");
        assert!(answer.contains("\"code\":\"request_timeout\""), "{answer}");
        assert!(took < PATIENCE * 2, "{took:?}");
    }
    assert_eq!(portal.clinic().get("/connect-requests").await["items"], serde_json::json!([]));
}

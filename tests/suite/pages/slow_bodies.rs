//! A body that trickles in does not hold its connection for as long as its sender likes.

use std::time::{Duration, Instant};

use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
};

use crate::support::{Database, spawn};

/// Sends the head of a form of ten thousand bytes and then a byte a second. Gives the answer's status line and how long
/// it took.
async fn trickle(base: &str, path: &str) -> (String, Duration) {
    let address = base.strip_prefix("http://").unwrap();
    let mut stream = TcpStream::connect(address).await.unwrap();
    let head = format!(
        "POST {path} HTTP/1.1\r\nhost: {address}\r\ncontent-type: application/x-www-form-urlencoded\r\n\
         content-length: 10000\r\n\r\n"
    );
    stream.write_all(head.as_bytes()).await.unwrap();
    let started = Instant::now();
    let (mut reading, mut writing) = stream.into_split();
    let trickling = tokio::spawn(async move {
        while writing.write_all(b"a").await.is_ok() {
            tokio::time::sleep(Duration::from_secs(1)).await;
        }
    });
    let mut answer = vec![0; 4096];
    let length = tokio::time::timeout(Duration::from_secs(60), reading.read(&mut answer)).await;
    trickling.abort();
    let length = length.expect("an answer comes within a minute").unwrap();
    let text = String::from_utf8_lossy(&answer[..length]).into_owned();
    (text.lines().next().unwrap_or_default().to_owned(), started.elapsed())
}

#[actix_web::test]
async fn a_form_that_trickles_is_told_that_it_took_too_long() {
    let portal = spawn(Database::Sqlite).await;
    let (code, sign_in) = tokio::join!(trickle(&portal.base, "/connect"), trickle(&portal.base, "/sign-in"));
    for (status, took) in [code, sign_in] {
        assert_eq!(status, "HTTP/1.1 408 Request Timeout");
        assert!(took < Duration::from_secs(30), "it took {took:?}");
    }
}

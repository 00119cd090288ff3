//! A body that never ends.

use std::time::{Duration, Instant};

use tokio::io::{AsyncReadExt, AsyncWriteExt};

use crate::support::{Database, spawn};

#[actix_web::test]
async fn a_body_that_does_not_arrive_is_answered_before_the_portal_would_have_to_stop() {
    let portal = spawn(Database::Sqlite).await;
    let address = portal.base.strip_prefix("http://").unwrap();
    let mut socket = tokio::net::TcpStream::connect(address).await.unwrap();
    let head =
        format!("POST /platform/wildcat.ashx HTTP/1.1\r\nHost: {address}\r\nContent-Length: 99\r\n\r\n<");
    socket.write_all(head.as_bytes()).await.unwrap();
    let began = Instant::now();
    let mut answer = vec![0; 4_096];
    let read = tokio::time::timeout(Duration::from_secs(25), socket.read(&mut answer)).await;
    let length = read.expect("answered").unwrap();
    let answer = String::from_utf8_lossy(&answer[..length]).into_owned();
    assert!(answer.contains("<code>2</code>") && answer.contains("did not arrive in time"), "{answer}");
    // "A stop takes at most 15 seconds", and whoever trickles holds it for as long as he may.
    assert!(began.elapsed() < Duration::from_secs(14), "{:?}", began.elapsed());
}

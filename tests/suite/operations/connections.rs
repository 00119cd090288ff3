use actix_web::dev::Extensions;
use patient_connect::web::OpenConnections;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
};

use crate::support::{Database, TestPortal, spawn};

/// Connects, and asks for this page.
async fn ask(portal: &TestPortal, connection: &mut TcpStream, path: &str) -> String {
    let host = portal.base.trim_start_matches("http://");
    connection.write_all(format!("GET {path} HTTP/1.1\r\nHost: {host}\r\n\r\n").as_bytes()).await.unwrap();
    let mut answer = Vec::new();
    let mut piece = [0; 4096];
    while !String::from_utf8_lossy(&answer).contains("\r\n\r\n") {
        let read = connection.read(&mut piece).await.unwrap();
        assert!(read > 0, "{path} is answered");
        answer.extend_from_slice(&piece[..read]);
    }
    String::from_utf8(answer).unwrap().split("\r\n\r\n").next().unwrap().to_lowercase()
}

async fn connect(portal: &TestPortal) -> TcpStream {
    TcpStream::connect(portal.base.trim_start_matches("http://")).await.unwrap()
}

/// Reads what is left, until the portal ends the connection.
async fn ended(mut connection: TcpStream) {
    let mut rest = Vec::new();
    connection.read_to_end(&mut rest).await.unwrap();
}

#[actix_web::test]
async fn an_answer_ends_its_connection_where_too_many_are_open_and_no_other() {
    let portal = spawn(Database::Sqlite).await;
    let open = &portal.installation.site.connections;
    // The page with a shortcut, one that takes the long way, and one that is not there.
    let pages = ["/connect", "/help", "/nowhere"];
    for path in pages {
        let mut kept = connect(&portal).await;
        for _ in 0..2 {
            let head = ask(&portal, &mut kept, path).await;
            assert!(!head.contains("connection: close"), "{path}: {head}");
        }
    }
    let mut waiting = connect(&portal).await;
    ask(&portal, &mut waiting, "/healthz").await;
    let mut others: Vec<Extensions> = (0..OpenConnections::KEPT).map(|_| Extensions::new()).collect();
    others.iter_mut().for_each(|belongings| open.open(belongings));
    for path in pages {
        let mut connection = connect(&portal).await;
        let head = ask(&portal, &mut connection, path).await;
        assert!(head.contains("connection: close"), "{path}: {head}");
        ended(connection).await;
    }
    drop(others);
    let head = ask(&portal, &mut waiting, "/help").await;
    assert!(!head.contains("connection: close"), "who waited is served, and kept again: {head}");
}

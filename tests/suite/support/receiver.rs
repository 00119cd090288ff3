//! A clinic's receiver of callbacks, and what it got.

use std::{
    collections::VecDeque,
    io::{Read, Write},
    path::Path,
    sync::{Arc, Mutex, mpsc},
};

use data_encoding::BASE64;
use serde_json::Value;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
};

use super::crashes::Crashes;

/// A message as it came in.
#[derive(Debug, Clone)]
pub struct Received {
    pub head: String,
    pub body: String,
}

impl Received {
    /// `None` while there is more to come.
    fn parse(bytes: &[u8]) -> Option<Received> {
        let end = bytes.windows(4).position(|w| w == b"\r\n\r\n")?;
        let head = String::from_utf8(bytes[..end].to_vec()).unwrap();
        let length: usize = head
            .lines()
            .find_map(|line| line.to_ascii_lowercase().strip_prefix("content-length:").map(str::to_owned))
            .map_or(0, |n| n.trim().parse().unwrap());
        let body = bytes.get(end + 4..end + 4 + length)?;
        Some(Received { head, body: String::from_utf8(body.to_vec()).unwrap() })
    }

    /// Reads one message from who calls.
    pub fn read(stream: &mut impl Read) -> Received {
        let mut bytes = Vec::new();
        let mut buffer = [0; 4096];
        loop {
            match stream.read(&mut buffer).unwrap() {
                0 => panic!("the message ended early: {}", String::from_utf8_lossy(&bytes)),
                n => bytes.extend_from_slice(&buffer[..n]),
            }
            if let Some(message) = Received::parse(&bytes) {
                return message;
            }
        }
    }

    pub fn header(&self, name: &str) -> &str {
        let find = |line: &&str| line.split_once(':').is_some_and(|(n, _)| n.eq_ignore_ascii_case(name));
        let line = self.head.lines().find(find).unwrap_or_else(|| panic!("no {name} in {}", self.head));
        line.split_once(':').unwrap().1.trim()
    }

    pub fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap()
    }

    pub fn kind(&self) -> String {
        self.json()["type"].as_str().unwrap().to_owned()
    }

    /// As a library of Standard Webhooks does it, from the text of the specification: none of our own code.
    pub fn is_signed_with(&self, secret: &str) -> bool {
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
pub struct Receiver {
    pub port: u16,
    received: Arc<Mutex<Vec<Received>>>,
    pub connections: Arc<Mutex<usize>>,
    answers: Arc<Mutex<VecDeque<String>>>,
    _crashes: Crashes,
}

impl Receiver {
    pub async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let receiver = Self {
            port: listener.local_addr().unwrap().port(),
            received: Arc::default(),
            connections: Arc::default(),
            answers: Arc::default(),
            _crashes: Crashes::of_this_system(),
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

    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}/hook?token=hush", self.port)
    }

    pub fn answer(&self, head: &str) {
        self.answers.lock().unwrap().push_back(format!("HTTP/1.1 {head}\r\n\r\n"));
    }

    pub fn received(&self) -> Vec<Received> {
        self.received.lock().unwrap().clone()
    }

    pub fn kinds(&self) -> Vec<String> {
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
    let message = loop {
        match socket.read(&mut buffer).await {
            Ok(n) if n > 0 => bytes.extend_from_slice(&buffer[..n]),
            _ => return,
        }
        if bytes[0] == 0x16 {
            // Somebody greets in TLS: we do not speak it.
            let _ = socket.write_all(b"HTTP/1.1 400 Bad Request\r\n\r\n").await;
            return;
        }
        if let Some(message) = Received::parse(&bytes) {
            break message;
        }
    };
    received.lock().unwrap().push(message);
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

/// A receiver that speaks TLS with a certificate of its own making, which it also writes to `pem`.
pub fn tls_receiver(pem: &Path) -> (u16, mpsc::Receiver<Received>) {
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
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    let (received, told) = mpsc::channel();
    std::thread::spawn(move || {
        for socket in listener.incoming() {
            let connection = rustls::ServerConnection::new(config.clone()).unwrap();
            let mut stream = rustls::StreamOwned::new(connection, socket.unwrap());
            let message = Received::read(&mut stream);
            let _ = stream.write_all(b"HTTP/1.1 204 No Content\r\n\r\n");
            if received.send(message).is_err() {
                return;
            }
        }
    });
    (port, told)
}

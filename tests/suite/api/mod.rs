//! The JSON API, one file for each thing that it promises.

mod alternate_ids;
mod cursors;
mod docs;
mod document;
mod example;
mod idempotency;
mod lost_commit;
mod refusals;
mod restored;
mod several_nodes;
mod slow_bodies;
mod strict;

use serde_json::Value;
use tokio::io::{AsyncReadExt, AsyncWriteExt};

use crate::support::{Browser, Clinic, Letter, TestPortal};

/// An answer, whole.
#[derive(Debug)]
struct Answer {
    status: u16,
    head: String,
    body: String,
}

impl Answer {
    fn header(&self, name: &str) -> Option<&str> {
        self.head.lines().find_map(|line| {
            let (found, value) = line.split_once(": ")?;
            found.eq_ignore_ascii_case(name).then_some(value)
        })
    }

    fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap_or(Value::Null)
    }

    fn code(&self) -> (u16, String) {
        (self.status, self.json()["code"].as_str().unwrap_or_default().to_owned())
    }
}

/// Sends exactly these bytes: what a client library would mend on the way stays as it is.
async fn send(
    portal: &TestPortal,
    method: &str,
    path: &str,
    headers: &[(&str, &str)],
    body: &[u8],
) -> Answer {
    let address = portal.base.strip_prefix("http://").unwrap();
    let mut stream = tokio::net::TcpStream::connect(address).await.unwrap();
    let mut request =
        format!("{method} {path} HTTP/1.1\r\nhost: {address}\r\nconnection: close\r\n").into_bytes();
    for (name, value) in headers {
        request.extend_from_slice(format!("{name}: {value}\r\n").as_bytes());
    }
    request.extend_from_slice(format!("content-length: {}\r\n\r\n", body.len()).as_bytes());
    request.extend_from_slice(body);
    // A server that refuses a body need not read it to its end.
    let _ = stream.write_all(&request).await;
    let mut answer = Vec::new();
    let _ = stream.read_to_end(&mut answer).await;
    let answer = String::from_utf8(answer).unwrap();
    let (head, body) =
        answer.split_once("\r\n\r\n").unwrap_or_else(|| panic!("no answer to {method} {path}"));
    let status = head.split(' ').nth(1).unwrap().parse().unwrap();
    Answer { status, head: head.to_owned(), body: body.to_owned() }
}

/// A call with the app's key.
async fn call(portal: &TestPortal, method: &str, path: &str, body: &[u8]) -> Answer {
    let bearer = format!("Bearer {}", portal.key);
    send(portal, method, &format!("/api/v1{path}"), &[("authorization", &bearer)], body).await
}

/// A patient who has connected, and the path of what the app knows her by.
async fn connected(portal: &TestPortal, clinic: &Clinic) -> (Browser, Letter, String) {
    let letter = clinic.invite("violet harbour").await;
    let mut patient = portal.browser();
    patient.connect(&letter, "Emma").await;
    let list = clinic.authorized(None).await;
    let mut items = list["items"].as_array().unwrap().iter();
    let item = items.find(|i| i["external_id"] == letter.external_id.as_str()).unwrap();
    let id = |name: &str| item[name].as_str().unwrap().to_owned();
    let path = format!("/persons/{}/records/{}", id("person_id"), id("record_id"));
    (patient, letter, path)
}

//! What is sent: the message, its id and its signature.

use std::fmt;

use chrono::{DateTime, SecondsFormat, Utc};
use data_encoding::BASE64;
use hmac::{Hmac, KeyInit, Mac};
use serde::Serialize;
use sha2::Sha256;
use uuid::Uuid;
use zeroize::Zeroizing;

use crate::domain::event::{EventKind, LoggedEvent};

/// What a message of this kind is called.
pub fn message_type(kind: EventKind) -> String {
    format!("connect_request.{}", kind.as_str())
}

/// What `webhook-id` says: the same at every attempt, so that the app knows a message that it has had.
pub fn message_id(delivery: Uuid) -> String {
    format!("msg_{}", delivery.simple())
}

#[derive(Serialize)]
struct Message<'a> {
    r#type: String,
    timestamp: String,
    data: Data<'a>,
}

#[derive(Serialize)]
struct Data<'a> {
    app_id: Uuid,
    seq: i64,
    external_id: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    person_id: Option<Uuid>,
    #[serde(skip_serializing_if = "Option::is_none")]
    record_id: Option<Uuid>,
    #[serde(skip_serializing_if = "Option::is_none")]
    app_specific_record_id: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    attempts_left: Option<u32>,
}

/// The body of an event's message: the same bytes at every attempt. "No health data, question or code in it."
pub fn body(app_id: Uuid, event: &LoggedEvent) -> String {
    let known_as = event.authorization.as_ref();
    let message = Message {
        r#type: message_type(event.kind),
        timestamp: event.at.to_rfc3339_opts(SecondsFormat::AutoSi, true),
        data: Data {
            app_id,
            seq: event.seq,
            external_id: event.external_id.as_deref(),
            person_id: known_as.map(|k| k.person_id),
            record_id: known_as.map(|k| k.record_id),
            app_specific_record_id: known_as.map(|k| k.app_specific_record_id.as_str()),
            attempts_left: event.attempts_left,
        },
    };
    serde_json::to_string(&message).expect("texts and numbers are always JSON")
}

/// Bytes of a signing secret: "between 24 bytes and 64 bytes".
pub const SECRET_BYTES: usize = 32;
const SECRET_PREFIX: &str = "whsec_";

/// What messages are signed with. Does not print.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(Zeroizing<Vec<u8>>);

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(…)")
    }
}

impl Secret {
    /// From random bytes.
    pub fn from_bytes(bytes: &[u8]) -> Secret {
        Secret(Zeroizing::new(bytes.to_vec()))
    }

    /// The bytes, to be sealed.
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }

    /// The text that libraries of Standard Webhooks take: `whsec_…`.
    pub fn reveal(&self) -> Zeroizing<String> {
        Zeroizing::new(format!("{SECRET_PREFIX}{}", BASE64.encode(&self.0)))
    }

    fn sign(&self, signed: &str) -> String {
        let mut mac = Hmac::<Sha256>::new_from_slice(&self.0).expect("HMAC takes keys of any length");
        mac.update(signed.as_bytes());
        format!("v1,{}", BASE64.encode(&mac.finalize().into_bytes()))
    }
}

/// What `webhook-signature` says: a signature with each secret, separated by spaces, so that "zero downtime secret
/// rotation" works.
pub fn signature(secrets: &[Secret], id: &str, at: DateTime<Utc>, body: &str) -> String {
    let signed = format!("{id}.{}.{body}", at.timestamp());
    secrets.iter().map(|secret| secret.sign(&signed)).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The example of the specification's own libraries.
    #[test]
    fn the_signature_is_the_one_of_standard_webhooks() {
        let key = BASE64.decode(b"MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw").unwrap();
        let secret = Secret::from_bytes(&key);
        let at = DateTime::from_timestamp(1_614_265_330, 0).unwrap();
        let body = r#"{"test": 2432232314}"#;
        assert_eq!(
            signature(std::slice::from_ref(&secret), "msg_p5jXN8AQM9LWM0D4loKWxJek", at, body),
            "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="
        );
        let two =
            signature(&[Secret::from_bytes(&[1; 32]), secret], "msg_p5jXN8AQM9LWM0D4loKWxJek", at, body);
        assert_eq!(two.split(' ').count(), 2);
        assert!(two.ends_with(" v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="));
    }

    #[test]
    fn a_secret_is_written_as_libraries_take_it() {
        let text = Secret::from_bytes(&[7; SECRET_BYTES]).reveal();
        let bytes = BASE64.decode(text.strip_prefix("whsec_").unwrap().as_bytes()).unwrap();
        assert_eq!(bytes, [7; 32]);
    }

    #[test]
    fn a_message_holds_the_apps_own_terms_and_nothing_else() {
        let event = LoggedEvent {
            seq: 7,
            at: DateTime::from_timestamp(1_800_000_000, 0).unwrap(),
            kind: EventKind::WrongAnswer,
            external_id: Some("patient-1".into()),
            attempts_left: Some(2),
            authorization: None,
        };
        let body: serde_json::Value = serde_json::from_str(&body(Uuid::from_u128(1), &event)).unwrap();
        assert_eq!(
            body,
            serde_json::json!({
                "type": "connect_request.wrong_answer",
                "timestamp": "2027-01-15T08:00:00Z",
                "data": {
                    "app_id": Uuid::from_u128(1), "seq": 7, "external_id": "patient-1", "attempts_left": 2,
                },
            })
        );
    }
}

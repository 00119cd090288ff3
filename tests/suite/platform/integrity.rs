//! One wrong byte anywhere, and nothing is done.

use proptest::{prelude::*, strategy::ValueTree};

use super::client::{Client, Context, NET, NOBODY, client, dialects};
use crate::support::{Database, TestPortal, spawn};

/// The same text with another letter or digit at `at`, still well-formed; `None` where there is neither.
fn changed(text: &str, at: usize) -> Option<String> {
    let other = match text.as_bytes()[at] {
        b'9' => b'8',
        b'z' => b'y',
        b'Z' => b'Y',
        b @ (b'0'..=b'8' | b'a'..=b'y' | b'A'..=b'Y') => b + 1,
        b'+' | b'/' | b'=' => b'A',
        _ => return None,
    };
    let mut bytes = text.as_bytes().to_vec();
    bytes[at] = other;
    String::from_utf8(bytes).ok()
}

/// The places of texts and attribute values: between `>` and `<`, and between quotes.
fn values(text: &str) -> Vec<usize> {
    let (mut found, mut in_tag, mut quoted) = (Vec::new(), false, false);
    for (at, c) in text.char_indices() {
        match c {
            '<' if !quoted => in_tag = true,
            '>' if !quoted => in_tag = false,
            '"' if in_tag => quoted = !quoted,
            '&' | ';' => {}
            _ if !in_tag || quoted => found.push(at),
            _ => {}
        }
    }
    found
}

async fn nothing_was_made(portal: &TestPortal) {
    let requests = portal.clinic().get("/connect-requests").await;
    assert_eq!(requests["items"].as_array().unwrap().len(), 0, "nothing changed");
}

#[actix_web::test]
async fn one_wrong_letter_in_info_header_hash_or_hmac_is_code_4_and_changes_nothing() {
    for dialect in dialects().into_iter().filter(|d| ["NET", "NET, SHA-1"].contains(&d.name)) {
        let portal = spawn(Database::Sqlite).await;
        let mut clinic = client(&portal, dialect).await;
        let token = clinic.sign_in().await.token;
        let info =
            clinic.info(&clinic.new_request("Emma", "Which word did we say?", "violet harbour", "p-1"));
        let good = clinic.context("CreateConnectRequest", 1, &info, NOBODY);
        let mut tried = 0;
        for (which, text) in [(0, &good.auth), (1, &good.header), (2, &good.info)] {
            for at in values(text) {
                let Some(spoiled) = changed(text, at) else { continue };
                let mut context: Context = good.clone();
                let within = |name: &str| {
                    let (open, close) = (format!("<{name}>"), format!("</{name}>"));
                    let from = text.find(&open).map(|i| i + open.len());
                    from.zip(text.find(&close)).is_some_and(|(from, to)| (from..to).contains(&at))
                };
                // What says who and what comes before what proves it; and what is no time is no message.
                let allowed: &[u32] = match which {
                    1 if within("method") || within("method-version") => &[5],
                    1 if within("auth-token") => &[65, 8],
                    1 if within("msg-time") => &[4, 3],
                    _ => &[4],
                };
                match which {
                    0 => context.auth = spoiled,
                    1 => context.header = spoiled,
                    _ => context.info = spoiled,
                }
                let reply = clinic.send(&clinic.join(&context)).await;
                assert!(allowed.contains(&reply.code), "{}: {reply:?}", context.header);
                assert!(!reply.body.contains(&token));
                tried += 1;
            }
        }
        assert!(tried > 200, "{tried}");
        nothing_was_made(&portal).await;
        clinic.send(&clinic.join(&good)).await.ok();
    }
}

#[actix_web::test]
async fn one_wrong_letter_in_a_signature_or_what_it_signs_makes_no_session() {
    let portal = spawn(Database::Sqlite).await;
    for name in ["NET", "NET, deflate", "JAVA"] {
        let dialect = dialects().into_iter().find(|d| d.name == name).unwrap();
        let clinic = client(&portal, dialect).await;
        let content = clinic.content(&[7; 20]);
        let credential = clinic.credential(&content);
        let (sig, rest) = credential.split_once("<content>").unwrap();
        for (spoils_signature, text) in [(true, sig), (false, rest)] {
            for at in values(text) {
                let Some(spoiled) = changed(text, at) else { continue };
                let algorithm = text[..at].rfind("Method=\"").is_some_and(|i| !text[i + 8..at].contains('"'));
                let spoiled = if spoils_signature {
                    format!("{spoiled}<content>{rest}")
                } else {
                    format!("{sig}<content>{spoiled}")
                };
                let reply = clinic.cast(&clinic.auth_info(&spoiled)).await;
                let allowed: &[u32] = match spoils_signature {
                    true if algorithm => &[105],
                    true => &[4],
                    // Another app, another algorithm, another hour, no time at all: found before it is verified.
                    false => &[4, 6, 105, 49, 3],
                };
                assert!(allowed.contains(&reply.code), "{spoiled}: {reply:?}");
            }
        }
        clinic.cast(&clinic.auth_info(&credential)).await.ok();
    }
}

fn flipped(clinic: &Client, good: &Context, at: prop::sample::Index, bit: u8) -> Vec<u8> {
    let mut bytes = clinic.join(good).into_bytes();
    let at = at.index(bytes.len());
    bytes[at] ^= 1 << bit;
    bytes
}

#[actix_web::test]
async fn one_flipped_bit_anywhere_in_a_message_is_refused() {
    let portal = spawn(Database::Sqlite).await;
    let mut clinic = client(&portal, NET).await;
    clinic.sign_in().await;
    let info = clinic.info(&clinic.new_request("Zoë", "Which word?", "gray", "p-1"));
    let good = clinic.context("CreateConnectRequest", 1, &info, NOBODY);
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let flips = (any::<prop::sample::Index>(), 0u8..8);
    for _ in 0..400 {
        let (at, bit) = flips.new_tree(&mut runner).unwrap().current();
        let bytes = flipped(&clinic, &good, at, bit);
        let reply = clinic.send_bytes(bytes.clone(), None).await;
        assert_ne!(reply.code, 0, "{}", String::from_utf8_lossy(&bytes));
    }
    nothing_was_made(&portal).await;
}

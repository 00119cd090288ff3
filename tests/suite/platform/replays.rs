//! The same sign-in, sent again: by a client whose answer was lost, or by somebody else.

use std::time::Duration;

use patient_connect::{actions::time::purge::purge, store::platform_sessions};
use regex::Regex;
use sha2::{Digest, Sha256};

use super::client::{Client, Dialect, NET, NOBODY, Reply, Session, client, dialects};
use crate::support::{Database, TestPortal, databases, spawn};

const LIST: &str = "GetAuthorizedConnectRequests";
const DAY: Duration = Duration::from_secs(86_400);

fn version_1() -> Dialect {
    dialects().into_iter().find(|d| d.name == "JAVA").unwrap()
}

/// A sign-in as its client writes it.
fn sign_in(clinic: &Client, secret: [u8; 20]) -> String {
    clinic.auth_info(&clinic.credential(&clinic.content(&secret)))
}

async fn remembered(portal: &TestPortal, sign_in: &str) -> bool {
    let signature = Regex::new("<sig [^>]*>([^<]*)<").unwrap().captures(sign_in).unwrap()[1].to_owned();
    let signature = data_encoding::BASE64.decode(signature.as_bytes()).unwrap();
    let mut tx = portal.installation.context.db.read().await.unwrap();
    platform_sessions::find_sign_in(&mut tx, &Sha256::digest(signature).into()).await.unwrap().is_some()
}

/// Everything that a sign-in is told.
fn told(reply: &Reply) -> (String, Vec<String>) {
    (reply.one("token"), reply.all("shared-secret"))
}

#[actix_web::test]
async fn a_sign_in_whose_answer_was_lost_is_answered_with_the_same_session() {
    for database in databases() {
        let portal = spawn(database).await;
        for dialect in [version_1(), NET] {
            let clinic = client(&portal, dialect).await;
            let message =
                clinic.anonymous("CreateAuthenticatedSessionToken", dialect.cast, &sign_in(&clinic, [9; 20]));
            let first = clinic.send(&message).await.ok();
            // "NET and NETSTD repeat the identical request twice more, one second apart."
            for _ in 0..2 {
                portal.clock.wait(Duration::from_secs(1));
                assert_eq!(told(&clinic.send(&message).await.ok()), told(&first));
            }
        }
    }
}

#[actix_web::test]
async fn a_sign_in_that_was_used_makes_no_second_session_however_late_it_comes() {
    for database in databases() {
        let portal = spawn(database).await;
        for (dialect, after_months) in [(version_1(), 65), (NET, 49)] {
            let mut clinic = client(&portal, dialect).await;
            let used = sign_in(&clinic, [8; 20]);
            let first = clinic.cast(&used).await.ok();
            let secret = match dialect.cast {
                1 => vec![8; 20],
                _ => data_encoding::BASE64.decode(first.one("shared-secret").as_bytes()).unwrap(),
            };
            clinic.session = Some(Session { token: first.one("token"), secret, mac: dialect.mac });
            portal.clock.wait(Duration::from_secs(120));
            // Whatever is not signed may be written anew: the header with its time, the space around it.
            clinic.cast(&used).await.is(65);
            clinic.cast(&used.replace("<auth-info>", "<auth-info> ")).await.is(65);
            // The session that it made stands.
            clinic.call(LIST, "", NOBODY).await.ok();
            for _ in 0..3 {
                portal.clock.wait(100 * DAY);
                purge(&portal.installation.context).await.unwrap();
                clinic.cast(&used).await.is(after_months);
            }
            // Who signs anew gets in.
            clinic.sign_in().await;
            clinic.call(LIST, "", NOBODY).await.ok();
        }
    }
}

#[actix_web::test]
async fn a_sign_in_is_forgotten_when_it_would_be_refused_by_itself() {
    for database in databases() {
        let portal = spawn(database).await;
        let (old, new) = (client(&portal, version_1()).await, client(&portal, NET).await);
        let (version_1, version_2) = (sign_in(&old, [7; 20]), sign_in(&new, [7; 20]));
        old.cast(&version_1).await.ok();
        new.cast(&version_2).await.ok();
        portal.clock.wait(Duration::from_secs(2 * 3600));
        purge(&portal.installation.context).await.unwrap();
        assert!(remembered(&portal, &version_1).await && remembered(&portal, &version_2).await);
        portal.clock.wait(2 * DAY);
        purge(&portal.installation.context).await.unwrap();
        assert!(remembered(&portal, &version_1).await && !remembered(&portal, &version_2).await);
        // The certificate ends with 2099.
        portal.clock.wait(100 * 365 * DAY);
        purge(&portal.installation.context).await.unwrap();
        assert!(!remembered(&portal, &version_1).await);
        old.cast(&version_1).await.is(70);
    }
}

#[actix_web::test]
async fn a_sign_in_that_could_not_be_carried_out_may_be_sent_again_as_it_stands() {
    let portal = spawn(Database::Sqlite).await;
    let node = portal.beside(Duration::ZERO).await;
    for dialect in [version_1(), NET] {
        let mut clinic = client(&node, dialect).await;
        let message =
            clinic.anonymous("CreateAuthenticatedSessionToken", dialect.cast, &sign_in(&clinic, [6; 20]));
        portal.installation.context.db.close().await;
        let url = format!("{}{}", portal.base, dialect.path);
        let response = reqwest::Client::new().post(url).body(message.clone()).send().await.unwrap();
        assert_eq!(response.status().as_u16(), 503);
        clinic.base.clone_from(&node.base);
        clinic.send(&message).await.ok();
    }
}

#[actix_web::test]
async fn one_sign_in_sent_to_two_nodes_at_once_makes_one_session() {
    for database in databases() {
        let portal = spawn(database).await;
        let node = portal.beside(Duration::ZERO).await;
        for dialect in [version_1(), NET] {
            let clinic = client(&portal, dialect).await;
            let message =
                clinic.anonymous("CreateAuthenticatedSessionToken", dialect.cast, &sign_in(&clinic, [5; 20]));
            let senders: Vec<_> = (0..12)
                .map(|n| {
                    let mut clinic = clinic.clone();
                    clinic.base.clone_from(if n % 2 == 0 { &portal.base } else { &node.base });
                    let message = message.clone();
                    actix_web::rt::spawn(async move { told(&clinic.send(&message).await.ok()) })
                })
                .collect();
            let mut all = Vec::new();
            for sender in senders {
                all.push(sender.await.unwrap());
            }
            assert!(all.iter().all(|one| *one == all[0]), "{}", dialect.name);
        }
    }
}

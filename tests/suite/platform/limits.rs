//! How often the platform may be called, and who pays for it.

use std::time::Duration;

use patient_connect::web::limits::PerMinute;

use super::client::{Client, NET, NOBODY, Reply, client, dialects, read};
use crate::support::{Database, spawn, spawn_limited};

const LIST: &str = "GetAuthorizedConnectRequests";

fn generous() -> PerMinute {
    PerMinute::default().times(1_000)
}

/// Sends a message and gives its answer with `Retry-After`.
async fn send(clinic: &Client, message: String) -> (Reply, Option<u64>) {
    let url = format!("{}{}", clinic.base, clinic.dialect.path);
    let response = reqwest::Client::new().post(url).body(message).send().await.unwrap();
    assert_eq!(response.status().as_u16(), 200, "200 for every answer");
    let wait = response.headers().get("retry-after").map(|v| v.to_str().unwrap().parse().unwrap());
    (read(&response.text().await.unwrap()), wait)
}

/// Sends what `message` writes until it is too much; how often it was not.
async fn until_limited(clinic: &Client, message: impl Fn() -> String, otherwise: u32) -> usize {
    for sent in 0..100 {
        let (reply, wait) = send(clinic, message()).await;
        if reply.code == 1 {
            assert!((1..=60).contains(&wait.unwrap()), "{wait:?}");
            assert!(reply.one("message").starts_with("Too many calls; nothing was done."), "{reply:?}");
            return sent;
        }
        assert_eq!((reply.code, wait), (otherwise, None), "{reply:?}");
    }
    panic!("never limited");
}

fn forged(clinic: &Client) -> String {
    let good = clinic.auth_info(&clinic.credential(&clinic.content(&[7; 20])));
    let forged = good.replace("</content>", " </content>");
    clinic.anonymous("CreateAuthenticatedSessionToken", clinic.dialect.cast, &forged)
}

#[actix_web::test]
async fn an_app_has_one_budget_for_the_xml_platform_and_the_json_api() {
    let portal = spawn_limited(Database::Sqlite, PerMinute { api: 10, ..generous() }).await;
    let mut clinic = client(&portal, NET).await;
    clinic.sign_in().await;
    let list = || clinic.join(&clinic.context(LIST, 1, "<info />", NOBODY));
    let sent = until_limited(&clinic, list, 0).await;
    assert!((9..20).contains(&sent), "signing in is a call, too: {sent}");
    let (status, _) = portal.clinic().call("GET", "/connect-requests", None).await;
    assert_eq!(status, 429);
}

#[actix_web::test]
async fn signing_in_again_and_again_uses_up_the_apps_own_budget() {
    let portal = spawn_limited(Database::Sqlite, PerMinute { api: 5, ..generous() }).await;
    for dialect in dialects().into_iter().filter(|d| ["NET", "JAVA"].contains(&d.name)) {
        let clinic = client(&portal, dialect).await;
        let message = || {
            let info = clinic.auth_info(&clinic.credential(
                &clinic.content(&patient_connect::ports::bytes::<20>(&patient_connect::ports::SystemRandom)),
            ));
            clinic.anonymous("CreateAuthenticatedSessionToken", dialect.cast, &info)
        };
        // Each is another message: by its secret, or by the millisecond that it was signed in.
        assert!(until_limited(&clinic, message, 0).await < 20);
    }
}

#[actix_web::test]
async fn a_flood_in_an_apps_name_is_limited_by_its_address_and_costs_the_app_nothing() {
    let portal =
        spawn_limited(Database::Sqlite, PerMinute { api: 10, bad_key: 4, ..PerMinute::default() }).await;
    for dialect in dialects().into_iter().filter(|d| ["NET", "JAVA"].contains(&d.name)) {
        let mut clinic = client(&portal, dialect).await;
        until_limited(&clinic, || forged(&clinic), 4).await;
        // A real sign-in of the app, caught on the way and sent again and again.
        let used = clinic.auth_info(&clinic.credential(&clinic.content(&[3; 20])));
        clinic.cast(&used).await.ok();
        portal.clock.wait(Duration::from_secs(120));
        let replay = || clinic.anonymous("CreateAuthenticatedSessionToken", dialect.cast, &used);
        until_limited(&clinic, replay, 65).await;
        for _ in 0..30 {
            clinic.cast(&used).await;
            clinic.send(&forged(&clinic)).await;
        }
        // The app itself, behind the very same address, gets in and has its budget.
        clinic.sign_in().await;
        clinic.call(LIST, "", NOBODY).await.ok();
        clinic.call(LIST, "", NOBODY).await.ok();
    }
}

#[actix_web::test]
async fn tokens_of_nobody_and_forged_messages_are_limited_by_address() {
    let portal = spawn_limited(Database::Sqlite, PerMinute { bad_key: 4, ..generous() }).await;
    let mut clinic = client(&portal, NET).await;
    let session = clinic.sign_in().await;
    let with = |token: &str| {
        let mut other = clinic.clone();
        other.session = Some(super::client::Session { token: token.to_owned(), ..session.clone() });
        other.join(&other.context(LIST, 1, "<info />", NOBODY))
    };
    until_limited(&clinic, || with("ASAAAnobodys"), 65).await;
    let sent = until_limited(&clinic, || with("garbage"), 8).await;
    assert!(sent < 4, "all that proves nobody is counted together: {sent}");
    let mac = |text: String| text.replace("HMACSHA256", "HMACSHA1");
    until_limited(&clinic, || mac(with(&session.token)), 4).await;
    clinic.call(LIST, "", NOBODY).await.ok();
}

#[actix_web::test]
async fn asking_where_the_platform_is_without_a_session_is_limited_by_address() {
    let portal = spawn_limited(Database::Sqlite, PerMinute { bad_key: 4, ..generous() }).await;
    let mut clinic = client(&portal, NET).await;
    let ask = || clinic.anonymous("GetServiceDefinition", 2, "<info />");
    let sent = until_limited(&clinic, ask, 0).await;
    assert!((4..20).contains(&sent), "{sent}");
    clinic.sign_in().await;
    for _ in 0..10 {
        let context = clinic.context("GetServiceDefinition", 2, "<info />", NOBODY);
        clinic.send(&clinic.join(&context)).await.ok();
    }
}

#[actix_web::test]
async fn an_app_whose_session_has_expired_is_always_told_to_sign_in_again() {
    let portal = spawn_limited(Database::Sqlite, PerMinute { bad_key: 1, ..generous() }).await;
    let mut clinic = client(&portal, NET).await;
    clinic.sign_in().await;
    portal.clock.wait(Duration::from_secs(5 * 3600));
    for _ in 0..20 {
        clinic.call(LIST, "", NOBODY).await.is(65);
    }
    clinic.sign_in().await;
    clinic.call(LIST, "", NOBODY).await.ok();
}

#[actix_web::test]
async fn a_message_that_is_no_xml_is_answered_as_before_however_often_it_comes() {
    let portal = spawn(Database::Sqlite).await;
    let clinic = client(&portal, NET).await;
    for _ in 0..20 {
        assert_eq!(send(&clinic, "nothing".to_owned()).await.0.code, 3);
    }
}

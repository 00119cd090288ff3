//! "When it arrives in the URL it is taken out of it by a redirect at once, so that it stays out of history, `Referer`
//! and logs": also when the link cannot be followed just now.

use patient_connect::web::limits::PerMinute;

use crate::support::{Browser, Database, spawn, spawn_limited};

fn links(code: &str) -> [String; 3] {
    [
        format!("/connect?packageid={code}"),
        format!("/redirect.aspx?target=CONNECT&targetqs=packageid%3d{code}"),
        format!("/patientwelcome.aspx?packageid={code}"),
    ]
}

/// The page in front is at an address without the code, and nothing on it has the code.
#[track_caller]
fn is_without(browser: &Browser, code: &str) {
    for text in [&browser.path, &browser.html] {
        assert!(!text.contains(code), "the code is in {}", browser.path);
        assert!(!text.contains("packageid"), "a link is in {}", browser.path);
    }
}

#[actix_web::test]
async fn a_code_leaves_the_address_when_too_many_links_were_opened() {
    let portal = spawn_limited(Database::Sqlite, PerMinute { code: 1, ..PerMinute::default() }).await;
    let code = portal.clinic().invite("violet harbour").await.code;
    portal.browser().open(&format!("/connect?packageid={code}")).await;
    for link in links(&code) {
        let mut patient = portal.browser();
        patient.open(&link).await;
        patient.is("too-many-requests", 429);
        is_without(&patient, &code);
    }
}

#[actix_web::test]
async fn who_followed_too_many_links_is_told_to_wait_as_long_as_the_limit_says_and_no_longer() {
    // One in four seconds.
    let portal = spawn_limited(Database::Sqlite, PerMinute { code: 15, ..PerMinute::default() }).await;
    let link = portal.clinic().invite("violet harbour").await.link;
    let answer = loop {
        let answer = reqwest::get(&link).await.unwrap();
        if answer.status() == 429 {
            break answer;
        }
    };
    let seconds: u64 = answer.headers()["retry-after"].to_str().unwrap().parse().unwrap();
    assert!((1..=4).contains(&seconds), "{seconds} seconds");
    assert!(answer.text().await.unwrap().contains(&format!("{seconds} second")));
}

#[actix_web::test]
async fn a_code_leaves_the_address_when_the_database_is_away() {
    let portal = spawn(Database::Sqlite).await;
    let code = portal.clinic().invite("violet harbour").await.code;
    let other = portal.clinic().invite("violet harbour").await.link;
    let mut with_session = portal.browser();
    with_session.open(&other).await;
    with_session.is("question", 200);
    portal.installation.context.db.close().await;
    for link in links(&code) {
        for mut patient in [portal.browser(), with_session.clone()] {
            patient.open(&link).await;
            patient.is("try-again-later", 503);
            is_without(&patient, &code);
        }
    }
}

#[actix_web::test]
async fn the_language_switch_never_leads_back_to_a_code() {
    let portal = spawn(Database::Sqlite).await;
    let code = portal.clinic().invite("violet harbour").await.code;
    // A form that was sent to an address with a code in it: an old bookmark of a script, say.
    let answer = reqwest::Client::new()
        .post(format!("{}/connect?packageid={code}", portal.base))
        .form(&[("identity_code", "x")])
        .send()
        .await
        .unwrap();
    let html = answer.text().await.unwrap();
    assert!(html.contains("name=\"return_to\" value=\"/connect\""));
    assert!(!html.contains(&code));
}

//! How long she stays signed in: until the browser is closed, for thirty days where she asks for it, and no longer than
//! she needs on a shared computer.

use std::time::Duration;

use patient_connect::actions::time::purge::purge;

use super::{owner, sign_in};
use crate::support::{Browser, Database, TestPortal, spawn};

/// In front of the record page, signed in with these boxes ticked.
async fn at_the_record(portal: &TestPortal, ticked: &[&str]) -> (Browser, String, &'static str) {
    let (email, password) = owner(&mut portal.browser()).await;
    let letter = portal.clinic().invite("violet harbour").await;
    let mut patient = portal.browser();
    patient.open(&letter.link).await;
    patient.answer(&letter.answer).await;
    sign_in(&mut patient, &email, password, ticked).await;
    patient.is("record", 200);
    (patient, email, password)
}

fn lasts(browser: &Browser, cookie: &str) -> bool {
    browser.cookies[cookie].contains("Max-Age=")
}

#[actix_web::test]
async fn a_sign_in_ends_with_the_browser_and_the_way_to_there_is_kept() {
    let portal = spawn(Database::Sqlite).await;
    let (patient, email, password) = at_the_record(&portal, &[]).await;
    assert!(!lasts(&patient, "session"));
    let mut patient = patient.reopened();
    patient.open("/connections").await;
    patient.is("sign-in", 200);
    patient.open("/connect/record").await;
    patient.is("sign-in", 200);
    assert!(patient.html.contains("Emma"), "where she was");
    sign_in(&mut patient, &email, password, &[]).await;
    patient.is("record", 200);
    // And a day without use is too long for it.
    let mut patient = patient.reopened();
    portal.advance_days(1);
    patient.open("/connect/record").await;
    patient.is("code", 200);
}

#[actix_web::test]
async fn who_asks_to_stay_signed_in_does_so_for_thirty_days_in_this_browser() {
    let portal = spawn(Database::Sqlite).await;
    let mut hers = portal.browser();
    let (email, password) = owner(&mut hers).await;
    assert!(!hers.html.contains("checked"), "nothing is ticked for her");
    sign_in(&mut hers, &email, password, &["keep_signed_in"]).await;
    hers.is("connections", 200);
    assert!(hers.cookies["session"].ends_with("Max-Age=2592000"), "{}", hers.cookies["session"]);
    portal.advance_days(29);
    purge(&portal.installation.context).await.unwrap();
    let mut hers = hers.reopened();
    hers.open("/connections").await;
    hers.is("connections", 200);
    portal.advance_days(1);
    hers.open("/connections").await;
    hers.is("sign-in", 200);
    assert!(!hers.html.contains("30 minutes"), "that is not why");
}

#[actix_web::test]
async fn on_a_shared_computer_nothing_is_left_after_the_success_page() {
    let portal = spawn(Database::Sqlite).await;
    // Where both are ticked, the careful one counts.
    for ticked in [&["shared_computer"][..], &["keep_signed_in", "shared_computer"]] {
        let (mut patient, ..) = at_the_record(&portal, ticked).await;
        assert!(!lasts(&patient, "session"));
        assert!(!patient.cookies.contains_key("journeys") && !patient.cookies.contains_key("device"));
        let mut closed = patient.reopened();
        closed.open("/connect/record").await;
        closed.is("code", 200);

        patient.choose_new("Emma").await;
        let authorize = patient.html.clone();
        patient.allow().await;
        patient.is("success", 200);
        assert!(patient.html.contains("shared computer") && !patient.html.contains("sign-out"));
        assert_eq!(patient.headers["clear-site-data"], "\"cache\", \"storage\"");
        assert!(!patient.cookies.contains_key("session"), "{:?}", patient.cookies);
        for page in ["/connect/success", "/connect/record", "/connect/question"] {
            patient.open(page).await;
            patient.is("code", 200);
        }
        patient.open("/sign-in").await;
        assert!(!patient.html.contains("Emma"));
        // A form that was open does nothing any more.
        patient.html = authorize;
        patient.allow().await;
        patient.is("code", 200);
    }
}

#[actix_web::test]
async fn on_a_shared_computer_a_sign_in_that_nobody_uses_leaves_nothing_either() {
    let portal = spawn(Database::Sqlite).await;
    let (mut patient, ..) = at_the_record(&portal, &["shared_computer"]).await;
    portal.clock.advance(Duration::from_secs(30 * 60));
    let next = portal.clinic().invite("violet harbour").await;
    patient.open("/help").await;
    assert_eq!(patient.headers["clear-site-data"], "\"cache\", \"storage\"");
    patient.open("/sign-in").await;
    assert!(!patient.html.contains("Emma"));
    // The next one at this computer can go her way at once.
    patient.open(&next.link).await;
    patient.is("question", 200);
}

#[actix_web::test]
async fn signing_out_of_a_shared_computer_clears_it_too() {
    let portal = spawn(Database::Sqlite).await;
    let mut patient = portal.browser();
    let (email, password) = owner(&mut patient).await;
    sign_in(&mut patient, &email, password, &["shared_computer"]).await;
    patient.is("connections", 200);
    patient.submit_only("/sign-out", &[]).await;
    assert_eq!(patient.headers["clear-site-data"], "\"cache\", \"storage\"");
}

#[actix_web::test]
async fn a_new_account_can_be_made_on_a_shared_computer() {
    let portal = spawn(Database::Sqlite).await;
    let letter = portal.clinic().invite("violet harbour").await;
    let mut patient = portal.browser();
    patient.open(&letter.link).await;
    patient.answer(&letter.answer).await;
    patient.open("/create-account").await;
    let fields = [
        ("name", "Pat"),
        ("email", "pat@example.net"),
        ("password", "violet harbour tuesday lantern"),
        ("shared_computer", "yes"),
    ];
    patient.submit("/create-account", &fields).await;
    patient.is("record", 200);
    assert!(!patient.cookies.contains_key("device"));
    patient.choose_new("Emma").await;
    patient.allow().await;
    patient.is("success", 200);
    patient.open("/connections").await;
    patient.is("sign-in", 200);
}

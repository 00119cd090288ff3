//! Guessing at passwords, and staying signed in, where an address is proved first.

use patient_connect::web::limits::PerMinute;

use super::{NEW_PASSWORD, PASSWORD, account, enter, enter_recovery, forget, new_address, sign_in, sign_up};
use crate::support::{Browser, Database, TestPortal, databases, spawn_with_mail, spawn_with_mail_limited};

const WRONG: &str = "not the password that it is";

/// Tries in a browser that nobody knows, until it is refused; gives how many were checked.
async fn guess(portal: &TestPortal, email: &str) -> usize {
    let mut stranger = portal.browser_at("198.51.100.7");
    for checked in 0..30 {
        stranger.open("/sign-in").await;
        sign_in(&mut stranger, email, WRONG).await;
        if stranger.status == 429 {
            return checked;
        }
        stranger.is("sign-in", 422);
    }
    panic!("it was never refused");
}

#[actix_web::test]
async fn guesses_are_counted_alike_for_an_account_one_that_waits_for_its_code_and_none() {
    for database in databases() {
        let (portal, mailbox) = spawn_with_mail(database).await;
        let known = account(portal.browser(), &mailbox).await;
        let (waiting, from_before) = (new_address(), super::before::account_from_before(&portal).await);
        let mut hers = portal.browser();
        sign_up(&mut hers, &waiting, PASSWORD).await;
        for email in [&known, &waiting, &from_before, &new_address()] {
            assert_eq!(guess(&portal, email).await, 20, "{database:?}");
        }
        // The right password is not looked at either: it would tell the guesser that he has found it.
        for email in [&known, &waiting, &from_before] {
            let mut fresh = portal.browser();
            fresh.open("/sign-in").await;
            sign_in(&mut fresh, email, PASSWORD).await;
            fresh.is("too-many-requests", 429);
        }
        // The code of the one who waits is typed as if nothing had been.
        enter(&mut hers, &mailbox.newest_code(&waiting).await).await;
        hers.is("connections", 200);
    }
}

#[actix_web::test]
async fn a_right_password_at_an_account_that_waits_for_its_code_costs_nothing() {
    let (portal, _mailbox) = spawn_with_mail(Database::Sqlite).await;
    let email = new_address();
    sign_up(&mut portal.browser(), &email, PASSWORD).await;
    for _ in 0..25 {
        let mut elsewhere = portal.browser();
        elsewhere.open("/sign-in").await;
        sign_in(&mut elsewhere, &email, PASSWORD).await;
        elsewhere.is("verify-email", 200);
    }
    assert_eq!(guess(&portal, &email).await, 20);
}

#[actix_web::test]
async fn who_recovers_her_account_gets_in_while_strangers_guess_at_it() {
    for database in databases() {
        let (portal, mailbox) = spawn_with_mail(database).await;
        let email = account(portal.browser(), &mailbox).await;
        assert_eq!(guess(&portal, &email).await, 20);
        let mut hers = portal.browser();
        hers.open("/sign-in").await;
        forget(&mut hers, &email).await;
        enter_recovery(&mut hers, &mailbox.newest_code(&email).await).await;
        hers.submit("/recover/password", &[("password", NEW_PASSWORD)]).await;
        hers.is("sign-in", 200);
        assert!(!hers.cookies.contains_key("device"), "she has not said yet whether others use it");
        sign_in(&mut hers, &email, NEW_PASSWORD).await;
        hers.is("connections", 200);
        assert!(hers.cookies.contains_key("device"));
        hers.submit("/sign-out", &[]).await;
        sign_in(&mut hers, &email, NEW_PASSWORD).await;
        hers.is("connections", 200);
        let mut elsewhere = portal.browser();
        elsewhere.open("/sign-in").await;
        sign_in(&mut elsewhere, &email, NEW_PASSWORD).await;
        elsewhere.is("too-many-requests", 429);
    }
}

#[actix_web::test]
async fn a_new_password_chosen_on_a_shared_computer_leaves_no_known_browser() {
    let (portal, mailbox) = spawn_with_mail(Database::Sqlite).await;
    let email = account(portal.browser(), &mailbox).await;
    let mut patient = portal.browser();
    patient.open("/sign-in").await;
    forget(&mut patient, &email).await;
    enter_recovery(&mut patient, &mailbox.newest_code(&email).await).await;
    patient.submit("/recover/password", &[("password", NEW_PASSWORD)]).await;
    let fields = [("email", email.as_str()), ("password", NEW_PASSWORD), ("shared_computer", "yes")];
    patient.submit(&patient.path.clone(), &fields).await;
    patient.is("connections", 200);
    patient.submit("/sign-out", &[]).await;
    assert!(!patient.cookies.contains_key("device"));
    guess(&portal, &email).await;
    sign_in(&mut patient, &email, NEW_PASSWORD).await;
    patient.is("too-many-requests", 429);
}

/// Makes an account with these boxes ticked.
async fn sign_up_ticking(browser: &mut Browser, email: &str, ticked: &[&str]) {
    browser.open("/create-account").await;
    let mut fields = vec![("name", "Pat Example"), ("email", email), ("password", PASSWORD)];
    fields.extend(ticked.iter().map(|name| (*name, "yes")));
    browser.submit("/create-account", &fields).await;
    browser.is("verify-email", 200);
}

fn lasts(browser: &Browser) -> bool {
    browser.cookies["session"].contains("Max-Age=")
}

#[actix_web::test]
async fn what_she_said_about_the_computer_holds_once_her_address_is_proved() {
    let (portal, mailbox) = spawn_with_mail(Database::Sqlite).await;
    for (ticked, kept, known) in [
        (&[][..], false, true),
        (&["keep_signed_in"][..], true, true),
        (&["shared_computer"][..], false, false),
        (&["keep_signed_in", "shared_computer"][..], false, false),
    ] {
        let (mut patient, email) = (portal.browser(), new_address());
        sign_up_ticking(&mut patient, &email, ticked).await;
        assert!(!lasts(&patient), "nobody is signed in yet");
        enter(&mut patient, &mailbox.newest_code(&email).await).await;
        patient.is("connections", 200);
        let says = (lasts(&patient), patient.cookies.contains_key("device"));
        assert_eq!(says, (kept, known), "{ticked:?}");
        assert_eq!(patient.cookies.contains_key("journeys"), known, "{ticked:?}");
    }
    // In another browser the boxes of the sign-in count, not those of the sign-up.
    let (mut patient, mut other, email) = (portal.browser(), portal.browser(), new_address());
    sign_up_ticking(&mut patient, &email, &["shared_computer"]).await;
    other.open("/sign-in").await;
    let fields = [("email", email.as_str()), ("password", PASSWORD), ("keep_signed_in", "yes")];
    other.submit("/sign-in", &fields).await;
    other.is("verify-email", 200);
    enter(&mut other, &mailbox.newest_code(&email).await).await;
    other.is("connections", 200);
    assert!(lasts(&other));
}

#[actix_web::test]
async fn who_is_told_to_wait_for_mails_is_told_how_long() {
    let limits = PerMinute { mails_per_hour: 2, ..PerMinute::default() };
    let (portal, mailbox) = spawn_with_mail_limited(Database::Sqlite, limits).await;
    let (mut patient, email) = (portal.browser(), new_address());
    sign_up(&mut patient, &email, PASSWORD).await;
    patient.submit("/verify-email", &[("resend", "yes")]).await;
    patient.is("too-many-requests", 429);
    let wait: u64 = patient.headers["retry-after"].to_str().unwrap().parse().unwrap();
    assert!((60..=3600).contains(&wait), "{wait}");
    assert_eq!(mailbox.arrived(&email).await.len(), 1);
}

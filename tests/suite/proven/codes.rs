//! A code: how it may be typed, how often, how long, and that only the newest works.

use std::time::Duration;

use patient_connect::web::limits::PerMinute;

use super::{PASSWORD, enter, enter_recovery, forget, new_address, sign_up};
use crate::support::{Browser, Database, databases, spawn_with_mail, spawn_with_mail_limited};

/// What stands at the field.
fn error(browser: &Browser) -> String {
    let found = browser.html.split("data-testid=\"field-error-").nth(1).expect("there is a message");
    found.split('>').nth(1).unwrap().split('<').next().unwrap().to_owned()
}

/// Another code of as many digits.
fn other_than(code: &str) -> String {
    let digit = |c: char| if c == '9' { '0' } else { char::from(c as u8 + 1) };
    code.chars().map(|c| if c.is_ascii_digit() { digit(c) } else { c }).collect()
}

async fn again(browser: &mut Browser) {
    browser.submit(&browser.path.clone(), &[("resend", "yes")]).await;
}

#[actix_web::test]
async fn a_code_is_typed_as_its_reader_likes() {
    let (portal, mailbox) = spawn_with_mail(Database::Sqlite).await;
    let arabic = |code: &str| {
        code.chars()
            .map(|c| c.to_digit(10).map_or(c, |digit| char::from_u32(0x660 + digit).unwrap()))
            .collect::<String>()
    };
    let spellings: [fn(&str) -> String; 3] = [
        |code| code.replace(' ', ""),
        |code| format!("  {}. ", code.replace(' ', "\u{2013}")),
        |code| {
            code.chars()
                .map(|c| char::from_u32(c as u32 + 0xfee0).filter(|_| c != ' ').unwrap_or(c))
                .collect()
        },
    ];
    for spell in spellings
        .into_iter()
        .map(|spell| Box::new(spell) as Box<dyn Fn(&str) -> String>)
        .chain([Box::new(arabic) as Box<dyn Fn(&str) -> String>])
    {
        let (mut patient, email) = (portal.browser(), new_address());
        sign_up(&mut patient, &email, PASSWORD).await;
        enter(&mut patient, &spell(&mailbox.newest_code(&email).await)).await;
        patient.is("connections", 200);
    }
}

#[actix_web::test]
async fn wrong_codes_cost_a_try_each_and_nothing_else_does() {
    for database in databases() {
        let (portal, mailbox) = spawn_with_mail(database).await;
        let (mut patient, email) = (portal.browser(), new_address());
        sign_up(&mut patient, &email, PASSWORD).await;
        let code = mailbox.newest_code(&email).await;
        for nothing in ["", "12345", "1234567", "12345x"] {
            enter(&mut patient, nothing).await;
            patient.is("verify-email", 422);
            assert!(!error(&patient).contains("more"), "{nothing} costs nothing");
        }
        patient.open("/verify-email").await;
        patient.is("verify-email", 200);
        let wrong = other_than(&code);
        for _ in 0..3 {
            enter(&mut patient, &wrong).await;
            patient.is("verify-email", 422);
            assert!(error(&patient).contains("9 more"), "the same again costs nothing: {}", error(&patient));
        }
        let mut guess = wrong.clone();
        for left in (1..9).rev() {
            guess = other_than(&guess);
            if guess == code {
                guess = other_than(&guess);
            }
            enter(&mut patient, &guess).await;
            assert!(error(&patient).contains(&format!("{left} more")), "{}", error(&patient));
        }
        // The tenth.
        enter(&mut patient, &format!("{}{}", &code[..6], if code.ends_with('7') { '8' } else { '7' })).await;
        patient.is("verify-email", 422);
        assert!(error(&patient).contains("too many"), "{}", error(&patient));
        enter(&mut patient, &code).await;
        patient.is("verify-email", 422);
        again(&mut patient).await;
        patient.is("verify-email", 200);
        enter(&mut patient, &mailbox.newest_code(&email).await).await;
        patient.is("connections", 200);
    }
}

#[actix_web::test]
async fn only_the_newest_code_works_and_a_mail_that_waits_is_replaced() {
    for database in databases() {
        let (portal, mailbox) = spawn_with_mail(database).await;
        let (mut patient, email) = (portal.browser(), new_address());
        sign_up(&mut patient, &email, PASSWORD).await;
        // Not sent yet: of two only the newer goes.
        again(&mut patient).await;
        patient.is("verify-email", 200);
        assert!(patient.html.contains("data-testid=\"notice\""));
        assert_eq!(mailbox.arrived(&email).await.len(), 1);
        let first = mailbox.newest_code(&email).await;
        again(&mut patient).await;
        let second = mailbox.newest_code(&email).await;
        assert_eq!(mailbox.arrived(&email).await.len(), 2);
        assert_ne!(first, second);
        enter(&mut patient, &first).await;
        patient.is("verify-email", 422);
        enter(&mut patient, &second).await;
        patient.is("connections", 200);
    }
}

#[actix_web::test]
async fn a_code_runs_out_after_half_an_hour_and_what_waits_for_it_after_a_day() {
    let (portal, mailbox) = spawn_with_mail(Database::Sqlite).await;
    let (mut patient, email) = (portal.browser(), new_address());
    sign_up(&mut patient, &email, PASSWORD).await;
    let code = mailbox.newest_code(&email).await;
    portal.clock.advance(Duration::from_secs(30 * 60));
    patient.open("/verify-email").await;
    patient.is("verify-email", 200);
    assert!(patient.html.contains("too old"));
    enter(&mut patient, &code).await;
    patient.is("verify-email", 422);
    assert!(error(&patient).contains("too old"), "{}", error(&patient));
    again(&mut patient).await;
    patient.is("verify-email", 200);
    let code = mailbox.newest_code(&email).await;
    portal.clock.advance(Duration::from_secs(23 * 3600));
    patient.open("/verify-email").await;
    patient.is("verify-email", 200);
    portal.clock.advance(Duration::from_secs(3600));
    patient.open("/verify-email").await;
    patient.is("sign-in", 200);
    let purged = patient_connect::actions::time::purge::purge(&portal.installation.context).await.unwrap();
    assert_eq!(purged.email_codes, 1);
    drop(code);
}

#[actix_web::test]
async fn a_code_for_a_new_password_works_for_a_day_and_once() {
    let (portal, mailbox) = spawn_with_mail(Database::Sqlite).await;
    let email = super::account(portal.browser(), &mailbox).await;
    let mut patient = portal.browser();
    patient.open("/sign-in").await;
    forget(&mut patient, &email).await;
    let code = mailbox.newest_code(&email).await;
    assert_eq!(code.chars().filter(char::is_ascii_digit).count(), 8);
    // Looking at it opens nothing: neither here nor elsewhere.
    for page in ["/recover/password", "/recover/code"] {
        patient.open(page).await;
        patient.is("recover-code", 200);
    }
    let mut elsewhere = portal.browser();
    elsewhere.open("/recover/code").await;
    elsewhere.is("recover", 200);
    portal.clock.advance(Duration::from_secs(23 * 3600 + 3000));
    patient.open("/recover/code").await;
    enter_recovery(&mut patient, &code).await;
    patient.is("recover-password", 200);
    patient.open("/recover/code").await;
    patient.is("recover-password", 200);
    // Half an hour to choose; after that it is over.
    portal.clock.advance(Duration::from_secs(1800));
    patient.submit("/recover/password", &[("password", super::NEW_PASSWORD)]).await;
    patient.is("recover", 200);
    patient.open("/sign-in").await;
    super::sign_in(&mut patient, &email, PASSWORD).await;
    patient.is("connections", 200);
}

#[actix_web::test]
async fn five_codes_are_sent_for_one_page_and_ten_an_hour_to_one_address() {
    let (portal, mailbox) = spawn_with_mail(Database::Sqlite).await;
    let (mut patient, email) = (portal.browser(), new_address());
    sign_up(&mut patient, &email, PASSWORD).await;
    mailbox.all().await;
    for _ in 0..4 {
        again(&mut patient).await;
        patient.is("verify-email", 200);
        mailbox.all().await;
    }
    again(&mut patient).await;
    patient.is("verify-email", 422);
    assert!(error(&patient).contains("5 emails"), "{}", error(&patient));
    assert_eq!(mailbox.arrived(&email).await.len(), 5);
    enter(&mut patient, &mailbox.newest_code(&email).await).await;
    patient.is("connections", 200);

    let limits = PerMinute { mails_per_hour: 4, ..PerMinute::default() };
    let (portal, mailbox) = spawn_with_mail_limited(Database::Sqlite, limits).await;
    for email in [new_address(), super::account(portal.browser(), &mailbox).await] {
        let asked_before = mailbox.arrived(&email).await.len();
        let mut refused = 0;
        for _ in 0..4 {
            let mut patient = portal.browser();
            patient.open("/recover").await;
            patient.submit("/recover", &[("email", &email)]).await;
            refused += u32::from(patient.status == 429);
        }
        // Half as many of one client address as of all.
        assert_eq!(refused as usize, 2 + asked_before, "known and unknown alike");
    }
}

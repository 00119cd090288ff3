//! A new address: confirmed by who reads it, told to who reads the old one, and taken back by them.

use super::{PASSWORD, history, is_signed_in, link_of, sign_in, somebody, subjects, text};
use crate::support::{Browser, Database, databases, spawn, spawn_with_mail};

async fn ask(browser: &mut Browser, email: &str) {
    browser.open("/account/email").await;
    browser.submit("/account/email", &[("email", email)]).await;
}

async fn code(browser: &mut Browser, code: &str) {
    browser.submit("/account/email/code", &[("email_code", code)]).await;
}

#[actix_web::test]
async fn a_new_address_counts_once_the_code_that_was_mailed_to_it_is_typed() {
    for database in databases() {
        let (portal, mailbox) = spawn_with_mail(database).await;
        let her = somebody(&portal).await;
        let mut browser = her.browser;
        ask(&mut browser, "new.zenobia@example.com").await;
        browser.is("account-email-code", 200);
        assert!(browser.html.contains("new.zenobia@example.com"));
        sign_in(&portal, &mut portal.browser(), &her.email, PASSWORD).await;

        code(&mut browser, "").await;
        browser.is("account-email-code", 422);
        code(&mut browser, "12345").await;
        browser.is("account-email-code", 422);
        let right = mailbox.newest_code("new.zenobia@example.com").await;
        let wrong = if right == "000000" { "000001" } else { "000000" };
        code(&mut browser, wrong).await;
        browser.is("account-email-code", 422);
        assert!(text(&browser.html).contains("You can try 9 more times"), "only a code costs a try");
        code(&mut browser, &format!(" {} {}", &right[..3], &right[3..])).await;
        browser.is("account", 200);
        assert!(browser.html.contains("new.zenobia@example.com"));

        let mut other = portal.browser();
        sign_in(&portal, &mut other, &her.email, PASSWORD).await;
        other.is("sign-in", 422);
        sign_in(&portal, &mut other, "new.zenobia@example.com", PASSWORD).await;
        other.is("account", 200);
        assert_eq!(subjects(&mailbox, &her.email).await[0], "Your email address was changed");
        let lines = history(&mut browser).await;
        assert!(lines.contains(&"Your email address was changed".to_owned()));
    }
}

#[actix_web::test]
async fn who_reads_the_old_address_takes_the_change_back_for_a_week_and_all_sign_ins_end() {
    for database in databases() {
        let (portal, mailbox) = spawn_with_mail(database).await;
        let her = somebody(&portal).await;
        // Somebody else sits at her browser, and changes the address twice.
        let mut thief = her.browser;
        for new in ["thief.one@example.com", "thief.two@example.com"] {
            ask(&mut thief, new).await;
            let right = mailbox.newest_code(new).await;
            code(&mut thief, &right).await;
            thief.is("account", 200);
        }
        let undo = link_of(&mailbox.newest(&her.email).await.links, "/account/email/undo");
        let mut browser = portal.browser();
        browser.open(&undo).await;
        browser.is("account-undo-email", 200);
        assert!(browser.html.contains(&her.email));
        assert!(is_signed_in(&mut thief).await, "a link that is looked at changes nothing");

        browser.open(&undo).await;
        browser.submit("/account/email/undo", &[]).await;
        assert_eq!(browser.path, "/recover", "then she gets a new password");
        assert!(!is_signed_in(&mut thief).await);
        let mut back = portal.browser();
        sign_in(&portal, &mut back, &her.email, PASSWORD).await;
        back.is("account", 200);
        // Neither link works any more: not this one, and not the one that the thief's first address got.
        let thiefs = link_of(&mailbox.newest("thief.one@example.com").await.links, "/account/email/undo");
        for link in [undo, thiefs] {
            browser.open(&link).await;
            browser.is("account-undo-email", 410);
        }
    }
}

#[actix_web::test]
async fn after_a_week_the_change_stays() {
    let (portal, mailbox) = spawn_with_mail(Database::Sqlite).await;
    let her = somebody(&portal).await;
    let mut browser = her.browser;
    ask(&mut browser, "later@example.com").await;
    let right = mailbox.newest_code("later@example.com").await;
    code(&mut browser, &right).await;
    let undo = link_of(&mailbox.newest(&her.email).await.links, "/account/email/undo");
    portal.advance_days(7);
    portal.clock.advance(std::time::Duration::from_secs(1));
    let mut late = portal.browser();
    late.open(&undo).await;
    late.is("account-undo-email", 410);
}

#[actix_web::test]
async fn an_address_that_has_an_account_is_not_told_from_one_that_has_none() {
    for database in databases() {
        let (portal, mailbox) = spawn_with_mail(database).await;
        let (her, other) = (somebody(&portal).await, somebody(&portal).await);
        let mut browser = her.browser;
        ask(&mut browser, &other.email).await;
        browser.is("account-email-code", 200);
        let known = text(&browser.html).replace(&other.email, "ADDRESS");
        let mail = mailbox.newest(&other.email).await;
        assert_eq!(mail.subject, "You already have an account with this address");
        assert!(mail.codes.is_empty());
        ask(&mut browser, "nobody@example.com").await;
        assert_eq!(text(&browser.html).replace("nobody@example.com", "ADDRESS"), known);
    }
}

#[actix_web::test]
async fn of_a_hundred_guesses_at_once_ten_are_checked() {
    for database in databases() {
        let (portal, mailbox) = spawn_with_mail(database).await;
        let her = somebody(&portal).await;
        let mut browser = her.browser;
        ask(&mut browser, "guessed@example.com").await;
        let right = mailbox.newest_code("guessed@example.com").await;
        let wrong = (0..).map(|n| format!("{n:06}")).filter(|code| *code != right);
        let guesses = wrong.take(100).map(|guess| {
            let mut browser = browser.clone();
            tokio::spawn(async move {
                code(&mut browser, &guess).await;
                browser.html.contains("This is not the code")
            })
        });
        let guesses: Vec<_> = guesses.collect();
        let mut checked = 0;
        for guess in guesses {
            checked += usize::from(guess.await.unwrap());
        }
        // The tenth finds that none is left, and says so in other words.
        assert_eq!(checked, 9);
        code(&mut browser, &right).await;
        browser.open("/account").await;
        assert!(browser.html.contains(&her.email), "the right one comes too late");
    }
}

#[actix_web::test]
async fn without_a_mail_server_the_change_counts_at_once_and_her_password_is_asked_for() {
    let portal = spawn(Database::Sqlite).await;
    let (her, other) = (somebody(&portal).await, somebody(&portal).await);
    let mut browser = her.browser;
    for (email, password, status) in [
        ("at.once@example.com", "", 422),
        ("at.once@example.com", "not her password", 422),
        (other.email.as_str(), PASSWORD, 422),
        (her.email.as_str(), PASSWORD, 422),
    ] {
        browser.open("/account/email").await;
        browser.submit("/account/email", &[("email", email), ("current_password", password)]).await;
        browser.is("account-email", status);
    }
    let fields = [("email", "at.once@example.com"), ("current_password", PASSWORD)];
    browser.submit("/account/email", &fields).await;
    browser.is("account", 200);
    sign_in(&portal, &mut browser, "at.once@example.com", PASSWORD).await;
}

#[actix_web::test]
async fn no_more_than_five_codes_are_mailed_within_an_hour() {
    let (portal, mailbox) = spawn_with_mail(Database::Sqlite).await;
    let mut browser = somebody(&portal).await.browser;
    let mut codes = Vec::new();
    for _ in 0..5 {
        ask(&mut browser, "many@example.com").await;
        browser.is("account-email-code", 200);
        codes.push(mailbox.newest_code("many@example.com").await);
    }
    ask(&mut browser, "many@example.com").await;
    browser.is("account-email", 422);
    browser.open("/account/email/code").await;
    browser.submit("/account/email/code", &[("resend", "yes")]).await;
    browser.is("account-email-code", 422);
    // Of the codes that were mailed only the newest works.
    if codes[0] != codes[4] {
        code(&mut browser, &codes[0]).await;
        browser.is("account-email-code", 422);
    }
    code(&mut browser, &codes[4]).await;
    browser.is("account", 200);
}

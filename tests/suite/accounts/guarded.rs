//! What guards a sign-in guards her account pages, too: budgets of tries, breached passwords, browsers that are known.

use patient_connect::actions::time::purge::purge;

use super::{
    FIREFOX, PASSWORD, SAFARI, Somebody, is_signed_in, newest_is, sign_in, signed_in, somebody, subjects,
    text,
};
use crate::support::{Browser, Database, databases, spawn, spawn_with_mail};

const NEW: &str = "marble canyon twelve otters";
const WRONG: &str = "not the password that it is";

async fn change(browser: &mut Browser, present: &str, new: &str) {
    browser.open("/account/password").await;
    browser.submit("/account/password", &[("current_password", present), ("password", new)]).await;
}

#[actix_web::test]
async fn a_breached_password_is_not_taken_for_a_new_one() {
    let portal = spawn(Database::Sqlite).await;
    let mut browser = somebody(&portal).await.browser;
    change(&mut browser, PASSWORD, "1qaz2wsx3edc4rfv").await;
    browser.is("account-password", 422);
    assert!(browser.html.contains("list of stolen passwords"), "{}", browser.html);
    change(&mut browser, PASSWORD, NEW).await;
    browser.is("account", 200);
}

/// A browser that was left open is no way around the budgets of a sign-in: ten tries in a known browser, and then the
/// twenty that all others share.
#[actix_web::test]
async fn guessing_the_present_password_costs_what_a_sign_in_costs() {
    for database in databases() {
        let portal = spawn(database).await;
        let mut browser = somebody(&portal).await.browser;
        let mut statuses = Vec::new();
        for _ in 0..32 {
            change(&mut browser, WRONG, NEW).await;
            statuses.push(browser.status);
        }
        let count = |wanted| statuses.iter().filter(|status| **status == wanted).count();
        assert_eq!((count(422), count(429)), (30, 2), "{statuses:?}");
        change(&mut browser, PASSWORD, NEW).await;
        assert_eq!(browser.status, 429, "not even the right one now");
        newest_is(&mut browser, "Someone typed a wrong password 30 times").await;
    }
}

#[actix_web::test]
async fn wrong_sign_ins_from_elsewhere_stand_in_her_history_and_keep_her_from_nothing() {
    for database in databases() {
        let portal = spawn(database).await;
        let Somebody { mut browser, email } = somebody(&portal).await;
        let mut stranger = Browser::that_says(&portal.base, SAFARI);
        for _ in 0..22 {
            sign_in(&portal, &mut stranger, &email, WRONG).await;
        }
        assert_eq!(stranger.status, 429);
        newest_is(&mut browser, "Someone typed a wrong password 20 times").await;
        change(&mut browser, PASSWORD, NEW).await;
        browser.is("account", 200);
    }
}

#[actix_web::test]
async fn after_a_new_password_her_browser_stays_known_and_all_others_are_new() {
    for database in databases() {
        let (portal, mailbox) = spawn_with_mail(database).await;
        let Somebody { mut browser, email } = somebody(&portal).await;
        let mut phone = signed_in(&portal, &email, SAFARI).await;
        let new = async || {
            let all = subjects(&mailbox, &email).await;
            all.iter().filter(|s| *s == "A new sign-in to your account").count()
        };
        assert_eq!(new().await, 1, "the phone");
        change(&mut browser, PASSWORD, NEW).await;
        browser.is("account", 200);
        browser.submit("/sign-out", &[]).await;
        sign_in(&portal, &mut browser, &email, NEW).await;
        browser.is("account", 200);
        assert_eq!(new().await, 1, "it is known");
        sign_in(&portal, &mut phone, &email, NEW).await;
        phone.is("account", 200);
        assert_eq!(new().await, 2, "whoever knew the old password keeps no browser that is known");
    }
}

#[actix_web::test]
async fn a_kept_sign_in_is_listed_and_ends_with_all_others() {
    for database in databases() {
        let portal = spawn(database).await;
        let her = somebody(&portal).await;
        let mut phone = Browser::that_says(&portal.base, SAFARI);
        phone.open("/sign-in?to=account").await;
        let typed = [("email", her.email.as_str()), ("password", PASSWORD), ("keep_signed_in", "yes")];
        phone.submit("/sign-in?to=account", &typed).await;
        phone.is("account", 200);
        portal.advance_days(9);
        purge(&portal.installation.context).await.unwrap();
        let mut phone = phone.reopened();
        assert!(is_signed_in(&mut phone).await, "kept");
        let mut browser = signed_in(&portal, &her.email, FIREFOX).await;
        browser.open("/account/sessions").await;
        let shown = text(&browser.html);
        assert!(
            shown.contains("Safari on iPhone") && shown.contains("You stay signed in here until"),
            "{shown}"
        );
        browser.submit("/account/sessions", &[("end", "others")]).await;
        assert!(!is_signed_in(&mut phone).await);
        assert!(!is_signed_in(&mut phone.reopened()).await);
        assert!(is_signed_in(&mut browser).await);
    }
}

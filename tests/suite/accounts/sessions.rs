//! Where she is signed in.

use patient_connect::store::Db;
use regex::Regex;

use super::{SAFARI, history, is_signed_in, signed_in, somebody, text};
use crate::support::{Browser, Database, databases, spawn};

/// The values of the buttons that end one sign-in each.
fn ends(browser: &Browser) -> Vec<String> {
    let button = Regex::new(r#"name="end" value="([0-9a-f-]{36})""#).unwrap();
    button.captures_iter(&browser.html).map(|found| found[1].to_owned()).collect()
}

#[actix_web::test]
async fn she_sees_where_she_is_signed_in_and_ends_one_or_all_others() {
    for database in databases() {
        let portal = spawn(database).await;
        let her = somebody(&portal).await;
        let mut browser = her.browser;
        let mut phone = signed_in(&portal, &her.email, SAFARI).await;
        let mut old = signed_in(&portal, &her.email, "").await;
        let stranger = somebody(&portal).await;

        browser.open("/account/sessions").await;
        let shown = text(&browser.html);
        for words in ["Firefox on Windows This one", "Safari on iPhone", "A browser that we do not know"] {
            assert!(shown.contains(words), "{words}: {shown}");
        }
        let others = ends(&browser);
        assert_eq!(others.len(), 2, "its own is not offered, and the stranger's is not hers");
        browser.submit("/account/sessions", &[("end", &others[0])]).await;
        browser.is("account-sessions", 200);
        let left = [is_signed_in(&mut phone).await, is_signed_in(&mut old).await];
        assert_eq!(left.iter().filter(|left| **left).count(), 1, "one of the two has ended");

        browser.open("/account/sessions").await;
        browser.submit("/account/sessions", &[("end", "others")]).await;
        assert!(!is_signed_in(&mut phone).await && !is_signed_in(&mut old).await);
        assert!(is_signed_in(&mut browser).await, "this one stays");
        assert!(is_signed_in(&mut stranger.browser.clone()).await, "nobody else's is touched");
        let lines = history(&mut browser).await;
        assert_eq!(lines[..2], ["You signed out everywhere else", "You signed out another browser"]);
    }
}

/// An older version, on another node or before an upgrade, notes in the session's state alone who is signed in.
#[actix_web::test]
async fn a_sign_in_that_an_older_version_made_is_ended_too() {
    let portal = spawn(Database::Sqlite).await;
    let her = somebody(&portal).await;
    let mut phone = signed_in(&portal, &her.email, SAFARI).await;
    let stranger = somebody(&portal).await;
    let Db::Sqlite { write, .. } = &portal.installation.context.db else { panic!("not embedded") };
    let forget = "UPDATE sessions SET person_id = NULL, browser = NULL, began_at = NULL";
    sqlx::query(forget).execute(write).await.unwrap();
    let mut browser = her.browser;
    assert!(is_signed_in(&mut phone).await && is_signed_in(&mut browser).await, "both are still signed in");
    browser.open("/account/sessions").await;
    browser.submit("/account/sessions", &[("end", "others")]).await;
    assert!(!is_signed_in(&mut phone).await);
    assert!(is_signed_in(&mut browser).await && is_signed_in(&mut stranger.browser.clone()).await);
}

#[actix_web::test]
async fn nobody_ends_a_strangers_sign_in() {
    for database in databases() {
        let portal = spawn(database).await;
        let her = somebody(&portal).await;
        signed_in(&portal, &her.email, SAFARI).await;
        let mut browser = her.browser.clone();
        browser.open("/account/sessions").await;
        let hers = ends(&browser).remove(0);
        let mut stranger = somebody(&portal).await.browser;
        stranger.open("/account/sessions").await;
        stranger.submit("/account/sessions", &[("end", &hers)]).await;
        browser.open("/account/sessions").await;
        assert_eq!(ends(&browser), [hers]);
        assert!(text(&browser.html).contains("Safari on iPhone"));
    }
}

//! Her name, language and password.

use super::{NAME, PASSWORD, SAFARI, history, is_signed_in, sign_in, signed_in, somebody, subjects, text};
use crate::support::{Database, databases, spawn, spawn_with_mail};

const PAGES: [&str; 10] = [
    "",
    "/name",
    "/email",
    "/language",
    "/password",
    "/sessions",
    "/history",
    "/export",
    "/delete",
    "/records",
];

#[actix_web::test]
async fn an_account_page_is_shown_to_nobody_who_is_not_signed_in_and_to_her_after_signing_in() {
    let portal = spawn(Database::Sqlite).await;
    let her = somebody(&portal).await;
    for page in PAGES {
        let mut stranger = portal.browser();
        stranger.open(&format!("/account{page}")).await;
        stranger.is("sign-in", 200);
        assert_eq!(stranger.path, "/sign-in?to=account");
        let mut browser = her.browser.clone();
        browser.open(&format!("/account{page}")).await;
        browser.is(&format!("account{}", page.replace('/', "-")), 200);
    }
    let mut browser = portal.browser();
    sign_in(&portal, &mut browser, &her.email, PASSWORD).await;
    browser.is("account", 200);
}

#[actix_web::test]
async fn every_page_of_hers_has_the_way_to_her_account_in_its_header() {
    let portal = spawn(Database::Sqlite).await;
    let mut browser = somebody(&portal).await.browser;
    for path in ["/connections", "/account/history", "/help"] {
        browser.open(path).await;
        assert!(browser.html.contains(r#"href="/account" data-testid="account""#), "{path}");
    }
    let mut stranger = portal.browser();
    stranger.open("/help").await;
    assert!(!stranger.html.contains(r#"data-testid="account""#));
}

#[actix_web::test]
async fn a_new_name_is_used_at_once_and_an_empty_one_changes_nothing() {
    for database in databases() {
        let portal = spawn(database).await;
        let mut browser = somebody(&portal).await.browser;
        browser.open("/account/name").await;
        browser.submit("/account/name", &[("name", "  ")]).await;
        browser.is("account-name", 422);
        assert!(browser.html.contains("field-error-name"));
        browser.submit("/account/name", &[("name", "Zoë Quill")]).await;
        browser.is("account", 200);
        assert!(
            browser.html.contains(r#"<p class="who-name">"#) && browser.html.contains("<bdi>Zoë Quill</bdi>")
        );
        assert!(!browser.html.contains(NAME));
        assert_eq!(history(&mut browser).await[0], "Your name was changed");
    }
}

#[actix_web::test]
async fn her_language_goes_with_her_account_to_every_device() {
    for database in databases() {
        let portal = spawn(database).await;
        let her = somebody(&portal).await;
        let mut browser = her.browser;
        browser.open("/account/language").await;
        browser.submit("/account/language", &[("language", "xx")]).await;
        browser.is("account-language", 422);
        browser.submit("/account/language", &[("language", "es")]).await;
        assert!(browser.html.contains(r#"<html lang="es""#));
        let mut phone = signed_in(&portal, &her.email, SAFARI).await;
        assert!(phone.html.contains(r#"<html lang="es""#), "although this browser asks for English");
        // The switch on every page is the same choice.
        phone.submit("/language", &[("language", "en")]).await;
        let mut third = signed_in(&portal, &her.email, SAFARI).await;
        assert!(third.html.contains(r#"<html lang="en""#));
        assert_eq!(
            history(&mut third).await.iter().filter(|line| *line == "Your language was changed").count(),
            2
        );
    }
}

#[actix_web::test]
async fn a_new_password_needs_the_present_one_and_ends_every_other_sign_in() {
    for database in databases() {
        let (portal, mailbox) = spawn_with_mail(database).await;
        let her = somebody(&portal).await;
        let mut browser = her.browser;
        let mut phone = signed_in(&portal, &her.email, SAFARI).await;
        let new = "marble canyon twelve otters";
        browser.open("/account/password").await;
        for (present, password, status) in
            [("wrong horse battery", new, 422), (PASSWORD, "short", 422), ("", new, 422)]
        {
            let fields = [("current_password", present), ("password", password)];
            browser.submit("/account/password", &fields).await;
            browser.is("account-password", status);
            assert!(
                !browser.html.contains(new) && !browser.html.contains(PASSWORD),
                "nothing typed is shown"
            );
        }
        assert!(is_signed_in(&mut phone).await, "nothing has changed yet");
        browser.open("/account/password").await;
        browser.submit("/account/password", &[("current_password", PASSWORD), ("password", new)]).await;
        browser.is("account", 200);
        assert!(is_signed_in(&mut browser).await, "this one stays");
        assert!(!is_signed_in(&mut phone).await, "the other has ended");
        sign_in(&portal, &mut phone, &her.email, PASSWORD).await;
        phone.is("sign-in", 422);
        sign_in(&portal, &mut phone, &her.email, new).await;
        phone.is("account", 200);
        assert!(subjects(&mailbox, &her.email).await.contains(&"Your password was changed".to_owned()));
        let lines = history(&mut browser).await;
        assert!(lines.contains(&"Your password was changed".to_owned()), "{lines:?}");
        assert!(text(&browser.html).contains("Someone typed a wrong password"), "{lines:?}");
    }
}

#[actix_web::test]
async fn her_history_has_pages_and_is_forgotten_after_two_years() {
    let portal = spawn(Database::Sqlite).await;
    let her = somebody(&portal).await;
    let mut browser = her.browser;
    for n in 0..30 {
        browser.open("/account/name").await;
        browser.submit("/account/name", &[("name", &format!("Name {n}"))]).await;
    }
    assert_eq!(history(&mut browser).await.len(), 25);
    assert!(browser.html.contains("/account/history?page=2"));
    browser.open("/account/history?page=2").await;
    assert!(browser.html.contains("You signed in") && browser.html.contains("Firefox on Windows"));
    for page in ["999", "0", "-1", "x"] {
        browser.open(&format!("/account/history?page={page}")).await;
        browser.is("account-history", 200);
    }
    portal.advance_days(731);
    patient_connect::actions::time::purge::purge(&portal.installation.context).await.unwrap();
    let mut browser = signed_in(&portal, &her.email, SAFARI).await;
    assert_eq!(history(&mut browser).await.len(), 1, "only the sign-in of just now");
}

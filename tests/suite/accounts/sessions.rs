//! Where she is signed in.

use std::time::Duration;

use patient_connect::{
    actions::{
        account::sessions::end_others,
        journey::{
            sessions::{Holder, NewSession, hashes, insert},
            sign_in::{self, Browser as Tries, SignIn, look_up},
        },
    },
    domain::{email::Email, password::Password, person::SignInEra},
    store::{Db, persons},
};
use regex::Regex;
use tokio::task::JoinSet;
use uuid::Uuid;

use super::{FIREFOX, PASSWORD, SAFARI, history, is_signed_in, signed_in, somebody, text};
use crate::support::{Browser, Database, TestPortal, databases, spawn};

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
    sqlx::query(forget).execute(&mut *write.take().await.unwrap()).await.unwrap();
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

/// The id of her account.
async fn id_of(portal: &TestPortal, email: &str) -> Uuid {
    let mut tx = portal.installation.context.db.read().await.unwrap();
    let key = Email::parse(email).unwrap().key();
    persons::find_account(&mut tx, &key).await.unwrap().unwrap().person_id
}

#[actix_web::test]
async fn a_password_that_was_looked_at_before_all_sign_ins_ended_signs_nobody_in() {
    for database in databases() {
        let portal = spawn(database).await;
        let her = somebody(&portal).await;
        let context = &portal.installation.context;
        let (email, id) = (Email::parse(&her.email).unwrap(), id_of(&portal, &her.email).await);
        let password = Password::new(PASSWORD).unwrap();
        let account = look_up(context, &email, None).await.unwrap();
        let checked = look_up(context, &email, None).await.unwrap();
        let right = sign_in::sign_in(context, &checked, Tries::Unknown, &password).await.unwrap();
        let SignIn::Right(person) = right else { panic!("{right:?}") };

        end_others(context, id, Uuid::nil()).await.unwrap();

        let late = sign_in::sign_in(context, &account, Tries::Unknown, &password).await.unwrap();
        assert!(matches!(late, SignIn::Wrong), "{late:?}");
        let of = |era| NewSession {
            id: Uuid::from_u128(7),
            state: "{}".to_owned(),
            kept_until: None,
            holder: Holder { person_id: Some(id), ..Holder::default() },
            era,
        };
        for (era, made) in
            [(Some(person.era), false), (None, false), (Some(SignInEra(person.era.0 + 1)), true)]
        {
            assert_eq!(
                insert(context, &hashes(context, "cookie"), of(era), None).await.unwrap(),
                made,
                "{era:?}"
            );
        }
    }
}

/// Sign-ins with the old password, some of them on their way in every moment of the change.
#[actix_web::test]
async fn nobody_stays_signed_in_with_a_password_that_was_changed_meanwhile() {
    for database in databases() {
        let portal = spawn(database).await;
        let her = somebody(&portal).await;
        let mut browser = her.browser;
        browser.open("/account/password").await;
        let change = async {
            tokio::time::sleep(Duration::from_millis(60)).await;
            let typed = [("current_password", PASSWORD), ("password", "marble canyon twelve otters")];
            browser.submit("/account/password", &typed).await;
            browser.is("account", 200);
        };
        let mut phones = JoinSet::new();
        for nth in 0..12 {
            let mut phone = Browser::that_says(&portal.base, FIREFOX);
            let email = her.email.clone();
            phones.spawn(async move {
                tokio::time::sleep(Duration::from_millis(nth * 15)).await;
                phone.open("/sign-in?to=account").await;
                phone.submit("/sign-in?to=account", &[("email", &email), ("password", PASSWORD)]).await;
                phone
            });
        }
        change.await;
        while let Some(phone) = phones.join_next().await {
            assert!(!is_signed_in(&mut phone.unwrap()).await);
        }
        assert!(is_signed_in(&mut browser).await, "she who changed it");
    }
}

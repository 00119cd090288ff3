//! "Codes are charged before they are checked, exact under concurrency."

use std::collections::BTreeSet;

use patient_connect::store::Db;

use super::{PASSWORD, enter, enter_recovery, forget, new_address, sign_up};
use crate::support::{Browser, Database, TestPortal, databases, spawn_with_mail};

/// How many different values were charged, of all codes.
async fn charged(portal: &TestPortal) -> i64 {
    let query = "SELECT COUNT(*) FROM email_code_tries";
    match &portal.installation.context.db {
        Db::Sqlite { read, .. } => {
            sqlx::query_scalar(query).fetch_one(&mut *read.take().await.unwrap()).await.unwrap()
        }
        Db::Postgres { pool, .. } => sqlx::query_scalar(query).fetch_one(pool).await.unwrap(),
    }
}

/// A hundred different codes that are not this one.
fn guesses(right: &str) -> Vec<String> {
    let right: String = right.chars().filter(char::is_ascii_digit).collect();
    let width = right.len();
    (0..).map(|n| format!("{:0width$}", n * 7)).filter(|guess| *guess != right).take(100).collect()
}

/// Sends all of them at once, by turns to each node.
async fn all_at_once(browsers: &[Browser], field: &'static str, guesses: Vec<String>) -> Vec<Browser> {
    let tasks: Vec<_> = guesses
        .into_iter()
        .zip(browsers.iter().cycle())
        .map(|(guess, browser)| {
            let mut browser = browser.clone();
            tokio::spawn(async move {
                browser.submit(&browser.path.clone(), &[(field, guess.as_str())]).await;
                browser
            })
        })
        .collect();
    let mut answered = Vec::new();
    for task in tasks {
        answered.push(task.await.unwrap());
    }
    answered
}

/// Of all the answers nine say how many tries are left, each another number; all others say that there are none.
#[track_caller]
fn ten_were_checked(answered: &[Browser], page: &str) {
    let mut left = BTreeSet::new();
    for browser in answered {
        browser.is(page, 422);
        if let Some(found) = browser.html.split("You can try ").nth(1) {
            assert!(left.insert(found.split(' ').next().unwrap().to_owned()), "two were charged as one");
        } else {
            assert!(browser.html.contains("too many wrong tries"));
        }
    }
    assert_eq!(left.len(), 9);
}

async fn nodes(database: Database, portal: &TestPortal) -> Vec<TestPortal> {
    match database {
        Database::Sqlite => Vec::new(),
        Database::Postgres => vec![portal.beside(std::time::Duration::ZERO).await],
    }
}

#[actix_web::test]
async fn a_hundred_guesses_at_one_code_get_ten_checks() {
    for database in databases() {
        let (portal, mailbox) = spawn_with_mail(database).await;
        let others = nodes(database, &portal).await;
        let everywhere = |browser: &Browser| {
            let mut browsers = vec![browser.clone()];
            browsers.extend(others.iter().map(|node| browser.at(&node.base)));
            browsers
        };
        let (mut patient, email) = (portal.browser(), new_address());
        sign_up(&mut patient, &email, PASSWORD).await;
        let code = mailbox.newest_code(&email).await;
        let answered = all_at_once(&everywhere(&patient), "email_code", guesses(&code)).await;
        ten_were_checked(&answered, "verify-email");
        assert_eq!(charged(&portal).await, 10);
        enter(&mut patient, &code).await;
        patient.is("verify-email", 422);

        let email = super::account(portal.browser(), &mailbox).await;
        let before = charged(&portal).await;
        let mut patient = portal.browser();
        patient.open("/sign-in").await;
        forget(&mut patient, &email).await;
        let code = mailbox.newest_code(&email).await;
        let answered = all_at_once(&everywhere(&patient), "recovery_code", guesses(&code)).await;
        ten_were_checked(&answered, "recover-code");
        assert_eq!(charged(&portal).await - before, 10);
        enter_recovery(&mut patient, &code).await;
        patient.is("recover-code", 422);
    }
}

#[actix_web::test]
async fn a_right_code_sent_twenty_times_at_once_makes_one_account() {
    for database in databases() {
        let (portal, mailbox) = spawn_with_mail(database).await;
        let others = nodes(database, &portal).await;
        let (mut patient, email) = (portal.browser(), new_address());
        sign_up(&mut patient, &email, PASSWORD).await;
        let code = mailbox.newest_code(&email).await;
        let mut browsers = vec![patient.clone()];
        browsers.extend(others.iter().map(|node| patient.at(&node.base)));
        let answered = all_at_once(&browsers, "email_code", vec![code; 20]).await;
        for browser in &answered {
            let led_on = browser.path == "/connections" || browser.path.starts_with("/sign-in");
            // Told to come back, where the machine is overloaded: nothing was done then.
            assert!(led_on || browser.status == 503, "{} {}", browser.status, browser.path);
        }
        let mut later = portal.browser();
        later.open("/sign-in").await;
        super::sign_in(&mut later, &email, PASSWORD).await;
        later.is("connections", 200);
        let persons = "SELECT COUNT(*) FROM persons";
        let count: i64 = match &portal.installation.context.db {
            Db::Sqlite { read, .. } => {
                sqlx::query_scalar(persons).fetch_one(&mut *read.take().await.unwrap()).await.unwrap()
            }
            Db::Postgres { pool, .. } => sqlx::query_scalar(persons).fetch_one(pool).await.unwrap(),
        };
        assert_eq!(count, 1);
    }
}

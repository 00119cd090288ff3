//! Every answer of the portal carries the headers that protect it, also where no handler was reached.

use std::time::Duration;

use crate::support::{Database, databases, spawn};

/// What must be on every answer.
const HEADERS: [(&str, &str); 5] = [
    ("content-security-policy", "default-src 'none'"),
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "no-referrer"),
    ("x-frame-options", "DENY"),
    ("cache-control", "no-store"),
];

#[track_caller]
fn is_protected(response: &reqwest::Response, what: &str) {
    for (name, value) in HEADERS {
        let found = response.headers().get(name).map(|v| v.to_str().unwrap()).unwrap_or_default();
        assert!(found.contains(value), "{what}: {name} is “{found}”");
    }
}

#[actix_web::test]
async fn every_answer_is_protected_also_when_the_database_is_away() {
    for database in databases() {
        let portal = spawn(database).await;
        let letter = portal.clinic().invite("violet harbour").await;
        let http = reqwest::Client::builder()
            .cookie_store(true)
            .redirect(reqwest::redirect::Policy::none())
            .timeout(Duration::from_secs(30))
            .build()
            .unwrap();
        let link = http.get(&letter.link).send().await.unwrap();
        assert_eq!(link.status(), 303);
        is_protected(&link, "a redirect");
        for path in ["/connect", "/connect/question", "/nowhere", "/help", "/sign-in?journey=abc"] {
            is_protected(&http.get(format!("{}{path}", portal.base)).send().await.unwrap(), path);
        }
        portal.installation.context.db.close().await;
        // A visitor with a session: it cannot be loaded, so no handler is reached.
        let away = http.get(format!("{}/connect/question", portal.base)).send().await.unwrap();
        assert_eq!(away.status(), 503);
        assert!(away.headers().contains_key("retry-after"));
        is_protected(&away, "503 for a visitor with a session");
        let away = http.post(format!("{}/connect/question", portal.base)).body("a=b").send().await.unwrap();
        assert_eq!(away.status(), 503);
        is_protected(&away, "503 for a form of a visitor with a session");
    }
}

#[actix_web::test]
async fn a_method_that_an_address_does_not_take_is_told_which_it_takes() {
    let portal = spawn(Database::Sqlite).await;
    let answer = reqwest::Client::new().delete(format!("{}/connect", portal.base)).send().await.unwrap();
    assert_eq!(answer.status(), 405);
    assert_eq!(answer.headers()["allow"], "GET, HEAD, POST");
    is_protected(&answer, "405");
}

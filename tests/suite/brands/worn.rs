//! How a running portal shows what is applied, on every node.

use std::time::{Duration, Instant};

use patient_connect::{
    actions::operator::brands::{self, Applied, Taken},
    brands::{Files, check},
    store::{Db, StoreError},
};
use regex::Regex;

use super::{LEAST, files, folder};
use crate::support::{TestPortal, databases, spawn, spawn_with_mail};

/// Applies a brand as the command does.
pub async fn apply(portal: &TestPortal, files: &Files, for_app: bool) -> i64 {
    let checked = check(files, "0");
    assert_eq!(checked.errors(), 0, "{:?}", checked.findings);
    let content = checked.kept(files).to_kept();
    let app = for_app.then_some(portal.app.id);
    let taken = Taken { app, contract: 1, content: &content, made_by: "test" };
    match brands::apply(&portal.installation.context, &taken).await.unwrap() {
        Applied::Stored(version) => version,
        other => panic!("{other:?}"),
    }
}

async fn get(base: &str, path: &str) -> reqwest::Response {
    reqwest::get(format!("{base}{path}")).await.unwrap()
}

async fn page(base: &str) -> String {
    get(base, "/connect").await.text().await.unwrap()
}

/// "All nodes show it within five seconds."
async fn shows(base: &str, sign: &str) -> String {
    let started = Instant::now();
    loop {
        let html = page(base).await;
        if html.contains(sign) {
            return html;
        }
        assert!(started.elapsed() < Duration::from_secs(5), "{sign} is not shown after five seconds: {html}");
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
}

#[actix_web::test]
async fn what_is_applied_and_restored_is_shown_by_every_node_within_five_seconds() {
    for database in databases() {
        let portal = spawn(database).await;
        let second = portal.beside(Duration::ZERO).await;
        assert!(!page(&portal.base).await.contains("/brand/"));
        assert!(!page(&second.base).await.contains("/brand/"));
        let first = apply(&portal, &folder("examples/brands/harbour"), false).await;
        for node in [&portal, &second] {
            let html = shows(&node.base, "Caring for families").await;
            assert!(html.contains("Type the code from your Harbour letter"), "{html}");
            assert!(html.contains(&format!("/brand/{first}/look-")));
        }
        let later = files(&[("slots/header.html", "<p>Something new</p>")]);
        let second_version = apply(&portal, &later, false).await;
        assert_eq!(second_version, first + 1);
        for node in [&portal, &second] {
            shows(&node.base, "Something new").await;
        }
        brands::restore(&portal.installation.context, first).await.unwrap().unwrap();
        for node in [&portal, &second] {
            shows(&node.base, "Caring for families").await;
        }
        assert_eq!(brands::restore(&portal.installation.context, 99).await.unwrap(), None);
    }
}

#[actix_web::test]
async fn its_files_may_be_kept_for_a_year_and_run_nothing() {
    let portal = spawn(crate::support::Database::Sqlite).await;
    let second = portal.beside(Duration::ZERO).await;
    page(&second.base).await;
    apply(&portal, &folder("examples/brands/harbour"), false).await;
    let html = shows(&portal.base, "/brand/1/").await;
    let address = Regex::new(r#"(?:src|href|srcset)="(/brand/1/[^"]+)""#).unwrap();
    let mut kinds = Vec::new();
    for found in address.captures_iter(&html) {
        // Also from a node that has not noticed the brand yet.
        for base in [&portal.base, &second.base] {
            let response = get(base, &found[1]).await;
            assert_eq!(response.status(), 200, "{}", &found[1]);
            let header = |name: &str| response.headers()[name].to_str().unwrap().to_owned();
            assert!(header("cache-control").contains("max-age=31536000, immutable"));
            assert_eq!(header("x-content-type-options"), "nosniff");
            let kind = header("content-type");
            if !kind.starts_with("text/css") {
                assert!(header("content-security-policy").contains("sandbox"), "{kind}");
            }
            kinds.push(kind);
        }
    }
    kinds.sort();
    kinds.dedup();
    assert_eq!(kinds, ["image/png", "image/svg+xml", "text/css; charset=utf-8"]);
    for path in
        ["/brand/1/look-0000.css", "/brand/99/look-0.css", "/brand/x/y", "/brand/-1/y", "/brand/1/..%2fx"]
    {
        assert_eq!(get(&portal.base, path).await.status(), 404, "{path}");
    }
}

#[actix_web::test]
async fn an_app_wears_its_own_else_the_installations_unless_its_file_gives_it_a_look() {
    for database in databases() {
        let portal = spawn(database).await;
        let installation = files(&[("slots/header.html", "<p>Of the installation</p>")]);
        let own = files(&[
            ("slots/header.html", "<p>Of the app</p>"),
            ("words.en.ftl", "problem-answer-empty = Please write something\n"),
        ]);
        apply(&portal, &installation, false).await;
        shows(&portal.base, "Of the installation").await;
        let plain = portal.another_app(|app| app.brand = None).await.invite("violet harbour").await;
        let mut browser = portal.browser();
        browser.open(&plain.link).await;
        browser.is("question", 200);
        assert!(browser.html.contains("Of the installation"), "{}", browser.html);
        // The sample app's file gives it a logo and an accent.
        let letter = portal.clinic().invite("violet harbour").await;
        browser.open(&letter.link).await;
        assert!(!browser.html.contains("Of the installation"));
        assert!(browser.html.contains(&format!("/brand/{}/accent-", portal.app.id)));

        apply(&portal, &own, true).await;
        tokio::time::sleep(Duration::from_millis(2_200)).await;
        browser.open(&letter.link).await;
        browser.open("/connect/question").await;
        let mut browser = portal.browser();
        browser.open(&letter.link).await;
        assert!(browser.html.contains("Of the app"), "{}", browser.html);
        browser.answer("").await;
        browser.is("question", 422);
        assert!(browser.html.contains("Please write something"), "errors speak the brand's words, too");
        assert!(page(&portal.base).await.contains("Of the installation"));
    }
}

#[actix_web::test]
async fn a_mail_wears_the_brand_of_the_installation() {
    let (portal, mailbox) = spawn_with_mail(crate::support::Database::Sqlite).await;
    let brand =
        files(&[("slots/mail-footer.html", "<p>See <a href=\"https://x.example/\">our pages</a></p>")]);
    apply(&portal, &brand, false).await;
    shows(&portal.base, "/brand/1/").await;
    let mut browser = portal.browser();
    browser.open("/create-account").await;
    let (email, password) = ("anna@example.com", "a long violet harbour");
    browser.submit("/create-account", &[("name", "Anna"), ("email", email), ("password", password)]).await;
    let mail = mailbox.newest(email).await;
    assert!(mail.html.contains("href=\"https://x.example/\""), "{}", mail.html);
    assert!(mail.text.contains("See our pages (https://x.example/)"), "{}", mail.text);
}

async fn spoil(db: &Db, content: &str) {
    let mut tx = db.write().await.unwrap();
    let text = "UPDATE brands SET content = $1";
    let done: Result<(), StoreError> = match &mut tx {
        patient_connect::store::Tx::Sqlite(t, _) => {
            sqlx::query(text).bind(content).execute(&mut **t).await.map(|_| ()).map_err(Into::into)
        }
        patient_connect::store::Tx::Postgres(t, _) => {
            sqlx::query(text).bind(content).execute(&mut **t).await.map(|_| ()).map_err(Into::into)
        }
    };
    done.unwrap();
    tx.commit().await.unwrap();
}

#[actix_web::test]
async fn a_brand_that_cannot_be_read_takes_no_page_down() {
    for database in databases() {
        let portal = spawn(database).await;
        let version = apply(&portal, &folder("examples/brands/harbour"), false).await;
        // As a later program may find it: all of it is strange, or one layer is.
        let mut newer = folder("examples/brands/harbour");
        newer.0.insert("brand.toml".to_owned(), LEAST.replace('1', "999").into_bytes());
        for (content, words) in [("{".to_owned(), false), (newer.to_kept(), true)] {
            spoil(&portal.installation.context.db, &content).await;
            let node = portal.beside(Duration::ZERO).await;
            let sign = if words { "from your Harbour letter" } else { "Enter the code from your clinic" };
            let html = shows(&node.base, sign).await;
            assert!(html.contains("data-testid=\"page-code\""), "{html}");
            assert_eq!(html.contains(&format!("/brand/{version}/look-")), words, "{html}");
        }
    }
}

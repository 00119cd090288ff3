//! Taking her data with her.

use super::{NAME, PASSWORD, connect, somebody};
use crate::support::{databases, spawn_with_mail};

#[actix_web::test]
async fn the_file_holds_everything_of_hers_no_secret_and_nothing_of_anybody_else() {
    for database in databases() {
        let (portal, _) = spawn_with_mail(database).await;
        let (mut her, mut other) = (somebody(&portal).await, somebody(&portal).await);
        let letter = connect(&portal, &mut her.browser, "Wilhelmina").await;
        let strangers = connect(&portal, &mut other.browser, "Balthasar").await;
        let ids = portal.clinic().authorized(None).await["items"][0].clone();
        let browser = &mut her.browser;
        browser.open("/account/export").await;
        browser.is("account-export", 200);
        for words in [NAME, her.email.as_str(), "Wilhelmina", &portal.app.name] {
            assert!(browser.html.contains(words), "{words}");
        }
        browser.submit("/account/export/file", &[]).await;
        assert_eq!(browser.status, 200);
        let data: serde_json::Value = serde_json::from_str(&browser.html).unwrap();
        assert_eq!(data["account"]["name"], NAME);
        assert_eq!(data["account"]["email"], her.email);
        assert_eq!(data["records"], serde_json::json!([{ "name": "Wilhelmina" }]));
        assert_eq!(data["sessions"][0]["browser"], "Firefox");
        let connection = &data["connections"][0];
        assert_eq!(connection["app"], portal.app.name);
        assert_eq!(connection["record"], "Wilhelmina");
        assert_eq!(connection["invitations"][0]["external_id"], letter.external_id);
        assert_eq!(connection["known_as"]["person_id"], ids["person_id"]);
        assert_eq!(connection["history"][0]["what"], "authorized");
        assert!(!connection["granted"].as_array().unwrap().is_empty());
        assert_eq!(data["history"][0]["what"], "connected");
        assert_eq!(data["mails"][0]["kind"], "notice-connected");
        for not in [
            "argon2",
            PASSWORD,
            "violet harbour",
            "Which word",
            &letter.code,
            "Balthasar",
            &other.email,
            &strangers.external_id,
        ] {
            assert!(!browser.html.contains(not), "{not}: {}", browser.html);
        }
        browser.open("/account/history").await;
        assert!(browser.html.contains("You downloaded your data"));
        // A link of anybody's downloads nothing.
        browser.open("/account/export/file").await;
        assert_eq!(browser.status, 405);
    }
}

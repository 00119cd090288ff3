//! Her records: other names, and deleting what nothing is connected to.

use regex::Regex;

use super::{connect, history, somebody, text};
use crate::support::{Browser, databases, spawn};

fn record_of(browser: &Browser) -> String {
    let link = Regex::new(r#"href="(/account/records/[0-9a-f-]{36})""#).unwrap();
    link.captures(&browser.html).expect("there is a record")[1].to_owned()
}

#[actix_web::test]
async fn a_record_gets_another_name_and_is_deleted_when_nothing_is_connected_to_it() {
    for database in databases() {
        let portal = spawn(database).await;
        let mut browser = somebody(&portal).await.browser;
        connect(&portal, &mut browser, "Emma").await;
        let known = portal.clinic().authorized(None).await["items"][0].clone();

        browser.open("/account/records").await;
        let record = record_of(&browser);
        assert!(text(&browser.html).contains("1 app is connected"));
        browser.open(&record).await;
        browser.submit(&record, &[("record_name", " ")]).await;
        browser.is("account-record-name", 422);
        browser.submit(&record, &[("record_name", "Emma Luisa")]).await;
        browser.is("account-records", 200);
        assert!(browser.html.contains("<bdi>Emma Luisa</bdi>"));

        browser.open(&format!("{record}/delete")).await;
        browser.is("account-records", 200);
        browser.disconnect().await;
        browser.open(&format!("{record}/delete")).await;
        browser.is("account-record-delete", 200);
        browser.submit(&format!("{record}/delete"), &[]).await;
        browser.is("account-records", 200);
        assert!(!browser.html.contains("Emma"));
        browser.open(&record).await;
        assert_eq!(browser.status, 404);
        browser.open("/connections").await;
        assert!(!browser.html.contains("Emma"));

        // The app is answered as before: there was an authorization, and it has ended.
        let path = format!(
            "/persons/{}/records/{}/authorization",
            known["person_id"].as_str().unwrap(),
            known["record_id"].as_str().unwrap()
        );
        assert_eq!(portal.clinic().get(&path).await["active"], false);
        let lines = history(&mut browser).await;
        assert_eq!(lines[0], "You deleted a record");
        assert!(lines.contains(&"A record got a new name".to_owned()));
    }
}

#[actix_web::test]
async fn nobody_renames_or_deletes_a_strangers_record() {
    for database in databases() {
        let portal = spawn(database).await;
        let mut browser = somebody(&portal).await.browser;
        connect(&portal, &mut browser, "Emma").await;
        browser.open("/account/records").await;
        let record = record_of(&browser);
        let mut stranger = somebody(&portal).await.browser;
        for path in [record.clone(), format!("{record}/delete"), "/account/records/nonsense".to_owned()] {
            stranger.open(&path).await;
            assert_eq!(stranger.status, 404, "{path}");
            stranger.submit(&path, &[("record_name", "Mine")]).await;
            assert_eq!(stranger.status, 404, "{path}");
        }
        browser.open("/account/records").await;
        assert!(browser.html.contains("<bdi>Emma</bdi>"));
    }
}

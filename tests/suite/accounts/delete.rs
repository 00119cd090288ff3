//! Leaving for good.

use std::{fs, path::PathBuf};

use patient_connect::store::Db;
use serde_json::Value;

use super::{
    NAME, PASSWORD, SAFARI, connect, connect_with, is_signed_in, sign_in, signed_in, somebody, subjects,
};
use crate::{
    support::{Database, Receiver, TestPortal, databases, spawn, spawn_with, spawn_with_mail},
    webhooks::{flush, outbox, sandbox},
};

fn authorization_of(item: &Value) -> String {
    let id = |name: &str| item[name].as_str().unwrap().to_owned();
    format!("/persons/{}/records/{}/authorization", id("person_id"), id("record_id"))
}

#[actix_web::test]
async fn an_account_is_deleted_after_its_address_was_typed_and_apps_are_told_everywhere() {
    for database in databases() {
        let (portal, mailbox) = spawn_with_mail(database).await;
        let clinic = portal.clinic();
        let her = somebody(&portal).await;
        let mut browser = her.browser;
        let mut phone = signed_in(&portal, &her.email, SAFARI).await;
        let letter = connect(&portal, &mut browser, "Wilhelmina").await;
        let listed = clinic.authorized(None).await;
        let (item, as_of) = (listed["items"][0].clone(), listed["as_of"].as_str().unwrap().to_owned());

        browser.open("/account/delete").await;
        browser.is("account-delete", 200);
        assert!(browser.html.contains("Wilhelmina") && browser.html.contains(&portal.app.name));
        for typed in ["", "yes", "someone.else@example.com"] {
            browser.submit("/account/delete", &[("email", typed)]).await;
            browser.is("account-delete", 422);
        }
        assert!(is_signed_in(&mut phone).await, "nothing was done");
        browser.open("/account/delete").await;
        browser.submit("/account/delete", &[("email", &her.email.to_uppercase())]).await;
        browser.is("account-deleted", 200);
        assert!(!is_signed_in(&mut browser).await && !is_signed_in(&mut phone).await);
        sign_in(&portal, &mut phone, &her.email, PASSWORD).await;
        phone.is("sign-in", 422);

        // The list, the feed and the check tell it, each in its way.
        let again = clinic.authorized(Some(&as_of)).await;
        assert!(again["items"].as_array().unwrap().is_empty(), "{again}");
        assert!(clinic.authorized(None).await["items"].as_array().unwrap().is_empty());
        let events = clinic.get("/events").await;
        let last = events["items"].as_array().unwrap().last().unwrap().clone();
        assert_eq!(
            (&last["type"], &last["external_id"]),
            (&"disconnected".into(), &letter.external_id.clone().into())
        );
        for name in ["person_id", "record_id", "app_specific_record_id"] {
            assert_eq!(last[name], item[name], "{name}");
        }
        let check = clinic.get(&authorization_of(&item)).await;
        assert_eq!(check["active"], false);
        assert_eq!(subjects(&mailbox, &her.email).await[0], "Your account is deleted");
    }
}

#[actix_web::test]
async fn the_clinics_receiver_is_called_when_an_account_is_deleted() {
    for database in databases() {
        let portal = spawn_with(database, sandbox()).await;
        let receiver = Receiver::start().await;
        let her = somebody(&portal).await;
        let mut browser = her.browser;
        let letter = portal.clinic().invite_with_callback("p-1", &receiver.url()).await;
        connect_with(&mut browser, &letter, "Wilhelmina").await;
        let item = portal.clinic().authorized(None).await["items"][0].clone();
        browser.open("/account/delete").await;
        browser.submit("/account/delete", &[("email", &her.email)]).await;
        browser.is("account-deleted", 200);
        flush(&mut outbox(&portal)).await;
        let told = receiver.received().last().unwrap().json();
        assert_eq!(told["type"], "connect_request.disconnected");
        assert_eq!(told["data"]["person_id"], item["person_id"]);
        assert_eq!(told["data"]["external_id"], "p-1");
    }
}

/// Everything in the files of the embedded database.
fn files(portal: &TestPortal) -> Vec<(PathBuf, Vec<u8>)> {
    let Db::Sqlite { write, .. } = &portal.installation.context.db else { panic!("not embedded") };
    let file = write.file().to_owned();
    let folder = fs::read_dir(file.parent().unwrap()).unwrap();
    folder.map(|entry| entry.unwrap().path()).map(|path| (path.clone(), fs::read(path).unwrap())).collect()
}

fn found(portal: &TestPortal, words: &str) -> Vec<PathBuf> {
    let holds = |bytes: &[u8]| bytes.windows(words.len()).any(|window| window == words.as_bytes());
    files(portal).into_iter().filter(|(_, bytes)| holds(bytes)).map(|(path, _)| path).collect()
}

#[actix_web::test]
async fn nothing_of_her_is_found_in_the_files_afterwards() {
    let (portal, mailbox) = spawn_with_mail(Database::Sqlite).await;
    let her = somebody(&portal).await;
    let mut browser = her.browser;
    // Others before and after her, so that her rows are moved about.
    for n in 0..40 {
        let other = somebody(&portal).await;
        if n % 8 == 0 {
            connect(&portal, &mut other.browser.clone(), &format!("Other {n}")).await;
            let record = format!("Wilhelmina-{n}");
            connect(&portal, &mut browser, &record).await;
        }
    }
    browser.open("/account/name").await;
    browser.submit("/account/name", &[("name", "Zenobia Formerly")]).await;
    browser.open("/account/email").await;
    browser.submit("/account/email", &[("email", "zenobia.next@example.com")]).await;
    mailbox.all().await;
    browser.open("/account/name").await;
    browser.submit("/account/name", &[("name", "Zenobia Finally")]).await;
    let hers =
        ["Zenobia Finally", "Zenobia Formerly", "Wilhelmina-8", "zenobia.next@example.com", &her.email];
    for words in ["Zenobia Finally", "Wilhelmina-8", "zenobia.next@example.com", &her.email] {
        assert!(!found(&portal, words).is_empty(), "{words} is there before");
    }
    browser.open("/account/delete").await;
    browser.submit("/account/delete", &[("email", &her.email)]).await;
    browser.is("account-deleted", 200);
    mailbox.all().await;
    patient_connect::actions::time::purge::purge(&portal.installation.context).await.unwrap();
    for words in hers {
        assert_eq!(found(&portal, words), Vec::<PathBuf>::new(), "{words}");
    }
    assert!(!found(&portal, NAME).is_empty(), "the others are all still there");
}

#[actix_web::test]
async fn nobody_is_linked_to_what_stays_and_two_apps_share_nothing() {
    for database in databases() {
        let portal = spawn(database).await;
        let other = portal.another_app(|_| {}).await;
        let her = somebody(&portal).await;
        let mut browser = her.browser;
        connect(&portal, &mut browser, "Wilhelmina").await;
        let letter = other.invite("violet harbour").await;
        browser.open(&letter.link).await;
        browser.answer(&letter.answer).await;
        let record = browser.record_id("Wilhelmina");
        let path = browser.path.clone();
        browser.submit(&path, &[("record", &record)]).await;
        let path = browser.path.clone();
        browser.submit(&path, &[("decision", "allow")]).await;
        browser.is("success", 200);
        let items = [portal.clinic().authorized(None).await, other.authorized(None).await];
        let items = items.map(|list| list["items"][0].clone());
        browser.open("/account/delete").await;
        browser.submit("/account/delete", &[("email", &her.email)]).await;
        browser.is("account-deleted", 200);

        let context = &portal.installation.context;
        let mut stored = Vec::new();
        for (app_id, item) in [(portal.app.id, &items[0]), (item_app(&items[1]), &items[1])] {
            let id = |name: &str| item[name].as_str().unwrap().parse().unwrap();
            let mut tx = context.db.read().await.unwrap();
            let (person, record) = (id("person_id"), id("record_id"));
            let found =
                patient_connect::store::authorizations::find_by_pseudonyms(&mut tx, app_id, person, record);
            stored.push(found.await.unwrap().unwrap().value);
        }
        assert_ne!(stored[0].person_id, stored[1].person_id);
        assert_ne!(stored[0].record_id, stored[1].record_id);
        assert!(stored.iter().all(|a| a.rules.is_empty() && !a.is_active()));

        // Somebody new at the same address gets pseudonyms that nobody ever had.
        let again = somebody(&portal).await;
        connect(&portal, &mut again.browser.clone(), "Wilhelmina").await;
        let fresh = portal.clinic().authorized(None).await["items"][0].clone();
        for name in ["person_id", "record_id", "app_specific_record_id"] {
            assert_ne!(fresh[name], items[0][name], "{name}");
        }
    }
}

fn item_app(item: &Value) -> uuid::Uuid {
    item["app_id"].as_str().unwrap().parse().unwrap()
}

#[actix_web::test]
async fn an_account_that_has_changed_since_its_page_was_opened_is_not_deleted() {
    let portal = spawn(Database::Sqlite).await;
    let her = somebody(&portal).await;
    let mut browser = her.browser;
    browser.open("/account/delete").await;
    let mut second = browser.clone();
    connect(&portal, &mut second, "Wilhelmina").await;
    browser.submit("/account/delete", &[("email", &her.email)]).await;
    browser.is("account-delete", 422);
    assert!(browser.html.contains("Wilhelmina"), "it is shown what would happen now");
    assert!(is_signed_in(&mut second).await);
}

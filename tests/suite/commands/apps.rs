//! An app's keys and signing secrets, and whether it is disabled.

use patient_connect::actions::operator::apps;

use super::{Installation, NOBODY};
use crate::support::{APP_FILE, APP_ID};

#[actix_web::test]
async fn keys_are_changed_with_overlap_and_revoked_at_once() {
    let it = Installation::with_app();
    let old = it.run(&["app", "key", "new", APP_ID]).with(0).out.trim().to_owned();
    let new = it.run(&["app", "key", "new", APP_ID, "--overlap", "2", "--json"]).with(0).json();
    let new_key = new["key"].as_str().unwrap();
    assert!(new["other_keys_until"].is_string());
    let (context, clock) = it.context().await;
    let works = async |key: &str| apps::find_by_key(&context, key).await.unwrap().is_some();
    assert!(works(&old).await && works(new_key).await);
    clock.advance(std::time::Duration::from_secs(2 * 3_600 - 60));
    assert!(works(&old).await, "until the overlap is over");
    clock.advance(std::time::Duration::from_secs(61));
    assert!(!works(&old).await && works(new_key).await);

    let shown = it.run(&["app", "show", APP_ID, "--json"]).with(0);
    assert!(!shown.out.contains(&old) && !shown.out.contains(new_key), "a key is told once");
    let keys = shown.json()["keys"].clone();
    assert_eq!(keys.as_array().unwrap().len(), 2);
    assert!(keys[0]["expires_at"].is_string() && keys[1]["expires_at"].is_null());
    let hint = new["hint"].as_str().unwrap();
    assert_eq!(keys[1]["hint"], hint);
    assert!(it.run(&["app", "show", APP_ID]).with(0).out.contains(&format!("key           …{hint} since ")));

    it.run(&["app", "key", "revoke", APP_ID, hint]).with(0);
    assert!(!works(new_key).await);
    it.run(&["app", "key", "revoke", APP_ID, hint]).with(3);
    it.run(&["app", "key", "revoke", NOBODY, hint]).with(3);
    it.run(&["app", "key", "new", NOBODY]).with(3);
    it.run(&["app", "key", "new", "nonsense"]).with(2);
}

#[actix_web::test]
async fn revoking_the_last_key_is_done_and_warned_of() {
    let it = Installation::with_app();
    let key = it.run(&["app", "key", "new", APP_ID]).with(0).out.trim().to_owned();
    let ended = it.run(&["app", "key", "revoke", APP_ID, &key[key.len() - 4..]]);
    assert_eq!(ended.code, 0);
    assert!(ended.err.contains("has no key now"), "{}", ended.err);
}

#[actix_web::test]
async fn a_disabled_app_is_refused_until_it_is_enabled_and_apply_does_not_enable_it() {
    let it = Installation::with_app();
    let key = it.run(&["app", "key", "new", APP_ID]).with(0).out.trim().to_owned();
    let (context, _) = it.context().await;
    assert_eq!(it.run(&["app", "disable", APP_ID]).with(0).out, format!("{APP_ID}\tdisabled\n"));
    assert!(apps::find_by_key(&context, &key).await.unwrap().is_none());
    let file = it.file("app.toml", APP_FILE);
    assert!(it.run(&["app", "apply", &file]).with(0).out.contains("unchanged"));
    assert!(it.run(&["app", "list"]).with(0).out.contains("\tdisabled\t"));
    it.run(&["app", "enable", APP_ID]).with(0);
    assert!(apps::find_by_key(&context, &key).await.unwrap().is_some());
    for command in ["disable", "enable", "show", "deliveries"] {
        let ended = it.run(&["app", command, NOBODY]).with(3);
        assert!(ended.err.contains("there is no app"), "{}", ended.err);
    }
}

#[test]
fn signing_secrets_are_made_listed_and_shown() {
    let it = Installation::with_app();
    it.run(&["app", "webhook-secret", "show", APP_ID]).with(3);
    assert_eq!(it.run(&["app", "webhook-secret", "list", APP_ID, "--json"]).with(0).out, "[]\n");
    let first = it.run(&["app", "webhook-secret", "new", APP_ID]).with(0).out;
    assert!(first.starts_with("whsec_"));
    assert_eq!(it.run(&["app", "webhook-secret", "show", APP_ID]).with(0).out, first);
    let second = it.run(&["app", "webhook-secret", "new", APP_ID, "--overlap", "3", "--json"]).with(0).json();
    let listed = it.run(&["app", "webhook-secret", "list", APP_ID, "--json"]).with(0);
    assert!(!listed.out.contains("whsec_"), "a list tells no secret");
    let listed = listed.json();
    assert!(listed[0]["expires_at"].is_null() && listed[1]["expires_at"].is_string(), "{listed}");
    let shown = it.run(&["app", "webhook-secret", "show", APP_ID]).with(0).out;
    assert_eq!(Some(shown.trim()), second["secret"].as_str());
    it.run(&["app", "webhook-secret", "new", APP_ID, "--overlap", "0"]).with(0);
    assert_eq!(it.run(&["app", "webhook-secret", "list", APP_ID]).with(0).out.lines().count(), 1);
    for command in ["new", "list", "show"] {
        it.run(&["app", "webhook-secret", command, NOBODY]).with(3);
    }

    it.create("p-1", &["--callback-url", "https://app.example/hook?token=hush"]).with(0);
    assert_eq!(it.run(&["app", "deliveries", APP_ID]).with(0).out, "", "nothing has happened yet");
    assert_eq!(it.run(&["app", "deliveries", APP_ID, "--json"]).with(0).json(), serde_json::json!([]));
}

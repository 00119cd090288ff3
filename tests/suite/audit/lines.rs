use std::collections::BTreeSet;

use serde_json::Value;

use super::{deeds, lines};
use crate::{
    accounts::{sign_in, somebody},
    support::{Browser, databases, spawn, spawn_with_mail},
};

fn of<'a>(lines: &'a [Value], what: &str) -> &'a Value {
    lines.iter().find(|line| line["what"] == what).unwrap_or_else(|| panic!("{what}: {lines:#?}"))
}

#[actix_web::test]
async fn a_patients_way_is_written_down_with_who_what_and_from_which_network() {
    for database in databases() {
        let portal = spawn(database).await;
        let letter = portal.clinic().invite("violet harbour").await;
        let mut browser = portal.browser_at("203.0.113.77");
        browser.connect(&letter, "Wilhelmina").await;
        browser.disconnect().await;
        let lines = lines(&portal).await;
        assert_eq!(deeds(&lines), ["account_made", "signed_in", "authorized", "disconnected"], "{lines:#?}");
        for line in lines.iter().filter(|line| line["person"].is_string()) {
            assert_eq!(
                (&line["by"], &line["network"]),
                (&"person".into(), &"203.0.113.0/24".into()),
                "{line}"
            );
        }
        assert_eq!(of(&lines, "authorized")["app"], portal.app.id.to_string());
        assert_eq!(of(&lines, "authorized")["person"], of(&lines, "disconnected")["person"]);
        assert_eq!(of(&lines, "account_made")["person"], of(&lines, "signed_in")["person"]);
        let numbers: Vec<i64> = lines.iter().map(|line| line["number"].as_i64().unwrap()).collect();
        assert_eq!(numbers, (1..=lines.len() as i64).collect::<Vec<_>>(), "without gaps");
    }
}

#[actix_web::test]
async fn what_an_app_does_names_its_key_and_never_the_whole_of_it() {
    for database in databases() {
        let portal = spawn(database).await;
        let clinic = portal.clinic();
        let letter = clinic.invite("violet harbour").await;
        let mut browser = portal.browser();
        browser.connect(&letter, "Wilhelmina").await;
        let item = clinic.authorized(None).await["items"][0].clone();
        let id = |name: &str| item[name].as_str().unwrap().to_owned();
        let path = format!("/persons/{}/records/{}/authorization", id("person_id"), id("record_id"));
        assert_eq!(clinic.call("DELETE", &path, None).await.0, 204);
        let reported = clinic.invite("violet harbour").await;
        let mut other = portal.browser();
        other.open(&reported.link).await;
        other.open("/connect/report").await;
        let path = other.path.clone();
        other.submit(&path, &[]).await;
        let rearm = format!("/connect-requests/{}/rearm", reported.external_id);
        let (status, _) =
            clinic.call("POST", &rearm, Some(serde_json::json!({ "reason": "she called" }))).await;
        assert_eq!(status, 200);
        let lines = lines(&portal).await;
        let hint = &portal.key[portal.key.len() - 4..];
        for what in ["given_up", "rearmed"] {
            let line = of(&lines, what);
            assert_eq!((&line["by"], &line["key"]), (&"app".into(), &hint.into()), "{line}");
            assert_eq!(line["app"], portal.app.id.to_string());
        }
        assert_eq!(of(&lines, "reported")["by"], "someone");
        assert_eq!(of(&lines, "given_up")["person"], of(&lines, "authorized")["person"]);
    }
}

#[actix_web::test]
async fn sign_ins_that_fail_and_forgotten_passwords_are_written_down() {
    for database in databases() {
        let (portal, _mailbox) = spawn_with_mail(database).await;
        let her = somebody(&portal).await;
        let mut stranger = portal.browser_at("2001:db8:1:2::3");
        sign_in(&portal, &mut stranger, &her.email, "not the password at all").await;
        for address in [her.email.as_str(), "nobody.at.all@example.com"] {
            let mut browser = portal.browser_at("198.51.100.9");
            browser.open("/recover").await;
            browser.submit("/recover", &[("email", address)]).await;
        }
        let lines = lines(&portal).await;
        let failed = of(&lines, "sign_in_failed");
        assert_eq!((&failed["by"], &failed["network"]), (&"someone".into(), &"2001:db8:1::/48".into()));
        assert_eq!(failed["person"], of(&lines, "signed_in")["person"]);
        let asked: Vec<&Value> = lines.iter().filter(|line| line["what"] == "recovery_asked").collect();
        assert_eq!(asked.len(), 2, "{lines:#?}");
        assert_eq!((&asked[0]["person"], &asked[1]["person"]), (&failed["person"], &Value::Null));
    }
}

#[actix_web::test]
async fn no_line_has_a_name_an_answer_a_code_or_an_address_of_a_patient() {
    for database in databases() {
        let (portal, _mailbox) = spawn_with_mail(database).await;
        let letter = portal.clinic().invite("violet harbour").await;
        let mut browser = portal.browser_at("203.0.113.77").reading(portal.mailbox.clone());
        browser.open(&letter.link).await;
        browser.answer("orange pier").await;
        browser.answer(&letter.answer).await;
        let (email, _) = browser.create_account().await;
        browser.choose_new("Wilhelmina").await;
        browser.allow().await;
        let all = format!("{:?}", lines(&portal).await).to_lowercase();
        let code = letter.link.split('=').next_back().unwrap();
        for hers in
            [&email, "wilhelmina", "violet", "orange", "203.0.113.77", code, &letter.external_id, "emma"]
        {
            assert!(!all.contains(&hers.to_lowercase()), "{hers} stands in the log");
        }
    }
}

/// The pseudonym about her account and those about apps differ from each other, so that nothing that stays after she has
/// left connects what two apps knew.
#[actix_web::test]
async fn two_apps_lines_of_one_person_have_no_name_in_common() {
    for database in databases() {
        let portal = spawn(database).await;
        let other = portal.another_app(|_| {}).await;
        let her = somebody(&portal).await;
        let mut browser: Browser = her.browser;
        for letter in [portal.clinic().invite("violet harbour").await, other.invite("violet harbour").await] {
            browser.open(&letter.link).await;
            browser.answer(&letter.answer).await;
            let wilhelmina = browser.html.contains("Wilhelmina").then(|| browser.record_id("Wilhelmina"));
            let path = browser.path.clone();
            match wilhelmina {
                Some(id) => browser.submit(&path, &[("record", &id)]).await,
                None => browser.choose_new("Wilhelmina").await,
            }
            browser.allow().await;
        }
        browser.open("/account/delete").await;
        browser.submit("/account/delete", &[("email", &her.email)]).await;
        browser.is("account-deleted", 200);
        let lines = lines(&portal).await;
        let names = |what: &str| -> BTreeSet<String> {
            let hers = lines.iter().filter(|line| line["what"] == what);
            hers.map(|line| line["person"].as_str().unwrap().to_owned()).collect()
        };
        let (given, ended) = (names("authorized"), names("disconnected"));
        assert_eq!((given.len(), &given), (2, &ended), "{lines:#?}");
        let account = names("signed_in");
        assert_eq!((account.len(), &account), (1, &names("account_deleted")));
        assert!(account.is_disjoint(&given));
    }
}

//! What patients notice of another pepper: nothing.

use patient_connect::store::{connect_requests, persons};

use super::{Nodes, nodes, nodes_that_mail, sign_in, way_to};
use crate::support::{Browser, TestPortal, databases};

const WRONG: &str = "not the word";

#[actix_web::test]
async fn a_patient_in_the_middle_of_her_journey_goes_on_whichever_node_answers() {
    for database in databases() {
        let Nodes { before, known, written, dropped } = nodes(database).await;
        let letter = before.clinic().invite("violet harbour").await;
        let mut patient = before.browser();
        patient.open(&letter.link).await;
        patient.answer(&letter.answer).await;
        patient.is("sign-in", 200);
        let mut patient = known.before_it(&patient);
        patient.create_account().await;
        patient.is("record", 200);
        // The page that she sees was made by the node that only knows the new pepper.
        let mut patient = written.before_it(&patient);
        patient.choose_new("Emma").await;
        patient.is("authorize", 200);
        // And this one by the node that writes with it already; her node was not restarted yet.
        let mut patient = known.before_it(&patient);
        patient.open(&patient.path.clone()).await;
        patient.is("authorize", 200);
        let mut patient = written.before_it(&patient);
        patient.allow().await;
        patient.is("success", 200);
        let mut patient = dropped.before_it(&patient);
        patient.open("/connections").await;
        assert!(patient.html.contains("Emma"), "{database:?}: signed in after the old pepper is gone");
        for node in [&written, &dropped] {
            assert_eq!(node.clinic().request(&letter).await["status"], "authorized");
        }
    }
}

#[actix_web::test]
async fn a_page_of_a_node_that_writes_with_the_new_pepper_is_taken_by_one_that_only_knows_it() {
    for database in databases() {
        let Nodes { known, written, .. } = nodes(database).await;
        let letter = written.clinic().invite("violet harbour").await;
        let mut patient = written.browser();
        patient.open(&letter.link).await;
        let mut patient = known.before_it(&patient);
        patient.answer(&letter.answer).await;
        patient.is("sign-in", 200);
        let mut patient = written.before_it(&patient);
        patient.create_account().await;
        let mut patient = known.before_it(&patient);
        patient.choose_new("Noah").await;
        patient.allow().await;
        patient.is("success", 200);
    }
}

#[actix_web::test]
async fn a_page_that_a_visitor_without_a_session_has_open_is_still_good() {
    for database in databases() {
        let Nodes { before, known, written, .. } = nodes(database).await;
        for (shown_by, sent_to) in [(&before, &known), (&before, &written), (&written, &known)] {
            let letter = known.clinic().invite("violet harbour").await;
            let mut patient = shown_by.browser();
            patient.open("/connect").await;
            patient.is("code", 200);
            let mut patient = sent_to.before_it(&patient);
            patient.submit("/connect", &[("identity_code", &letter.code)]).await;
            patient.is("question", 200);
        }
    }
}

#[actix_web::test]
async fn somebody_who_is_signed_in_stays_so_though_ten_of_her_requests_come_at_once() {
    for database in databases() {
        let Nodes { before, known, written, dropped } = nodes(database).await;
        let mut hers = before.browser();
        hers.open("/create-account").await;
        hers.create_account().await;
        hers.is("connections", 200);
        let mut asked = Vec::new();
        for n in 0..10 {
            // Each of them finds the session under its old name, its new one, or just being renamed.
            let mut tab = if n % 2 == 0 { written.before_it(&hers) } else { known.before_it(&hers) };
            asked.push(tokio::spawn(async move {
                tab.open("/connections").await;
                tab.is("connections", 200);
            }));
        }
        for tab in asked {
            tab.await.unwrap();
        }
        for node in [&known, &written, &dropped] {
            let mut hers = node.before_it(&hers);
            hers.open("/connections").await;
            hers.is("connections", 200);
        }
        let mut hers = written.before_it(&hers);
        hers.open("/connections").await;
        hers.submit("/sign-out", &[]).await;
        for node in [&known, &written, &dropped] {
            let mut hers = node.before_it(&hers);
            hers.open("/connections").await;
            hers.is("sign-in", 200);
        }
    }
}

#[actix_web::test]
async fn a_code_in_a_letter_is_good_and_costs_no_chance_for_a_value_that_was_wrong_before() {
    for database in databases() {
        let Nodes { before, known, written, dropped } = nodes(database).await;
        let letter = before.clinic().invite("violet harbour").await;
        let left = async |node: &TestPortal| node.clinic().request(&letter).await["attempts_left"].clone();
        let answer = async |node: &TestPortal, answer: &str| {
            let mut patient = node.browser();
            patient.open(&way_to(&letter)).await;
            patient.is("question", 200);
            patient.answer(answer).await;
            patient
        };
        answer(&before, WRONG).await.is("question", 422);
        assert_eq!(left(&before).await, 2);
        for node in [&known, &written, &known] {
            answer(node, WRONG).await.is("question", 422);
            assert_eq!(left(node).await, 2, "{database:?}: the same value again");
        }
        answer(&written, "another word").await.is("question", 422);
        answer(&known, "another word").await.is("question", 422);
        assert_eq!(left(&known).await, 1, "{database:?}");
        answer(&written, "violet harbour").await.is("sign-in", 200);
        assert!(stored_answer(&written, &letter.code).await.starts_with("2:$argon2id$"), "hashed anew");
        for node in [&known, &dropped] {
            answer(node, "violet harbour").await.is("sign-in", 200);
        }
    }
}

async fn stored_answer(node: &TestPortal, code: &str) -> String {
    let context = &node.installation.context;
    let code = patient_connect::domain::identity_code::IdentityCode::parse(code).unwrap();
    let mut tx = context.db.read().await.unwrap();
    let (_, found) =
        connect_requests::find_by_code(&mut tx, &context.code_hashes(&code)).await.unwrap().unwrap();
    connect_requests::find_to_answer(&mut tx, found.value.id).await.unwrap().unwrap().1.as_str().to_owned()
}

async fn stored_password(node: &TestPortal, email: &str) -> String {
    let mut tx = node.installation.context.db.read().await.unwrap();
    persons::find_account(&mut tx, email).await.unwrap().unwrap().password().as_str().to_owned()
}

/// A new account, made in this browser, which is signed out again.
async fn owner(browser: &mut Browser) -> (String, &'static str) {
    browser.open("/create-account").await;
    let made = browser.create_account().await;
    browser.submit("/sign-out", &[]).await;
    browser.is("sign-in", 200);
    made
}

/// Strangers use up what they are allowed; a browser that is not known is refused from then on.
async fn strangers_try(node: &TestPortal, email: &str) {
    for n in 0..20 {
        let mut stranger = node.browser_at(&format!("198.51.100.{n}"));
        sign_in(&mut stranger, email, "not the password that it is").await;
    }
}

#[actix_web::test]
async fn a_password_is_renewed_by_signing_in_and_the_browser_stays_known_all_the_way() {
    for database in databases() {
        let Nodes { before, known, written, dropped } = nodes(database).await;
        let mut hers = before.browser_at("203.0.113.7");
        let (email, password) = owner(&mut hers).await;
        let mut fresh = before.browser_at("192.0.2.1");
        for node in [&known, &written] {
            strangers_try(node, &email).await;
            fresh = node.before_it(&fresh);
            sign_in(&mut fresh, &email, password).await;
            fresh.is("too-many-requests", 429);
            for _ in 0..2 {
                hers = node.before_it(&hers);
                sign_in(&mut hers, &email, password).await;
                hers.is("connections", 200);
                hers.submit("/sign-out", &[]).await;
            }
        }
        assert!(stored_password(&written, &email).await.starts_with("2:$argon2id$"), "{database:?}");
        // Another browser of hers that was known before it was renewed, and did not come since.
        let mut hers = dropped.before_it(&hers);
        sign_in(&mut hers, &email, password).await;
        hers.is("connections", 200);
        hers.submit("/sign-out", &[]).await;
        sign_in(&mut hers, &email, "not the password that it is").await;
        hers.is("sign-in", 422);
        let mut fresh = dropped.before_it(&fresh);
        sign_in(&mut fresh, &email, password).await;
        fresh.is("too-many-requests", 429);
    }
}

#[actix_web::test]
async fn a_browser_that_did_not_come_while_the_password_was_renewed_is_still_known() {
    for database in databases() {
        let Nodes { before, written, .. } = nodes(database).await;
        let mut phone = before.browser_at("203.0.113.7");
        let (email, password) = owner(&mut phone).await;
        let mut desk = before.browser_at("203.0.113.8");
        sign_in(&mut desk, &email, password).await;
        desk.submit("/sign-out", &[]).await;
        let mut desk = written.before_it(&desk);
        sign_in(&mut desk, &email, password).await;
        assert!(stored_password(&written, &email).await.starts_with("2:"), "{database:?}");
        strangers_try(&written, &email).await;
        let mut phone = written.before_it(&phone);
        sign_in(&mut phone, &email, password).await;
        phone.is("connections", 200);
    }
}

#[actix_web::test]
async fn a_password_can_be_changed_by_who_has_the_one_of_before() {
    for database in databases() {
        let Nodes { before, written, .. } = nodes(database).await;
        let mut hers = before.browser();
        hers.open("/create-account").await;
        let (email, password) = hers.create_account().await;
        let mut hers = written.before_it(&hers);
        hers.open("/account/password").await;
        let new = "a lantern on tuesday afternoon";
        hers.submit("/account/password", &[("current_password", password), ("password", new)]).await;
        assert_eq!(hers.status, 200, "{database:?}: {}", hers.html);
        hers.submit("/sign-out", &[]).await;
        sign_in(&mut hers, &email, password).await;
        hers.is("sign-in", 422);
        sign_in(&mut hers, &email, new).await;
        hers.is("connections", 200);
        assert!(stored_password(&written, &email).await.starts_with("2:"));
    }
}

#[actix_web::test]
async fn a_code_from_a_mail_is_good_under_the_next_pepper_and_its_form_sent_again_mails_no_other() {
    for database in databases() {
        let Nodes { before, written, .. } = nodes_that_mail(database).await;
        let mut hers = before.browser();
        hers.open("/create-account").await;
        let email = "zenobia@example.com";
        let fields = [("name", "Zenobia"), ("email", email), ("password", "violet harbour tuesday lantern")];
        let form = hers.clone();
        hers.submit("/create-account", &fields).await;
        hers.is("verify-email", 200);
        let code = before.mailbox.as_ref().unwrap().newest_code(email).await;
        // The same form again, since its answer took long: before the node that was restarted meanwhile.
        let mut again = written.before_it(&form);
        again.submit("/create-account", &fields).await;
        let mut hers = written.before_it(&hers);
        hers.submit(&hers.path.clone(), &[("email_code", "000000")]).await;
        hers.is("verify-email", 422);
        hers.submit(&hers.path.clone(), &[("email_code", &code)]).await;
        hers.is("connections", 200);
    }
}

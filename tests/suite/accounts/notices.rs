//! What she is told by mail.

use patient_connect::{actions::operator::apps, mail::Composed};

use super::{
    FIREFOX, PASSWORD, SAFARI, connect, history, is_signed_in, link_of, sign_in, signed_in, somebody,
    subjects,
};
use crate::support::{Database, databases, spawn, spawn_with_mail};

fn says(mail: &Composed, words: &str) {
    assert!(mail.text.contains(words), "{words}: {}", mail.text);
}

#[actix_web::test]
async fn a_sign_in_from_a_browser_that_is_new_to_the_account_is_told_and_a_known_one_is_not() {
    for database in databases() {
        let (portal, mailbox) = spawn_with_mail(database).await;
        let her = somebody(&portal).await;
        let new = |all: Vec<String>| all.iter().filter(|s| *s == "A new sign-in to your account").count();
        assert_eq!(new(subjects(&mailbox, &her.email).await), 0, "the first is no news");
        let mut again = her.browser.clone();
        again.submit("/sign-out", &[]).await;
        sign_in(&portal, &mut again, &her.email, PASSWORD).await;
        again.is("account", 200);
        assert_eq!(new(subjects(&mailbox, &her.email).await), 0, "nor is the same browser again");
        let mut phone = signed_in(&portal, &her.email, SAFARI).await;
        let mail = mailbox.newest(&her.email).await;
        assert_eq!(mail.subject, "A new sign-in to your account");
        says(&mail, "Safari on iPhone");
        phone.submit("/sign-out", &[]).await;
        sign_in(&portal, &mut phone, &her.email, PASSWORD).await;
        assert_eq!(new(subjects(&mailbox, &her.email).await), 1);
        // Another browser of the same make is another browser.
        signed_in(&portal, &her.email, FIREFOX).await;
        assert_eq!(new(subjects(&mailbox, &her.email).await), 2);
    }
}

#[actix_web::test]
async fn the_link_it_was_not_me_asks_first_and_then_ends_every_sign_in() {
    for database in databases() {
        let (portal, mailbox) = spawn_with_mail(database).await;
        let her = somebody(&portal).await;
        let mut browser = her.browser;
        let mut thief = signed_in(&portal, &her.email, SAFARI).await;
        let link = link_of(&mailbox.newest(&her.email).await.links, "/account/not-me");
        let mut mail_program = portal.browser();
        mail_program.open(&link).await;
        mail_program.is("account-not-me", 200);
        assert!(is_signed_in(&mut thief).await, "looked at, it changes nothing");
        mail_program.open(&link).await;
        mail_program.submit("/account/not-me", &[]).await;
        assert_eq!(mail_program.path, "/recover");
        assert!(!is_signed_in(&mut thief).await && !is_signed_in(&mut browser).await);
        assert!(!is_signed_in(&mut mail_program).await, "it opens nothing");
        sign_in(&portal, &mut browser, &her.email, PASSWORD).await;
        assert!(history(&mut browser).await.contains(&"Everyone was signed out, from a mail".to_owned()));
    }
}

#[actix_web::test]
async fn a_link_that_is_changed_or_old_ends_nothing() {
    let (portal, mailbox) = spawn_with_mail(Database::Sqlite).await;
    let her = somebody(&portal).await;
    signed_in(&portal, &her.email, SAFARI).await;
    let link = link_of(&mailbox.newest(&her.email).await.links, "/account/not-me");
    let mut reader = portal.browser();
    for bad in [
        link.replace("token=", "token=A"),
        "/account/not-me".to_owned(),
        link.replace("not-me", "email/undo"),
    ] {
        reader.open(&bad).await;
        assert_eq!(reader.status, 410, "{bad}");
    }
    portal.advance_days(31);
    reader.open(&link).await;
    reader.is("account-not-me", 410);
}

#[actix_web::test]
async fn a_connection_made_and_ended_is_told_in_the_apps_look_and_without_the_records_name() {
    for database in databases() {
        let (portal, mailbox) = spawn_with_mail(database).await;
        let her = somebody(&portal).await;
        let mut browser = her.browser;
        connect(&portal, &mut browser, "Wilhelmina").await;
        let mail = mailbox.newest(&her.email).await;
        assert_eq!(mail.subject, format!("{} is connected", portal.app.name));
        says(&mail, &portal.app.organization);
        says(&mail, "/account/not-me?token=");
        let person = portal.clinic().authorized(None).await["items"][0].clone();
        browser.disconnect().await;
        assert_eq!(subjects(&mailbox, &her.email).await[0], format!("{} is disconnected", portal.app.name));

        let letter = portal.clinic().invite("violet harbour").await;
        super::connect_with(&mut browser, &letter, "Wilhelmina").await;
        // Mails that wait together may arrive in any order: this one arrives before the next is written.
        mailbox.arrived(&her.email).await;
        let items = portal.clinic().authorized(None).await;
        let ids = items["items"].as_array().unwrap().last().unwrap().clone();
        let path = format!(
            "/persons/{}/records/{}/authorization",
            ids["person_id"].as_str().unwrap(),
            ids["record_id"].as_str().unwrap()
        );
        assert_eq!(ids["person_id"], person["person_id"]);
        portal.clinic().call("DELETE", &path, None).await;
        assert_eq!(
            subjects(&mailbox, &her.email).await[0],
            format!("{} ended its connection", portal.app.name)
        );
        for mail in mailbox.arrived(&her.email).await {
            assert!(!mail.text.contains("Wilhelmina") && !mail.html.contains("Wilhelmina"), "{}", mail.text);
            assert!(!mail.text.contains("Which word"), "{}", mail.text);
        }
        let lines = history(&mut browser).await;
        let app = &portal.app.name;
        assert_eq!(
            lines[..4],
            [
                format!("An app ended its connection {app}"),
                format!("You connected an app {app}"),
                format!("You disconnected an app {app}"),
                format!("You connected an app {app}"),
            ]
        );
    }
}

#[actix_web::test]
async fn who_has_allowed_an_app_is_told_once_when_it_asks_for_other_information() {
    for database in databases() {
        let (portal, mailbox) = spawn_with_mail(database).await;
        let (mut her, mut gone, other) =
            (somebody(&portal).await, somebody(&portal).await, somebody(&portal).await);
        connect(&portal, &mut her.browser, "Emma").await;
        connect(&portal, &mut her.browser, "Oskar").await;
        connect(&portal, &mut gone.browser, "Emma").await;
        gone.browser.disconnect().await;
        let context = &portal.installation.context;
        let mut app = portal.app.clone();
        app.rules[0].why = "Other words for the same.".into();
        apps::apply(context, &app).await.unwrap();
        let subject = format!("{} asks for something else now", app.name);
        let told =
            async |email: &str| subjects(&mailbox, email).await.into_iter().filter(|s| *s == subject).count();
        assert_eq!(told(&her.email).await, 0, "other words are no news");
        app.rules[0].data_types.push("Medication".to_owned());
        apps::apply(context, &app).await.unwrap();
        apps::apply(context, &app).await.unwrap();
        assert_eq!(told(&her.email).await, 1);
        assert_eq!((told(&gone.email).await, told(&other.email).await), (0, 0));
    }
}

#[actix_web::test]
async fn without_a_mail_server_nothing_waits_to_be_mailed() {
    let portal = spawn(Database::Sqlite).await;
    let her = somebody(&portal).await;
    let mut browser = her.browser;
    signed_in(&portal, &her.email, SAFARI).await;
    connect(&portal, &mut browser, "Emma").await;
    let context = &portal.installation.context;
    let mut tx = context.db.read().await.unwrap();
    let due = patient_connect::store::mails::list_due(&mut tx, context.now(), 10).await.unwrap();
    assert!(due.is_empty());
}

//! "Reminders after 7 and 21 days unless opened."

use std::time::Duration;

use patient_connect::actions::time::remind::remind;

use super::{INVITATION, PAT, REMINDER, by_mail, invitation, invited, pass, post::start, subjects};
use crate::support::{Database, databases};

#[actix_web::test]
async fn a_patient_who_does_nothing_is_reminded_after_7_and_after_21_days_and_never_again() {
    for database in databases() {
        let (portal, post) = start(database).await;
        let clinic = portal.clinic();
        let letter = invited(&clinic, &by_mail("patient-1", true)).await;
        assert_eq!(subjects(&post).await, [INVITATION]);
        pass(&portal, 6).await;
        assert_eq!(subjects(&post).await.len(), 1);
        pass(&portal, 1).await;
        assert_eq!(subjects(&post).await, [INVITATION, REMINDER]);
        assert_eq!(invitation(&clinic, &letter).await["reminders_sent"], 1);
        pass(&portal, 13).await;
        assert_eq!(subjects(&post).await.len(), 2);
        pass(&portal, 1).await;
        assert_eq!(subjects(&post).await, [INVITATION, REMINDER, REMINDER]);
        pass(&portal, 5).await;
        pass(&portal, 60).await;
        assert_eq!(subjects(&post).await.len(), 3);
        let told = invitation(&clinic, &letter).await;
        assert_eq!((&told["reminders_sent"], &told["state"]), (&2.into(), &"sent".into()));
    }
}

#[actix_web::test]
async fn a_reminder_brings_the_same_code_and_its_link_works() {
    let (portal, post) = start(Database::Sqlite).await;
    let letter = invited(&portal.clinic(), &by_mail("patient-1", true)).await;
    post.deliver().await;
    pass(&portal, 7).await;
    let reminder = post.newest(PAT).await;
    assert_eq!((reminder.subject.as_str(), &reminder.codes[0]), (REMINDER, &letter.code));
    let mut patient = portal.browser();
    patient.open(&reminder.links[0]).await;
    patient.is("question", 200);
}

#[actix_web::test]
async fn nobody_is_reminded_who_did_not_ask_for_it_or_has_answered_once() {
    for database in databases() {
        let (portal, post) = start(database).await;
        let clinic = portal.clinic();
        invited(&clinic, &by_mail("unwanted", false)).await;
        let opened = invited(&clinic, &by_mail("opened", true)).await;
        post.deliver().await;
        let mut patient = portal.browser();
        patient.open(&opened.link).await;
        patient.answer("not the word").await;
        pass(&portal, 7).await;
        pass(&portal, 14).await;
        assert_eq!(subjects(&post).await, [INVITATION, INVITATION]);
    }
}

#[actix_web::test]
async fn a_link_that_was_only_fetched_keeps_no_reminder_back() {
    let (portal, post) = start(Database::Sqlite).await;
    let letter = invited(&portal.clinic(), &by_mail("patient-1", true)).await;
    post.deliver().await;
    portal.browser().open(&letter.link).await;
    pass(&portal, 7).await;
    assert_eq!(subjects(&post).await, [INVITATION, REMINDER]);
}

#[actix_web::test]
async fn a_reminder_that_waits_is_not_sent_to_who_has_answered_meanwhile() {
    let (portal, post) = start(Database::Sqlite).await;
    let clinic = portal.clinic();
    let letter = invited(&clinic, &by_mail("patient-1", true)).await;
    post.deliver().await;
    pass(&portal, 7).await;
    let mut patient = portal.browser();
    patient.open(&letter.link).await;
    patient.answer("not the word").await;
    assert_eq!(subjects(&post).await, [INVITATION]);
    let told = invitation(&clinic, &letter).await;
    assert_eq!((&told["state"], &told["reminders_sent"]), (&"sent".into(), &0.into()), "nothing went wrong");
}

#[actix_web::test]
async fn nobody_is_reminded_of_a_locked_an_expired_or_a_picked_up_request() {
    let (portal, post) = start(Database::Sqlite).await;
    let clinic = portal.clinic();
    let picked_up = invited(&clinic, &by_mail("picked-up", true)).await;
    let locked = invited(&clinic, &by_mail("locked", true)).await;
    post.deliver().await;
    portal.browser().connect(&picked_up, "Emma").await;
    let mut patient = portal.browser();
    patient.open(&locked.link).await;
    for wrong in ["one wrong", "two wrong", "three wrong"] {
        patient.answer(wrong).await;
    }
    patient.is("locked", 410);
    invited(&clinic, &by_mail("expired", true)).await;
    post.deliver().await;
    portal.advance_days(28);
    pass(&portal, 0).await;
    assert_eq!(subjects(&post).await, [INVITATION; 3]);
}

#[actix_web::test]
async fn two_nodes_that_look_at_the_same_moment_remind_once() {
    for database in databases() {
        let (portal, post) = start(database).await;
        let clinic = portal.clinic();
        for n in 0..12 {
            invited(&clinic, &by_mail(&format!("patient-{n}"), true)).await;
        }
        assert_eq!(subjects(&post).await.len(), 12);
        let other = portal.beside(Duration::from_secs(7 * super::DAY)).await;
        portal.advance_days(7);
        let (one, two) =
            tokio::join!(remind(&portal.installation.context), remind(&other.installation.context));
        assert_eq!(one.unwrap() + two.unwrap(), 12);
        assert_eq!(subjects(&post).await.len(), 24);
        pass(&portal, 0).await;
        assert_eq!(subjects(&post).await.iter().filter(|subject| *subject == REMINDER).count(), 12);
    }
}

//! The mail server refuses: for now, or for good.

use std::time::Duration;

use super::Post;
use crate::support::{At, Database, Does, databases};

#[actix_web::test]
async fn a_temporary_answer_at_any_verb_is_tried_again() {
    for at in [At::Connect, At::Ehlo, At::MailFrom, At::RcptTo, At::Data, At::End] {
        let mut post = Post::new(Database::Sqlite).await;
        let letter = post.invite("patient-1").await;
        post.server.then(at, Does::Says("421 4.3.2 Try again later"));
        assert_eq!(post.attempt().await, 1);
        assert_eq!(post.invitation(&letter).await["state"], "queued", "{at:?}");
        assert_eq!(post.server.taken().len(), 0, "{at:?}");
        assert_eq!(post.attempt_until_it_ends(&letter).await, 1, "{at:?}");
        post.has_arrived(&letter, 1);
    }
}

#[actix_web::test]
async fn a_greylisted_mail_arrives_at_the_second_attempt() {
    for database in databases() {
        let mut post = Post::new(database).await;
        let letter = post.invite("patient-1").await;
        post.server.then(At::RcptTo, Does::Says("450 4.2.0 Greylisted, come back in five minutes"));
        assert_eq!(post.attempt().await, 1);
        assert_eq!(post.attempt().await, 0, "not at once");
        post.portal.clock.advance(Duration::from_secs(11));
        assert_eq!(post.attempt().await, 1);
        assert_eq!(post.invitation(&letter).await["state"], "sent");
        post.has_arrived(&letter, 1);
    }
}

#[actix_web::test]
async fn a_mail_that_is_refused_for_good_is_told_and_never_tried_again() {
    for at in [At::MailFrom, At::RcptTo, At::Data, At::End] {
        let mut post = Post::new(Database::Sqlite).await;
        let letter = post.invite("patient-1").await;
        post.server.then(at, Does::Says("550 5.1.1 No such user here"));
        assert_eq!(post.attempt_until_it_ends(&letter).await, 1, "{at:?}");
        let told = post.invitation(&letter).await;
        assert_eq!((&told["state"], &told["failure"]), (&"failed".into(), &"refused_550".into()), "{at:?}");
        let events = post.portal.clinic().get("/events").await;
        assert_eq!(events["items"][0]["type"], "invitation_failed", "{at:?}");
        post.portal.advance_days(4);
        assert_eq!(post.attempt().await, 0);
        assert_eq!(post.server.taken().len(), 0);
    }
}

/// A wrong password or a network that is refused is the operator's to mend: no patient goes without her mail for it.
#[actix_web::test]
async fn a_server_that_refuses_us_before_it_was_given_the_mail_is_tried_again() {
    for at in [At::Connect, At::Ehlo] {
        let mut post = Post::new(Database::Sqlite).await;
        let letter = post.invite("patient-1").await;
        post.server.then(at, Does::Says("554 5.7.1 We do not talk to you"));
        assert_eq!(post.attempt().await, 1);
        assert_eq!(post.invitation(&letter).await["state"], "queued", "{at:?}");
        assert_eq!(post.attempt_until_it_ends(&letter).await, 1, "{at:?}");
        post.has_arrived(&letter, 1);
    }
}

#[actix_web::test]
async fn one_refused_mail_keeps_no_other_back() {
    let mut post = Post::new(Database::Sqlite).await;
    let letters =
        [post.invite("patient-1").await, post.invite("patient-2").await, post.invite("patient-3").await];
    post.server.then(At::RcptTo, Does::Says("550 5.1.1 No such user here"));
    assert_eq!(post.attempt().await, 3);
    let mut states = Vec::new();
    for letter in &letters {
        states.push(post.invitation(letter).await["state"].as_str().unwrap().to_owned());
    }
    states.sort();
    assert_eq!(states, ["failed", "sent", "sent"]);
    assert_eq!(post.server.taken().len(), 2);
}

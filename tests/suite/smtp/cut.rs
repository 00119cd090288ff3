//! The mail server hangs up.

use super::Post;
use crate::support::{At, Database, Does, databases};

#[actix_web::test]
async fn a_mail_whose_server_hangs_up_at_any_verb_arrives_later() {
    for at in [At::Connect, At::Ehlo, At::MailFrom, At::RcptTo, At::Data, At::End] {
        let mut post = Post::new(Database::Sqlite).await;
        let letter = post.invite("patient-1").await;
        post.server.then(at, Does::Cuts);
        assert_eq!(post.attempt().await, 1);
        assert_eq!(post.server.left(), 0, "{at:?} came");
        assert_eq!(post.invitation(&letter).await["state"], "queued", "{at:?}");
        assert_eq!(post.attempt_until_it_ends(&letter).await, 1, "{at:?}");
        assert_eq!(post.invitation(&letter).await["state"], "sent");
        post.has_arrived(&letter, 1);
    }
}

#[actix_web::test]
async fn a_mail_whose_server_hangs_up_at_every_verb_in_turn_arrives_in_the_end() {
    for database in databases() {
        let mut post = Post::new(database).await;
        let letter = post.invite("patient-1").await;
        for at in [At::Connect, At::Ehlo, At::MailFrom, At::RcptTo, At::Data, At::End] {
            post.server.then(at, Does::Cuts);
        }
        assert_eq!(post.attempt_until_it_ends(&letter).await, 7);
        post.has_arrived(&letter, 1);
    }
}

#[actix_web::test]
async fn a_server_that_is_away_is_tried_again() {
    let gone = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let port = gone.local_addr().unwrap().port();
    drop(gone);
    let mut post = Post::new(Database::Sqlite).await;
    let mut away = super::outbox(&post.portal, super::smtp_at(port));
    let letter = post.invite("patient-1").await;
    assert_eq!(away.turn().await.unwrap(), 1);
    away.all_done().await;
    assert_eq!(post.invitation(&letter).await["state"], "queued");
    post.portal.clock.advance(std::time::Duration::from_secs(11));
    assert_eq!(post.attempt().await, 1);
    post.has_arrived(&letter, 1);
}

/// What was taken is not known: it goes once more, and shows that it is the same.
#[actix_web::test]
async fn a_mail_that_was_taken_without_a_word_comes_twice_with_one_message_id_and_one_code() {
    for database in databases() {
        let mut post = Post::new(database).await;
        let letter = post.invite("patient-1").await;
        post.server.then(At::End, Does::TakesAndCuts);
        assert_eq!(post.attempt_until_it_ends(&letter).await, 2);
        post.has_arrived(&letter, 2);
    }
}

#[actix_web::test]
async fn a_server_that_hangs_up_after_its_word_has_taken_the_mail_and_gets_it_once() {
    for (at, does) in [(At::End, Does::CutsAfterwards), (At::Quit, Does::Cuts)] {
        let mut post = Post::new(Database::Sqlite).await;
        let letter = post.invite("patient-1").await;
        post.server.then(at, does);
        assert_eq!(post.attempt_until_it_ends(&letter).await, 1);
        assert_eq!(post.invitation(&letter).await["state"], "sent");
        post.has_arrived(&letter, 1);
    }
}

/// The program ends between the server's word and the note of it: the claim runs out, and it goes once more.
#[actix_web::test]
async fn a_portal_that_ends_in_the_midst_of_an_attempt_sends_again_when_its_claim_has_run_out() {
    for database in databases() {
        let mut post = Post::new(database).await;
        let letter = post.invite("patient-1").await;
        post.server.then(At::End, Does::Hangs(std::time::Duration::from_secs(5)));
        let mut dies = super::outbox(&post.portal, super::smtp(&post.server));
        assert_eq!(dies.turn().await.unwrap(), 1);
        while post.server.left() > 0 {
            tokio::time::sleep(std::time::Duration::from_millis(10)).await;
        }
        drop(dies);
        assert_eq!(post.attempt().await, 0, "it is claimed");
        assert_eq!(post.invitation(&letter).await["state"], "queued");
        post.portal.clock.advance(std::time::Duration::from_secs(121));
        assert_eq!(post.attempt().await, 1);
        assert_eq!(post.invitation(&letter).await["state"], "sent");
        post.has_arrived(&letter, 1);
    }
}

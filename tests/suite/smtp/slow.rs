//! The mail server takes its time.

use std::time::{Duration, Instant};

use super::Post;
use crate::support::{At, Database, Does, Letter, SmtpServer};

async fn impatient() -> Post {
    let server = SmtpServer::start();
    let smtp = super::smtp(&server).with_patience(Duration::from_millis(1_500));
    Post::with(Database::Sqlite, smtp, server).await
}

#[actix_web::test]
async fn a_server_that_says_nothing_at_any_verb_is_left_and_tried_again() {
    for at in [At::Connect, At::Ehlo, At::MailFrom, At::RcptTo, At::Data, At::End] {
        let mut post = impatient().await;
        let letter = post.invite("patient-1").await;
        post.server.then(at, Does::Hangs(Duration::from_secs(8)));
        let start = Instant::now();
        assert_eq!(post.attempt().await, 1);
        assert!(start.elapsed() < Duration::from_secs(6), "{at:?} took {:?}", start.elapsed());
        assert_eq!(post.invitation(&letter).await["state"], "queued", "{at:?}");
        assert_eq!(post.attempt_until_it_ends(&letter).await, 1, "{at:?}");
        post.has_arrived(&letter, 1);
    }
}

#[actix_web::test]
async fn a_server_that_says_no_goodbye_has_taken_the_mail_and_gets_it_once() {
    let mut post = impatient().await;
    let letter = post.invite("patient-1").await;
    post.server.then(At::Quit, Does::Hangs(Duration::from_secs(8)));
    assert_eq!(post.attempt_until_it_ends(&letter).await, 1);
    assert_eq!(post.invitation(&letter).await["state"], "sent");
    post.has_arrived(&letter, 1);
}

/// A late answer to one mail is not taken for the answer to the next.
#[actix_web::test]
async fn after_a_server_was_left_the_next_mail_begins_anew() {
    let mut post = impatient().await;
    let first = post.invite("patient-1").await;
    post.server.then(At::End, Does::Late(Duration::from_secs(3)));
    assert_eq!(post.attempt().await, 1);
    let second = post.invite("patient-2").await;
    // The first may be due again, too.
    for _ in 0..2 {
        post.server.then(At::RcptTo, Does::Says("450 4.2.0 Later"));
    }
    assert!(post.attempt().await > 0);
    for letter in [&first, &second] {
        assert_eq!(post.invitation(letter).await["state"], "queued");
    }
    tokio::time::sleep(Duration::from_secs(2)).await;
    post.attempt_until_it_ends(&first).await;
    post.attempt_until_it_ends(&second).await;
    let taken = post.server.taken();
    let of = |letter: &Letter| {
        let mails = taken.iter().filter(|mail| mail.data.replace("=\r\n", "").contains(&letter.code));
        mails.map(|mail| mail.header("message-id")).collect::<Vec<_>>()
    };
    assert_eq!(of(&second).len(), 1);
    let first = of(&first);
    assert!(first.len() == 2 && first[0] == first[1], "taken late, and once more: {first:?}");
}

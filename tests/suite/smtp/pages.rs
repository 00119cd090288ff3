//! "The page never waits for the server."

use std::time::{Duration, Instant};

use super::Post;
use crate::support::{At, Does, databases};

#[actix_web::test]
async fn calls_and_pages_answer_at_once_while_the_mail_server_hangs() {
    for database in databases() {
        let mut post = Post::new(database).await;
        for _ in 0..8 {
            post.server.then(At::Connect, Does::Hangs(Duration::from_secs(30)));
        }
        for n in 0..8 {
            post.invite(&format!("patient-{n}")).await;
        }
        // All that may be on their way at once are, and hang.
        assert_eq!(post.outbox.turn().await.unwrap(), 8);
        let mut took = Vec::new();
        for n in 8..28 {
            let start = Instant::now();
            let letter = post.invite(&format!("patient-{n}")).await;
            took.push(start.elapsed());
            let start = Instant::now();
            post.portal.browser().open(&letter.link).await;
            took.push(start.elapsed());
            assert_eq!(post.outbox.turn().await.unwrap(), 0, "there is no room for more");
        }
        took.sort();
        println!("{database:?}: median {:?}, longest {:?}", took[took.len() / 2], took[took.len() - 1]);
        assert!(took[took.len() - 1] < Duration::from_secs(5), "{took:?}");
    }
}

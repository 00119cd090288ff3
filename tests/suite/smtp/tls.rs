//! TLS is demanded: who takes the offer away, or has another's certificate, gets no mail.

use patient_connect::mail::{Sender, Smtp};

use super::{PAT, Post, SENDER};
use crate::support::{Database, SmtpServer, client_without_defaults};

fn demanding(scheme: &str, server: &SmtpServer) -> Smtp {
    client_without_defaults();
    let url = format!("{scheme}://user:password@localhost:{}", server.port);
    Smtp::new(&url, Sender::parse(SENDER).unwrap()).unwrap()
}

#[track_caller]
fn nothing_was_told(server: &SmtpServer) {
    assert_eq!(server.taken().len(), 0);
    let heard = server.heard();
    for verb in ["AUTH", "MAIL", "RCPT", "DATA"] {
        assert!(!heard.contains(&verb.to_owned()), "{heard:?}");
    }
}

async fn gets_no_mail(scheme: &str, server: SmtpServer) {
    let mut post = Post::with(Database::Sqlite, demanding(scheme, &server), server).await;
    let letter = post.invite("patient-1").await;
    assert_eq!(post.attempt().await, 1);
    assert_eq!(post.invitation(&letter).await["state"], "queued", "the operator can mend it");
    nothing_was_told(&post.server);
}

#[actix_web::test]
async fn a_server_that_offers_no_starttls_gets_neither_password_nor_mail() {
    gets_no_mail("smtp", SmtpServer::start()).await;
}

#[actix_web::test]
async fn a_server_whose_certificate_nobody_vouches_for_gets_neither_password_nor_mail() {
    let (server, _) = SmtpServer::start_with_tls();
    gets_no_mail("smtp", server).await;
}

#[actix_web::test]
async fn a_server_that_speaks_in_the_clear_where_tls_is_to_begin_gets_neither_password_nor_mail() {
    let server = SmtpServer::start();
    let mut post = Post::with(
        Database::Sqlite,
        demanding("smtps", &server).with_patience(std::time::Duration::from_millis(500)),
        server,
    )
    .await;
    post.invite("patient-1").await;
    assert_eq!(post.attempt().await, 1);
    nothing_was_told(&post.server);
}

#[actix_web::test]
async fn a_server_with_a_certificate_that_the_operator_trusts_gets_the_mail_over_tls() {
    let (server, certificate) = SmtpServer::start_with_tls();
    let url = format!("smtp://localhost:{}", server.port);
    client_without_defaults();
    let smtp = Smtp::new(&url, Sender::parse(SENDER).unwrap()).unwrap();
    let smtp = smtp.trusting(certificate.as_bytes()).unwrap();
    let mut post = Post::with(Database::Sqlite, smtp, server).await;
    let letter = post.invite("patient-1").await;
    assert_eq!(post.attempt().await, 1);
    post.has_arrived(&letter, 1);
    let mail = &post.server.taken()[0];
    assert!(mail.tls);
    assert_eq!((mail.header("from").as_str(), mail.header("to").as_str()), (SENDER, PAT));
    assert_eq!(mail.header("auto-submitted"), "auto-generated");
}

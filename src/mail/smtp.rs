//! Mails leave over SMTP with TLS.

use std::time::Duration;

use futures_core::future::BoxFuture;
use lettre::{AsyncSmtpTransport, AsyncTransport, Tokio1Executor, transport::smtp};
use url::Url;

use super::{
    Way,
    compose::Composed,
    message::{Sender, message},
};
use crate::domain::mail::{MailFailure, MailOutcome};

/// How long the mail server may take for one answer.
const PATIENCE: Duration = Duration::from_secs(20);
/// How long one attempt may take in all: well below what a claim holds.
const LONGEST: Duration = Duration::from_secs(90);

/// A mail server.
pub struct Smtp {
    sender: Sender,
    transport: AsyncSmtpTransport<Tokio1Executor>,
}

impl std::fmt::Debug for Smtp {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Smtp")
    }
}

/// What is wrong with the address of a mail server. The address is not repeated: it may hold a password.
#[derive(Debug, thiserror::Error)]
pub enum SmtpProblem {
    /// It is none.
    #[error("must be smtp://user:password@host:587 (STARTTLS is demanded) or smtps://user:password@host:465")]
    Malformed,
    /// TLS is set to something else than what there is.
    #[error("`tls` may only be `none`: mails and passwords then go over the network in the clear")]
    Tls,
}

impl Smtp {
    /// A mail server at `smtps://…` (TLS from the start) or `smtp://…`, where STARTTLS is demanded unless the address ends
    /// in `?tls=none`. Nothing is connected yet.
    pub fn new(url: &str, sender: Sender) -> Result<Self, SmtpProblem> {
        let mut url = Url::parse(url).map_err(|_| SmtpProblem::Malformed)?;
        if url.host_str().is_none_or(str::is_empty) || !["smtp", "smtps"].contains(&url.scheme()) {
            return Err(SmtpProblem::Malformed);
        }
        let said: Vec<(String, String)> = url.query_pairs().into_owned().collect();
        match said.as_slice() {
            [] => {}
            [(name, value)] if name == "tls" && value == "none" && url.scheme() == "smtp" => {}
            _ => return Err(SmtpProblem::Tls),
        }
        url.set_query((said.is_empty() && url.scheme() == "smtp").then_some("tls=required"));
        let transport = AsyncSmtpTransport::<Tokio1Executor>::from_url(url.as_str())
            .map_err(|_| SmtpProblem::Malformed)?
            .timeout(Some(PATIENCE))
            .build();
        Ok(Self { sender, transport })
    }
}

fn failure(e: &smtp::Error) -> MailFailure {
    match e.status() {
        Some(code) if e.is_permanent() => MailFailure::Refused(code.into()),
        Some(code) => MailFailure::Later(code.into()),
        None if e.is_timeout() => MailFailure::Timeout,
        None if e.is_tls() => MailFailure::Tls,
        None => MailFailure::NoConnection,
    }
}

impl Way for Smtp {
    fn hand_over(&self, mail: Composed) -> BoxFuture<'_, MailOutcome> {
        Box::pin(async move {
            let message = match message(&self.sender, mail) {
                Ok(message) => message,
                Err(failure) => return MailOutcome::Failed(failure),
            };
            match tokio::time::timeout(LONGEST, self.transport.send(message)).await {
                Ok(Ok(_)) => MailOutcome::Sent,
                Ok(Err(e)) => MailOutcome::Failed(failure(&e)),
                Err(_) => MailOutcome::Failed(MailFailure::Timeout),
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problem(url: &str) -> String {
        let sender = Sender::parse("Clinic <connect@clinic.example>").unwrap();
        Smtp::new(url, sender).map(|_| String::new()).unwrap_or_else(|e| e.to_string())
    }

    #[test]
    fn tls_is_demanded_unless_told_otherwise_in_so_many_words() {
        for good in ["smtp://mail.example", "smtps://u:p@mail.example:465", "smtp://127.0.0.1:2525?tls=none"]
        {
            assert_eq!(problem(good), "", "{good}");
        }
        for bad in
            ["smtp://mail.example?tls=opportunistic", "smtps://mail.example?tls=none", "smtp://m.example?x=1"]
        {
            assert!(problem(bad).contains("none"), "{bad}");
        }
        for bad in ["", "mail.example", "http://mail.example", "smtp://"] {
            assert!(problem(bad).contains("smtps://"), "{bad}");
        }
    }

    #[test]
    fn a_password_is_not_repeated() {
        assert!(!problem("http://user:secret@mail.example").contains("secret"));
    }
}

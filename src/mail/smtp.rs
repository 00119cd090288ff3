//! Mails leave over SMTP with TLS: a connection for each, so that no late answer is ever taken for that to the next mail.
//!
//! What the server says before it is given a mail is about us (our network, our password) and not about the mail: a
//! refusal there is tried again, until the operator has mended it. What it says of the mail counts, also where it does
//! not say goodbye.

use std::time::Duration;

use futures_core::future::BoxFuture;
use lettre::{
    Message,
    transport::smtp::{
        self,
        authentication::{Credentials, DEFAULT_MECHANISMS},
        client::{AsyncSmtpConnection, Certificate, TlsParameters},
        commands, extension,
        extension::ClientId,
    },
};
use percent_encoding::percent_decode_str;
use tokio::time::timeout;
use url::Url;

use super::{
    Way,
    compose::Composed,
    message::{Sender, message},
};
use crate::domain::mail::{MailFailure, MailOutcome};

/// How long one attempt may take in all: well below what a claim holds.
const LONGEST: Duration = Duration::from_secs(90);
/// How long connecting may take of that.
const CONNECTING: Duration = Duration::from_secs(20);
/// How long to wait for the server's goodbye: nothing depends on it.
const GOODBYE: Duration = Duration::from_secs(2);

/// A mail server.
pub struct Smtp {
    sender: Sender,
    host: String,
    port: u16,
    tls: Tls,
    credentials: Option<Credentials>,
    longest: Duration,
}

/// When TLS begins.
enum Tls {
    /// Never.
    None,
    /// On demand, and not without.
    Starttls(TlsParameters),
    /// Before anything is said.
    FromTheStart(TlsParameters),
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
    /// The certificate to trust cannot be read.
    #[error("holds no certificate in PEM form")]
    Certificate,
}

impl Smtp {
    /// A mail server at `smtps://…` (TLS from the start) or `smtp://…`, where STARTTLS is demanded unless the address ends
    /// in `?tls=none`. Nothing is connected yet.
    pub fn new(url: &str, sender: Sender) -> Result<Self, SmtpProblem> {
        let url = Url::parse(url).map_err(|_| SmtpProblem::Malformed)?;
        let host = url.host_str().filter(|host| !host.is_empty()).ok_or(SmtpProblem::Malformed)?.to_owned();
        let said: Vec<(String, String)> = url.query_pairs().into_owned().collect();
        let in_the_clear = match said.as_slice() {
            [] => false,
            [(name, value)] if name == "tls" && value == "none" && url.scheme() == "smtp" => true,
            _ => return Err(SmtpProblem::Tls),
        };
        let parameters = || TlsParameters::new(host.clone()).map_err(|_| SmtpProblem::Malformed);
        let (tls, port) = match (url.scheme(), in_the_clear) {
            ("smtp", true) => (Tls::None, smtp::SMTP_PORT),
            ("smtp", false) => (Tls::Starttls(parameters()?), smtp::SUBMISSION_PORT),
            ("smtps", false) => (Tls::FromTheStart(parameters()?), smtp::SUBMISSIONS_PORT),
            _ => return Err(SmtpProblem::Malformed),
        };
        let credentials = credentials(&url)?;
        Ok(Self { sender, port: url.port().unwrap_or(port), host, tls, credentials, longest: LONGEST })
    }

    /// The same, trusting a certificate (PEM) beside those of the public authorities.
    pub fn trusting(mut self, certificate: &[u8]) -> Result<Self, SmtpProblem> {
        let certificate = Certificate::from_pem(certificate).map_err(|_| SmtpProblem::Certificate)?;
        let parameters = TlsParameters::builder(self.host.clone()).add_root_certificate(certificate).build();
        let parameters = parameters.map_err(|_| SmtpProblem::Certificate)?;
        self.tls = match self.tls {
            Tls::None => Tls::None,
            Tls::Starttls(_) => Tls::Starttls(parameters),
            Tls::FromTheStart(_) => Tls::FromTheStart(parameters),
        };
        Ok(self)
    }

    /// The same with another patience.
    #[must_use]
    pub fn with_patience(self, longest: Duration) -> Self {
        Self { longest, ..self }
    }

    /// A connection that takes mails.
    async fn connect(&self) -> Result<AsyncSmtpConnection, MailFailure> {
        let hello = ClientId::default();
        let at_once = match &self.tls {
            Tls::FromTheStart(parameters) => Some(parameters.clone()),
            Tls::None | Tls::Starttls(_) => None,
        };
        let server = (self.host.as_str(), self.port);
        let connecting = AsyncSmtpConnection::connect_tokio1(server, Some(CONNECTING), &hello, at_once, None);
        let mut connection = connecting.await.map_err(|e| about_us(&e))?;
        if let Tls::Starttls(parameters) = &self.tls {
            if !connection.can_starttls() {
                return Err(MailFailure::Tls);
            }
            let secured = connection.starttls(parameters.clone(), &hello).await;
            secured.map_err(|e| if e.status().is_some() { about_us(&e) } else { MailFailure::Tls })?;
        }
        if let Some(credentials) = &self.credentials {
            connection.auth(DEFAULT_MECHANISMS, credentials).await.map_err(|e| about_us(&e))?;
        }
        Ok(connection)
    }

    async fn send(&self, message: &Message) -> MailOutcome {
        let attempt = async {
            let mut connection = match self.connect().await {
                Ok(connection) => connection,
                Err(failure) => return (MailOutcome::Failed(failure), None),
            };
            let outcome = match hand_over(&mut connection, message).await {
                Ok(()) => MailOutcome::Sent,
                Err(failure) => MailOutcome::Failed(failure),
            };
            (outcome, Some(connection))
        };
        let (outcome, connection) = match timeout(self.longest, attempt).await {
            Ok(ended) => ended,
            Err(_) => (MailOutcome::Failed(MailFailure::Timeout), None),
        };
        if let Some(mut connection) = connection {
            let _nothing_depends_on_it = timeout(GOODBYE, connection.quit()).await;
        }
        outcome
    }
}

fn credentials(url: &Url) -> Result<Option<Credentials>, SmtpProblem> {
    let decoded = |text: &str| {
        let decoded = percent_decode_str(text).decode_utf8().map_err(|_| SmtpProblem::Malformed)?;
        Ok::<_, SmtpProblem>(decoded.into_owned())
    };
    let Some(password) = url.password() else { return Ok(None) };
    Ok(Some(Credentials::new(decoded(url.username())?, decoded(password)?)))
}

/// The mail itself, verb by verb.
async fn hand_over(connection: &mut AsyncSmtpConnection, message: &Message) -> Result<(), MailFailure> {
    let (envelope, bytes) = (message.envelope(), message.formatted());
    let options = options(connection, message, bytes.is_ascii())?;
    let mail = commands::Mail::new(envelope.from().cloned(), options);
    connection.command(mail).await.map_err(|e| about_the_mail(&e))?;
    for to in envelope.to() {
        let to = commands::Rcpt::new(to.clone(), Vec::new());
        connection.command(to).await.map_err(|e| about_the_mail(&e))?;
    }
    let ready = connection.command(commands::Data).await.map_err(|e| about_the_mail(&e))?;
    if !ready.has_code(354) {
        // It did not say that it reads on: whatever it says next is not about this mail.
        return Err(MailFailure::NoConnection);
    }
    let taken = connection.message(&bytes).await.map_err(|e| about_the_mail(&e))?;
    if taken.has_code(354) { Err(MailFailure::NoConnection) } else { Ok(()) }
}

/// What the server must be told where something is written in more than ASCII (RFC 6531, RFC 6152).
fn options(
    connection: &AsyncSmtpConnection,
    message: &Message,
    ascii: bool,
) -> Result<Vec<extension::MailParameter>, MailFailure> {
    use extension::{Extension, MailBodyParameter, MailParameter};
    let envelope = message.envelope();
    let mut addresses = envelope.to().iter().chain(envelope.from());
    let international = addresses.any(|address| !AsRef::<str>::as_ref(address).is_ascii());
    let knows = |extension| connection.server_info().supports_feature(extension);
    if international && !knows(Extension::SmtpUtfEight) {
        return Err(MailFailure::BadAddress);
    }
    let mut options = Vec::new();
    if international {
        options.push(MailParameter::SmtpUtfEight);
    }
    if !ascii && knows(Extension::EightBitMime) {
        options.push(MailParameter::Body(MailBodyParameter::EightBitMime));
    }
    Ok(options)
}

/// A failure before the server was given the mail.
fn about_us(e: &smtp::Error) -> MailFailure {
    match about_the_mail(e) {
        MailFailure::Refused(code) => MailFailure::Later(code),
        failure => failure,
    }
}

fn about_the_mail(e: &smtp::Error) -> MailFailure {
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
            match message(&self.sender, mail) {
                Ok(message) => self.send(&message).await,
                Err(failure) => MailOutcome::Failed(failure),
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

//! An app's session on the XML platform: made when it has proved who it is, asked for with each of its messages.
//!
//! Sessions are rows, so they survive a restart and every node knows them. An app may have several at once, each with
//! its own secret: making one ends none of the others.
//!
//! A message makes one session, once: its signature is remembered for as long as it would be accepted. Sent again at
//! once, it is answered with the session that it made; later it is refused (decision 20).
//!
//! All times here are the real clock's, so that a sandbox whose clock was moved neither ends nor forgets what a classic
//! library holds.

use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use data_encoding::BASE64URL_NOPAD;
use sha2::{Digest, Sha256};
use uuid::Uuid;
use zeroize::Zeroizing;

use crate::actions::{
    ActionError, Context,
    audit::{self, About},
};
use crate::{
    domain::{
        application::App,
        audit::{By, Deed, Origin},
        certificate::Certificate,
    },
    keys::{Hash, Hashes, Purpose},
    store::{StoreError, Tx, apps, platform_sessions, platform_sessions::PlatformSession},
};

/// "Life: 4 hours was the default of the service."
pub const LIFE: TimeDelta = TimeDelta::hours(4);

/// How long an expired session is kept. Forgotten or expired, its app is told the same.
pub const KEPT_EXPIRED: TimeDelta = TimeDelta::days(1);

/// For how long the same message is answered with the session that it made: its answer may have been lost. One library
/// repeats "the identical request twice more, one second apart", and HTTP stacks do so by themselves at once.
pub const SENT_AGAIN_WITHIN: TimeDelta = TimeDelta::minutes(1);

/// The classic service's tokens began so.
const PREFIX: &str = "ASAAA";
/// "Opaque string, at most 1024 characters."
const MOST_CHARACTERS: usize = 1024;

/// What a session's messages are authenticated with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MacAlgorithm {
    /// HMAC with SHA-1.
    HmacSha1,
    /// HMAC with SHA-256.
    HmacSha256,
}

impl MacAlgorithm {
    /// As clients call it, and as it is stored.
    pub fn as_str(self) -> &'static str {
        match self {
            MacAlgorithm::HmacSha1 => "HMACSHA1",
            MacAlgorithm::HmacSha256 => "HMACSHA256",
        }
    }

    /// The algorithm of this name.
    pub fn parse(name: &str) -> Option<Self> {
        [MacAlgorithm::HmacSha1, MacAlgorithm::HmacSha256].into_iter().find(|a| a.as_str() == name)
    }
}

/// A session's token, told once. Does not print.
pub struct Token(Zeroizing<String>);

impl Token {
    /// The text to hand to the app. It has no character that XML must escape.
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Debug for Token {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Token(…)")
    }
}

/// A session that stands.
pub struct Session {
    /// The app that signed in.
    pub app: Arc<App>,
    /// What its messages are authenticated with.
    pub algorithm: MacAlgorithm,
    /// The shared secret.
    pub secret: Zeroizing<Vec<u8>>,
}

impl std::fmt::Debug for Session {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Session(of {})", self.app.id)
    }
}

/// What a token stands for.
#[derive(Debug)]
pub enum Found {
    /// A session.
    Session(Box<Session>),
    /// One that has expired: the app must sign in again.
    Expired,
    /// One that is not known, or not any more. It is told as an expired one is: "a well-formed token that the server
    /// does not know should get 65 too".
    Unknown,
    /// Nothing: no token of this platform looks so.
    Garbage,
}

/// A message that signs an app in, whose signature was found to be the app's.
#[derive(Debug, Clone, Copy)]
pub struct SignedMessage<'m> {
    /// Its RSA signature (PKCS #1 v1.5, of which a key has exactly one for each message and digest).
    pub signature: &'m [u8],
    /// When it will be refused by itself. Until then it is remembered.
    pub accepted_until: DateTime<Utc>,
    /// The thumbprint of the certificate that it was signed with.
    pub thumbprint: &'m str,
}

/// A session just made, or the same told again.
#[derive(Debug)]
pub struct Opened {
    /// Its token.
    pub token: Token,
    /// The shared secret.
    pub secret: Zeroizing<Vec<u8>>,
}

/// What became of a message that signs in.
#[derive(Debug)]
pub enum SignIn {
    /// It made no session yet.
    New,
    /// It has made this one, now or a moment ago.
    Opened(Opened),
    /// It made one before, and is not answered any more.
    Spent,
}

/// What a message has made so far.
pub async fn made_by(context: &Context, message: SignedMessage<'_>) -> Result<SignIn, ActionError> {
    let signature_hash = signature_hash(message);
    let mut tx = context.db.read().await?;
    let Some(used_at) = platform_sessions::find_sign_in(&mut tx, &signature_hash).await? else {
        return Ok(SignIn::New);
    };
    if context.clock.real() > used_at + SENT_AGAIN_WITHIN {
        return Ok(SignIn::Spent);
    }
    // It may have been made with whichever pepper.
    for token in tokens_of(context, &signature_hash).all().map(token_of) {
        let hashes = token_hashes(context, token.reveal());
        if let Some((token_hash, session)) = platform_sessions::find(&mut tx, &hashes).await? {
            let secret = open_secret(context, &token_hash, &session)?;
            return Ok(SignIn::Opened(Opened { token, secret }));
        }
    }
    Ok(SignIn::Spent)
}

/// Makes a session with this secret, unless the message has made one before. Never says [`SignIn::New`].
pub async fn create(
    context: &Context,
    app_id: Uuid,
    algorithm: MacAlgorithm,
    secret: Zeroizing<Vec<u8>>,
    message: SignedMessage<'_>,
) -> Result<SignIn, ActionError> {
    let signature_hash = signature_hash(message);
    let token = token_of(tokens_of(context, &signature_hash).written());
    let hashes = token_hashes(context, token.reveal());
    let now = context.clock.real();
    let session = PlatformSession {
        app_id,
        algorithm: algorithm.as_str().to_owned(),
        secret: context.keys.seal(Purpose::PlatformSession, hashes.written(), &*context.random, &secret),
        thumbprint: Some(message.thumbprint.trim_ascii().to_ascii_uppercase()),
        created_at: now,
        expires_at: now + LIFE,
    };
    let mut tx = context.db.write_for_app().await?;
    if !platform_sessions::insert_sign_in(&mut tx, &signature_hash, now, message.accepted_until).await? {
        // It came twice at once, and the other was first.
        drop(tx);
        return made_by(context, message).await;
    }
    platform_sessions::insert(&mut tx, &hashes, &session).await?;
    let by = By::App { id: app_id, key: session.thumbprint.unwrap_or_default() };
    let signed_in = context.acting(Origin { by, address: context.origin.address });
    audit::write(&signed_in, &mut tx, Deed::AppSignedIn, About::app(app_id)).await?;
    tx.commit().await?;
    Ok(SignIn::Opened(Opened { token, secret }))
}

/// Deletes sessions that ended a while ago, and forgets the messages that are refused by themselves. Returns how many
/// sessions.
pub async fn purge(context: &Context, tx: &mut Tx) -> Result<u64, StoreError> {
    let before = context.clock.real() - KEPT_EXPIRED;
    platform_sessions::delete_sign_ins(tx, before).await?;
    platform_sessions::delete_expired(tx, before).await
}

/// The session that a token stands for.
pub async fn find(context: &Context, token: &str) -> Result<Found, ActionError> {
    if !is_well_formed(token) {
        return Ok(Found::Garbage);
    }
    let hashes = token_hashes(context, token);
    let mut tx = context.db.read_one().await?;
    let Some((token_hash, session)) = platform_sessions::find(&mut tx, &hashes).await? else {
        return Ok(Found::Unknown);
    };
    if context.clock.real() >= session.expires_at {
        return Ok(Found::Expired);
    }
    let Some(app) = apps::find(&mut tx, session.app_id).await? else { return Ok(Found::Unknown) };
    if !session.thumbprint.as_ref().is_none_or(|made_with| has_certificate(&app.value, made_with)) {
        return Ok(Found::Expired);
    }
    Ok(Found::Session(Box::new(Session {
        app: app.value,
        algorithm: MacAlgorithm::parse(&session.algorithm).ok_or(UNREADABLE)?,
        secret: open_secret(context, &token_hash, &session)?,
    })))
}

const UNREADABLE: StoreError = StoreError::Unreadable("platform session");

fn open_secret(
    context: &Context,
    token_hash: &[u8; 32],
    session: &PlatformSession,
) -> Result<Zeroizing<Vec<u8>>, StoreError> {
    context.keys.open(Purpose::PlatformSession, token_hash, &session.secret).ok_or(UNREADABLE)
}

/// A session ends with its certificate, whichever way that was taken from the app, and also when the app was signing
/// in with it at that very moment.
fn has_certificate(app: &App, thumbprint: &str) -> bool {
    let mut known = app.certificates.iter().filter_map(|pem| Certificate::parse(pem.as_bytes()).ok());
    known.any(|known| known.has_thumbprint(thumbprint))
}

/// An app by its id, for calls that need no session.
pub async fn find_app(context: &Context, id: Uuid) -> Result<Option<Arc<App>>, ActionError> {
    let mut tx = context.db.read_one().await?;
    Ok(apps::find(&mut tx, id).await?.map(|app| app.value))
}

/// A token of this platform, or of the one that it takes the place of: "a well-formed token that the server does not
/// know should get 65 too".
fn is_well_formed(token: &str) -> bool {
    let plain = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b'+' | b'/' | b'=');
    token.starts_with(PREFIX) && token.len() <= MOST_CHARACTERS && token.bytes().all(plain)
}

fn signature_hash(message: SignedMessage<'_>) -> [u8; 32] {
    Sha256::digest(message.signature).into()
}

/// The token of the session that a message makes. It follows from the message and the pepper, 256 bits that nobody else
/// can compute, so that it can be told a second time though only its hash is kept.
fn tokens_of(context: &Context, signature_hash: &[u8; 32]) -> Hashes {
    context.keys.proofs(Purpose::PlatformSession, &[b"signed in", signature_hash])
}

fn token_of(random: &Hash) -> Token {
    Token(Zeroizing::new(format!("{PREFIX}{}", BASE64URL_NOPAD.encode(random))))
}

fn token_hashes(context: &Context, token: &str) -> Hashes {
    context.keys.hashes(Purpose::PlatformSession, &[b"token", token.as_bytes()])
}

#[cfg(test)]
mod tests {
    use super::is_well_formed;

    #[test]
    fn a_token_looks_like_one_or_is_garbage() {
        assert!(is_well_formed("ASAAAFJ2ErUzVu5/+a=="));
        for garbage in ["", "x", "asaaaFJ2E", "ASAAA 1", "ASAAA<", "TOKEN", "ASAAAé"] {
            assert!(!is_well_formed(garbage), "{garbage}");
        }
        assert!(!is_well_formed(&format!("ASAAA{}", "x".repeat(1020))));
    }
}

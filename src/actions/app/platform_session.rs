//! An app's session on the XML platform: made when it has proved who it is, asked for with each of its messages.
//!
//! Sessions are rows, so they survive a restart and every node knows them. An app may have several at once, each with
//! its own secret: making one ends none of the others.

use chrono::TimeDelta;
use data_encoding::BASE64URL_NOPAD;
use uuid::Uuid;
use zeroize::Zeroizing;

use crate::actions::{ActionError, Context};
use crate::{
    domain::{application::App, certificate::Certificate},
    keys::Purpose,
    ports,
    store::{StoreError, apps, platform_sessions, platform_sessions::PlatformSession},
};

/// "Life: 4 hours was the default of the service."
pub const LIFE: TimeDelta = TimeDelta::hours(4);

/// How long an expired session is kept. Forgotten or expired, its app is told the same.
pub const KEPT_EXPIRED: TimeDelta = TimeDelta::days(1);

/// The classic service's tokens began so.
const PREFIX: &str = "ASAAA";
/// "Opaque string, at most 1024 characters."
const MOST_CHARACTERS: usize = 1024;
/// Of random bytes; 64 characters.
const RANDOM_BYTES: usize = 48;

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
    pub app: App,
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
    /// One that has expired or is not known (any more): the app must sign in again.
    Expired,
    /// Nothing: no token of this platform looks so.
    Garbage,
}

/// Makes a session with this secret, for an app that signed in with the certificate of this thumbprint.
pub async fn create(
    context: &Context,
    app_id: Uuid,
    algorithm: MacAlgorithm,
    secret: &[u8],
    thumbprint: &str,
) -> Result<Token, ActionError> {
    let random = Zeroizing::new(ports::bytes::<RANDOM_BYTES>(&*context.random));
    let token = Token(Zeroizing::new(format!("{PREFIX}{}", BASE64URL_NOPAD.encode(&*random))));
    let token_hash = token_hash(context, token.reveal());
    let now = context.now();
    let session = PlatformSession {
        app_id,
        algorithm: algorithm.as_str().to_owned(),
        secret: context.keys.seal(Purpose::PlatformSession, &token_hash, &*context.random, secret),
        thumbprint: Some(thumbprint.trim_ascii().to_ascii_uppercase()),
        created_at: now,
        expires_at: now + LIFE,
    };
    let mut tx = context.db.write().await?;
    platform_sessions::insert(&mut tx, &token_hash, &session).await?;
    tx.commit().await?;
    Ok(token)
}

/// The session that a token stands for.
pub async fn find(context: &Context, token: &str) -> Result<Found, ActionError> {
    if !is_well_formed(token) {
        return Ok(Found::Garbage);
    }
    let token_hash = token_hash(context, token);
    let mut tx = context.db.read().await?;
    let found = platform_sessions::find(&mut tx, &token_hash).await?;
    let Some(session) = found.filter(|s| context.now() < s.expires_at) else { return Ok(Found::Expired) };
    let Some(app) = apps::find(&mut tx, session.app_id).await? else { return Ok(Found::Expired) };
    if !session.thumbprint.as_ref().is_none_or(|made_with| has_certificate(&app.value, made_with)) {
        return Ok(Found::Expired);
    }
    let unreadable = || StoreError::Unreadable("platform session");
    Ok(Found::Session(Box::new(Session {
        app: app.value,
        algorithm: MacAlgorithm::parse(&session.algorithm).ok_or_else(unreadable)?,
        secret: context
            .keys
            .open(Purpose::PlatformSession, &token_hash, &session.secret)
            .ok_or_else(unreadable)?,
    })))
}

/// A session ends with its certificate, whichever way that was taken from the app, and also when the app was signing
/// in with it at that very moment.
fn has_certificate(app: &App, thumbprint: &str) -> bool {
    let mut known = app.certificates.iter().filter_map(|pem| Certificate::parse(pem.as_bytes()).ok());
    known.any(|known| known.has_thumbprint(thumbprint))
}

/// An app by its id, for calls that need no session.
pub async fn find_app(context: &Context, id: Uuid) -> Result<Option<App>, ActionError> {
    let mut tx = context.db.read().await?;
    Ok(apps::find(&mut tx, id).await?.map(|app| app.value))
}

/// A token of this platform, or of the one that it takes the place of: "a well-formed token that the server does not
/// know should get 65 too".
fn is_well_formed(token: &str) -> bool {
    let plain = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b'+' | b'/' | b'=');
    token.starts_with(PREFIX) && token.len() <= MOST_CHARACTERS && token.bytes().all(plain)
}

fn token_hash(context: &Context, token: &str) -> [u8; 32] {
    context.keys.hash(Purpose::PlatformSession, &[b"token", token.as_bytes()])
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

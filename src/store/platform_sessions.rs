//! Sessions of the XML platform, known by a keyed hash of their token, and the sign-ins that made them, known by a hash
//! of their signature.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::{StoreError, Tx, sql};
use crate::keys::{Hash, Hashes};

/// A session as stored.
#[derive(Clone, sqlx::FromRow)]
pub struct PlatformSession {
    /// The app that signed in.
    pub app_id: Uuid,
    /// What its messages are authenticated with.
    pub algorithm: String,
    /// The shared secret, encrypted.
    pub secret: Vec<u8>,
    /// The certificate that its app signed in with; unknown for sessions of before that was noted.
    pub thumbprint: Option<String>,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// When it ends.
    pub expires_at: DateTime<Utc>,
}

impl std::fmt::Debug for PlatformSession {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "PlatformSession(of {})", self.app_id)
    }
}

const FIND: &str = "SELECT app_id, algorithm, secret, thumbprint, created_at, expires_at FROM platform_sessions \
     WHERE token_hash = $1";
/// By the hash of its token, which comes with it, whether it has expired or not.
pub async fn find(tx: &mut Tx, token: &Hashes) -> Result<Option<(Hash, PlatformSession)>, StoreError> {
    // None of them is ever renamed: each look-up is made once.
    for hash in token.all() {
        if let Some(session) = sql!(tx, fetch_optional as PlatformSession, FIND, hash.to_vec())? {
            return Ok(Some((*hash, session)));
        }
    }
    Ok(None)
}

const INSERT: &str = "INSERT INTO platform_sessions (token_hash, app_id, algorithm, secret, created_at, \
     expires_at, thumbprint) VALUES ($1, $2, $3, $4, $5, $6, $7)";
/// A new session.
pub async fn insert(tx: &mut Tx, token: &Hashes, session: &PlatformSession) -> Result<(), StoreError> {
    let s = session;
    sql!(
        tx,
        execute,
        INSERT,
        token.written().to_vec(),
        s.app_id,
        s.algorithm.clone(),
        s.secret.clone(),
        s.created_at,
        s.expires_at,
        s.thumbprint.clone()
    )?;
    Ok(())
}

const DELETE_EXPIRED: &str = "DELETE FROM platform_sessions WHERE expires_at < $1";
/// Forgets sessions that ended before `before`. Returns how many.
pub async fn delete_expired(tx: &mut Tx, before: DateTime<Utc>) -> Result<u64, StoreError> {
    sql!(tx, execute, DELETE_EXPIRED, before)
}

const FIND_SIGN_IN: &str = "SELECT used_at FROM platform_sign_ins WHERE signature_hash = $1";
/// When the message with this signature made its session; `None` when it made none, or may be forgotten.
pub async fn find_sign_in(
    tx: &mut Tx,
    signature_hash: &[u8; 32],
) -> Result<Option<DateTime<Utc>>, StoreError> {
    let found = sql!(tx, fetch_optional as (DateTime<Utc>,), FIND_SIGN_IN, signature_hash.to_vec())?;
    Ok(found.map(|(used_at,)| used_at))
}

const INSERT_SIGN_IN: &str = "INSERT INTO platform_sign_ins (signature_hash, used_at, forget_at) VALUES ($1, $2, $3) \
     ON CONFLICT (signature_hash) DO NOTHING";
/// Remembers that a message makes its session now. False when it made one before, on whichever node: of two that
/// come at once the second waits for the first.
pub async fn insert_sign_in(
    tx: &mut Tx,
    signature_hash: &[u8; 32],
    used_at: DateTime<Utc>,
    forget_at: DateTime<Utc>,
) -> Result<bool, StoreError> {
    Ok(sql!(tx, execute, INSERT_SIGN_IN, signature_hash.to_vec(), used_at, forget_at)? == 1)
}

const DELETE_SIGN_INS: &str = "DELETE FROM platform_sign_ins WHERE forget_at < $1";
/// Forgets sign-ins whose message is refused anyway since `before`. Returns how many.
pub async fn delete_sign_ins(tx: &mut Tx, before: DateTime<Utc>) -> Result<u64, StoreError> {
    sql!(tx, execute, DELETE_SIGN_INS, before)
}

const DELETE_OF_CERTIFICATE: &str =
    "DELETE FROM platform_sessions WHERE app_id = $1 AND (thumbprint = $2 OR thumbprint IS NULL)";
/// Ends an app's sessions that were made with this certificate, and those of which it is not known. Returns how many.
pub async fn delete_of_certificate(tx: &mut Tx, app_id: Uuid, thumbprint: &str) -> Result<u64, StoreError> {
    sql!(tx, execute, DELETE_OF_CERTIFICATE, app_id, thumbprint.to_owned())
}

//! What is under which pepper: counted, and listed to be sealed anew. What is hashed or sealed with a pepper that has a mark
//! begins with its name (`keys`), and a slow hash with its mark. So what does not is under another one.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::{
    StoreError, Tx,
    paged::{Paged, page},
    sql,
};
use crate::keys::{Mark, Name};

/// What may need a pepper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Needs {
    /// Connect requests: their codes, and the answers to their questions.
    Requests,
    /// Codes of requests that are gone.
    WithdrawnCodes,
    /// API keys that have not run out.
    ApiKeys,
    /// Passwords.
    Passwords,
    /// Browser sessions.
    Sessions,
    /// What lasts a day at most: sessions of the XML platform, answers to calls that may be repeated, codes from mails,
    /// sign-ins at a provider.
    ShortLived,
    /// Lines that wait to be taken into the audit log.
    AuditLines,
    /// What is sealed, and sealed anew by itself: callbacks' secrets, letters' codes and addresses, mails that wait, the key
    /// of the audit log.
    Sealed,
}

impl Needs {
    /// All of them, in the order in which they are told.
    pub const ALL: [Needs; 8] = [
        Needs::Requests,
        Needs::WithdrawnCodes,
        Needs::ApiKeys,
        Needs::Passwords,
        Needs::Sessions,
        Needs::ShortLived,
        Needs::AuditLines,
        Needs::Sealed,
    ];
}

const REQUESTS: &str =
    "SELECT COUNT(*) FROM connect_requests WHERE substr(code_hash, 1, 6) <> $1 OR answer_hash NOT LIKE $2";
const WITHDRAWN: &str = "SELECT COUNT(*) FROM withdrawn_codes WHERE substr(code_hash, 1, 6) <> $1";
const API_KEYS: &str = "SELECT COUNT(*) FROM app_keys \
     WHERE substr(key_hash, 1, 6) <> $1 AND (expires_at IS NULL OR expires_at > $2)";
const PASSWORDS: &str = "SELECT COUNT(*) FROM credentials WHERE kind = 'password' AND secret NOT LIKE $1";
const SESSIONS: &str = "SELECT COUNT(*) FROM sessions WHERE substr(id_hash, 1, 6) <> $1";
const SHORT_LIVED: &str = "SELECT (SELECT COUNT(*) FROM platform_sessions WHERE substr(token_hash, 1, 6) <> $1) \
     + (SELECT COUNT(*) FROM idempotency_keys WHERE substr(key_hash, 1, 6) <> $1) \
     + (SELECT COUNT(*) FROM email_codes WHERE substr(address, 1, 6) <> $1) \
     + (SELECT COUNT(*) FROM email_changes \
        WHERE state = 'asked' AND expires_at > $2 AND substr(code_hash, 1, 6) <> $1) \
     + (SELECT COUNT(*) FROM provider_sign_ins WHERE substr(state_hash, 1, 6) <> $1)";
const AUDIT_LINES: &str = "SELECT COUNT(*) FROM audit_waiting WHERE substr(proof, 1, 6) <> $1";
const SEALED: &str = "SELECT (SELECT COUNT(*) FROM webhook_secrets WHERE substr(sealed, 1, 6) <> $1) \
     + (SELECT COUNT(*) FROM invitations WHERE kept IS NOT NULL AND substr(kept, 1, 6) <> $1) \
     + (SELECT COUNT(*) FROM mails WHERE state = 'queued' AND substr(sealed, 1, 6) <> $1) \
     + (SELECT COUNT(*) FROM audit_chain WHERE substr(sealed_key, 1, 6) <> $1)";
/// How many of a kind are under another pepper than the one with this name and mark.
pub async fn count_others(
    tx: &mut Tx,
    needs: Needs,
    (name, mark): (&Name, Mark),
    now: DateTime<Utc>,
) -> Result<i64, StoreError> {
    let (name, behind_mark) = (name.to_vec(), format!("{mark}:%"));
    let (count,) = match needs {
        Needs::Requests => sql!(tx, fetch_one as (i64,), REQUESTS, name, behind_mark)?,
        Needs::WithdrawnCodes => sql!(tx, fetch_one as (i64,), WITHDRAWN, name)?,
        Needs::ApiKeys => sql!(tx, fetch_one as (i64,), API_KEYS, name, now)?,
        Needs::Passwords => sql!(tx, fetch_one as (i64,), PASSWORDS, behind_mark)?,
        Needs::Sessions => sql!(tx, fetch_one as (i64,), SESSIONS, name)?,
        Needs::ShortLived => sql!(tx, fetch_one as (i64,), SHORT_LIVED, name, now)?,
        Needs::AuditLines => sql!(tx, fetch_one as (i64,), AUDIT_LINES, name)?,
        Needs::Sealed => sql!(tx, fetch_one as (i64,), SEALED, name)?,
    };
    Ok(count)
}

const END_API_KEYS: &str = "UPDATE app_keys SET expires_at = $2 \
     WHERE substr(key_hash, 1, 6) <> $1 AND (expires_at IS NULL OR expires_at > $2)";
/// Ends the API keys that are under another pepper. Returns how many.
pub async fn save_other_keys_ended(tx: &mut Tx, name: &Name, now: DateTime<Utc>) -> Result<u64, StoreError> {
    sql!(tx, execute, END_API_KEYS, name.to_vec(), now)
}

/// What is sealed in rows of its own, and is sealed anew by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SealedIn {
    /// The secrets of callbacks.
    WebhookSecrets,
    /// Codes and addresses of requests that the portal mails.
    Invitations,
    /// Mails that wait.
    Mails,
}

impl SealedIn {
    /// All of them.
    pub const ALL: [SealedIn; 3] = [SealedIn::WebhookSecrets, SealedIn::Invitations, SealedIn::Mails];
}

/// Something sealed.
#[derive(Clone, sqlx::FromRow)]
pub struct Sealed {
    /// Its row.
    pub id: Uuid,
    /// Whose it is; nobody's own where the row says all.
    pub app_id: Option<Uuid>,
    /// The sealed bytes.
    pub sealed: Vec<u8>,
}

impl std::fmt::Debug for Sealed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Sealed({})", self.id)
    }
}

static LIST_SECRETS: Paged = Paged::of(
    "SELECT id, app_id, sealed FROM webhook_secrets \
     WHERE substr(sealed, 1, 6) <> $1 AND id > $2 ORDER BY id LIMIT {most}",
);
static LIST_KEPT: Paged = Paged::of(
    "SELECT i.request_id AS id, r.app_id, i.kept AS sealed FROM invitations i \
     JOIN connect_requests r ON r.id = i.request_id \
     WHERE i.kept IS NOT NULL AND substr(i.kept, 1, 6) <> $1 AND i.request_id > $2 ORDER BY i.request_id LIMIT {most}",
);
static LIST_MAILS: Paged = Paged::of(
    "SELECT id, app_id, sealed FROM mails \
     WHERE state = 'queued' AND substr(sealed, 1, 6) <> $1 AND id > $2 ORDER BY id LIMIT {most}",
);
/// Those of a kind that are under another pepper than the one with this name, after a row.
pub async fn list_others(
    tx: &mut Tx,
    kind: SealedIn,
    name: &Name,
    after: Uuid,
    limit: u32,
) -> Result<Vec<Sealed>, StoreError> {
    let name = name.to_vec();
    match kind {
        SealedIn::WebhookSecrets => page!(tx, limit, Sealed, LIST_SECRETS, name, after),
        SealedIn::Invitations => page!(tx, limit, Sealed, LIST_KEPT, name, after),
        SealedIn::Mails => page!(tx, limit, Sealed, LIST_MAILS, name, after),
    }
}

const SAVE_SECRET: &str = "UPDATE webhook_secrets SET sealed = $3 WHERE id = $1 AND sealed = $2";
const SAVE_KEPT: &str = "UPDATE invitations SET kept = $3 WHERE request_id = $1 AND kept = $2";
const SAVE_MAIL: &str = "UPDATE mails SET sealed = $3 WHERE id = $1 AND sealed = $2";
/// Stores what was sealed anew, unless it has changed, or was forgotten, meanwhile. False when it has.
pub async fn save_sealed(tx: &mut Tx, kind: SealedIn, old: Sealed, new: Vec<u8>) -> Result<bool, StoreError> {
    let rows = match kind {
        SealedIn::WebhookSecrets => sql!(tx, execute, SAVE_SECRET, old.id, old.sealed.clone(), new)?,
        SealedIn::Invitations => sql!(tx, execute, SAVE_KEPT, old.id, old.sealed.clone(), new)?,
        SealedIn::Mails => sql!(tx, execute, SAVE_MAIL, old.id, old.sealed.clone(), new)?,
    };
    Ok(rows == 1)
}

//! Codes that are mailed to an address, what waits for them, and what was tried.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::{
    domain::email_code::{Errand, Proof},
    keys::{Hash, Hashes},
};

use super::{StoreError, Tx, Versioned, saved, small, sql};

/// A proof with what belongs to it.
#[derive(Clone, PartialEq, Eq)]
pub struct StoredProof {
    /// Known to one browser's session alone.
    pub id: Uuid,
    /// Keyed hash of the address.
    pub address: Hash,
    /// Whose account it is about, if there is one.
    pub person_id: Option<Uuid>,
    /// Where it is in its life.
    pub proof: Proof,
    /// Keyed hash of the newest code.
    pub code_hash: Hash,
    /// The address, and for a new account what it is made of, sealed.
    pub sealed: Vec<u8>,
}

impl std::fmt::Debug for StoredProof {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("StoredProof(…)")
    }
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    errand: String,
    address: Vec<u8>,
    person_id: Option<Uuid>,
    code_hash: Vec<u8>,
    sealed: Vec<u8>,
    tries_left: i64,
    sent: i64,
    sent_at: DateTime<Utc>,
    proven_at: Option<DateTime<Utc>>,
    version: i64,
}

fn hash(bytes: &[u8]) -> Result<Hash, StoreError> {
    bytes.try_into().map_err(|_| StoreError::Unreadable("hash"))
}

impl TryFrom<Row> for Versioned<StoredProof> {
    type Error = StoreError;
    fn try_from(r: Row) -> Result<Self, StoreError> {
        let proof = Proof {
            errand: Errand::parse(&r.errand).ok_or(StoreError::Unreadable("errand"))?,
            tries_left: small(r.tries_left, "tries left")?,
            sent: small(r.sent, "codes sent")?,
            sent_at: r.sent_at,
            proven_at: r.proven_at,
        };
        let value = StoredProof {
            id: r.id,
            address: hash(&r.address)?,
            person_id: r.person_id,
            proof,
            code_hash: hash(&r.code_hash)?,
            sealed: r.sealed,
        };
        Ok(Versioned { value, version: r.version })
    }
}

const FIND: &str = "SELECT id, errand, address, person_id, code_hash, sealed, tries_left, sent, sent_at, proven_at, \
     version FROM email_codes WHERE id = $1";
/// By its id.
pub async fn find(tx: &mut Tx, id: Uuid) -> Result<Option<Versioned<StoredProof>>, StoreError> {
    sql!(tx, fetch_optional as Row, FIND, id)?.map(Versioned::try_from).transpose()
}

const FIND_NEWEST: &str = "SELECT id, errand, address, person_id, code_hash, sealed, tries_left, sent, sent_at, \
     proven_at, version FROM email_codes WHERE address = $1 AND errand = $2 AND sent_at > $3 \
     ORDER BY sent_at DESC, id DESC LIMIT 1";
/// The one of an address and an errand that a code was sent for last, after `since`.
pub async fn find_newest(
    tx: &mut Tx,
    address: &Hashes,
    errand: Errand,
    since: DateTime<Utc>,
) -> Result<Option<Versioned<StoredProof>>, StoreError> {
    let mut newest: Option<Versioned<StoredProof>> = None;
    for address in address.all() {
        let (address, errand) = (address.to_vec(), errand.as_str().to_owned());
        if let Some(row) = sql!(tx, fetch_optional as Row, FIND_NEWEST, address, errand, since)? {
            let found = Versioned::try_from(row)?;
            let sent_at = |it: &Versioned<StoredProof>| it.value.proof.sent_at;
            if newest.as_ref().is_none_or(|newest| sent_at(newest) < sent_at(&found)) {
                newest = Some(found);
            }
        }
    }
    Ok(newest)
}

const INSERT: &str = "INSERT INTO email_codes (id, errand, address, person_id, code_hash, sealed, tries_left, sent, \
     sent_at, proven_at, version) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, NULL, 1) ON CONFLICT (id) DO NOTHING";
/// A new one. A race with the same id is [`StoreError::Conflict`]: load again.
pub async fn insert(tx: &mut Tx, new: &StoredProof) -> Result<(), StoreError> {
    let StoredProof { id, address, person_id, proof, code_hash, sealed } = new;
    saved(sql!(
        tx,
        execute,
        INSERT,
        *id,
        proof.errand.as_str().to_owned(),
        address.to_vec(),
        *person_id,
        code_hash.to_vec(),
        sealed.clone(),
        i64::from(proof.tries_left),
        i64::from(proof.sent),
        proof.sent_at
    )?)
}

const SAVE: &str = "UPDATE email_codes SET person_id = $3, code_hash = $4, sealed = $5, tries_left = $6, sent = $7, \
     sent_at = $8, proven_at = $9, version = version + 1 WHERE id = $1 AND version = $2";
/// Replaces it, unless someone else saved it first.
pub async fn save(tx: &mut Tx, changed: &Versioned<StoredProof>) -> Result<(), StoreError> {
    let StoredProof { id, person_id, proof, code_hash, sealed, .. } = &changed.value;
    saved(sql!(
        tx,
        execute,
        SAVE,
        *id,
        changed.version,
        *person_id,
        code_hash.to_vec(),
        sealed.clone(),
        i64::from(proof.tries_left),
        i64::from(proof.sent),
        proof.sent_at,
        proof.proven_at
    )?)
}

const FIND_TRY: &str = "SELECT COUNT(*) FROM email_code_tries WHERE email_code_id = $1 AND digest = $2";
/// Whether this value was tried before.
pub async fn was_tried(tx: &mut Tx, id: Uuid, value: &Hashes) -> Result<bool, StoreError> {
    for digest in value.all() {
        if sql!(tx, fetch_one as (i64,), FIND_TRY, id, digest.to_vec())?.0 > 0 {
            return Ok(true);
        }
    }
    Ok(false)
}

const INSERT_TRY: &str = "INSERT INTO email_code_tries (email_code_id, digest) VALUES ($1, $2) \
     ON CONFLICT (email_code_id, digest) DO NOTHING";
/// Remembers a value that was charged. A race with the same value is [`StoreError::Conflict`]: load again.
pub async fn insert_try(tx: &mut Tx, id: Uuid, value: &Hashes) -> Result<(), StoreError> {
    saved(sql!(tx, execute, INSERT_TRY, id, value.written().to_vec())?)
}

const DELETE_OF_ADDRESS: &str = "DELETE FROM email_codes WHERE address = $1";
/// Forgets everything that waits for a code to an address.
pub async fn delete_of_address(tx: &mut Tx, address: &Hashes) -> Result<u64, StoreError> {
    let mut deleted = 0;
    for address in address.all() {
        deleted += sql!(tx, execute, DELETE_OF_ADDRESS, address.to_vec())?;
    }
    Ok(deleted)
}

const DELETE_OTHERS_OF_ADDRESS: &str = "DELETE FROM email_codes WHERE address = $1 AND id <> $2";
/// Forgets what waits for a code to an address, but for this one.
pub async fn delete_others_of_address(tx: &mut Tx, address: &Hashes, but: Uuid) -> Result<u64, StoreError> {
    let mut deleted = 0;
    for address in address.all() {
        deleted += sql!(tx, execute, DELETE_OTHERS_OF_ADDRESS, address.to_vec(), but)?;
    }
    Ok(deleted)
}

const DELETE_OTHERS_OF_PERSON: &str =
    "DELETE FROM email_codes WHERE person_id = $1 AND errand = $2 AND id <> $3";
/// Forgets what waits for a code about a person's account, of one errand, but for this one.
pub async fn delete_others_of_person(
    tx: &mut Tx,
    person_id: Uuid,
    errand: Errand,
    but: Uuid,
) -> Result<u64, StoreError> {
    sql!(tx, execute, DELETE_OTHERS_OF_PERSON, person_id, errand.as_str().to_owned(), but)
}

const DELETE_OVER: &str =
    "DELETE FROM email_codes WHERE sent_at <= $1 AND (proven_at IS NULL OR proven_at <= $2)";
/// Forgets those whose last code was sent before, and that were not proven since. Returns how many.
pub async fn delete_over(
    tx: &mut Tx,
    (sent_before, proven_before): (DateTime<Utc>, DateTime<Utc>),
) -> Result<u64, StoreError> {
    sql!(tx, execute, DELETE_OVER, sent_before, proven_before)
}

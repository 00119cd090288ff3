//! Persons who sign in with a provider: credentials whose subject is the provider's issuer and its subject.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::domain::person::Person;

use super::{StoreError, Tx, persons, sql};

/// The kind of these credentials.
const OIDC: &str = "oidc";

/// One way to sign in.
#[derive(Debug, Clone)]
pub struct ProviderCredential {
    /// Issuer and subject.
    pub subject: String,
    /// The address that the provider has verified.
    pub email: Option<String>,
    /// The same as it is compared.
    pub email_key: Option<String>,
}

const FIND: &str = "SELECT person_id FROM credentials WHERE kind = $1 AND subject = $2";
/// Whose it is.
pub async fn find(tx: &mut Tx, subject: &str) -> Result<Option<Uuid>, StoreError> {
    let row = sql!(tx, fetch_optional as (Uuid,), FIND, OIDC.to_owned(), subject.to_owned())?;
    Ok(row.map(|(person,)| person))
}

const LIST: &str =
    "SELECT subject FROM credentials WHERE kind = $1 AND person_id = $2 ORDER BY created_at, subject";
/// The subjects of a person's.
pub async fn list(tx: &mut Tx, person_id: Uuid) -> Result<Vec<String>, StoreError> {
    let rows = sql!(tx, fetch_all as (String,), LIST, OIDC.to_owned(), person_id)?;
    Ok(rows.into_iter().map(|(subject,)| subject).collect())
}

const INSERT: &str = "INSERT INTO credentials (kind, subject, person_id, secret, email, email_key, created_at) \
     VALUES ($1, $2, $3, '', $4, $5, $6) ON CONFLICT (kind, subject) DO NOTHING";
/// One more for a person. False when it is somebody's already.
pub async fn insert(
    tx: &mut Tx,
    person_id: Uuid,
    credential: &ProviderCredential,
    now: DateTime<Utc>,
) -> Result<bool, StoreError> {
    let rows = sql!(
        tx,
        execute,
        INSERT,
        OIDC.to_owned(),
        credential.subject.clone(),
        person_id,
        credential.email.clone(),
        credential.email_key.clone(),
        now
    )?;
    Ok(rows == 1)
}

/// A new person with this as her only way to sign in. False when it is somebody's already; the transaction must then
/// not be committed.
pub async fn insert_person(
    tx: &mut Tx,
    person: &Person,
    credential: &ProviderCredential,
) -> Result<bool, StoreError> {
    persons::insert(tx, person).await?;
    insert(tx, person.id, credential, person.created_at).await
}

const LOCK: &str = "UPDATE persons SET created_at = created_at WHERE id = $1";
/// Locks a person's row until commit, so that her ways to sign in are counted one after another. False when she is gone.
pub async fn lock_person(tx: &mut Tx, person_id: Uuid) -> Result<bool, StoreError> {
    Ok(sql!(tx, execute, LOCK, person_id)? == 1)
}

const DELETE: &str = "DELETE FROM credentials WHERE kind = $1 AND subject = $2 AND person_id = $3";
/// Takes one away from a person. Returns how many went.
pub async fn delete(tx: &mut Tx, person_id: Uuid, subject: &str) -> Result<u64, StoreError> {
    sql!(tx, execute, DELETE, OIDC.to_owned(), subject.to_owned(), person_id)
}

const COUNT: &str = "SELECT COUNT(*) FROM credentials WHERE person_id = $1";
/// How many ways to sign in a person has, of any kind.
pub async fn count_all(tx: &mut Tx, person_id: Uuid) -> Result<i64, StoreError> {
    let (count,) = sql!(tx, fetch_one as (i64,), COUNT, person_id)?;
    Ok(count)
}

const EMAIL_IS_KNOWN: &str = "SELECT COUNT(*) FROM credentials \
     WHERE (kind = 'password' AND subject = $1) OR email_key = $1";
/// Whether an account has this address.
pub async fn email_is_known(tx: &mut Tx, email_key: &str) -> Result<bool, StoreError> {
    let (count,) = sql!(tx, fetch_one as (i64,), EMAIL_IS_KNOWN, email_key.to_owned())?;
    Ok(count > 0)
}

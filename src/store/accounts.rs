//! A person's account: what she is called, how she signs in, her language.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::{StoreError, Tx, saved, sql};
use crate::{
    domain::person::{Person, SignInEra},
    hashing::StoredHash,
};

/// The kind of credential that is an address with a password.
const PASSWORD: &str = "password";

/// An account.
#[derive(Clone)]
pub struct Account {
    /// Whose it is.
    pub person: Person,
    /// Her own choice of language.
    pub language: Option<String>,
    /// The language in which she last signed in.
    pub read_in: Option<String>,
    /// Her address, where she has one to sign in with.
    pub email: Option<String>,
    /// When she chose her password.
    pub password_since: Option<DateTime<Utc>>,
    /// The address that a provider has verified, where one made her account.
    pub provider_email: Option<String>,
}

impl std::fmt::Debug for Account {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Account({})", self.person.id)
    }
}

impl Account {
    /// Where mails about the account go. `None` where no address is known.
    pub fn mail_address(&self) -> Option<&str> {
        self.email.as_deref().or(self.provider_email.as_deref())
    }

    /// The tag of the language that mails to her are written in; empty where none is known.
    pub fn mail_language(&self) -> &str {
        self.language.as_deref().or(self.read_in.as_deref()).unwrap_or_default()
    }
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    name: String,
    created_at: DateTime<Utc>,
    sign_in_era: i64,
    language: Option<String>,
    read_in: Option<String>,
    email: Option<String>,
    password_since: Option<DateTime<Utc>>,
    provider_email: Option<String>,
}

const FIND: &str = "SELECT p.id, p.name, p.created_at, p.sign_in_era, p.language, p.read_in, c.email, c.created_at AS password_since, \
     (SELECT MIN(o.email) FROM credentials o WHERE o.person_id = p.id AND o.kind <> $2) AS provider_email \
     FROM persons p LEFT JOIN credentials c ON c.person_id = p.id AND c.kind = $2 WHERE p.id = $1";
/// One account.
pub async fn find(tx: &mut Tx, person_id: Uuid) -> Result<Option<Account>, StoreError> {
    let row = sql!(tx, fetch_optional as Row, FIND, person_id, PASSWORD.to_owned())?;
    Ok(row.map(|r| Account {
        person: Person { id: r.id, name: r.name, created_at: r.created_at, era: SignInEra(r.sign_in_era) },
        language: r.language,
        read_in: r.read_in,
        email: r.email,
        password_since: r.password_since,
        provider_email: r.provider_email,
    }))
}

/// A way to sign in, without its secret.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Way {
    /// Of which kind.
    pub kind: String,
    /// By what it is found.
    pub subject: String,
    /// The address that belongs to it.
    pub email: Option<String>,
    /// Since when.
    pub created_at: DateTime<Utc>,
}

impl Way {
    /// Whether it is an address with a password.
    pub fn is_password(&self) -> bool {
        self.kind == PASSWORD
    }
}

const LIST_WAYS: &str = "SELECT kind, subject, email, created_at FROM credentials WHERE person_id = $1 \
     ORDER BY created_at, kind, subject";
/// How she can sign in, the oldest way first.
pub async fn list_ways(tx: &mut Tx, person_id: Uuid) -> Result<Vec<Way>, StoreError> {
    sql!(tx, fetch_all as Way, LIST_WAYS, person_id)
}

const SAVE_NAME: &str = "UPDATE persons SET name = $2 WHERE id = $1";
/// Saves what she wants to be called.
pub async fn save_name(tx: &mut Tx, person_id: Uuid, name: &str) -> Result<(), StoreError> {
    saved(sql!(tx, execute, SAVE_NAME, person_id, name.to_owned())?)
}

const SAVE_LANGUAGE: &str = "UPDATE persons SET language = $2 WHERE id = $1";
/// Saves her own choice of language.
pub async fn save_language(tx: &mut Tx, person_id: Uuid, language: &str) -> Result<(), StoreError> {
    saved(sql!(tx, execute, SAVE_LANGUAGE, person_id, language.to_owned())?)
}

const SAVE_READ_IN: &str =
    "UPDATE persons SET read_in = $2 WHERE id = $1 AND (read_in IS NULL OR read_in <> $2)";
/// Saves the language in which she signed in.
pub async fn save_read_in(tx: &mut Tx, person_id: Uuid, language: &str) -> Result<(), StoreError> {
    sql!(tx, execute, SAVE_READ_IN, person_id, language.to_owned())?;
    Ok(())
}

const FIND_PASSWORD: &str = "SELECT secret FROM credentials WHERE kind = $2 AND person_id = $1";
/// The hash of her password.
pub async fn find_password(tx: &mut Tx, person_id: Uuid) -> Result<Option<StoredHash>, StoreError> {
    let row = sql!(tx, fetch_optional as (String,), FIND_PASSWORD, person_id, PASSWORD.to_owned())?;
    Ok(row.map(|(secret,)| StoredHash::from_stored(secret)))
}

const SAVE_PASSWORD: &str = "UPDATE credentials SET secret = $4, created_at = $5 \
     WHERE kind = $2 AND person_id = $1 AND secret = $3";
/// Puts a new password in the place of one. False when it had been changed meanwhile.
pub async fn save_password(
    tx: &mut Tx,
    person_id: Uuid,
    old: &StoredHash,
    new: &StoredHash,
    now: DateTime<Utc>,
) -> Result<bool, StoreError> {
    let (old, new) = (old.as_str().to_owned(), new.as_str().to_owned());
    Ok(sql!(tx, execute, SAVE_PASSWORD, person_id, PASSWORD.to_owned(), old, new, now)? == 1)
}

const SAVE_EMAIL: &str = "UPDATE credentials SET subject = $3, email = $4, \
     confirmed_at = CASE WHEN subject = $3 THEN confirmed_at ELSE $5 END WHERE kind = $2 AND person_id = $1 \
     AND NOT EXISTS (SELECT 1 FROM credentials o WHERE o.kind = $2 AND o.subject = $3 AND o.person_id <> $1)";
/// Gives her another address, which she proved to read at that time, if she did. False when it is another's, or she has
/// none.
pub async fn save_email(
    tx: &mut Tx,
    person_id: Uuid,
    key: &str,
    email: &str,
    proven_at: Option<DateTime<Utc>>,
) -> Result<bool, StoreError> {
    let (key, email) = (key.to_owned(), email.to_owned());
    Ok(sql!(tx, execute, SAVE_EMAIL, person_id, PASSWORD.to_owned(), key, email, proven_at)? == 1)
}

const DELETE: &str = "DELETE FROM persons WHERE id = $1";
/// Deletes a person, and with her all that belongs to her alone: how she signs in, which records she holds, her history.
pub async fn delete(tx: &mut Tx, person_id: Uuid) -> Result<(), StoreError> {
    saved(sql!(tx, execute, DELETE, person_id)?)
}

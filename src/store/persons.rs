//! Persons and how they prove who they are.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::{
    domain::person::{Person, SignInEra},
    hashing::StoredHash,
};

use super::{StoreError, Tx, sql};

/// The kind of credential with a password. Those of providers are in `provider_credentials`.
const PASSWORD: &str = "password";

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    name: String,
    created_at: DateTime<Utc>,
    sign_in_era: i64,
}

impl From<Row> for Person {
    fn from(r: Row) -> Self {
        Person { id: r.id, name: r.name, created_at: r.created_at, era: SignInEra(r.sign_in_era) }
    }
}

const FIND: &str = "SELECT id, name, created_at, sign_in_era FROM persons WHERE id = $1";
/// By id.
pub async fn find(tx: &mut Tx, id: Uuid) -> Result<Option<Person>, StoreError> {
    Ok(sql!(tx, fetch_optional as Row, FIND, id)?.map(Person::from))
}

const INSERT: &str = "INSERT INTO persons (id, name, created_at) VALUES ($1, $2, $3)";
/// A new person, who cannot sign in yet.
pub async fn insert(tx: &mut Tx, person: &Person) -> Result<(), StoreError> {
    sql!(tx, execute, INSERT, person.id, person.name.clone(), person.created_at)?;
    Ok(())
}

const BEGIN_ERA: &str = "UPDATE persons SET sign_in_era = sign_in_era + 1 WHERE id = $1";
/// Begins the next era of a person's sign-ins: no session is made any more for what was checked before.
pub(super) async fn begin_era(tx: &mut Tx, id: Uuid) -> Result<(), StoreError> {
    sql!(tx, execute, BEGIN_ERA, id)?;
    Ok(())
}

const HOLD_ERA: &str = "UPDATE persons SET sign_in_era = sign_in_era WHERE id = $1 AND sign_in_era = $2";
/// Whether this is a person's era. It stays so until the transaction ends: the row is written, so that whoever ends all of
/// her sign-ins waits, and sees the session that is made here.
pub async fn hold_era(tx: &mut Tx, id: Uuid, era: SignInEra) -> Result<bool, StoreError> {
    Ok(sql!(tx, execute, HOLD_ERA, id, era.0)? == 1)
}

const INSERT_PASSWORD: &str = "INSERT INTO credentials (kind, subject, person_id, secret, email, created_at) \
     VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (kind, subject) DO NOTHING";
/// A new person with an email address and a password. False when the address has an account already; the
/// transaction must then not be committed.
pub async fn insert_with_password(
    tx: &mut Tx,
    person: &Person,
    email_key: &str,
    email: &str,
    password: &StoredHash,
) -> Result<bool, StoreError> {
    insert(tx, person).await?;
    let rows = sql!(
        tx,
        execute,
        INSERT_PASSWORD,
        PASSWORD.to_owned(),
        email_key.to_owned(),
        person.id,
        password.as_str().to_owned(),
        email.to_owned(),
        person.created_at
    )?;
    Ok(rows == 1)
}

const FIND_ACCOUNT: &str = "SELECT c.person_id, c.email, c.secret, c.confirmed_at, p.sign_in_era FROM credentials c \
     JOIN persons p ON p.id = c.person_id WHERE c.kind = $1 AND c.subject = $2";
/// An account that an address and a password open.
#[derive(Clone, sqlx::FromRow)]
pub struct Account {
    /// Whose.
    pub person_id: Uuid,
    /// The address as she wrote it.
    pub email: Option<String>,
    #[sqlx(rename = "secret")]
    stored: String,
    /// When she proved that she reads the address.
    pub confirmed_at: Option<DateTime<Utc>>,
    sign_in_era: i64,
}

impl std::fmt::Debug for Account {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Account({})", self.person_id)
    }
}

impl Account {
    /// The hash of her password.
    pub fn password(&self) -> StoredHash {
        StoredHash::from_stored(self.stored.clone())
    }

    /// In which of her eras it is her password.
    pub fn era(&self) -> SignInEra {
        SignInEra(self.sign_in_era)
    }
}

/// The account with this email address.
pub async fn find_account(tx: &mut Tx, email_key: &str) -> Result<Option<Account>, StoreError> {
    sql!(tx, fetch_optional as Account, FIND_ACCOUNT, PASSWORD.to_owned(), email_key.to_owned())
}

const SAVE_CONFIRMED: &str = "UPDATE credentials SET confirmed_at = COALESCE(confirmed_at, $3) \
     WHERE kind = $1 AND subject = $2";
/// Notes that the owner of an account proved that she reads its address.
pub async fn save_confirmed(tx: &mut Tx, email_key: &str, at: DateTime<Utc>) -> Result<(), StoreError> {
    sql!(tx, execute, SAVE_CONFIRMED, PASSWORD.to_owned(), email_key.to_owned(), at)?;
    Ok(())
}

const SAVE_PASSWORD: &str = "UPDATE credentials SET secret = $3 WHERE kind = $1 AND subject = $2";
/// Replaces the password of an account. False when there is none (any more).
pub async fn save_password(tx: &mut Tx, email_key: &str, password: &StoredHash) -> Result<bool, StoreError> {
    let secret = password.as_str().to_owned();
    Ok(sql!(tx, execute, SAVE_PASSWORD, PASSWORD.to_owned(), email_key.to_owned(), secret)? == 1)
}

const SAVE_RENEWED: &str =
    "UPDATE credentials SET secret = $4 WHERE kind = $1 AND person_id = $2 AND secret = $3";
/// Stores the hash of a person's password under another pepper, if it still is this one.
pub async fn save_renewed_password(
    tx: &mut Tx,
    person_id: Uuid,
    old: &StoredHash,
    new: &StoredHash,
) -> Result<(), StoreError> {
    let (old, new) = (old.as_str().to_owned(), new.as_str().to_owned());
    sql!(tx, execute, SAVE_RENEWED, PASSWORD.to_owned(), person_id, old, new)?;
    Ok(())
}

const FIND_PASSWORD_OF: &str = "SELECT secret FROM credentials WHERE kind = $1 AND person_id = $2";
/// The hash of a person's password, if she has one.
pub async fn find_password_of(tx: &mut Tx, person_id: Uuid) -> Result<Option<StoredHash>, StoreError> {
    let row = sql!(tx, fetch_optional as (String,), FIND_PASSWORD_OF, PASSWORD.to_owned(), person_id)?;
    Ok(row.map(|(secret,)| StoredHash::from_stored(secret)))
}

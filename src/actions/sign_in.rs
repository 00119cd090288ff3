//! A person signs in with her email address and password.

use uuid::Uuid;

use super::{ActionError, Parts};
use crate::{
    domain::{email::Email, password::Password},
    hashing::StoredHash,
    keys::Purpose,
    store::persons,
};

/// A hash that no password matches, so that an unknown address takes as long as a known one.
const NOBODYS: &str =
    "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

/// The person whose address and password these are. `None` says no more than that: "the same words and the same time
/// for a known and an unknown email".
pub async fn sign_in(parts: &Parts, email: &Email, password: &Password) -> Result<Option<Uuid>, ActionError> {
    let place = parts.hasher.place()?;
    let found = {
        let mut tx = parts.db.read().await?;
        persons::find_password(&mut tx, &email.key()).await?
    };
    let (person, stored) = match found {
        Some((person, stored)) => (Some(person), stored),
        None => (None, StoredHash::from_stored(NOBODYS.to_owned())),
    };
    let right = place.verify(password_secret(parts, password), stored).await;
    Ok(person.filter(|_| right))
}

/// What of a password goes into Argon2id: its hash keyed with the pepper.
pub(super) fn password_secret(parts: &Parts, password: &Password) -> [u8; 32] {
    parts.keys.hash(Purpose::Password, &[password.as_bytes()])
}

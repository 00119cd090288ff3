//! A person signs in with her email address and password.

use crate::{
    actions::{ActionError, Context, account::history::note_failed_sign_in},
    domain::{email::Email, password::Password, person::Person},
    hashing::StoredHash,
    keys::Purpose,
    store::persons,
};

/// A hash that no password matches, so that an unknown address takes as long as a known one.
const NOBODYS: &str =
    "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

/// The person whose address and password these are. `None` says no more than that: "the same words and the same time
/// for a known and an unknown email".
pub async fn sign_in(
    context: &Context,
    email: &Email,
    password: &Password,
) -> Result<Option<Person>, ActionError> {
    let permit = context.hasher.permit()?;
    let found = {
        let mut tx = context.db.read().await?;
        persons::find_password(&mut tx, &email.key()).await?
    };
    let (person, stored) = match found {
        Some((person, stored)) => (Some(person), stored),
        None => (None, StoredHash::from_stored(NOBODYS.to_owned())),
    };
    let right = permit.verify(password_secret(context, password), stored).await;
    match person.filter(|_| right) {
        Some(id) => {
            let mut tx = context.db.read().await?;
            Ok(persons::find(&mut tx, id).await?)
        }
        None => {
            if let Some(person_id) = person {
                note_failed_sign_in(context, person_id);
            }
            Ok(None)
        }
    }
}

/// What of a password goes into Argon2id: its hash keyed with the pepper.
pub(in crate::actions) fn password_secret(context: &Context, password: &Password) -> [u8; 32] {
    context.keys.hash(Purpose::Password, &[password.as_bytes()])
}

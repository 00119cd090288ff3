//! What waits for a code: the address, and for a new account what it is made of. It is sealed for its row.

use serde::{Deserialize, Serialize};
use uuid::Uuid;
use zeroize::Zeroizing;

use crate::{
    actions::{ActionError, Context},
    domain::email::Email,
    hashing::StoredHash,
    keys::{Hashes, Purpose},
    store::{StoreError, email_codes::StoredProof},
};

/// A new account that is none yet.
#[derive(Clone, Serialize, Deserialize)]
pub(in crate::actions) struct NewAccount {
    pub(in crate::actions) name: String,
    password: String,
}

impl NewAccount {
    pub(in crate::actions) fn new(name: &str, password: &StoredHash) -> Self {
        Self { name: name.to_owned(), password: password.as_str().to_owned() }
    }

    pub(in crate::actions) fn password(&self) -> StoredHash {
        StoredHash::from_stored(self.password.clone())
    }
}

#[derive(Serialize, Deserialize)]
struct Sealed {
    email: String,
    new: Option<NewAccount>,
}

/// What waits.
#[derive(Clone)]
pub(in crate::actions) struct Waiting {
    pub(in crate::actions) email: Email,
    pub(in crate::actions) new: Option<NewAccount>,
}

impl Waiting {
    /// Seals it for a row.
    pub(super) fn seal(&self, context: &Context, id: Uuid) -> Result<Vec<u8>, ActionError> {
        let sealed = Sealed { email: self.email.as_str().to_owned(), new: self.new.clone() };
        let plain =
            serde_json::to_vec(&sealed).map_err(|_| StoreError::Unreadable("what waits for a code"))?;
        let plain = Zeroizing::new(plain);
        Ok(context.keys.seal(Purpose::EmailCode, id.as_bytes(), &*context.random, &plain))
    }

    /// Reads what waits in a row.
    pub(in crate::actions) fn open(context: &Context, stored: &StoredProof) -> Result<Self, ActionError> {
        let unreadable = || StoreError::Unreadable("what waits for a code");
        let plain = context.keys.open(Purpose::EmailCode, stored.id.as_bytes(), &stored.sealed);
        let sealed: Sealed =
            serde_json::from_slice(&plain.ok_or_else(unreadable)?).map_err(|_| unreadable())?;
        Ok(Self { email: Email::parse(&sealed.email).map_err(|_| unreadable())?, new: sealed.new })
    }
}

/// What an address is known by, without telling it.
pub(in crate::actions) fn address_hashes(context: &Context, email: &Email) -> Hashes {
    context.keys.hashes(Purpose::EmailCode, &[b"address", email.key().as_bytes()])
}

//! A person signs in with her email address and password.

use uuid::Uuid;

use crate::{
    actions::{
        ActionError, Context,
        account::waiting::{Waiting, address_hash},
    },
    domain::{
        email::Email,
        email_code::{Errand, Proof},
        password::Password,
        person::Person,
    },
    hashing::StoredHash,
    keys::Purpose,
    store::{email_codes, persons},
};

/// A hash that no password matches, so that an unknown address takes as long as a known one.
const NOBODYS: &str =
    "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

/// What came of an address and a password.
#[derive(Debug)]
pub enum SignIn {
    /// They are hers.
    Right(Person),
    /// They are hers, and she has not proved yet that she reads the address.
    Unproven(Unproven),
    /// They are nobody's. It says no more than that: "the same words and the same time for a known and an unknown
    /// email".
    Wrong,
}

/// What waits for a proof of the address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unproven {
    /// An account to be made, by the id of its proof.
    SignUp(Uuid),
    /// The account of this person, which was made before addresses were confirmed.
    Account(Uuid),
}

/// Whose address and password these are. An account that still waits for the proof of its address is found here, too, so
/// that she can go on in another browser.
pub async fn sign_in(context: &Context, email: &Email, password: &Password) -> Result<SignIn, ActionError> {
    let permit = context.hasher.permit()?;
    let (account, waiting) = {
        let mut tx = context.db.read().await?;
        let (since, _) = Proof::over_before(context.now());
        let address = address_hash(context, email);
        let account = persons::find_account(&mut tx, &email.key()).await?;
        // Both are looked for, so that it takes as long whatever there is.
        (account, email_codes::find_newest(&mut tx, &address, Errand::SignUp, since).await?)
    };
    let waiting = match waiting.filter(|_| account.is_none() && context.can_mail) {
        Some(found) => Waiting::open(context, &found.value)?.new.map(|new| (found.value.id, new)),
        None => None,
    };
    let stored = match (&account, &waiting) {
        (Some(account), _) => account.password(),
        (None, Some((_, new))) => new.password(),
        (None, None) => StoredHash::from_stored(NOBODYS.to_owned()),
    };
    let right = permit.verify(password_secret(context, password), stored).await;
    Ok(match (account, waiting) {
        _ if !right => SignIn::Wrong,
        (None, Some((id, _))) => SignIn::Unproven(Unproven::SignUp(id)),
        (None, None) => SignIn::Wrong,
        (Some(account), _) if context.can_mail && account.confirmed_at.is_none() => {
            SignIn::Unproven(Unproven::Account(account.person_id))
        }
        (Some(account), _) => {
            let mut tx = context.db.read().await?;
            persons::find(&mut tx, account.person_id).await?.map_or(SignIn::Wrong, SignIn::Right)
        }
    })
}

/// What of a password goes into Argon2id: its hash keyed with the pepper.
pub(in crate::actions) fn password_secret(context: &Context, password: &Password) -> [u8; 32] {
    context.keys.hash(Purpose::Password, &[password.as_bytes()])
}

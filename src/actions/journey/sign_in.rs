//! A person signs in with her email address and password. Tries are charged before the password is looked at, in a
//! transaction of their own, so that any number of them at once, on any number of nodes, get no more than the budget.
//!
//! Tries from a browser that the account knows have a budget of their own; all others share one for each address, whether
//! it has an account or not. So wrong tries from elsewhere never keep a person out of her own browser.

use std::time::Duration;

use uuid::Uuid;

use super::devices::Device;
use crate::{
    actions::{
        ActionError, Context,
        account::{
            history::note_failed_sign_in,
            waiting::{Waiting, address_hashes},
        },
        renew::Slow,
    },
    domain::{
        email::Email,
        email_code::{Errand, Proof},
        guesses::Tries,
        password::Password,
        person::{Person, SignInEra},
    },
    hashing::StoredHash,
    keys::{Hash, Hashes, Purpose, Secrets},
    store::{StoreError, Tx, Versioned, email_codes, persons, retry_on_conflict, sign_in_tries},
};

/// A hash that no password matches, so that an unknown address takes as long as a known one.
const NOBODYS: &str =
    "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

/// Whose tries are counted together: a keyed hash.
type Pool = Hash;

/// Where a try comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Browser {
    /// From one that has signed in to this account before.
    Known,
    /// From any other.
    Unknown,
}

/// What belongs to an address that was typed, known or not.
pub struct Account {
    whose: Option<Whose>,
    era: SignInEra,
    stored: StoredHash,
    /// All browsers that the account does not know.
    shared: Pool,
    /// This browser alone, if the account knows it.
    own: Option<Pool>,
}

impl std::fmt::Debug for Account {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Account(…)")
    }
}

impl Account {
    /// Whether someone signed in to it in this browser before.
    pub fn knows_this_browser(&self) -> bool {
        self.own.is_some()
    }

    /// Whose it is, where it is an account already.
    fn person_id(&self) -> Option<Uuid> {
        match self.whose? {
            Whose::Person(id) | Whose::Unproven(Unproven::Account(id)) => Some(id),
            Whose::Unproven(Unproven::SignUp(_)) => None,
        }
    }
}

/// What came of a try.
#[derive(Debug)]
pub enum SignIn {
    /// Address and password are hers.
    Right(Person),
    /// They are hers, and she has not proved yet that she reads the address.
    Unproven(Unproven),
    /// They are nobody's. It says no more than that: "the same words and the same time for a known and an unknown
    /// email".
    Wrong,
    /// There were too many tries. Nothing was checked.
    Spent {
        /// How long until there are tries again.
        wait: Duration,
    },
}

/// What waits for a proof of the address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unproven {
    /// An account to be made, by the id of its proof.
    SignUp(Uuid),
    /// The account of this person, which was made before addresses were confirmed.
    Account(Uuid),
}

#[derive(Clone, Copy)]
enum Whose {
    Person(Uuid),
    Unproven(Unproven),
}

/// Finds what belongs to an address. An account that still waits for the proof of its address is found here, too, so that
/// she can go on in another browser.
pub async fn look_up(
    context: &Context,
    email: &Email,
    device: Option<&Device>,
) -> Result<Account, ActionError> {
    let (account, waiting) = {
        let mut tx = context.db.read_one().await?;
        let (since, _) = Proof::over_before(context.now());
        let address = address_hashes(context, email);
        // Both are looked for, so that it takes as long whatever there is; what waits first, or an account that is made
        // of it meanwhile would not be seen as either.
        let waiting = email_codes::find_newest(&mut tx, &address, Errand::SignUp, since).await?;
        (persons::find_account(&mut tx, &email.key()).await?, waiting)
    };
    let waiting = match waiting.filter(|_| account.is_none() && context.can_mail) {
        Some(found) => Waiting::open(context, &found.value)?.new.map(|new| (found.value.id, new)),
        None => None,
    };
    let own = device.zip(account.as_ref()).and_then(|(device, account)| {
        let known = device.is_known_to(&context.keys, account.person_id, &account.password());
        known.then(|| *pools_of_browser(context, device, account.person_id).written())
    });
    let era = account.as_ref().map_or_else(SignInEra::default, persons::Account::era);
    let (whose, stored) = match (account, waiting) {
        (Some(account), _) => {
            let unproven = context.can_mail && account.confirmed_at.is_none();
            let person_id = account.person_id;
            let whose = if unproven {
                Whose::Unproven(Unproven::Account(person_id))
            } else {
                Whose::Person(person_id)
            };
            (Some(whose), account.password())
        }
        (None, Some((id, new))) => (Some(Whose::Unproven(Unproven::SignUp(id))), new.password()),
        (None, None) => (None, StoredHash::from_stored(NOBODYS.to_owned())),
    };
    Ok(Account { whose, era, stored, shared: *pools_of_address(context, email).written(), own })
}

/// Under another pepper they begin anew, once: that is an hour's budget more.
fn pools_of_address(context: &Context, email: &Email) -> Hashes {
    context.keys.hashes(Purpose::SignInTries, &[b"account", email.key().as_bytes()])
}

fn pools_of_browser(context: &Context, device: &Device, person_id: Uuid) -> Hashes {
    context.keys.hashes(Purpose::SignInTries, &[b"browser", &device.number(), person_id.as_bytes()])
}

/// Forgets the tries at an account that is deleted: those of strangers, and those of this browser. What other browsers of
/// hers have tried stands under hashes that only they can name, and is forgotten within the hour.
pub(in crate::actions) async fn forget_tries(
    context: &Context,
    tx: &mut Tx,
    person_id: Uuid,
    email: Option<&Email>,
    device: Option<&Device>,
) -> Result<(), StoreError> {
    let of_address = email.map(|email| pools_of_address(context, email));
    let of_browser = device.map(|device| pools_of_browser(context, device, person_id));
    for pool in [&of_address, &of_browser].into_iter().flatten().flat_map(Hashes::all) {
        sign_in_tries::delete(tx, pool).await?;
    }
    Ok(())
}

/// Charges, checks and settles one try.
pub async fn sign_in(
    context: &Context,
    account: &Account,
    browser: Browser,
    password: &Password,
) -> Result<SignIn, ActionError> {
    let budgets = context.rules.guesses;
    let own = account.own.as_ref().filter(|_| browser == Browser::Known);
    let (pool, allowed) = match own {
        Some(own) => (own, budgets.known_browser),
        None => (&account.shared, budgets.unknown_browsers),
    };
    if let Some(wait) = wait_for(context, pool, allowed).await? {
        return Ok(SignIn::Spent { wait });
    }
    let permit = if own.is_some() { context.hasher.reserved_permit() } else { context.hasher.permit() }?;
    let charged = match charge(context, pool, allowed).await? {
        Ok(charged) => charged,
        Err(wait) => return Ok(SignIn::Spent { wait }),
    };
    let secrets = password_secrets(context, password);
    let right = permit.verify(&secrets, account.stored.clone()).await;
    let Some(whose) = account.whose.filter(|_| right) else {
        if let Some(person_id) = account.person_id() {
            note_failed_sign_in(context, person_id);
        }
        return Ok(SignIn::Wrong);
    };
    if let Whose::Person(id) | Whose::Unproven(Unproven::Account(id)) = whose {
        Slow::Password(id).renew(context, &secrets, &account.stored).await;
    }
    retry_on_conflict!({
        let mut tx = context.db.write().await?;
        settle(&mut tx, pool, &charged, own.is_some()).await?;
        let signed_in = match whose {
            Whose::Unproven(unproven) => SignIn::Unproven(unproven),
            // A password that was replaced while it was looked at is hers no more.
            Whose::Person(id) => persons::find(&mut tx, id)
                .await?
                .filter(|person| person.era == account.era)
                .map_or(SignIn::Wrong, SignIn::Right),
        };
        tx.commit().await?;
        Ok(signed_in)
    })
}

/// How long to wait, if a pool is empty. That costs a look, no write and no seat: whoever goes on trying keeps nobody from
/// the database, nor from the slow hashes.
async fn wait_for(context: &Context, pool: &Pool, allowed: u32) -> Result<Option<Duration>, ActionError> {
    let mut tx = context.db.read_one().await?;
    let found = sign_in_tries::find(&mut tx, pool).await?;
    let left = found.and_then(|found| found.value.charge(allowed, context.now()).err());
    Ok(left.map(|left| left.to_std().unwrap_or_default()))
}

/// Takes a try; `Err` says how long to wait for one.
async fn charge(
    context: &Context,
    pool: &Pool,
    allowed: u32,
) -> Result<Result<Tries, Duration>, ActionError> {
    retry_on_conflict!({
        let now = context.now();
        let mut tx = context.db.write().await?;
        let found = sign_in_tries::find(&mut tx, pool).await?;
        let tries = found.as_ref().map_or_else(|| Tries::none(now), |found| found.value);
        let charged = match tries.charge(allowed, now) {
            Ok(charged) => charged,
            Err(left) => return Ok(Err(left.to_std().unwrap_or_default())),
        };
        match found {
            Some(Versioned { version, .. }) => {
                sign_in_tries::save(&mut tx, pool, &Versioned { value: charged, version }).await?;
            }
            None => sign_in_tries::insert(&mut tx, pool, &charged).await?,
        }
        tx.commit().await?;
        Ok(Ok(charged))
    })
}

/// The try was right. A browser that the account knows begins anew; of the pool that all others share only this try is
/// given back: the wrong ones were someone else's.
async fn settle(tx: &mut Tx, pool: &Pool, charged: &Tries, is_own: bool) -> Result<(), StoreError> {
    if is_own {
        return sign_in_tries::delete(tx, pool).await;
    }
    match sign_in_tries::find(tx, pool).await? {
        Some(Versioned { value, version }) if value.started_at == charged.started_at => {
            sign_in_tries::save(tx, pool, &Versioned { value: value.give_back(), version }).await
        }
        _ => Ok(()),
    }
}

/// What of a password goes into Argon2id: its hash keyed with the pepper.
pub(in crate::actions) fn password_secrets(context: &Context, password: &Password) -> Secrets {
    context.keys.secrets(Purpose::Password, &[password.as_bytes()])
}

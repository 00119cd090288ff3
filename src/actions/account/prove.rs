//! Somebody types a code that was mailed. The one place where such a code is checked.
//!
//! 1. One short transaction charges a try and remembers the value (as a keyed hash), and is committed. The same value
//!    again is charged nothing: checking it once more tells nobody anything.
//! 2. The hashes are compared, with no transaction open.
//! 3. If they are equal, a second transaction does what the code was for, once: the code goes with it.

use uuid::Uuid;

use super::{
    codes::code_hashes,
    waiting::{NewAccount, Waiting, address_hashes},
};
use crate::{
    actions::{
        ActionError, Context,
        audit::{self, About},
    },
    domain::{
        audit::Deed,
        email::Email,
        email_code::{Closed, EmailCode, Errand},
        person::{Person, SignInEra},
    },
    keys::Hashes,
    ports,
    store::{
        Tx,
        email_codes::{self, StoredProof},
        persons, retry_on_conflict,
    },
};

/// What came of a code.
#[derive(Debug)]
pub enum Proven {
    /// The address is hers, and so is the account.
    Signed(Person),
    /// The address is hers, but somebody else who reads it made an account with it first.
    HasAccount,
    /// She may choose a new password.
    MayChoose,
    /// Wrong, with tries left.
    Wrong {
        /// How many.
        left: u32,
    },
    /// The code takes no try (any more).
    Closed(Closed),
    /// Nothing waits for a code (any more).
    Gone,
}

enum Charged {
    /// Boxed because they are large beside the others.
    Compare(Box<(StoredProof, Hashes)>),
    Closed(Closed),
    Gone,
}

/// Charges, checks and settles one code.
pub async fn prove(context: &Context, id: Uuid, code: &EmailCode) -> Result<Proven, ActionError> {
    let (stored, typed) = match charge(context, id, code).await? {
        Charged::Compare(both) => *both,
        Charged::Closed(closed) => return Ok(Proven::Closed(closed)),
        Charged::Gone => return Ok(Proven::Gone),
    };
    if typed.has(&stored.code_hash) {
        return settle(context, &stored).await;
    }
    Ok(match stored.proof.tries_left {
        0 => Proven::Closed(Closed::Spent),
        left => Proven::Wrong { left },
    })
}

async fn charge(context: &Context, id: Uuid, code: &EmailCode) -> Result<Charged, ActionError> {
    retry_on_conflict!({
        let now = context.now();
        let mut tx = context.db.write().await?;
        let Some(mut found) = email_codes::find(&mut tx, id).await? else { return Ok(Charged::Gone) };
        if found.value.proof.is_over(now) || found.value.proof.is_used_up() {
            return Ok(Charged::Gone);
        }
        let typed = code_hashes(context, &found.value, code);
        if email_codes::was_tried(&mut tx, id, &typed).await? {
            return Ok::<_, ActionError>(match found.value.proof.closed(now) {
                Some(Closed::Expired) => Charged::Closed(Closed::Expired),
                _ => Charged::Compare(Box::new((found.value, typed))),
            });
        }
        if let Err(closed) = found.value.proof.charge(now) {
            return Ok(Charged::Closed(closed));
        }
        email_codes::save(&mut tx, &found).await?;
        email_codes::insert_try(&mut tx, id, &typed).await?;
        tx.commit().await?;
        Ok(Charged::Compare(Box::new((found.value, typed))))
    })
}

/// Does what a right code was for, if it is still the newest and nobody was first.
async fn settle(context: &Context, charged: &StoredProof) -> Result<Proven, ActionError> {
    retry_on_conflict!({
        let now = context.now();
        let mut tx = context.db.write().await?;
        let Some(mut found) = email_codes::find(&mut tx, charged.id).await? else { return Ok(Proven::Gone) };
        if found.value.code_hash != charged.code_hash {
            // Another code was sent meanwhile.
            return Ok::<_, ActionError>(Proven::Wrong { left: found.value.proof.tries_left });
        }
        let waiting = Waiting::open(context, &found.value)?;
        let address = address_hashes(context, &waiting.email);
        let again = found.value.proof.proven_at.is_some();
        let proven = match (found.value.proof.errand, &waiting.new) {
            (Errand::Recover, _) => {
                found.value.proof.proven_at = Some(now);
                found.value.code_hash = ports::bytes(&*context.random);
                email_codes::save(&mut tx, &found).await?;
                tx.commit().await?;
                return Ok(Proven::MayChoose);
            }
            (Errand::SignUp, Some(new)) if !again => match made(context, tx, &waiting.email, new).await? {
                Ok((made_in, person)) => {
                    tx = made_in;
                    Proven::Signed(person)
                }
                Err(elsewhere) => {
                    tx = elsewhere;
                    Proven::HasAccount
                }
            },
            _ => match confirmed(context, &mut tx, &waiting.email).await? {
                Some(person) => Proven::Signed(person),
                None => Proven::Gone,
            },
        };
        // Whatever else waits for a code to this address waits for nothing now. This one is kept for a while, for the
        // same form sent again.
        if let Proven::Signed(person) = &proven {
            found.value.person_id = Some(person.id);
            found.value.proof.proven_at.get_or_insert(now);
            found.value.sealed = Waiting { email: waiting.email, new: None }.seal(context, charged.id)?;
            email_codes::save(&mut tx, &found).await?;
            email_codes::delete_others_of_address(&mut tx, &address, charged.id).await?;
        } else {
            email_codes::delete_of_address(&mut tx, &address).await?;
        }
        tx.commit().await?;
        Ok(proven)
    })
}

/// Makes the account. `Err` when the address has one: with a transaction in which nothing has been done yet.
async fn made(
    context: &Context,
    mut tx: Tx,
    email: &Email,
    new: &NewAccount,
) -> Result<Result<(Tx, Person), Tx>, ActionError> {
    let now = context.now();
    let person = Person {
        id: context.new_id(now),
        name: new.name.clone(),
        created_at: now,
        era: SignInEra::default(),
    };
    let key = email.key();
    if !persons::insert_with_password(&mut tx, &person, &key, email.as_str(), &new.password()).await? {
        drop(tx);
        return Ok(Err(context.db.write().await?));
    }
    persons::save_confirmed(&mut tx, &key, now).await?;
    audit::write(context, &mut tx, Deed::AccountMade, About::person(person.id)).await?;
    Ok(Ok((tx, person)))
}

async fn confirmed(context: &Context, tx: &mut Tx, email: &Email) -> Result<Option<Person>, ActionError> {
    let Some(account) = persons::find_account(tx, &email.key()).await? else { return Ok(None) };
    persons::save_confirmed(tx, &email.key(), context.now()).await?;
    Ok(persons::find(tx, account.person_id).await?)
}

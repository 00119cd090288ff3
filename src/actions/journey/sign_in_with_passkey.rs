//! A person signs in with a passkey: nothing is typed, her device says who she is and proves it.

use subtle::ConstantTimeEq;

use crate::{
    actions::{
        ActionError, Context,
        account::challenges::{self, Challenge, ChallengeFor},
    },
    domain::person::Person,
    passkeys::Passkeys,
    store::{passkeys, persons},
};

/// Asks for a passkey on a page with this form token: only the browser that was shown it can answer. None where the
/// library cannot: a fault of ours that is told to nobody but the log.
pub fn ask(context: &Context, portal: &Passkeys, form_token: &str) -> Option<Challenge> {
    challenges::give(context, ChallengeFor::SignIn, &[form_token.as_bytes()], portal.ask())
}

/// Whose passkey has answered. `None`: nobody's, or not to what this browser was asked, or not for the first time.
pub async fn sign_in(
    context: &Context,
    portal: &Passkeys,
    form_token: &str,
    (sealed, answer): (&str, &str),
) -> Result<Option<Person>, ActionError> {
    let opened = challenges::open(context, ChallengeFor::SignIn, &[form_token.as_bytes()], sealed);
    let (Some(state), Some(answer)) = (opened, portal.answer(answer)) else { return Ok(None) };
    let mut tx = context.db.read().await?;
    let Some(passkey) = passkeys::find(&mut tx, &answer.credential_id).await? else { return Ok(None) };
    drop(tx);
    // The device tells whose it is, outside of what it signs: it must be what we know.
    if !bool::from(passkey.person_id.as_bytes().ct_eq(answer.person_id.as_bytes())) {
        return Ok(None);
    }
    let Some(kept) = portal.check(&state, &answer, &passkey.credential) else { return Ok(None) };
    let now = context.now();
    let mut tx = context.db.write().await?;
    // It may have been removed meanwhile.
    if passkeys::find(&mut tx, &answer.credential_id).await?.is_none() {
        return Ok(None);
    }
    if !passkeys::spend(&mut tx, &challenges::hashes(context, &state), now).await? {
        return Ok(None);
    }
    passkeys::save_used(&mut tx, passkey.id, &kept, now).await?;
    let person = persons::find(&mut tx, passkey.person_id).await?;
    tx.commit().await?;
    Ok(person)
}

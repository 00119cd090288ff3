//! A person has forgotten her password. A code that is mailed to the account's address lets her choose a new one: that
//! ends every sign-in, signs nobody in, keeps her connections, and is told to the address.

use uuid::Uuid;

use super::{
    codes::{Ids, Writing, begin},
    history::note,
    waiting::{Waiting, address_hashes},
};
use crate::{
    actions::{ActionError, Context, journey::sign_in::password_secrets, mails},
    domain::{
        account::AccountEvent,
        email::Email,
        email_code::Errand,
        mail::{Mail, Says},
        password::Password,
        person::Person,
    },
    ports,
    store::{
        Tx, Versioned,
        email_codes::{self, StoredProof},
        persons, retry_on_conflict, sessions,
    },
};

/// Mails a code; where no account has the address and a password, a mail that says so. Takes as long either way. Gives the id of the
/// proof that it waits for.
pub async fn recover(
    context: &Context,
    form: &str,
    email: &Email,
    writing: Writing<'_>,
) -> Result<Uuid, ActionError> {
    let ids = Ids::of(context, Errand::Recover, form, email);
    let waiting = Waiting { email: email.clone(), new: None };
    begin(context, &ids, Errand::Recover, &waiting, writing).await
}

/// Somebody who may choose a new password now.
#[derive(Debug)]
pub struct Recovering {
    /// Whose account it is.
    pub person: Person,
    /// Its address.
    pub email: Email,
}

/// Who may choose a new password. The one place that says what must be shown before: the code. A second factor, once an
/// account can have one, is asked for here, too; passkeys are none, but another way to sign in.
pub async fn may_choose(context: &Context, id: Uuid) -> Result<Option<Recovering>, ActionError> {
    let mut tx = context.db.read().await?;
    Ok(proven(context, &mut tx, id).await?.map(|(_, recovering)| recovering))
}

async fn proven(
    context: &Context,
    tx: &mut Tx,
    id: Uuid,
) -> Result<Option<(Versioned<StoredProof>, Recovering)>, ActionError> {
    let Some(found) = email_codes::find(tx, id).await? else { return Ok(None) };
    let proof = &found.value.proof;
    if proof.errand != Errand::Recover || proof.proven_at.is_none() || proof.is_over(context.now()) {
        return Ok(None);
    }
    let email = Waiting::open(context, &found.value)?.email;
    let account = persons::find_account(tx, &email.key()).await?;
    let Some(account) = account.filter(|account| Some(account.person_id) == found.value.person_id) else {
        return Ok(None);
    };
    let person = persons::find(tx, account.person_id).await?;
    Ok(person.map(|person| (found, Recovering { person, email })))
}

/// Replaces the password, once, and ends every sign-in. False when she may not (any more).
pub async fn choose(
    context: &Context,
    id: Uuid,
    password: &Password,
    writing: Writing<'_>,
) -> Result<bool, ActionError> {
    let permit = context.hasher.permit()?;
    let hash = permit.hash(&password_secrets(context, password), ports::bytes(&*context.random)).await;
    let chosen = retry_on_conflict!({
        let now = context.now();
        let mut tx = context.db.write().await?;
        let Some((found, Recovering { person, email })) = proven(context, &mut tx, id).await? else {
            return Ok::<_, ActionError>(false);
        };
        // Of two that choose at once, the second finds it gone.
        email_codes::save(&mut tx, &found).await?;
        email_codes::delete_of_address(&mut tx, &address_hashes(context, &email)).await?;
        persons::save_password(&mut tx, &email.key(), &hash).await?;
        persons::save_confirmed(&mut tx, &email.key(), now).await?;
        sessions::save_signed_out(&mut tx, person.id, now).await?;
        note(context, &mut tx, person.id, AccountEvent::Recovered).await?;
        let mail = Mail {
            to: email,
            language: writing.language.to_owned(),
            app_id: writing.app_id,
            person_id: Some(person.id),
            request_id: None,
            not_after: None,
            replaces: false,
            says: Says::Recovered,
        };
        mails::queue(context, &mut tx, &mail).await?;
        tx.commit().await?;
        Ok(true)
    })?;
    if chosen {
        context.notifier.mail();
    }
    Ok(chosen)
}

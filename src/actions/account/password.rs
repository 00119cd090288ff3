//! A person changes her password, with the one that she has.

use uuid::Uuid;

use super::{history::note, notices};
use crate::{
    actions::{ActionError, Context, journey::sign_in::password_secrets},
    domain::{account::AccountEvent, mail::Notice, password::Password},
    hashing::StoredHash,
    ports,
    store::{accounts, person_sessions},
};

/// The password that a person has while another one is chosen.
#[derive(Debug)]
pub struct Present(StoredHash);

/// Her password as it is now. `None` where a provider signs her in and she has none.
pub async fn present(context: &Context, person_id: Uuid) -> Result<Option<Present>, ActionError> {
    let mut tx = context.db.read().await?;
    Ok(accounts::find_password(&mut tx, person_id).await?.map(Present))
}

/// Puts a new password in the place of the present one, which the caller has looked up and then had checked as at a
/// sign-in. All other sign-ins end. False, and nothing done, when it was changed meanwhile.
pub async fn change_password(
    context: &Context,
    person_id: Uuid,
    session_id: Uuid,
    present: &Present,
    new: &Password,
) -> Result<bool, ActionError> {
    let permit = context.hasher.permit()?;
    let hash = permit.hash(&password_secrets(context, new), ports::bytes(&*context.random)).await;
    let mut tx = context.db.write().await?;
    // Its check may have renewed it.
    let now_stored = accounts::find_password(&mut tx, person_id).await?;
    let Some(stored) = now_stored.filter(|stored| stored.is_of_the_same_choice(&present.0)) else {
        return Ok(false);
    };
    if !accounts::save_password(&mut tx, person_id, &stored, &hash, context.now()).await? {
        return Ok(false);
    }
    person_sessions::end_of_person(&mut tx, person_id, Some(session_id)).await?;
    note(context, &mut tx, person_id, AccountEvent::PasswordChanged).await?;
    notices::tell(context, &mut tx, person_id, Notice::PasswordChanged, None).await?;
    tx.commit().await?;
    context.notifier.mail();
    Ok(true)
}

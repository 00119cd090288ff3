//! A person changes her password, with the one that she has.

use uuid::Uuid;

use super::{history::note, notices};
use crate::{
    actions::{ActionError, Context, journey::sign_in::password_secret},
    domain::{account::AccountEvent, mail::Notice, password::Password},
    ports,
    store::{accounts, person_sessions},
};

/// What came of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Changed {
    /// The new one counts; all other sign-ins have ended.
    Done,
    /// What was typed as the present one is not it.
    Wrong,
}

/// Whether this is her password. The caller has charged the try.
pub async fn is_hers(context: &Context, person_id: Uuid, password: &Password) -> Result<bool, ActionError> {
    let permit = context.hasher.permit()?;
    let stored = {
        let mut tx = context.db.read().await?;
        accounts::find_password(&mut tx, person_id).await?
    };
    let Some(stored) = stored else { return Ok(false) };
    Ok(permit.verify(password_secret(context, password), stored).await)
}

/// Changes it. The caller has charged the try.
pub async fn change_password(
    context: &Context,
    person_id: Uuid,
    session_id: Uuid,
    present: &Password,
    new: &Password,
) -> Result<Changed, ActionError> {
    let (check, make) = (context.hasher.permit()?, context.hasher.permit()?);
    let stored = {
        let mut tx = context.db.read().await?;
        accounts::find_password(&mut tx, person_id).await?
    };
    let Some(stored) = stored else { return Ok(Changed::Wrong) };
    if !check.verify(password_secret(context, present), stored.clone()).await {
        return Ok(Changed::Wrong);
    }
    let hash = make.hash(password_secret(context, new), ports::bytes(&*context.random)).await;
    let mut tx = context.db.write().await?;
    if !accounts::save_password(&mut tx, person_id, &stored, &hash, context.now()).await? {
        return Ok(Changed::Wrong);
    }
    person_sessions::end_of_person(&mut tx, person_id, Some(session_id)).await?;
    note(context, &mut tx, person_id, AccountEvent::PasswordChanged).await?;
    notices::tell(context, &mut tx, person_id, Notice::PasswordChanged, None).await?;
    tx.commit().await?;
    context.notifier.mail();
    Ok(Changed::Done)
}

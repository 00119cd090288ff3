//! The address of an account that was made before addresses were confirmed is confirmed at its next sign-in.

use uuid::Uuid;

use super::{
    codes::{Ids, Writing, begin},
    waiting::Waiting,
};
use crate::{
    actions::{ActionError, Context},
    domain::{email::Email, email_code::Errand},
    store::{email_codes, persons},
};

/// Mails a code to the address of a person who has just given her password. What waited for one before, in other browsers,
/// waits no more. Gives the id of the proof.
pub async fn confirm_address(
    context: &Context,
    form: &str,
    person_id: Uuid,
    email: &Email,
    writing: Writing<'_>,
) -> Result<Uuid, ActionError> {
    let ids = Ids::of(context, Errand::Confirm, form, email);
    let waiting = Waiting { email: email.clone(), new: None };
    let id = begin(context, &ids, Errand::Confirm, &waiting, writing).await?;
    let mut tx = context.db.write().await?;
    email_codes::delete_others_of_person(&mut tx, person_id, Errand::Confirm, id).await?;
    tx.commit().await?;
    Ok(id)
}

/// Takes an address for confirmed without a mail: the sample patient's.
pub async fn take_for_confirmed(context: &Context, email: &Email) -> Result<(), ActionError> {
    let mut tx = context.db.write().await?;
    persons::save_confirmed(&mut tx, &email.key(), context.now()).await?;
    tx.commit().await?;
    Ok(())
}

//! Somebody wants an account. It is made when she has proved that she reads its address, and not before: a stranger who
//! types an address first takes nothing.

use uuid::Uuid;

use super::{
    codes::{Ids, Writing, begin},
    waiting::{NewAccount, Waiting},
};
use crate::{
    actions::{ActionError, Context, journey::sign_in::password_secrets},
    domain::{email::Email, email_code::Errand, password::Password},
    ports,
};

/// Keeps what the account is to be made of, and mails a code; where the address has an account, a mail that says so.
/// Takes as long either way. Gives the id of the proof that it waits for.
pub async fn sign_up(
    context: &Context,
    form: &str,
    name: &str,
    email: &Email,
    password: &Password,
    writing: Writing<'_>,
) -> Result<Uuid, ActionError> {
    let permit = context.hasher.permit()?;
    let hash = permit.hash(&password_secrets(context, password), ports::bytes(&*context.random)).await;
    let waiting = Waiting { email: email.clone(), new: Some(NewAccount::new(name, &hash)) };
    let ids = Ids::of(context, Errand::SignUp, form, email);
    begin(context, &ids, Errand::SignUp, &waiting, writing).await
}

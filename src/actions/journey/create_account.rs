//! A person makes an account, where no mails can be sent: nobody knows whether she reads the address. Where they can,
//! `actions::account::sign_up` comes first.

use super::sign_in::password_secrets;
use crate::{
    actions::{
        ActionError, Context,
        audit::{self, About},
    },
    domain::{
        audit::Deed,
        email::Email,
        password::Password,
        person::{Person, SignInEra},
    },
    ports,
    store::persons,
};

/// Makes the account and gives its person; `None` when the address has one already. Takes as long either way.
pub async fn create_account(
    context: &Context,
    name: &str,
    email: &Email,
    password: &Password,
) -> Result<Option<Person>, ActionError> {
    let permit = context.hasher.permit()?;
    let hash = permit.hash(&password_secrets(context, password), ports::bytes(&*context.random)).await;
    let now = context.now();
    let person =
        Person { id: context.new_id(now), name: name.to_owned(), created_at: now, era: SignInEra::default() };
    let mut tx = context.db.write().await?;
    if !persons::insert_with_password(&mut tx, &person, &email.key(), email.as_str(), &hash).await? {
        return Ok(None);
    }
    audit::write(context, &mut tx, Deed::AccountMade, About::person(person.id)).await?;
    tx.commit().await?;
    Ok(Some(person))
}

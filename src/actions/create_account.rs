//! A person makes an account.

use uuid::Uuid;

use super::{ActionError, Parts, sign_in::password_secret};
use crate::{
    domain::{email::Email, password::Password, person::Person},
    ports,
    store::persons,
};

/// Makes the account and gives its person; `None` when the address has one already. Takes as long either way.
pub async fn create_account(
    parts: &Parts,
    name: &str,
    email: &Email,
    password: &Password,
) -> Result<Option<Uuid>, ActionError> {
    let place = parts.hasher.place()?;
    let hash = place.hash(password_secret(parts, password), ports::bytes(&*parts.random)).await;
    let now = parts.now();
    let person = Person { id: parts.new_id(now), name: name.to_owned(), created_at: now };
    let mut tx = parts.db.write().await?;
    if !persons::insert_with_password(&mut tx, &person, &email.key(), email.as_str(), &hash).await? {
        return Ok(None);
    }
    tx.commit().await?;
    Ok(Some(person.id))
}

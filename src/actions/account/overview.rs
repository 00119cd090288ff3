//! What an account is now.

use uuid::Uuid;

use crate::{
    actions::{ActionError, Context},
    store::accounts,
};

pub use crate::store::accounts::Account;

/// The account of a person. `None` when there is none any more.
pub async fn find(context: &Context, person_id: Uuid) -> Result<Option<Account>, ActionError> {
    let mut tx = context.db.read().await?;
    Ok(accounts::find(&mut tx, person_id).await?)
}

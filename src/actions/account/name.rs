//! A person changes what she is called, or the language that she reads.

use uuid::Uuid;

use super::history::note;
use crate::{
    actions::{ActionError, Context},
    domain::{account::AccountEvent, labels::PersonName},
    store::accounts,
};

/// Changes her name. The same one again changes nothing.
pub async fn change_name(context: &Context, person_id: Uuid, name: &PersonName) -> Result<(), ActionError> {
    let mut tx = context.db.write().await?;
    let Some(account) = accounts::find(&mut tx, person_id).await? else { return Ok(()) };
    if account.person.name != name.as_str() {
        accounts::save_name(&mut tx, person_id, name.as_str()).await?;
        note(context, &mut tx, person_id, AccountEvent::NameChanged).await?;
        tx.commit().await?;
    }
    Ok(())
}

/// Keeps her own choice of language. The same one again changes nothing.
pub async fn choose_language(context: &Context, person_id: Uuid, language: &str) -> Result<(), ActionError> {
    let mut tx = context.db.write().await?;
    let Some(account) = accounts::find(&mut tx, person_id).await? else { return Ok(()) };
    if account.language.as_deref() != Some(language) {
        accounts::save_language(&mut tx, person_id, language).await?;
        note(context, &mut tx, person_id, AccountEvent::LanguageChanged).await?;
        tx.commit().await?;
    }
    Ok(())
}

//! Somebody has signed in: it is written down, and told to her where the browser is a new one.

use uuid::Uuid;

use super::{history::note_with, notices};
use crate::{
    actions::{ActionError, Context},
    domain::{account::AccountEvent, browser::Browser, mail::Notice},
    store::{account_history, accounts},
};

/// A sign-in, however it was done.
#[derive(Debug, Clone)]
pub struct SignIn {
    /// Who signed in.
    pub person_id: Uuid,
    /// In which browser.
    pub browser: Browser,
    /// The tag of the language of the page.
    pub language: String,
    /// Whether this browser has signed in to this account before, where something of its own says so. `None`: what is
    /// known of earlier sign-ins decides.
    pub known: Option<bool>,
}

/// Writes a sign-in down. Gives the language that she has chosen for herself, if she has.
pub async fn note(context: &Context, it: &SignIn) -> Result<Option<String>, ActionError> {
    let mut tx = context.db.write().await?;
    let Some(account) = accounts::find(&mut tx, it.person_id).await? else { return Ok(None) };
    let (sign_ins, in_this) =
        account_history::count_sign_ins(&mut tx, it.person_id, &it.browser.as_text()).await?;
    // Of an account without a history nothing is known: the first sign-in is no news to her who made it.
    let known = it.known.unwrap_or(in_this > 0) || sign_ins == 0;
    accounts::save_read_in(&mut tx, it.person_id, &it.language).await?;
    if !known {
        let notice = Notice::NewBrowser { browser: it.browser.as_text() };
        notices::tell(context, &mut tx, it.person_id, notice, None).await?;
    }
    note_with(context, &mut tx, it.person_id, AccountEvent::SignedIn, Some(it.browser), None).await?;
    tx.commit().await?;
    context.notifier.mail();
    Ok(account.language)
}

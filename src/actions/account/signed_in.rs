//! Somebody has signed in: it is written down, and told to her where the browser is a new one.

use uuid::Uuid;

use super::{history::note_with, notices};
use crate::{
    actions::{
        ActionError, Context,
        journey::devices::{self, Device},
    },
    domain::{account::AccountEvent, browser::Browser, mail::Notice, person::SignInEra},
    store::accounts,
};

/// A sign-in, however it was done.
#[derive(Debug)]
pub struct SignIn {
    /// Who signed in.
    pub person_id: Uuid,
    /// In which of her eras her password, passkey or provider was looked at.
    pub era: SignInEra,
    /// In which browser.
    pub browser: Browser,
    /// The tag of the language of the page.
    pub language: String,
    /// The tag of the language that she has chosen for herself in this browser, if she has.
    pub chosen: Option<String>,
    /// What the browser itself says of earlier sign-ins.
    pub device: Option<Device>,
}

/// What is known of who signed in.
#[derive(Debug)]
pub struct Noted {
    /// The language that she has chosen for herself, if she has: the account's, or else this browser's, which the account
    /// keeps from now on.
    pub language: Option<String>,
}

/// Writes a sign-in down. `None`: all her sign-ins were ended since it was checked, this one, too.
pub async fn note(context: &Context, it: &SignIn) -> Result<Option<Noted>, ActionError> {
    let mut tx = context.db.write().await?;
    let Some(account) = accounts::find(&mut tx, it.person_id).await? else { return Ok(None) };
    if account.person.era != it.era {
        return Ok(None);
    }
    // The first sign-in that is written down is no news to her who made the account.
    let is_first = account.read_in.is_none();
    let known = is_first || devices::is_known(context, &mut tx, it.device.as_ref(), it.person_id).await?;
    accounts::save_read_in(&mut tx, it.person_id, &it.language).await?;
    if let (None, Some(chosen)) = (&account.language, &it.chosen) {
        accounts::save_language(&mut tx, it.person_id, chosen).await?;
    }
    if !known {
        let notice = Notice::NewBrowser { browser: it.browser.as_text() };
        notices::tell(context, &mut tx, it.person_id, notice, None).await?;
    }
    note_with(context, &mut tx, it.person_id, AccountEvent::SignedIn, Some(it.browser), None).await?;
    tx.commit().await?;
    context.notifier.mail();
    Ok(Some(Noted { language: account.language.or_else(|| it.chosen.clone()) }))
}

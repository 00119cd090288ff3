//! A person deletes her account: everything is disconnected and the apps are told, and nothing of her stays but what apps
//! know her by, under no name.

use std::collections::BTreeSet;

use uuid::Uuid;

use super::{forget::forget_deleted, notices, records::drop_record};
use crate::{
    actions::{
        ActionError, Context,
        audit::{self, About},
        journey::{connections, devices::Device, sign_in::forget_tries},
        mails,
    },
    domain::{
        audit::Deed,
        email::Email,
        event::EventKind,
        mail::{Notice, Says},
    },
    ports,
    store::{
        Tx, accounts, apps, authorizations, husks, mails as outbox, person_sessions, records,
        retry_on_conflict,
    },
};

/// What deleting an account would end.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct WouldEnd {
    /// The authorizations that stand, in a fixed order: what the page's seal stands for.
    pub authorizations: Vec<Uuid>,
    /// The names of their apps.
    pub apps: BTreeSet<String>,
    /// The names of the records that only she holds.
    pub records: Vec<String>,
}

/// What would end.
pub async fn would_end(context: &Context, person_id: Uuid) -> Result<WouldEnd, ActionError> {
    let mut tx = context.db.read().await?;
    let mut would = WouldEnd::default();
    let given = authorizations::list_of_person(&mut tx, person_id).await?;
    for a in given.iter().filter(|a| a.value.is_active()) {
        would.authorizations.push(a.value.id);
        would.apps.extend(apps::find(&mut tx, a.value.app_id).await?.map(|app| app.value.name.clone()));
    }
    would.authorizations.sort_unstable();
    for record in records::list_of_person(&mut tx, person_id).await? {
        if records::count_holders(&mut tx, record.id).await? == 1 {
            would.records.push(record.name);
        }
    }
    Ok(would)
}

/// What came of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Deleted {
    /// The account is gone.
    Done,
    /// What was typed is not its address.
    WrongEmail,
    /// It was gone before.
    Gone,
}

/// Deletes the account, after its address was typed. All of it is one transaction.
pub async fn delete_account(
    context: &Context,
    person_id: Uuid,
    typed: &str,
    device: Option<&Device>,
) -> Result<Deleted, ActionError> {
    let deleted = retry_on_conflict!({
        let mut tx = context.db.write().await?;
        let Some(account) = accounts::find(&mut tx, person_id).await? else {
            return Ok::<_, ActionError>((Deleted::Gone, BTreeSet::new()));
        };
        // Whoever signs in without an address confirms with her name.
        let email = account.email.as_deref().and_then(|email| Email::parse(email).ok());
        let right = match &email {
            Some(email) => Email::parse(typed).is_ok_and(|typed| typed.key() == email.key()),
            None => typed.trim() == account.person.name,
        };
        if !right {
            return Ok((Deleted::WrongEmail, BTreeSet::new()));
        }
        let told = disconnect_all(context, &mut tx, person_id).await?;
        husks::delete_kept_by_apps(&mut tx, person_id).await?;
        for app_id in husks::list_apps_of_person(&mut tx, person_id).await? {
            husks::leave_person(&mut tx, app_id, person_id, ports::new_pseudonym(&*context.random)).await?;
        }
        for record in records::list_of_person(&mut tx, person_id).await? {
            drop_record(context, &mut tx, person_id, record.id).await?;
        }
        person_sessions::delete_journeys(&mut tx, person_id).await?;
        person_sessions::end_of_person(&mut tx, person_id, None).await?;
        forget_tries(context, &mut tx, person_id, email.as_ref(), device).await?;
        outbox::delete_of_person(&mut tx, person_id).await?;
        let says = Says::Notice { notice: Notice::AccountDeleted, at: context.now(), not_me: String::new() };
        if let Some(mut mail) = notices::mail(context, &account, None, says).filter(|_| context.can_mail) {
            mail.person_id = None;
            mails::queue(context, &mut tx, &mail).await?;
        }
        accounts::delete(&mut tx, person_id).await?;
        audit::write(context, &mut tx, Deed::AccountDeleted, About::person(person_id)).await?;
        tx.commit().await?;
        Ok((Deleted::Done, told))
    });
    let (deleted, told) = deleted?;
    if deleted == Deleted::Done {
        told.into_iter().for_each(|app_id| context.notifier.notify(app_id));
        context.notifier.mail();
        forget_deleted(context).await;
    }
    Ok(deleted)
}

/// Ends everything that she has given, and records it for each app. Gives the apps that were told.
async fn disconnect_all(
    context: &Context,
    tx: &mut Tx,
    person_id: Uuid,
) -> Result<BTreeSet<Uuid>, ActionError> {
    let mut given = authorizations::list_of_person(tx, person_id).await?;
    given.retain(|a| a.value.is_active());
    // Always in the same order, and all rows before the first log: no two transactions wait for each other.
    given.sort_by_key(|a| (a.value.app_id, a.value.id));
    for a in &given {
        authorizations::lock(tx, a).await?;
    }
    let mut told = BTreeSet::new();
    for mut a in given {
        connections::end(context, tx, &mut a, EventKind::Disconnected).await?;
        told.insert(a.value.app_id);
    }
    Ok(told)
}

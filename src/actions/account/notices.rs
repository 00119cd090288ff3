//! Tells a person by mail what happened to her account or her connections.

use chrono::TimeDelta;
use uuid::Uuid;

use super::links::{self, LinkTo};
use crate::{
    actions::{ActionError, Context, mails},
    domain::{
        account::NOT_ME_WITHIN,
        email::Email,
        mail::{Mail, Notice, Says},
    },
    store::{
        Tx,
        accounts::{self, Account},
    },
};

/// A notice that could not be sent for so long is sent no more: it would tell of something long past.
const OF_USE: TimeDelta = TimeDelta::days(7);

/// Queues a notice to a person, in the transaction of what it tells; in the look of an app where it is about one.
/// Without a mail server, or for a person without an address, nothing is queued. After the commit the sender is to be
/// woken.
pub(in crate::actions) async fn tell(
    context: &Context,
    tx: &mut Tx,
    person_id: Uuid,
    notice: Notice,
    app_id: Option<Uuid>,
) -> Result<(), ActionError> {
    if !context.can_mail {
        return Ok(());
    }
    let Some(account) = accounts::find(tx, person_id).await? else { return Ok(()) };
    let not_me = links::make(context, LinkTo::NotMe, person_id, context.now() + NOT_ME_WITHIN);
    let says = Says::Notice { notice, at: context.now(), not_me };
    let Some(mail) = mail(context, &account, app_id, says) else { return Ok(()) };
    mails::queue(context, tx, &mail).await?;
    Ok(())
}

/// A mail to the address of an account. `None` where it has none.
pub(super) fn mail(context: &Context, account: &Account, app_id: Option<Uuid>, says: Says) -> Option<Mail> {
    Some(Mail {
        to: Email::parse(account.mail_address()?).ok()?,
        language: account.mail_language().to_owned(),
        app_id,
        person_id: Some(account.person.id),
        request_id: None,
        not_after: Some(context.now() + OF_USE),
        replaces: false,
        says,
    })
}

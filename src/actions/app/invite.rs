//! An app has an invitation sent again, to the same address or another.

use crate::{
    actions::{
        ActionError, Context,
        app::idempotency::{self, Answer, Claim, Overtaken},
        audit::{self, About},
        invitations::{open, seal, write},
    },
    domain::{
        application::ConnectApp,
        audit::Deed,
        connect_request::ConnectRequest,
        email::Email,
        invitation::{Brings, Invitation, Withheld},
    },
    store::{connect_requests, invitations, mails, retry_on_conflict},
};

/// What the app wants to be different this time.
#[derive(Debug, Clone, Copy, Default)]
pub struct Again<'a> {
    /// Another address, also for reminders.
    pub send_to: Option<&'a Email>,
    /// The tag of another language, also for the pages.
    pub language: Option<&'a str>,
}

/// What came of it.
#[derive(Debug)]
#[expect(clippy::large_enum_variant, reason = "one is made for a call, and it is taken apart at once")]
pub enum Invited {
    /// It is on its way.
    Done {
        /// The request.
        request: ConnectRequest,
        /// Its invitation.
        invitation: Invitation,
    },
    /// The portal does not have the code: it never mailed it, or has forgotten it.
    CodeNotKept,
    /// The code is locked or frozen: nothing is mailed until the app re-arms it.
    Closed,
    /// The portal has no mail server.
    MailNotSetUp,
    /// This app has no such request.
    NotFound,
}

/// A claim on an idempotency key, and how the answer to be kept for it is written.
pub struct Once<'a> {
    /// The claim.
    pub claim: &'a Claim,
    /// Writes the answer.
    pub answer: &'a (dyn Fn(&ConnectRequest, &Invitation) -> Answer + Sync),
}

/// Sends the invitation again. What still waits to be sent is dropped: of two mails only the newer goes.
pub async fn invite(
    context: &Context,
    app: &ConnectApp,
    external_id: &str,
    again: Again<'_>,
    once: Option<&Once<'_>>,
) -> Result<Result<Invited, Overtaken>, ActionError> {
    let invited = retry_on_conflict!({
        let now = context.now();
        let keep = &context.rules.retention;
        let mut tx = context.db.write_for_app().await?;
        let found = connect_requests::find_by_external_id(&mut tx, app.id, external_id).await?;
        let found = found.filter(|r| !r.value.is_gone(now, keep));
        let Some(mut request) = found else { return Ok(Ok(Invited::NotFound)) };
        let Some(mut invitation) = invitations::find(&mut tx, request.value.id).await? else {
            return Ok(Ok(Invited::CodeNotKept));
        };
        match request.value.withholds_mail(now, keep) {
            Some(Withheld::Frozen | Withheld::Locked) if invitation.value.kept.is_some() => {
                return Ok(Ok(Invited::Closed));
            }
            Some(_) => return Ok(Ok(Invited::CodeNotKept)),
            None => {}
        }
        let Some((to, code)) = open(context, &invitation.value)? else {
            return Ok(Ok(Invited::CodeNotKept));
        };
        if !context.can_mail {
            return Ok(Ok(Invited::MailNotSetUp));
        }
        if let Some(language) = again.language {
            request.value.language = Some(language.to_owned());
            connect_requests::save_language(&mut tx, &request).await?;
        }
        mails::delete_queued_of_request(&mut tx, request.value.id).await?;
        let kept = seal(context, request.value.id, again.send_to.unwrap_or(&to), &code)?;
        invitation.value.again(&request.value, kept, now);
        invitations::save(&mut tx, &invitation).await?;
        write(context, &mut tx, &request.value, &invitation.value, Brings::Invitation).await?;
        audit::write_command(context, &mut tx, Deed::InvitationSent, About::app(app.id)).await?;
        if let Some(once) = once {
            let answer = (once.answer)(&request.value, &invitation.value);
            if let Err(overtaken) = idempotency::keep_in(context, &mut tx, once.claim, &answer).await? {
                return Ok(Err(overtaken));
            }
        }
        tx.commit().await?;
        Ok::<_, ActionError>(Ok(Invited::Done { request: request.value, invitation: invitation.value }))
    })?;
    if matches!(invited, Ok(Invited::Done { .. })) {
        context.notifier.mail();
    }
    Ok(invited)
}

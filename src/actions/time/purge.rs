//! Retention: what has had its time is deleted. Safe to repeat and to run on several nodes; what it has not come to
//! yet is treated as gone all the same, so nothing depends on when it runs.

use chrono::TimeDelta;

use crate::store::{
    connect_requests, email_codes, journeys, mails, old_requests, passkeys, provider_sign_ins,
    retry_on_conflict, sessions, sign_in_tries, webhooks,
};
use crate::{
    actions::{
        ActionError, Context,
        account::history,
        app::{idempotency, platform_session},
        audit::{self, About},
        time::{record_closed::record_closed, remind::remind, seal_anew::seal_anew},
    },
    domain::{
        audit::Deed,
        email_code::Proof,
        guesses, passkey,
        retention::{JOURNEY_IDLE, PROVIDER_SIGN_IN, REPLACED_COOKIE},
    },
};

/// Requests looked at in one transaction, so that patients never wait long for the writer.
const BATCH: u32 = 200;

/// How long it is remembered what became of a callback, and of a mail.
const DELIVERIES_KEPT: TimeDelta = TimeDelta::days(30);

/// What was deleted.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct Purged {
    /// Connect requests whose time was over.
    pub connect_requests: u64,
    /// Codes no longer remembered as withdrawn.
    pub withdrawn_codes: u64,
    /// Journeys not used for 24 hours.
    pub journeys: u64,
    /// Sessions not used for 24 hours.
    pub sessions: u64,
    /// Idempotency keys claimed 24 hours ago, with their answers.
    pub idempotency_keys: u64,
    /// Sessions of the XML platform that expired a while ago.
    pub platform_sessions: u64,
    /// Counts of tries at signing in whose window is over.
    pub sign_in_tries: u64,
    /// Callbacks delivered, or given up, thirty days ago.
    pub deliveries: u64,
    /// Lines of accounts' histories, after two years.
    pub account_events: u64,
    /// Mails sent, or given up, thirty days ago.
    pub mails: u64,
    /// What waited for a code from a mail for too long.
    pub email_codes: u64,
    /// Lines of the audit log, after `audit_days`.
    pub audit_lines: u64,
    /// Not deleted: what was sealed with an older pepper, and is under the new one now.
    pub sealed_anew: u64,
}

/// Deletes everything whose time is over, and seals anew what is left under an older pepper.
pub async fn purge(context: &Context) -> Result<Purged, ActionError> {
    // Before a request goes, its expiry is recorded.
    record_closed(context).await?;
    // Codes whose time is over are forgotten, also where no portal runs but this command.
    remind(context).await?;
    let mut purged = Purged::default();
    loop {
        let deleted = purge_batch(context).await?;
        purged.connect_requests += deleted;
        if deleted == 0 {
            break;
        }
    }
    let now = context.now();
    let mut tx = context.db.write().await?;
    purged.withdrawn_codes =
        connect_requests::delete_withdrawn(&mut tx, now - context.rules.retention.closed_for()).await?;
    purged.journeys = journeys::delete_idle(&mut tx, now - JOURNEY_IDLE).await?;
    purged.sessions = sessions::delete_idle(&mut tx, now, now - JOURNEY_IDLE, now - REPLACED_COOKIE).await?;
    purged.idempotency_keys = idempotency::purge(&mut tx, now).await?;
    purged.platform_sessions = platform_session::purge(context, &mut tx).await?;
    purged.sign_in_tries = sign_in_tries::delete_old(&mut tx, now - guesses::WINDOW).await?;
    purged.deliveries = webhooks::delete_ended(&mut tx, now - DELIVERIES_KEPT).await?;
    purged.mails = mails::delete_ended(&mut tx, now - DELIVERIES_KEPT).await?;
    purged.account_events = history::purge(&mut tx, now).await?;
    purged.email_codes = email_codes::delete_over(&mut tx, Proof::over_before(now)).await?;
    webhooks::delete_expired_secrets(&mut tx, now).await?;
    provider_sign_ins::delete_old(&mut tx, now - PROVIDER_SIGN_IN).await?;
    passkeys::delete_spent(&mut tx, now - passkey::CHALLENGE_LIVES * 2).await?;
    audit::write_command(context, &mut tx, Deed::Purged, About::default()).await?;
    tx.commit().await?;
    purged.sealed_anew = seal_anew(context).await?;
    purged.audit_lines = audit::prune(context).await?;
    // What was deleted is gone from the files, too, at this time at the latest.
    context.db.forget_deleted().await?;
    Ok(purged)
}

async fn purge_batch(context: &Context) -> Result<u64, ActionError> {
    retry_on_conflict!({
        let now = context.now();
        let keep = context.rules.retention;
        let mut tx = context.db.write().await?;
        let old =
            old_requests::list(&mut tx, now - keep.authorized_for(), now - keep.closed_for(), BATCH).await?;
        let mut deleted = 0;
        for request in old.iter().filter(|r| r.value.is_gone(now, &keep)) {
            connect_requests::delete(&mut tx, request, now).await?;
            deleted += 1;
        }
        tx.commit().await?;
        Ok::<_, ActionError>(deleted)
    })
}

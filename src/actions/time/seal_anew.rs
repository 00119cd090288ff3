//! What is sealed is sealed anew as soon as it is under an older pepper than the one that is written with: nobody need use it
//! for that. Safe to repeat and to run on several nodes; with the pepper of the first start there is nothing to do.

use uuid::Uuid;

use crate::{
    actions::{ActionError, Context, audit, operator::webhook_secrets},
    keys::{Purpose, Unreadable},
    store::{
        audit::{find_end, save_sealed_key},
        peppers::{self, Sealed, SealedIn},
    },
};

/// How many are sealed anew in one transaction, so that patients never wait long for the writer.
const BATCH: u32 = 200;

/// Seals anew. Returns how many were.
pub async fn seal_anew(context: &Context) -> Result<u64, ActionError> {
    let Some(name) = context.keys.name() else { return Ok(0) };
    let mut sealed = chain_key(context).await?;
    for kind in SealedIn::ALL {
        let mut after = Uuid::nil();
        loop {
            let others =
                peppers::list_others(&mut context.db.read().await?, kind, name, after, BATCH).await?;
            let Some(last) = others.last() else { break };
            after = last.id;
            let mut tx = context.db.write().await?;
            for old in others {
                if let Some(new) = sealed_anew(context, kind, &old)
                    && peppers::save_sealed(&mut tx, kind, old, new).await?
                {
                    sealed += 1;
                }
            }
            tx.commit().await?;
        }
    }
    Ok(sealed)
}

/// `None` where there is nothing to do, or it cannot be read: then it is told, and left as it is.
fn sealed_anew(context: &Context, kind: SealedIn, old: &Sealed) -> Option<Vec<u8>> {
    let of_app = webhook_secrets::bound_to(old.app_id.unwrap_or_default(), old.id);
    let (purpose, bound_to): (_, &[u8]) = match kind {
        SealedIn::WebhookSecrets => (Purpose::WebhookSecret, &of_app),
        SealedIn::Invitations => (Purpose::Invitation, old.id.as_bytes()),
        SealedIn::Mails => (Purpose::Mail, old.id.as_bytes()),
    };
    match context.keys.seal_anew(purpose, bound_to, &*context.random, &old.sealed) {
        Ok(new) => new,
        Err(Unreadable) => {
            tracing::error!(?kind, row = %old.id, "what is sealed here is under no pepper of the key file");
            None
        }
    }
}

/// The key of the audit log's chain.
async fn chain_key(context: &Context) -> Result<u64, ActionError> {
    let Some(end) = find_end(&mut context.db.read().await?).await? else { return Ok(0) };
    let old = end.sealed_key;
    let new = match context.keys.seal_anew(Purpose::Audit, audit::SEALED_FOR, &*context.random, &old) {
        Ok(Some(new)) => new,
        Ok(None) => return Ok(0),
        Err(Unreadable) => {
            tracing::error!("the key of the audit log is under no pepper of the key file");
            return Ok(0);
        }
    };
    let mut tx = context.db.write().await?;
    let saved = save_sealed_key(&mut tx, &old, new).await?;
    tx.commit().await?;
    Ok(u64::from(saved))
}

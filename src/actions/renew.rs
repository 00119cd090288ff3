//! What is found under an older pepper than the one that is written with is stored anew as it is used (decision 48). That is
//! no business of whoever uses it: when it cannot be stored, it stays as it is and is found again the next time.

use uuid::Uuid;

use super::Context;
use crate::{
    hashing::StoredHash,
    keys::{Hash, Hashes, Secrets},
    store::{StoreError, Tx, apps, connect_requests, persons, sessions},
};

/// What has a keyed hash for its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Named {
    /// A connect request, or a withdrawn one, by its code.
    Code,
    /// An API key.
    ApiKey,
    /// A browser session, by its cookie.
    Session,
}

impl Named {
    /// In a transaction of the caller's.
    pub(super) async fn rename_in(
        self,
        tx: &mut Tx,
        found: &Hash,
        hashes: &Hashes,
    ) -> Result<(), StoreError> {
        let Some(new) = hashes.renamed(found) else { return Ok(()) };
        match self {
            Named::Code => connect_requests::save_code_hash(tx, found, new).await,
            Named::ApiKey => apps::save_key_hash(tx, found, new).await,
            Named::Session => sessions::save_cookie(tx, found, new).await,
        }
    }

    /// In a transaction of its own, where there is something to do.
    pub(super) async fn rename(self, context: &Context, found: &Hash, hashes: &Hashes) {
        if hashes.renamed(found).is_none() {
            return;
        }
        let renamed = async {
            let mut tx = match self {
                Named::ApiKey => context.db.write_for_app().await?,
                Named::Code | Named::Session => context.db.write().await?,
            };
            self.rename_in(&mut tx, found, hashes).await?;
            tx.commit().await
        };
        noted(renamed.await);
    }
}

/// Whose slow hash it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Slow {
    /// A person's password.
    Password(Uuid),
    /// The answer to a connect request's question.
    Answer(Uuid),
}

impl Slow {
    /// Hashes anew what was just found to be right, in a seat of the queue that nobody else wants now.
    pub(super) async fn renew(self, context: &Context, secrets: &Secrets, stored: &StoredHash) {
        if !stored.is_outdated(secrets) {
            return;
        }
        // The queue is full: the next time.
        let Ok(permit) = context.hasher.permit() else { return };
        let Some(new) = permit.hash_anew(secrets, stored).await else { return };
        let renewed = async {
            let mut tx = context.db.write().await?;
            match self {
                Slow::Password(id) => persons::save_renewed_password(&mut tx, id, stored, &new).await?,
                Slow::Answer(id) => connect_requests::save_answer(&mut tx, id, stored, &new).await?,
            }
            tx.commit().await
        };
        noted(renewed.await);
    }
}

fn noted(renewed: Result<(), StoreError>) {
    if let Err(cause) = renewed {
        tracing::warn!(%cause, "what is under an older pepper was not renewed; it is tried again at its next use");
    }
}

//! Which providers a person can sign in with, and taking one away.

use uuid::Uuid;

use crate::{
    actions::{ActionError, Context, account::history::note},
    domain::{account::AccountEvent, provider::Provider},
    store::provider_credentials,
};

/// Her ways to sign in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ways {
    /// Issuer and subject of each provider's.
    subjects: Vec<String>,
    /// How many there are, of any kind.
    all: i64,
}

impl Ways {
    /// Whether one is this provider's.
    pub fn includes(&self, provider: &Provider) -> bool {
        self.subjects.iter().any(|subject| is_of(provider, subject))
    }

    /// Whether she can still sign in without this provider.
    pub fn are_enough_without(&self, provider: &Provider) -> bool {
        let of_it = self.subjects.iter().filter(|subject| is_of(provider, subject)).count();
        self.all > i64::try_from(of_it).unwrap_or(i64::MAX)
    }
}

fn is_of(provider: &Provider, subject: &str) -> bool {
    subject.strip_prefix(&provider.issuer).is_some_and(|rest| rest.starts_with(' '))
}

/// A person's ways to sign in.
pub async fn list(context: &Context, person_id: Uuid) -> Result<Ways, ActionError> {
    let mut tx = context.db.read().await?;
    let subjects = provider_credentials::list(&mut tx, person_id).await?;
    Ok(Ways { subjects, all: provider_credentials::count_all(&mut tx, person_id).await? })
}

/// Takes a provider away from a person's ways to sign in. False, and nothing done, when it is the last one.
pub async fn remove(context: &Context, person_id: Uuid, provider: &Provider) -> Result<bool, ActionError> {
    let mut tx = context.db.write().await?;
    provider_credentials::lock_person(&mut tx, person_id).await?;
    let mut removed = 0;
    for subject in provider_credentials::list(&mut tx, person_id).await? {
        if is_of(provider, &subject) {
            removed += provider_credentials::delete(&mut tx, person_id, &subject).await?;
        }
    }
    if provider_credentials::count_all(&mut tx, person_id).await? == 0 {
        return Ok(false);
    }
    if removed > 0 {
        note(context, &mut tx, person_id, AccountEvent::ProviderRemoved).await?;
    }
    tx.commit().await?;
    Ok(true)
}

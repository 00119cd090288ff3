//! Authorizations: "app may use record on behalf of person, with the rules granted".

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::application::AuthorizationRule;

/// One app, one person, one record. Kept when it ends, so that the same IDs come back when it is given again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Authorization {
    /// Ours, and the address of its disconnect page.
    pub id: Uuid,
    /// The app.
    pub app_id: Uuid,
    /// The person who gave it.
    pub person_id: Uuid,
    /// The record.
    pub record_id: Uuid,
    /// "Person ID and record ID are pseudonyms: specific to the app".
    pub person_pseudonym: Uuid,
    /// "The record ID also to the person".
    pub record_pseudonym: Uuid,
    /// "The same for every person who authorizes that record for that app."
    pub app_specific_record_id: String,
    /// The rules granted, as they read when she granted them.
    pub rules: Vec<AuthorizationRule>,
    /// When the app was first authorized, or first again after an end.
    pub since: DateTime<Utc>,
    /// The last pickup.
    pub authorized_at: DateTime<Utc>,
    /// Set while the app may not use the record.
    pub ended_at: Option<DateTime<Utc>>,
}

impl Authorization {
    /// May the app use the record now?
    pub fn is_active(&self) -> bool {
        self.ended_at.is_none()
    }

    /// Gives it again: the same IDs, the rules granted now.
    pub fn renew(&mut self, rules: Vec<AuthorizationRule>, at: DateTime<Utc>) {
        if self.ended_at.take().is_some() {
            self.since = at;
        }
        self.rules = rules;
        self.authorized_at = at;
    }

    /// Ends it. False when it had ended before.
    pub fn end(&mut self, at: DateTime<Utc>) -> bool {
        let active = self.is_active();
        if active {
            self.ended_at = Some(at);
        }
        active
    }
}

/// The rules that take effect: every required one, and the optional ones that she ticked. `Err` names a rule that
/// the app does not ask for (or not as an optional one).
pub fn granted(asked: &[AuthorizationRule], ticked: &[String]) -> Result<Vec<AuthorizationRule>, String> {
    if let Some(stranger) = ticked.iter().find(|name| !asked.iter().any(|rule| rule.name == **name)) {
        return Err(stranger.clone());
    }
    Ok(asked.iter().filter(|rule| !rule.optional || ticked.contains(&rule.name)).cloned().collect())
}

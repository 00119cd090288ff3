//! People and the records that they hold.

use chrono::{DateTime, Utc};
use uuid::Uuid;

/// "Someone with an account on the portal."
#[derive(Clone, PartialEq, Eq)]
pub struct Person {
    /// Ours alone: apps see a pseudonym.
    pub id: Uuid,
    /// What she wants to be called.
    pub name: String,
    /// When the account was made.
    pub created_at: DateTime<Utc>,
}

impl std::fmt::Debug for Person {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Person({})", self.id)
    }
}

/// "One human being's health record; a person may hold several (her own, her children's), several persons may share
/// one."
#[derive(Clone, PartialEq, Eq)]
pub struct Record {
    /// Ours alone: apps see a pseudonym.
    pub id: Uuid,
    /// Whose record it is, in its holder's words.
    pub name: String,
}

impl std::fmt::Debug for Record {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Record({})", self.id)
    }
}

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
    /// To which of her eras a sign-in belongs that was checked now.
    pub era: SignInEra,
}

/// Ending all of a person's sign-ins begins her next era: what was checked in an era signs in to no other, also where the
/// check and the end came within the same millisecond. From 0.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(transparent)]
pub struct SignInEra(pub i64);

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

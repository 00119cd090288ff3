//! The people who authorized an app, with the records that it may use: what the classic platform calls person-info.
//!
//! Only what an authorization that stands allows to know: the person's and the record's names and the app's own
//! pseudonyms. A record that was disconnected is absent; when the last one is, so are the names.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::actions::{ActionError, Context, app::poll_authorized::in_time};
use crate::{
    domain::{application::ConnectApp, authorization::Authorization},
    store::{authorizations, authorizations::Named},
};

/// A person, as an app may know her.
#[derive(Debug)]
pub struct KnownPerson {
    /// Her pseudonym.
    pub id: Uuid,
    /// What she is called on the portal.
    pub name: String,
    /// The records that the app may use, in the order in which it was authorized for them.
    pub records: Vec<KnownRecord>,
}

/// A record that an app may use.
#[derive(Debug)]
pub struct KnownRecord {
    /// What its holder calls it.
    pub name: String,
    /// What the app may do, since when; the pseudonyms.
    pub authorization: Authorization,
}

/// A person and the state of her authorizations.
#[derive(Debug)]
pub enum Person {
    /// She never authorized this app.
    Unknown,
    /// She did, and has disconnected every record.
    Disconnected {
        /// The records that she once authorized, by their pseudonyms.
        records: Vec<Uuid>,
    },
    /// The app may use at least one record.
    Known {
        /// She and those records.
        person: KnownPerson,
        /// The records that she disconnected, by their pseudonyms.
        ended: Vec<Uuid>,
    },
}

/// One person, named by her pseudonym.
pub async fn find(context: &Context, app: &ConnectApp, person: Uuid) -> Result<Person, ActionError> {
    let mut tx = context.db.read_one().await?;
    let all = authorizations::list_of_pseudonym(&mut tx, app.id, person).await?;
    if all.is_empty() {
        return Ok(Person::Unknown);
    }
    let ended: Vec<Uuid> = all
        .iter()
        .filter(|n| !n.authorization.is_active())
        .map(|n| n.authorization.record_pseudonym)
        .collect();
    Ok(match known(person, all) {
        Some(person) => Person::Known { person, ended },
        None => Person::Disconnected { records: ended },
    })
}

/// One page of an app's people.
#[derive(Debug)]
pub struct People {
    /// In the order of their pseudonyms.
    pub people: Vec<KnownPerson>,
    /// Whether there are more after the last one.
    pub more: bool,
}

/// The people who authorized an app: after a pseudonym, only those with an authorization that stands and was given
/// since an instant (inclusive), at most `limit`.
pub async fn list(
    context: &Context,
    app: &ConnectApp,
    after: Option<Uuid>,
    since: Option<DateTime<Utc>>,
    limit: u32,
) -> Result<People, ActionError> {
    // "Since" is by the app's own clock here too.
    in_time(context, app, || list_once(context, app, after, since, limit)).await
}

async fn list_once(
    context: &Context,
    app: &ConnectApp,
    after: Option<Uuid>,
    since: Option<DateTime<Utc>>,
    limit: u32,
) -> Result<People, ActionError> {
    let since = since.unwrap_or(DateTime::UNIX_EPOCH).max(DateTime::UNIX_EPOCH);
    let mut tx = context.db.read().await?;
    let mut pseudonyms =
        authorizations::list_people(&mut tx, app.id, after.unwrap_or_default(), since, limit + 1).await?;
    let more = pseudonyms.len() > limit as usize;
    pseudonyms.truncate(limit as usize);
    let mut people = Vec::new();
    for person in pseudonyms {
        let all = authorizations::list_of_pseudonym(&mut tx, app.id, person).await?;
        // She may have disconnected between the two reads.
        people.extend(known(person, all));
    }
    Ok(People { people, more })
}

/// The person with the records that the app may use; `None` when it may use none.
fn known(id: Uuid, all: Vec<Named>) -> Option<KnownPerson> {
    let active: Vec<Named> = all.into_iter().filter(|n| n.authorization.is_active()).collect();
    let name = active.first()?.person_name.clone();
    let records = active
        .into_iter()
        .map(|n| KnownRecord { name: n.record_name, authorization: n.authorization })
        .collect();
    Some(KnownPerson { id, name, records })
}

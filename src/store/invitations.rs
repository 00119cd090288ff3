//! The invitations that the portal mails. What is kept to write one again is sealed before it comes here.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::{
    StoreError, Tx, Versioned,
    paged::{Paged, page},
    saved, small, sql,
};
use crate::domain::invitation::{Invitation, InvitationState};

#[derive(sqlx::FromRow)]
pub(super) struct Row {
    request_id: Uuid,
    kept: Option<Vec<u8>>,
    state: String,
    failure: Option<String>,
    invited_at: DateTime<Utc>,
    sent_at: Option<DateTime<Utc>>,
    reminders: bool,
    reminders_past: i64,
    reminders_sent: i64,
    look_at: Option<DateTime<Utc>>,
    version: i64,
}

impl TryFrom<Row> for Versioned<Invitation> {
    type Error = StoreError;
    fn try_from(r: Row) -> Result<Self, StoreError> {
        let value = Invitation {
            request_id: r.request_id,
            kept: r.kept,
            state: InvitationState::parse(&r.state).ok_or(StoreError::Unreadable("invitation"))?,
            failure: r.failure,
            invited_at: r.invited_at,
            sent_at: r.sent_at,
            reminders: r.reminders,
            reminders_past: small(r.reminders_past, "reminders")?,
            reminders_sent: small(r.reminders_sent, "reminders")?,
            look_at: r.look_at,
        };
        Ok(Versioned { value, version: r.version })
    }
}

const FIND: &str = "SELECT request_id, kept, state, failure, invited_at, sent_at, reminders, reminders_past, \
     reminders_sent, look_at, version FROM invitations WHERE request_id = $1";
/// The invitation to a request; `None` where the portal was not asked to mail one.
pub async fn find(tx: &mut Tx, request_id: Uuid) -> Result<Option<Versioned<Invitation>>, StoreError> {
    sql!(tx, fetch_optional as Row, FIND, request_id)?.map(Versioned::try_from).transpose()
}

static LIST_DUE: Paged = Paged::of(
    "SELECT request_id FROM invitations WHERE look_at <= $1 ORDER BY look_at, request_id LIMIT {most}",
);
/// The requests whose invitations are to be looked at, the longest due first.
pub async fn list_due(tx: &mut Tx, now: DateTime<Utc>, limit: u32) -> Result<Vec<Uuid>, StoreError> {
    let rows = page!(tx, limit, (Uuid,), LIST_DUE, now)?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

const INSERT: &str = "INSERT INTO invitations (request_id, kept, state, failure, invited_at, sent_at, reminders, \
     reminders_past, reminders_sent, look_at, version) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 1)";
/// A new one.
pub async fn insert(tx: &mut Tx, invitation: &Invitation) -> Result<(), StoreError> {
    let i = invitation;
    sql!(
        tx,
        execute,
        INSERT,
        i.request_id,
        i.kept.clone(),
        i.state.as_str().to_owned(),
        i.failure.clone(),
        i.invited_at,
        i.sent_at,
        i.reminders,
        i64::from(i.reminders_past),
        i64::from(i.reminders_sent),
        i.look_at
    )?;
    Ok(())
}

const SAVE: &str = "UPDATE invitations SET kept = $3, state = $4, failure = $5, invited_at = $6, sent_at = $7, \
     reminders_past = $8, reminders_sent = $9, look_at = $10, version = version + 1 \
     WHERE request_id = $1 AND version = $2";
/// Saves what changes in an invitation's life.
pub async fn save(tx: &mut Tx, invitation: &Versioned<Invitation>) -> Result<(), StoreError> {
    let i = &invitation.value;
    saved(sql!(
        tx,
        execute,
        SAVE,
        i.request_id,
        invitation.version,
        i.kept.clone(),
        i.state.as_str().to_owned(),
        i.failure.clone(),
        i.invited_at,
        i.sent_at,
        i64::from(i.reminders_past),
        i64::from(i.reminders_sent),
        i.look_at
    )?)
}
